"""The cases the arithmetic was designed on, with the numbers that sources really state."""

from datetime import date

import pytest

from tests.tracker.domain.test_figures import bounds
from tests.tracker.domain.test_progress import TODAY, promise, reasons, report
from tracker.domain.conflicts import Conflict
from tracker.domain.progress import assess
from tracker.domain.vocabulary import Disagreement, LeftOut, Stage, State


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
