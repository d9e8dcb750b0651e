"""What was pledged against what was reported: every state, and which reports make it."""

from datetime import date

import pytest

from tests.tracker.domain.test_figures import bounds, figure
from tracker.domain.conflicts import Conflict
from tracker.domain.dates import span
from tracker.domain.figures import Bounds
from tracker.domain.progress import Promise, Report, assess
from tracker.domain.vocabulary import Disagreement, LeftOut, Stage, State

TODAY = date(2026, 11, 21)
INCREMENT = {"is_cumulative": False}


def promise(text="at least 200", due="", unit="shelters", **fields):
    return Promise(figure(text, unit), span(due), **fields)


def report(key, text, stated="2023", unit="shelters", **fields):
    return Report(key, figure(text, unit), span(stated), **fields)


def reasons(progress):
    return dict(progress.left_out)


# Every state


@pytest.mark.parametrize(
    ("pledged", "reported", "expected"),
    [
        (promise("200"), "200", State.DELIVERED),
        (promise("at least 200"), "200", State.DELIVERED),
        (promise("at least 200"), "at least 200", State.DELIVERED),
        (promise("at least 200"), "more than 300", State.DELIVERED),
        (promise("more than 200"), "200", State.UNDER_WAY),
        (promise("more than 200"), "201", State.DELIVERED),
        (promise("about 200"), "200", State.DELIVERED),
        (promise("at least 200"), "about 200", State.UNDER_WAY),
        (promise("at least 200"), "up to 300", State.UNDER_WAY),
        (promise("at least 200"), "199", State.UNDER_WAY),
        (promise("at least 200"), "0", State.UNDER_WAY),
        (promise("at least 200", due="2027"), "0", State.UNDER_WAY),
        (promise("at least 200", due="2026-11-21"), "0", State.UNDER_WAY),  # due today
        (promise("at least 200", due="2026-11"), "0", State.UNDER_WAY),  # on some day of it
        (promise("at least 200", due="2026-11-20"), "0", State.SHORT),
        (promise("at least 200", due="2024"), "199", State.SHORT),
        (promise("at least 200", due="2024"), "200", State.DELIVERED),
        (promise("at least 200", due="2024"), "", State.AMOUNT_NOT_REPORTED),
        (promise("at least 200"), "", State.AMOUNT_NOT_REPORTED),
        (promise("at least 200"), None, State.NO_REPORT),
        (promise("at least 200", due="2024"), None, State.NO_REPORT),
        (promise("at least 200", due="2027"), None, State.NOT_DUE),
        (promise("at least 200", due="2026-11-21"), None, State.NOT_DUE),
        (promise("at least 200", due="2027"), "", State.AMOUNT_NOT_REPORTED),
        (promise(""), "6", State.NO_NUMERIC_TARGET),
        (promise(""), "0", State.NO_NUMERIC_TARGET),
        (promise("", due="2024"), "6", State.NO_NUMERIC_TARGET),
        (promise(""), "", State.AMOUNT_NOT_REPORTED),
        (promise(""), None, State.NO_REPORT),
        (promise("", due="2027"), None, State.NOT_DUE),
        (promise("up to 200"), "100", State.NO_NUMERIC_TARGET),
        (promise("less than 200", due="2024"), "100", State.NO_NUMERIC_TARGET),
        (promise("up to 200"), "", State.AMOUNT_NOT_REPORTED),
        (promise("0"), "0", State.DELIVERED),
    ],
)
def test_the_state_of_a_pledge_with_one_report_or_none(pledged, reported, expected):
    reports = [] if reported is None else [report("a", reported)]

    assert assess(pledged, reports, TODAY).state == expected


MIXED = [report("a", "100", is_cumulative=True), report("b", "100", is_cumulative=False)]


@pytest.mark.parametrize(
    "reports",
    [[], [report("a", "")], [report("a", "250")], [report("a", "5", unit="PEN")], MIXED],
)
def test_an_ended_pledge_is_ended_whatever_is_reported(reports):
    assert assess(promise(due="2024", is_ended=True), reports, TODAY).state == State.ENDED


@pytest.mark.parametrize(
    ("pledged", "reports"),
    [
        (promise("200"), [report("a", "5", unit="PEN")]),
        (promise(""), [report("a", "5", unit="PEN")]),  # a kind of thing without a number
        (promise("", unit=""), [report("a", "5", unit="PEN"), report("b", "5", unit="USD")]),
        (promise("200"), MIXED),
        (
            promise("5", unit="USD"),
            [
                report("a", "5", unit="USD", stage=Stage.AWARDED),
                report("b", "6", unit="USD", stage=Stage.DISBURSED),
            ],
        ),
    ],
)
def test_what_cannot_be_compared_is_left_out_and_yields_no_figure(pledged, reports):
    progress = assess(pledged, reports, TODAY)

    assert progress.state == State.NOT_COMPARABLE
    assert (progress.delivered, progress.counted, progress.conflicts) == (None, (), ())
    assert set(reasons(progress).values()) == {LeftOut.NOT_COMPARABLE}


def test_what_is_left_out_anyway_makes_nothing_incomparable():
    reports = [
        report("counted", "100"),
        report("editor", "5", unit="PEN", counts=False),
        report("undated", "5", stated="", unit="PEN"),
        report("after", "5", stated="2027", unit="PEN"),
        report("no-figure", "", unit="PEN"),
    ]

    progress = assess(promise("200"), reports, TODAY)

    assert progress.state == State.UNDER_WAY
    assert progress.counted == ("counted",)
    assert reasons(progress) == {
        "editor": LeftOut.EDITOR,
        "undated": LeftOut.UNDATED,
        "after": LeftOut.AFTER,
        "no-figure": LeftOut.NO_FIGURE,
    }


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        (report("a", "5", counts=False), State.AMOUNT_NOT_REPORTED),
        (report("a", "", counts=False), State.AMOUNT_NOT_REPORTED),
        (report("a", "5", stated=""), State.AMOUNT_NOT_REPORTED),
        (report("a", "", stated=""), State.AMOUNT_NOT_REPORTED),
        (report("a", "5", stated="2027"), State.NO_REPORT),  # nobody knows of it yet
        (report("a", "", stated="2027", counts=False), State.NO_REPORT),
    ],
)
def test_a_report_that_does_not_count_is_still_a_report(left_out, expected):
    assert assess(promise(), [left_out], TODAY).state == expected


# Which reports are known


@pytest.mark.parametrize(
    ("stated", "is_known"),
    [
        ("2026-11-20", True),
        ("2026-11-21", True),
        ("2026-11-22", False),
        ("2026-11", False),  # it may be of the 30th
        ("2026-11-01/2026-11-21", True),
        ("2026", False),
        ("2025~", True),
    ],
)
def test_a_report_is_known_once_all_days_it_can_mean_have_come(stated, is_known):
    progress = assess(promise(), [report("a", "5", stated)], TODAY)

    assert progress.counted == (("a",) if is_known else ())
    assert reasons(progress) == ({} if is_known else {"a": LeftOut.AFTER})


def test_the_working_is_in_order_of_date_the_undated_first():
    reports = [
        report("d", "4", "2024"),
        report("b", "2", "2022"),
        report("undated", "9", ""),
        report("c", "3", "2023"),
        report("a", "2", "2022"),
    ]

    progress = assess(promise(), reports, TODAY)

    assert progress.counted == ("d",)
    assert [key for key, _ in progress.left_out] == ["undated", "a", "b", "c"]


# Totals and increments


@pytest.mark.parametrize(
    ("reported", "delivered"),
    [
        ([("4", "2022"), ("6", "2023")], "6"),
        ([("6", "2023"), ("4", "2022")], "6"),
        ([("4", "2022"), ("0", "2021")], "4"),
        ([("6", "2023"), ("at least 5", "2023")], "6"),
        ([("6", "2023-05"), ("up to 8", "2023")], "6"),
        ([("at least 5", "2022"), ("at least 5", "2023")], "at least 5"),
        ([("7", "2022"), ("6", "2023")], "6"),  # the later count stands, flagged
    ],
)
def test_of_totals_to_date_the_latest_is_the_total(reported, delivered):
    reports = [report(str(i), *said) for i, said in enumerate(reported)]

    progress = assess(promise(), reports, TODAY)

    assert (progress.delivered, progress.strongest) == (bounds(delivered), None)


@pytest.mark.parametrize(
    ("reported", "delivered"),
    [
        (["4", "6"], "10"),
        (["4", "0"], "4"),
        (["4", "at least 6"], "at least 10"),
        (["4", ""], "4"),  # one without a figure is named among those left out
        (["150", "100"], "250"),
    ],
)
def test_increments_are_added(reported, delivered):
    reports = [report(str(i), said, **INCREMENT) for i, said in enumerate(reported)]

    assert assess(promise(), reports, TODAY).delivered == bounds(delivered)


def test_over_delivery_is_never_capped():
    progress = assess(promise("200"), [report("a", "500")], TODAY)

    assert (progress.state, progress.over, progress.short) == (State.DELIVERED, bounds("300"), None)
    assert progress.percent == 250


def test_a_range_has_no_percentage_even_where_its_weakest_end_is_exact():
    reports = [report("a", "5", "2023"), report("b", "7", "2023")]

    progress = assess(promise("10"), reports, TODAY)

    assert (progress.delivered, progress.strongest) == (bounds("5"), bounds("7"))
    assert progress.percent is None
    assert progress.conflicts == (Conflict(Disagreement.CONTRADICTS, "a", "b"),)


def test_the_state_is_computed_from_the_weakest_of_what_is_disputed():
    reports = [report("a", "250", "2022"), report("b", "at least 150", "2023")]

    progress = assess(promise("at least 200"), reports, TODAY)

    assert progress.state == State.UNDER_WAY
    assert progress.short == bounds("up to 50")


def test_a_dispute_that_was_overtaken_is_over():
    reports = [report("a", "7", "2021"), report("b", "6", "2022"), report("c", "8", "2023")]

    progress = assess(promise("10"), reports, TODAY)

    assert (progress.delivered, progress.strongest, progress.conflicts) == (bounds("8"), None, ())
    assert reasons(progress) == {"a": LeftOut.SUPERSEDED, "b": LeftOut.SUPERSEDED}


def test_what_fits_together_is_not_weaker_than_the_past_because_a_part_of_it_is():
    reports = [
        report("past", "6", "2020"),
        report("count", "7", "2023"),
        report("floor", "more than 5", "2023"),
    ]

    progress = assess(promise(""), reports, TODAY)

    assert (progress.delivered, progress.strongest, progress.conflicts) == (bounds("7"), None, ())
    assert progress.counted == ("count", "floor")


def test_more_than_a_ceiling_is_over_it():
    progress = assess(promise("up to 10"), [report("a", "12")], TODAY)

    assert progress.over == Bounds(2, 2, "shelters")
