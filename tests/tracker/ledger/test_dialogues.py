"""What a dialogue was told of each commitment, and what had changed since the one before."""

import pytest

from tests import builders
from tests.snapshots import as_of, today
from tracker.domain.vocabulary import State
from tracker.ledger.dialogues import dialogue_page

pytestmark = pytest.mark.django_db


def account(meeting, snapshot=None):
    return dialogue_page(snapshot or today(), meeting.slug).account


@pytest.fixture
def first():
    return builders.make_dialogue(held_on="2020-02-06")


@pytest.fixture
def second():
    return builders.make_dialogue(held_on="2021-05-17/2021-05-18")


def shelters(commitment, value, day, **fields):
    return builders.make_delivery(
        commitment=commitment, value=value, unit="shelters", stated_on=day, **fields
    )


def test_reports_stand_under_their_commitment_in_the_state_of_that_day(first):
    told, silent = builders.make_commitment(), builders.make_commitment()
    shelters(told, 2, "2020-02-06", dialogue=first)
    builders.make_pledge(commitment=told, value=2, unit="shelters", pledged_on="2017")
    shelters(told, 1, "2022-02")

    (one,) = account(first).reported

    assert (one.line.code, one.line.state) == (told.code, State.DELIVERED)
    assert [report.quantity.figure.value for report in one.reports] == [2]
    assert [line.code for line in account(first).silent] == [silent.code]


def test_what_nobody_had_pledged_is_told_apart(first):
    builders.make_delivery(objective=builders.make_objective(), dialogue=first)

    assert account(first).reported == ()
    assert len(account(first).unpledged) == 1


def test_a_commitment_made_later_was_not_passed_over(first):
    builders.make_commitment(made_on="2022")

    assert account(first).silent == ()


def test_only_an_annual_dialogue_is_held_to_go_through_all_commitments():
    builders.make_commitment()
    signing = builders.make_dialogue(kind="signing", held_on="2017-06-15")

    assert account(signing).silent == ()
    assert account(signing).since is None


def test_a_change_shows_how_it_stood_at_the_dialogue_before(first, second):
    commitment = builders.make_commitment()
    shelters(commitment, 2, "2020-02-06")
    shelters(commitment, 4, "2020-10")
    shelters(commitment, 5, "2021-05-18")
    shelters(commitment, 9, "2021-05-19")

    (change,) = account(second).since.changes

    assert str(account(second).since.meeting.name) == "Dialogue 1"
    assert (change.before.delivered.bounds.low, change.now.delivered.bounds.low) == (2, 5)
    assert change.new_reports == 2


def test_a_report_that_gives_no_figure_is_a_change(first, second):
    commitment = builders.make_commitment()
    builders.make_delivery(commitment=commitment, stated_on="2020-12")

    (change,) = account(second).since.changes

    assert (change.before.state, change.now.state) == (State.NO_REPORT, State.AMOUNT_NOT_REPORTED)


def test_another_pledge_is_a_change(first, second):
    commitment = builders.make_commitment()
    pledge = builders.make_pledge(commitment=commitment, value=6, unit="shelters")
    builders.make_replacement(pledge, value=4, unit="shelters", pledged_on="2020-12")

    (change,) = account(second).since.changes

    assert (change.before.pledged.figure.value, change.now.pledged.figure.value) == (6, 4)
    assert change.new_reports == 0


def test_a_commitment_made_in_between_was_not_promised_before(first, second):
    builders.make_commitment(made_on="2020-12")

    (change,) = account(second).since.changes

    assert change.before is None


def test_what_stands_as_before_is_no_change(first, second):
    shelters(builders.make_commitment(), 2, "2019")
    builders.make_delivery(commitment=builders.make_commitment(), stated_on="2022")

    assert account(second).since.changes == ()


def test_awards_made_in_between_are_named(first, second):
    for day in ("2017-10", "2020-10", "2021-05-19"):
        builders.make_award(awarded_on=day)

    assert [line.awarded_on.edtf for line in account(second).since.awards] == ["2020-10"]


def test_the_first_dialogue_is_compared_with_the_signing(first):
    since = account(first).since

    assert (since.meeting, since.day.edtf) == (None, "2017-06-13")


def test_a_dialogue_that_was_only_announced_is_nothing_to_compare_with(first, second):
    third = builders.make_dialogue(held_on="2022-11")
    second.standing = "announced"
    second.save()

    assert str(account(third).since.meeting.name) == "Dialogue 1"


def test_a_dialogue_of_another_partnership_is_not_the_one_before(first):
    other = builders.make_dialogue(
        partnership=builders.make_partnership(signed_on="2019"), held_on="2021"
    )

    assert account(other).since.meeting is None


def test_a_dialogue_without_a_date_is_compared_with_nothing(first):
    assert account(builders.make_dialogue(held_on="")).since is None


def test_what_was_stated_after_the_day_asked_for_is_unknown(second):
    commitment = builders.make_commitment()
    shelters(commitment, 2, "2021-05-18", dialogue=second)
    day = as_of(2021, 5, 18)

    assert len(account(second, day).reported) == 1
    assert dialogue_page(as_of(2021, 5, 17), second.slug) is None


def test_a_report_stated_after_the_meeting_counts_in_the_state_shown_above_it(first):
    commitment = builders.make_commitment()
    shelters(commitment, 2, "2020-03", dialogue=first)

    (one,) = account(first).reported

    assert one.line.progress.counted == ("delivery-1",)


def test_a_report_towards_what_was_promised_later_is_not_called_unpledged(first):
    commitment = builders.make_commitment(made_on="2022")
    shelters(commitment, 2, "2020-02-06", dialogue=first)

    assert account(first).unpledged == ()
    assert len(account(first).others) == 1


@pytest.mark.parametrize(
    "fields", [{"standing": "announced", "held_on": "2027-03"}, {"held_on": ""}]
)
def test_a_meeting_of_which_nothing_is_known_yet_was_not_silent(first, fields):
    builders.make_commitment()
    meeting = builders.make_dialogue(**fields)

    assert account(meeting).silent == ()
    assert account(meeting).since is None


def test_an_announced_dialogue_to_which_reports_were_made_is_accounted_for(first):
    told, silent = builders.make_commitment(), builders.make_commitment()
    meeting = builders.make_dialogue(standing="announced", held_on="2023-11-29")
    shelters(told, 6, "2023-11-29", dialogue=meeting)

    assert [line.code for line in account(meeting).silent] == [silent.code]


def test_another_due_date_for_the_same_figure_is_a_change(first, second):
    pledge = builders.make_pledge(value=6, unit="shelters")
    builders.make_replacement(pledge, value=6, unit="shelters", due_on="2030", pledged_on="2020-12")

    assert len(account(second).since.changes) == 1
