"""Rows say what they hold in the reader's language, and hold nothing the public may not see."""

import pytest
from django.utils.translation import override

from tests import builders
from tests.snapshots import today
from tracker.domain.vocabulary import LeftOut, State
from tracker.ledger.awards import award_lines, award_page, totals_awarded
from tracker.ledger.commitments import commitment_lines, commitment_page
from tracker.ledger.dialogues import dialogue_lines, dialogue_page, listed
from tracker.ledger.overview import overview
from tracker.ledger.parties import partner_page, party_page
from tracker.ledger.partnerships import partnership_page
from tracker.ledger.sources import lines_of, source_page
from tracker.models import Award, Commitment

pytestmark = pytest.mark.django_db


def plain(said):
    return str(said).replace("\N{NO-BREAK SPACE}", " ")


def test_a_line_says_what_was_pledged_and_delivered_in_words():
    commitment = builders.make_commitment()
    builders.make_pledge(
        commitment=commitment, value="5000000", unit="USD", stage="planned", pledged_on="2017"
    )
    for value, stated_on in [("11000000", "2022-11~"), ("9800000", "2024-10-21")]:
        builders.make_delivery(
            commitment=commitment,
            value=value,
            unit="USD",
            qualifier="more than",
            stage="invested",
            stated_on=stated_on,
        )

    (line,) = commitment_lines(today(), Commitment.objects.all())

    assert plain(line.pledged) == "5,000,000 USD"
    assert plain(line.delivered) == "from “more than 9,800,000 USD” to “more than 11,000,000 USD”"
    assert line.state == State.DELIVERED


def test_one_of_a_thing_is_singular():
    commitment = builders.make_commitment()
    builders.make_delivery(commitment=commitment, value="1", unit="shelters")

    (line,) = commitment_lines(today(), Commitment.objects.all())

    assert plain(line.delivered) == "1 shelter"
    with override("es"):
        assert plain(line.delivered) == "1 albergue"


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (None, State.NO_REPORT),
        ({}, State.AMOUNT_NOT_REPORTED),
        ({"value": "0", "unit": "shelters"}, None),  # a reported zero is a figure
    ],
)
def test_each_silence_has_its_own_state(report, expected):
    commitment = builders.make_commitment()
    if report is not None:
        builders.make_delivery(commitment=commitment, **report)

    (line,) = commitment_lines(today(), Commitment.objects.all())

    assert (line.silence if line.delivered is None else None) == expected


def test_figures_that_cannot_be_compared_are_not_called_unreported():
    commitment = builders.make_commitment()
    builders.make_delivery(commitment=commitment, value="1", unit="shelters")
    builders.make_delivery(commitment=commitment, value="1", unit="USD", stage="disbursed")

    (line,) = commitment_lines(today(), Commitment.objects.all())

    assert line.silence == State.NOT_COMPARABLE


def test_a_commitment_page_shows_the_working():
    commitment = builders.make_commitment()
    builders.make_delivery(commitment=commitment, value="7", unit="shelters", stated_on="2020")
    builders.make_delivery(commitment=commitment, value="6", unit="shelters", stated_on="2023")

    page = commitment_page(today(), commitment.code)

    assert [(plain(row.quantity), row.left_out) for row in page.reports] == [
        ("7 shelters", LeftOut.SUPERSEDED),
        ("6 shelters", None),
    ]


def test_a_joint_award_is_counted_once_and_its_split_is_not_stated():
    award = builders.make_award(value="5000000", unit="USD")
    for _ in range(2):
        builders.make_recipient(award=award)

    lines = award_lines(today(), Award.objects.all())

    assert lines[0].is_joint
    assert [plain(total) for total in totals_awarded(today(), lines)] == ["5,000,000 USD"]


def test_an_award_with_stated_shares_is_not_joint():
    award = builders.make_award(value="5", unit="USD")
    for value in ("2", "3"):
        builders.make_recipient(award=award, value=value, unit="USD")

    (line,) = award_lines(today(), Award.objects.all())

    assert not line.is_joint


def test_awards_of_two_currencies_are_summed_apart():
    builders.make_award(value="5", unit="USD")
    builders.make_award(value="7", unit="PEN")
    builders.make_award(unit="PEN")

    totals = totals_awarded(today(), award_lines(today(), Award.objects.all()))

    assert [plain(total) for total in totals] == ["5 USD", "at least 7 PEN"]


def test_an_award_of_no_stated_currency_leaves_every_sum_open():
    builders.make_award(value="5", unit="USD")
    builders.make_award()

    totals = totals_awarded(today(), award_lines(today(), Award.objects.all()))

    assert [plain(total) for total in totals] == ["at least 5 USD"]


def test_an_award_does_not_name_a_draft_commitment():
    award = builders.make_award(commitment=builders.make_commitment(status="draft"))

    assert award_page(today(), award.slug).commitment is None


def test_a_partner_is_a_partner_only_by_a_public_award():
    partner = builders.make_party()
    builders.make_recipient(party=partner, award=builders.make_award(status="draft"))

    assert partner_page(today(), partner.slug) is None
    assert party_page(today(), partner.slug) is not None


def test_a_party_does_not_name_a_draft_it_belongs_to():
    office = builders.make_party(parent=builders.make_party(status="draft"))

    assert party_page(today(), office.slug).line.parent is None


def test_meetings_come_in_order_of_date_and_undated_ones_last():
    builders.make_dialogue(slug="undated", held_on="")
    builders.make_dialogue(slug="later", held_on="2023")
    builders.make_dialogue(slug="first", held_on="2020-02-06")

    lines = dialogue_lines(listed(today()))

    assert [line.name.key for line in lines] == ["first", "later", "undated"]


def test_a_request_is_told_apart_from_a_pledge():
    meeting = builders.make_dialogue()
    builders.make_announcement(dialogue=meeting, kind="request", addressed_to=builders.peru())

    page = dialogue_page(today(), meeting.slug)

    assert [row.is_request for row in page.announcements] == [True]
    assert overview(today()).total == 0


def test_a_source_lists_what_rests_on_it_and_no_drafts():
    source = builders.make_source()
    builders.make_citation(source=source, commitment=builders.make_commitment())
    hidden = builders.make_commitment(status="draft")
    builders.make_citation(source=source, commitment=hidden)

    page = source_page(today(), source.slug)

    assert [row.record.key for row in page.cited] == ["PE-1"]


def test_a_source_counts_only_what_it_may_show():
    source = builders.make_source()
    builders.make_citation(source=source, status="draft")

    (line,) = lines_of(today(), [source.pk])

    assert line.citations == 0


def test_what_nobody_had_pledged_stands_under_its_objective():
    objective = builders.make_objective()
    builders.make_delivery(objective=objective)

    page = partnership_page(today(), objective.partnership.slug)

    assert len(page.objectives[0].never_pledged) == 1
    assert page.groups == ()


def test_the_overview_counts_every_commitment_in_some_state():
    for report in ({}, {"value": "6", "unit": "shelters"}):
        builders.make_delivery(commitment=builders.make_commitment(), **report)
    builders.make_commitment()

    found = overview(today())

    assert found.total == 3
    assert {count.state: count.count for count in found.states} == {
        State.AMOUNT_NOT_REPORTED: 1,
        State.NO_NUMERIC_TARGET: 1,
        State.NO_REPORT: 1,
    }


def test_a_joint_commitment_is_grouped_apart_from_those_of_one_party():
    builders.make_commitment(made_by=builders.peru())
    builders.make_commitment(made_by=builders.united_states(), jointly_with=builders.peru())

    groups = overview(today()).lead.groups

    assert [[str(party) for party in group.made_by] for group in groups] == [
        ["Peru"],
        ["United States", "Peru"],
    ]
