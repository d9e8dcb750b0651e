"""Charts say with lengths what the rows say in words, and nothing more."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from tracker.domain.dates import span
from tracker.domain.figures import Figure
from tracker.domain.vocabulary import Qualifier
from tracker.public import charts
from tracker.public.charts import Bar, Stretch


def figure(text, unit="USD"):
    """Read "more than 9.8" as a figure."""
    qualifier, _, value = text.rpartition(" ")
    return Figure(Decimal(value), unit, Qualifier(qualifier or "exactly"))


def bounds(text):
    return figure(text).bounds if text else None


@pytest.mark.parametrize(
    ("share", "expected"),
    [("0", "0%"), ("100", "100%"), ("62.5", "62.5%"), ("33.3333", "33.33%"), ("10", "10%")],
)
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_place_is_written_for_the_browser_in_every_language(share, expected, language):
    with override(language):
        assert charts.place(Decimal(share)) == expected


@pytest.mark.parametrize(
    ("target", "low", "high", "expected"),
    [
        # half of an exact target; the target is the longest mark
        ("10", "5", "", Bar("scale", target="88%", low="44%")),
        # a measured zero has its track and no length
        ("at least 200", "0", "", Bar("scale", target="88%", is_floor=True)),
        # more than was promised: the target gives way
        ("5", "10", "", Bar("scale", target="44%", low="88%")),
        # nobody stated an upper end, so an arrow goes on from the least
        ("10", "more than 5", "", Bar("scale", target="88%", low="44%", end="44%")),
        # sources disagree: the range between them is not solid
        (
            "5",
            "more than 8",
            "more than 10",
            Bar("scale", target="44%", low="70.4%", spread="17.6%", end="88%"),
        ),
        # a ceiling is drawn as one
        ("up to 10", "5", "", Bar("scale", target="88%", is_ceiling=True, low="44%")),
        # "up to 5" may be nothing: no solid part
        ("10", "up to 5", "", Bar("scale", target="88%", spread="44%")),
        # nothing reported: an empty track
        ("at least 8", "", "", Bar("scale", target="88%", is_floor=True)),
    ],
)
def test_a_bar_shows_what_is_reported_against_what_was_pledged(target, low, high, expected):
    assert charts.pledge_bar(figure(target), bounds(low), bounds(high)) == expected


def test_what_was_given_without_an_amount_has_no_length_of_its_own():
    bar = charts.pledge_bar(figure("at least 8"), None, is_given=True)

    assert bar == Bar("scale", target="88%", is_floor=True, is_unstated=True)


@pytest.mark.parametrize(
    ("delivered", "expected"),
    [
        ("3", Bar("marks", marks=("0%", "8%", "16%"))),
        ("0", Bar("open")),
        ("13", Bar("open")),  # too many to count at a glance
        ("2.5", Bar("open")),
        ("about 3", Bar("open")),
        ("more than 3", Bar("open")),
        ("", Bar("open")),
    ],
)
@pytest.mark.parametrize("target", [None, Figure(None, "shelters")])
def test_without_a_target_a_small_count_is_drawn_one_by_one(target, delivered, expected):
    assert charts.pledge_bar(target, bounds(delivered)) == expected


def test_the_most_marks_stay_within_the_chart():
    last = charts.pledge_bar(None, bounds("12")).marks[-1]

    assert Decimal(last.rstrip("%")) + charts.MARK_STEP <= 100


@pytest.mark.parametrize(
    ("values", "plan", "expected"),
    [
        (["5", "10"], "5", (["44%", "88%"], "44%")),
        (["5"], "10", (["44%"], "88%")),
        (["5", "10"], None, (["44%", "88%"], "")),
        (["0"], None, (["0%"], "")),
        ([], None, ([], "")),
    ],
)
def test_statements_share_one_scale_with_the_plan(values, plan, expected):
    said = [Decimal(value) for value in values]

    assert charts.statement_bars(said, Decimal(plan) if plan else None) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2017-06-15", "2019"], [2017, 2018, 2019]),
        (["2020-02-06"], [2020]),
        ([], []),
    ],
)
def test_a_line_of_time_has_every_year_from_the_first_day_to_the_last(days, expected):
    assert charts.years(span(day) for day in days) == expected


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2017", "0%", "49.86%"),
        ("2018-01-01", "50%", "50%"),
        ("2018-12-31", "99.86%", "99.86%"),
    ],
)
def test_a_date_stands_where_its_days_are(day, start, end):
    mark = charts.mark(span(day), [2017, 2018])

    assert (mark.start, mark.end) == (start, end)


def test_a_year_begins_where_its_first_day_stands():
    assert charts.year_starts([2017, 2018]) == [(2017, "0%"), (2018, "50%")]


def stretches(signed, term, *extensions):
    read = [(length, span(until)) for length, until in extensions]
    return [
        (str(one.span.earliest), str(one.span.latest), one.is_computed)
        for one in charts.stretches(span(signed), term, read)
    ]


def test_a_term_is_drawn_as_long_as_it_was_planned():
    assert stretches("2017-06-15", 4) == [("2017-06-15", "2021-06-15", False)]


def test_an_extension_runs_to_its_stated_end():
    found = stretches("2017-06-15", 4, (1, "2022-06"))

    assert found[1:] == [("2021-06-15", "2022-06-30", False)]


def test_an_extension_without_an_end_is_marked_as_our_reckoning():
    found = stretches("2017-06-15", 4, (2, ""))

    assert found[1:] == [("2021-06-15", "2023-06-15", True)]


@pytest.mark.parametrize(
    ("signed", "term", "extension"),
    [("", 4, (1, "")), ("2017", None, (1, "")), ("2017", None, (None, "2022"))],
)
def test_a_term_that_no_source_states_is_not_drawn(signed, term, extension):
    assert stretches(signed, term, extension) == []


def test_an_extension_that_states_nothing_adds_nothing():
    assert len(stretches("2017-06-15", 4, (None, ""))) == 1


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2017, 6, 15), 4, date(2021, 6, 15)),
        (date(2020, 2, 29), 4, date(2024, 2, 29)),
        (date(2020, 2, 29), 1, date(2021, 2, 28)),
    ],
)
def test_years_are_counted_from_day_to_day(day, count, expected):
    assert charts.years_after(day, count) == expected


def test_a_stretch_of_one_term_is_no_reckoning():
    (only,) = charts.stretches(span("2017-06-15"), 4, [])

    assert only == Stretch(only.span, False)


def test_every_region_of_peru_has_one_tile():
    placed = [code for row in charts.tiles(["PE-CUS"]) for code in row if code]

    assert len(placed) == len(set(placed)) == 26


@pytest.mark.parametrize("codes", [[], ["GH-AA"], ["PE-CUS", "GH-AA"], ["PE-QQQ"]])
def test_regions_without_a_place_on_the_grid_get_no_grid(codes):
    assert charts.tiles(codes) == []


def test_every_row_of_tiles_is_as_wide_as_the_grid():
    assert {len(row) for row in charts.tiles(["PE-CUS"])} == {5}
