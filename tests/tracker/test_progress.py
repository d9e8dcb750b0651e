"""What was pledged against what was reported: every state, and the cases the seeds hold."""

from datetime import date

import pytest

from tests.tracker.test_figures import bounds, figure
from tracker.conflicts import Conflict
from tracker.dates import span
from tracker.figures import Bounds, UnitMismatch
from tracker.progress import Promise, Report, assess, total_awarded
from tracker.vocabulary import Disagreement, LeftOut, Stage, State

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


# Awards


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([], None),
        ([""], None),
        (["0"], "0"),
        (["5000000"], "5000000"),
        (["5000000", "1700000"], "6700000"),  # joint awards come once, whoever shares them
        (["5000000", ""], "at least 5000000"),
        (["", "more than 5000000"], "more than 5000000"),
        (["up to 5000000", ""], "at least 0"),
        (["at least 5000000", "1700000"], "at least 6700000"),
    ],
)
def test_awards_are_added_and_one_of_unknown_amount_opens_the_end(amounts, expected):
    total = total_awarded([figure(amount, "USD") for amount in amounts])

    assert total == (expected and bounds(expected, "USD"))


def test_awards_in_two_currencies_are_refused():
    with pytest.raises(UnitMismatch, match=r"^USD and PEN cannot be added or compared$"):
        total_awarded([figure("5", "USD"), figure("8", "PEN")])


# The worked cases


def test_soles_something_was_given_and_nobody_says_how_much():
    soles = promise("at least 8000000", due="2021-06", unit="PEN")
    in_kind = report("in-kind", "", "2022-11~", unit="PEN")

    progress = assess(soles, [in_kind], TODAY)

    assert progress.state == State.AMOUNT_NOT_REPORTED  # past due, but not measured: not SHORT
    assert (progress.delivered, progress.short, progress.percent) == (None, None, None)
    assert progress.left_out == (("in-kind", LeftOut.NO_FIGURE),)


PLANNED = promise("5000000", unit="USD")
INVESTED = [
    report(key, text, stated, unit="USD", stage=Stage.INVESTED)
    for key, text, stated in [
        ("2021", "7200000", "2021-05-18"),
        ("third", "more than 11000000", "2022-11~"),
        ("2023", "more than 10000000", "2023-11-29"),
        ("2024", "more than 9800000", "2024-10-21"),
        ("undated", "7100000", ""),
    ]
]


def test_u_s_money_is_delivered_while_later_statements_claim_less():
    progress = assess(PLANNED, INVESTED, TODAY)

    assert progress.state == State.DELIVERED
    assert progress.delivered == bounds("more than 9800000", "USD")
    assert progress.strongest == bounds("more than 11000000", "USD")
    assert progress.over == bounds("more than 4800000", "USD")
    assert (progress.short, progress.percent) == (None, None)
    assert progress.counted == ("third", "2023", "2024")
    assert progress.left_out == (("undated", LeftOut.UNDATED), ("2021", LeftOut.SUPERSEDED))
    assert progress.conflicts == (
        Conflict(Disagreement.WEAKER, "third", "2024"),
        Conflict(Disagreement.WEAKER, "2023", "2024"),
    )


def test_u_s_money_as_of_june_2021_is_exactly_what_was_said_in_may():
    progress = assess(PLANNED, INVESTED, date(2021, 6, 1))

    assert progress.state == State.DELIVERED
    assert (progress.delivered, progress.strongest) == (bounds("7200000", "USD"), None)
    assert progress.percent == 144
    assert progress.conflicts == ()
    assert reasons(progress) == {
        "undated": LeftOut.UNDATED,
        "third": LeftOut.AFTER,
        "2023": LeftOut.AFTER,
        "2024": LeftOut.AFTER,
    }


def test_shelters_seven_became_six_and_three_actors_do_not_make_eighteen():
    reports = [
        report("seven", "7", "2020"),
        report("established", "6", "2023-11-29"),
        report("operated", "6", "2024-06"),
        report("helped-open", "6", "2024-10-21"),
    ]

    progress = assess(promise(""), reports, TODAY)

    assert progress.state == State.NO_NUMERIC_TARGET
    assert (progress.delivered, progress.strongest) == (bounds("6"), None)
    assert progress.conflicts == (Conflict(Disagreement.FALLS, "seven", "helped-open"),)


def test_personnel_no_number_was_pledged_and_none_reported():
    progress = assess(promise("", unit=""), [report("staff", "", "2022-11~", unit="")], TODAY)

    assert progress.state == State.AMOUNT_NOT_REPORTED


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [(date(2024, 12, 31), State.UNDER_WAY), (date(2025, 1, 1), State.SHORT)],
)
def test_a_reported_zero_is_a_report(as_of, expected):
    progress = assess(promise("at least 200", due="2024"), [report("none-yet", "0")], as_of)

    assert (progress.state, progress.delivered) == (expected, bounds("0"))
    assert (progress.short, progress.percent) == (bounds("200"), None)


def test_colombia_a_ceiling_is_no_promise_of_a_floor():
    ceiling = promise("up to 10000000", unit="USD")
    awarded = report("awarded", "9600000", unit="USD", stage=Stage.AWARDED)

    progress = assess(ceiling, [awarded], TODAY)

    assert progress.state == State.NO_NUMERIC_TARGET
    assert progress.delivered == bounds("9600000", "USD")
    assert (progress.over, progress.short, progress.percent) == (None, None, None)


def test_more_than_a_ceiling_is_over_it():
    progress = assess(promise("up to 10"), [report("a", "12")], TODAY)

    assert progress.over == Bounds(2, 2, "shelters")
