"""What evidence stands on cannot be deleted under it."""

import pytest
from django.db.models import PROTECT
from django.db.models.deletion import ProtectedError

from tests import builders as b
from tests.tracker.models.rows import RECORDS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("make", "needed"),
    [
        (b.make_citation, "source"),
        (b.make_pledge, "commitment"),
        (b.make_delivery, "commitment"),
        (b.make_delivery, "reported_by"),
        (b.make_commitment, "partnership"),
        (b.make_commitment, "made_by"),
        (b.make_award, "partnership"),
        (b.make_award, "funder"),
        (b.make_recipient, "party"),
        (b.make_activity, "party"),
        (b.make_partnership, "partner"),
        (b.make_judgement, "judged_by"),
        (lambda: b.make_delivery(objective=b.make_objective()), "objective"),
        (lambda: b.make_delivery(value=6, unit="shelters"), "unit"),
        (lambda: b.make_replacement(b.make_pledge()), "replaces"),
        (lambda: b.make_party(parent=b.make_party()), "parent"),
    ],
)
def test_what_evidence_stands_on_cannot_be_deleted(make, needed):
    row = make()

    with pytest.raises(ProtectedError):
        getattr(row, needed).delete()


def test_only_parts_and_citations_go_with_their_record():
    going = {
        f"{model.__name__}.{field.name}"
        for model in RECORDS
        if model.__name__ != "Citation" and not model._meta.proxy
        for field in model._meta.fields
        if field.remote_field and field.remote_field.on_delete is not PROTECT
    }

    assert going == {
        "Activity.award",
        "Announcement.dialogue",
        "Delivery.dialogue",  # stays, without its meeting
        "Extension.dialogue",  # stays, without its meeting
        "Extension.partnership",
        "Judgement.commitment",
        "Objective.partnership",
        "Participant.dialogue",
        "Recipient.award",
    }


def test_a_report_outlives_the_meeting_it_was_made_at():
    delivery = b.make_delivery(dialogue=b.make_dialogue())

    delivery.dialogue.delete()

    delivery.refresh_from_db()
    assert delivery.dialogue is None
