"""The assessment of a commitment, from saved rows."""

from decimal import Decimal

import pytest

from tests import builders
from tests.snapshots import TODAY, as_of, today
from tracker.domain.dates import AsOf
from tracker.domain.vocabulary import Disagreement, LeftOut, State
from tracker.ledger.assessments import assessments
from tracker.ledger.snapshot import StaffSnapshot
from tracker.models import Citation, Delivery, Pledge

pytestmark = pytest.mark.django_db


def assessment(commitment, snapshot=None):
    return assessments(snapshot or today(), [commitment.pk])[commitment.pk]


def test_a_commitment_without_a_pledge_has_no_report_yet():
    found = assessment(builders.make_commitment())

    assert found.pledge is None
    assert found.progress.state == State.NO_REPORT


def test_reports_count_against_the_pledge_that_was_in_force():
    commitment = builders.make_commitment()
    first = builders.make_pledge(
        commitment=commitment, value="10", unit="shelters", pledged_on="2017"
    )
    builders.make_pledge(
        commitment=commitment,
        value="4",
        unit="shelters",
        pledged_on="2021",
        replaces=first,
        change="agreed change",
        reason_en="Fewer were needed",
    )
    builders.make_delivery(commitment=commitment, value="6", unit="shelters", stated_on="2020")

    assert assessment(commitment, as_of(2020, 12, 31)).progress.state == State.UNDER_WAY
    assert assessment(commitment, as_of(2020, 12, 31)).pledge == first
    assert assessment(commitment).progress.state == State.DELIVERED


def test_before_the_first_pledge_nothing_was_pledged():
    commitment = builders.make_commitment()
    builders.make_pledge(commitment=commitment, value="1", unit="shelters", pledged_on="2017-06")

    assert assessment(commitment, as_of(2017, 6, 29)).pledge is None
    assert assessment(commitment, as_of(2017, 6, 30)).pledge is not None


def test_an_ended_pledge_is_ended_from_the_day_it_was():
    commitment = builders.make_commitment()
    first = builders.make_pledge(commitment=commitment, pledged_on="2017")
    builders.make_pledge(
        commitment=commitment,
        pledged_on="2019",
        replaces=first,
        change="ended",
        reason_en="The law changed",
    )

    assert assessment(commitment, as_of(2018, 6, 1)).progress.state == State.NO_REPORT
    assert assessment(commitment).progress.state == State.ENDED


def test_a_draft_report_is_no_report():
    commitment = builders.make_commitment()
    builders.make_delivery(commitment=commitment, value="6", unit="shelters", status="draft")

    assert assessment(commitment).progress.state == State.NO_REPORT


def test_an_editor_sees_what_a_draft_commitment_will_come_to():
    commitment = builders.make_commitment(status="draft")
    builders.make_delivery(commitment=commitment, value="6", unit="shelters")

    assert assessment(commitment).progress.state == State.NO_REPORT
    assert (
        assessment(commitment, StaffSnapshot(AsOf(TODAY))).progress.state == State.NO_NUMERIC_TARGET
    )


def test_a_report_the_editors_leave_out_is_named_with_its_reason():
    commitment = builders.make_commitment()
    builders.make_delivery(commitment=commitment, value="6", unit="shelters")
    left_out = builders.make_delivery(
        commitment=commitment,
        value="4",
        unit="shelters",
        is_cumulative=False,
        counts=False,
        why_not_en="An increase over a number nobody states",
    )

    found = assessment(commitment).progress

    assert found.left_out == ((left_out.slug, LeftOut.EDITOR),)
    assert found.delivered.low == Decimal(6)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("7", "shelters", [Disagreement.CITED]),
        ("6", "shelters", []),  # the same figure again
        ("2", "USD", []),  # a source's own conversion is shown, not compared
    ],
)
def test_a_citation_may_disagree_with_the_report_it_supports(value, unit, expected):
    commitment = builders.make_commitment()
    report = builders.make_delivery(commitment=commitment, value="6", unit="shelters")
    builders.make_citation(delivery=report, value=value, unit=unit)

    assert [conflict.kind for conflict in assessment(commitment).conflicts] == expected


def test_a_citation_may_disagree_with_the_pledge_it_supports():
    commitment = builders.make_commitment()
    pledge = builders.make_pledge(commitment=commitment, value="800000", unit="USD")
    builders.make_citation(pledge=pledge, value="784000", unit="USD")

    assert [conflict.kind for conflict in assessment(commitment).conflicts] == [Disagreement.CITED]


def test_many_commitments_take_three_queries(django_assert_num_queries):
    commitments = [builders.make_commitment() for _ in range(5)]
    for commitment in commitments:
        builders.make_pledge(commitment=commitment)
        builders.make_delivery(commitment=commitment)

    snapshot = today()
    list(snapshot.of(Pledge)), list(snapshot.of(Citation)), list(snapshot.of(Delivery))

    # pledges; deliveries; figures that citations state otherwise
    with django_assert_num_queries(3):
        found = assessments(snapshot, [one.pk for one in commitments])

    assert len(found) == 5
