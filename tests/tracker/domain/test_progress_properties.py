"""What holds for any pledge, any reports and any day, and for any text given as a date."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tracker.domain.conflicts import Total, disagreements
from tracker.domain.dates import BadDate, Span, span, words
from tracker.domain.figures import Bounds, Figure, UnitMismatch, as_figure, in_words, together
from tracker.domain.progress import Promise, Report, assess, total_awarded
from tracker.domain.vocabulary import Disagreement, LeftOut, Qualifier, State

FIRST, LAST = date(2020, 1, 1), date(2022, 12, 31)
DAYS = st.dates(FIRST, LAST)
# Few values and few days, so that ties and overlaps come up often.
VALUES = st.integers(0, 12).map(Decimal)
UNITS = st.sampled_from(["USD", "PEN"])


@st.composite
def figures(draw, unit=None, values=VALUES):
    """Draw a stated figure. Nothing is less than zero, so "less than 0" is not drawn."""
    value, qualifier = draw(values), draw(st.sampled_from(Qualifier))
    assume(value != 0 or qualifier != Qualifier.LESS_THAN)
    return Figure(value, unit or draw(UNITS), qualifier)


@st.composite
def spans(draw):
    first = draw(DAYS)
    return Span(first, first + timedelta(days=draw(st.sampled_from([0, 1, 30, 365]))))


@st.composite
def reports(draw, unit=None, is_cumulative=None):
    """Draw up to six reports with keys of their own, in any order."""
    return [
        Report(
            key=f"report-{number}",
            figure=draw(st.one_of(figures(unit), st.just(Figure(None, unit or "")))),
            stated=draw(st.one_of(st.none(), spans())),
            is_cumulative=draw(st.booleans()) if is_cumulative is None else is_cumulative,
            stage=draw(st.sampled_from(["", "awarded"])) if unit is None else "",
            counts=draw(st.integers(0, 5)) > 0,
        )
        for number in range(draw(st.integers(0, 6)))
    ]


@st.composite
def promises(draw, unit=None):
    number = draw(st.one_of(figures(unit), st.just(Figure(None, unit or ""))))
    due = draw(st.one_of(st.none(), spans()))
    return Promise(number, due, is_ended=draw(st.integers(0, 5)) == 0)


ANY_REPORTS = st.one_of(reports(), reports("USD"), reports("USD", True), reports("USD", False))
ANY_PROMISE = st.one_of(promises(), promises("USD"))


@given(ANY_PROMISE, ANY_REPORTS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_reports_never_matters(promise, given_reports, as_of, random):
    shuffled = list(given_reports)
    random.shuffle(shuffled)

    assert assess(promise, shuffled, as_of) == assess(promise, given_reports, as_of)


@given(ANY_PROMISE, ANY_REPORTS, DAYS)
def test_every_report_is_counted_or_left_out_exactly_once(promise, given_reports, as_of):
    progress = assess(promise, given_reports, as_of)

    named = [*progress.counted, *(key for key, _ in progress.left_out)]
    assert sorted(named) == sorted(report.key for report in given_reports)


@given(ANY_PROMISE, ANY_REPORTS, DAYS, figures())
def test_a_report_of_the_future_changes_nothing_today(promise, given_reports, as_of, number):
    tomorrow = as_of + timedelta(days=1)
    future = Report("future", number, Span(as_of, tomorrow))

    before = assess(promise, given_reports, as_of)
    after = assess(promise, [*given_reports, future], as_of)

    assert ("future", LeftOut.AFTER) in after.left_out
    without = tuple(pair for pair in after.left_out if pair[0] != "future")
    for name in before.__dataclass_fields__:
        found = without if name == "left_out" else getattr(after, name)
        assert found == getattr(before, name), name


@given(ANY_PROMISE, ANY_REPORTS, DAYS, DAYS)
def test_a_later_day_never_un_knows_a_report(promise, given_reports, one, other):
    def unknown(as_of):
        left_out = assess(promise, given_reports, as_of).left_out
        return {key for key, reason in left_out if reason == LeftOut.AFTER}

    assert unknown(max(one, other)) <= unknown(min(one, other))


@given(ANY_PROMISE, ANY_REPORTS, DAYS)
def test_what_was_delivered_is_a_range_whose_ends_never_cross(promise, given_reports, as_of):
    progress = assess(promise, given_reports, as_of)

    for bounds in (progress.delivered, progress.strongest, progress.over, progress.short):
        assert bounds is None or bounds.high is None or bounds.low <= bounds.high
        assert bounds is None or bounds.low >= 0
        assert bounds is None or bounds.low != bounds.high or not bounds.low_is_open
    if progress.strongest is not None:
        assert progress.delivered.by_claim <= progress.strongest.by_claim


@given(ANY_PROMISE, ANY_REPORTS, DAYS)
def test_a_range_is_shown_just_where_sources_disagree(promise, given_reports, as_of):
    progress = assess(promise, given_reports, as_of)

    kinds = {conflict.kind for conflict in progress.conflicts} - {Disagreement.FALLS}
    assert (progress.strongest is not None) == bool(kinds)


@given(ANY_PROMISE, ANY_REPORTS, DAYS)
def test_the_state_fits_what_stands_beside_it(promise, given_reports, as_of):
    progress = assess(promise, given_reports, as_of)

    silent = {State.NO_REPORT, State.NOT_DUE, State.AMOUNT_NOT_REPORTED, State.NOT_COMPARABLE}
    assert (progress.state == State.ENDED) == promise.is_ended
    assert progress.state == State.ENDED or (progress.delivered is None) == (
        progress.state in silent
    )
    assert bool(progress.counted) == (progress.delivered is not None)
    assert progress.over is None or progress.short is None
    assert progress.state != State.DELIVERED or progress.short is None
    if progress.percent is not None:
        assert promise.figure.qualifier == Qualifier.EXACTLY
        assert as_figure(progress.delivered).qualifier == Qualifier.EXACTLY
        assert progress.percent == progress.delivered.low * 100 / promise.figure.value


@given(reports("USD", is_cumulative=True), DAYS)
def test_every_report_that_counts_disagrees_or_fits(given_reports, as_of):
    promise = Promise(Figure(None, "USD"))
    progress = assess(promise, given_reports, as_of)

    counted = [report.figure.bounds for report in given_reports if report.key in progress.counted]
    assert all(progress.delivered.low <= bounds.low for bounds in counted) or (
        progress.strongest is None and together(counted) == progress.delivered
    )


@given(st.lists(figures("USD"), min_size=1, max_size=5))
def test_adding_an_award_never_lowers_the_sum(amounts):
    assert total_awarded(amounts).low >= max(amount.bounds.low for amount in amounts)


@given(figures("USD"), figures("PEN"))
def test_two_currencies_are_never_added(dollars, soles):
    with pytest.raises(UnitMismatch):
        dollars.bounds + soles.bounds
    with pytest.raises(UnitMismatch):
        total_awarded([dollars, soles])


@given(figures("USD"), figures("USD"), figures("USD"))
def test_sums_are_the_same_in_any_order(one, two, three):
    left = (one.bounds + two.bounds) + three.bounds

    assert left == one.bounds + (two.bounds + three.bounds)
    assert left == three.bounds + two.bounds + one.bounds


@given(st.lists(figures("USD"), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_what_statements_say_together_claims_no_less_than_the_firm_ones(statements, random):
    every = [statement.bounds for statement in statements]
    found = together(every)
    random.shuffle(every)

    assert together(every) == found
    for bounds in every:
        if found is not None and not bounds.is_about:
            assert not found.claims_less_than(bounds)
            assert bounds.high is None or found.high <= bounds.high


@given(st.lists(figures("USD"), min_size=2, max_size=4))
def test_statements_contradict_just_where_two_of_them_do(statements):
    totals = [
        Total(str(number), statement.bounds, Span(FIRST, FIRST))
        for number, statement in enumerate(statements)
    ]

    found = {conflict.kind for conflict in disagreements(totals)}
    pairs = ((one, other) for one in totals for other in totals)
    is_contradicted = any(one.bounds.is_all_below(other.bounds) for one, other in pairs)
    assert found == ({Disagreement.CONTRADICTS} if is_contradicted else set())


@given(figures(values=st.integers(1, 10**15).map(lambda cents: Decimal(cents) / 100)))
def test_a_figure_comes_back_from_its_bounds(stated):
    assert as_figure(stated.bounds) == stated


@given(figures(values=st.decimals(0, 10**15, places=2)))
def test_every_figure_can_be_put_into_words(stated):
    grouped = f"{stated.value:,.2f}".removesuffix(".00")

    assert grouped in in_words(stated, "soles")


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_one_range_lies_below_another_or_not_but_never_both_ways(low, high):
    one, other = Bounds(low, low, "USD"), Bounds(high, high, "USD")

    assert not (one.is_all_below(other) and other.is_all_below(one))
    assert one.is_all_below(other) == (low < high)


# Dates

YEARS = st.integers(1, 9999).map("{:04}".format)
POINTS = st.one_of(
    YEARS,
    st.dates().map("{:%Y-%m}".format).map(lambda text: text.rjust(7, "0")),
    st.dates().map(date.isoformat),
)
STATED = st.tuples(POINTS, st.sampled_from(["", "~", "?"])).map("".join)


@given(STATED)
def test_a_stated_date_means_the_days_it_names(text):
    found = span(text)

    bare = text.rstrip("~?")
    assert found.earliest <= found.latest
    assert found.earliest.isoformat().startswith(bare)
    assert found.latest.isoformat().startswith(bare)


@given(STATED, STATED)
def test_an_interval_goes_from_its_first_day_to_its_last_or_is_refused(first, last):
    if span(first).earliest > span(last).latest:
        with pytest.raises(BadDate, match="ends before it begins"):
            span(f"{first}/{last}")
    else:
        assert span(f"{first}/{last}") == Span(span(first).earliest, span(last).latest)


LIKE_A_DATE = st.text("0123456789-/~?%XuxTZ:.[]{}()YyES ^,+٢２", max_size=24)


@given(st.one_of(LIKE_A_DATE, st.text(), st.from_regex(r"\d{4}-[0-9X]{2}(-\d\d)?[~?%/].*")))
@example("2021-02-29")
@example("0000")
@example("2017-1X")
@example("2017-06-15T10:00")
@example("2017/" * 10_000)
@example("(" * 5_000)
def test_any_text_is_a_date_or_is_refused_in_words(text):
    try:
        found = span(text)
    except BadDate:
        with pytest.raises(BadDate):
            words(text)
    else:
        assert found is None or found.earliest <= found.latest
        assert words(text)
