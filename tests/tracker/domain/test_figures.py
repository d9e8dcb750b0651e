"""Figures and their sums: what a number means, and what two of them say together."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from tracker.domain.figures import (
    Bounds,
    Figure,
    UnitMismatch,
    as_figure,
    excess,
    in_words,
    percentage,
    shortfall,
    together,
)
from tracker.domain.vocabulary import Qualifier

EXACTLY, AT_LEAST, MORE_THAN = Qualifier.EXACTLY, Qualifier.AT_LEAST, Qualifier.MORE_THAN
UP_TO, LESS_THAN, ABOUT = Qualifier.UP_TO, Qualifier.LESS_THAN, Qualifier.ABOUT


def figure(text, unit="shelters"):
    """Return the figure of "at least 8000000"; a bare number is exact, "" is not stated."""
    qualifier, _, value = text.rpartition(" ")
    return Figure(Decimal(value) if value else None, unit, Qualifier(qualifier or "exactly"))


def bounds(text, unit="shelters"):
    return figure(text, unit).bounds


def between(low, high, **flags):
    high = None if high is None else Decimal(high)
    return Bounds(Decimal(low), high, "shelters", **flags)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200", between(200, 200)),
        ("0", between(0, 0)),
        ("at least 200", between(200, None)),
        ("more than 200", between(200, None, low_is_open=True)),
        ("up to 200", between(0, 200)),
        ("less than 200", between(0, 200, high_is_open=True)),
        ("about 200", between(200, 200, is_about=True)),
        ("", None),
    ],
)
def test_a_qualifier_says_where_the_true_value_lies(text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize("qualifier", Qualifier)
def test_a_figure_comes_back_from_its_bounds(qualifier):
    stated = Figure(Decimal(200), "shelters", qualifier)

    assert as_figure(stated.bounds) == stated


@pytest.mark.parametrize(
    ("range_", "expected"),
    [
        (between(5, 7), None),
        (between(0, 7, low_is_open=True), None),
        (between(0, 0), "0"),
        (between(0, None), "at least 0"),
    ],
)
def test_only_what_takes_two_numbers_has_no_figure(range_, expected):
    assert as_figure(range_) == (expected and figure(expected))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2", "3", "5"),
        ("2", "0", "2"),
        ("2", "at least 3", "at least 5"),
        ("at least 2", "more than 3", "more than 5"),
        ("up to 2", "less than 3", "less than 5"),
        ("up to 2", "up to 3", "up to 5"),
        ("up to 2", "at least 3", "at least 3"),
        ("less than 2", "at least 3", "at least 3"),  # no upper end, so none that is open
        ("2", "about 3", "about 5"),
        ("2.50", "0.25", "2.75"),
    ],
)
def test_the_sum_is_as_uncertain_as_its_parts(one, other, expected):
    assert bounds(one) + bounds(other) == bounds(expected)
    assert bounds(other) + bounds(one) == bounds(expected)


def test_an_exact_part_lifts_a_ceiling():
    assert bounds("2") + bounds("up to 3") == between(2, 5)


@pytest.mark.parametrize(
    "compute",
    [
        lambda sol, dollar: sol.bounds + dollar.bounds,
        lambda sol, dollar: sol.bounds.is_all_below(dollar.bounds),
        lambda sol, dollar: sol.bounds.claims_less_than(dollar.bounds),
        lambda sol, dollar: together([sol.bounds, dollar.bounds]),
        lambda sol, dollar: sol.is_reached_by(dollar.bounds),
        lambda sol, dollar: excess(dollar.bounds, sol),
        lambda sol, dollar: shortfall(dollar.bounds, sol),
        lambda sol, dollar: percentage(dollar.bounds, sol),
    ],
)
def test_two_currencies_are_never_added_or_compared(compute):
    with pytest.raises(UnitMismatch, match=r"^\w{3} and \w{3} cannot be added or compared$"):
        compute(figure("8", "PEN"), figure("9", "USD"))


def test_the_third_of_three_currencies_is_not_overlooked():
    with pytest.raises(UnitMismatch, match=r"^PEN and USD cannot be added or compared$"):
        together([bounds("5", "USD"), bounds("at least 4", "PEN"), bounds("6", "USD")])


@pytest.mark.parametrize(
    ("target", "found", "is_reached"),
    [
        ("200", "199", False),
        ("200", "200", True),
        ("200", "250", True),
        ("200", "at least 200", True),
        ("200", "more than 199", False),
        ("200", "up to 250", False),
        ("200", "about 200", False),
        ("200", "about 300", True),
        ("at least 200", "200", True),
        ("at least 200", "0", False),
        ("at least 200", "more than 200", True),
        ("at least 200", "less than 200", False),
        ("at least 200", "about 200", False),
        ("more than 200", "200", False),
        ("more than 200", "201", True),
        ("more than 200", "at least 200", False),
        ("more than 200", "more than 200", True),
        ("more than 200", "about 200", False),
        ("about 200", "200", True),
        ("about 200", "about 200", True),
        ("about 200", "199", False),
        ("up to 200", "200", False),  # a ceiling promises no floor
        ("up to 200", "300", False),
        ("less than 200", "100", False),
        ("", "100", False),
        ("0", "0", True),
    ],
)
def test_a_target_is_reached_if_every_value_meets_it(target, found, is_reached):
    assert figure(target).is_reached_by(bounds(found)) is is_reached


def test_more_than_200_is_not_surely_reached_by_an_approximate_sum():
    found = bounds("about 100") + bounds("more than 100")

    assert not figure("more than 200").is_reached_by(found)


@pytest.mark.parametrize(
    ("target", "found", "over", "short"),
    [
        ("200", "250", "50", None),
        ("200", "200", None, None),
        ("200", "150", None, "50"),
        ("200", "0", None, "200"),
        ("200", "at least 250", "at least 50", None),
        ("200", "more than 200", None, None),  # over by no amount that can be named
        ("200", "about 250", "about 50", None),
        ("200", "about 150", None, "about 50"),
        ("200", "at least 150", None, "up to 50"),
        ("200", "more than 150", None, "less than 50"),
        ("at least 200", "less than 250", None, "up to 200"),
        ("more than 200", "200", None, None),  # not reached, and short by no number
        ("at least 200", "about 200", None, None),
        ("up to 200", "150", None, None),
        ("up to 200", "250", "50", None),
        ("", "250", None, None),
        ("0", "5", "5", None),
        ("0", "0", None, None),
    ],
)
def test_over_and_short_are_as_sure_as_what_was_found(target, found, over, short):
    over = over and bounds(over)
    short = short and bounds(short)

    assert excess(bounds(found), figure(target)) == over
    assert shortfall(bounds(found), figure(target)) == short


def test_a_ceiling_below_the_target_is_short_at_least_by_the_difference():
    short = shortfall(bounds("less than 150"), figure("200"))

    assert short == between(50, 200, low_is_open=True)


@pytest.mark.parametrize(
    ("target", "found", "percent"),
    [
        ("200", "50", "25"),
        ("200", "0", "0"),
        ("200", "500", "250"),  # never capped
        ("at least 200", "50", None),
        ("about 200", "50", None),
        ("up to 200", "50", None),
        ("200", "at least 50", None),
        ("200", "about 50", None),
        ("0", "50", None),
        ("", "50", None),
    ],
)
def test_only_two_exact_numbers_make_a_percentage(target, found, percent):
    assert percentage(bounds(found), figure(target)) == (percent and Decimal(percent))


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["6"], "6"),
        (["6", "at least 5"], "6"),
        (["6", "more than 5", "up to 8"], "6"),
        (["at least 5", "more than 5"], "more than 5"),
        (["up to 8", "less than 8"], "less than 8"),
        (["0", "up to 8"], "0"),
        (["6", "about 6"], "6"),
        (["6", "about 7"], "6"),  # a firm number is better than an approximate one
        (["at least 5", "about 6"], "about 6"),
        (["at least 5", "about 5"], "at least 5"),
        (["more than 5", "about 5"], "more than 5"),
        (["at least 5", "about 4"], "at least 5"),
        (["up to 5", "about 5"], "about 5"),
        (["up to 5", "about 6"], "up to 5"),
        (["0", "about 6"], "0"),
        (["about 6"], "about 6"),
    ],
)
def test_statements_that_fit_are_taken_together(statements, expected):
    assert together([bounds(text) for text in statements]) == bounds(expected)
    assert together([bounds(text) for text in reversed(statements)]) == bounds(expected)


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["at least 5", "up to 8"], between(5, 8)),
        (["more than 5", "less than 8"], between(5, 8, low_is_open=True, high_is_open=True)),
        (["about 5", "about 8"], between(5, 8, is_about=True)),
        (["about 5", "about 8", "at least 4"], between(5, 8, is_about=True)),
    ],
)
def test_together_they_may_leave_a_range(statements, expected):
    assert together([bounds(text) for text in statements]) == expected


@pytest.mark.parametrize(
    "statements",
    [
        ["6", "7"],
        ["6", "more than 6"],
        ["6", "less than 6"],
        ["at least 7", "up to 6"],
        ["more than 6", "up to 6"],
        ["6", "7", "about 8"],  # the approximate one does not hide that the others clash
        ["6", "7", "at least 1", "up to 9"],
    ],
)
def test_statements_that_cannot_all_be_true_say_nothing_together(statements):
    assert together([bounds(text) for text in statements]) is None
    assert together([bounds(text) for text in reversed(statements)]) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8000000", "8,000,000 soles"),
        ("at least 8000000", "at least 8,000,000 soles"),
        ("more than 11000000", "more than 11,000,000 soles"),
        ("up to 10000000", "up to 10,000,000 soles"),
        ("less than 5", "less than 5 soles"),
        ("about 2000000", "about 2,000,000 soles"),
        ("598400.50", "598,400.50 soles"),
        ("6.00", "6 soles"),
        ("1E+6", "1,000,000 soles"),
        ("0.00", "0 soles"),
        ("", "Amount not reported"),
    ],
)
def test_a_figure_in_words(text, words):
    with override("en"):
        assert in_words(figure(text), "soles").replace("\N{NO-BREAK SPACE}", " ") == words


def test_a_number_stays_on_the_line_of_its_unit():
    with override("en"):
        assert in_words(figure("6"), "shelters") == "6\N{NO-BREAK SPACE}shelters"
