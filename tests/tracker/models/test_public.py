"""Who may see what: published records, and only while all they name is published too."""

import pytest

from tests import builders as b
from tests.record import relations
from tests.tracker.models.rows import RECORDS, make
from tracker.models import ImplementingPartner
from tracker.models.base import Part
from tracker.models.sources import TARGETS

pytestmark = pytest.mark.django_db


def a_commitment():
    return b.make_commitment(
        made_by=b.make_party(), jointly_with=b.make_party(), objective=b.make_objective()
    )


def an_award():
    return b.make_award(funder=b.make_party())


NEVER_PLEDGED = ", never pledged"

# Rows in which every relation is filled, each with a record of its own.
FULL = {
    "Activity": lambda: b.make_activity(award=an_award(), objective=b.make_objective()),
    "Announcement": lambda: b.make_announcement(
        kind="request", made_by=b.make_party(), addressed_to=b.make_party()
    ),
    "Award": an_award,
    "Citation": b.make_citation,
    "Commitment": a_commitment,
    "Delivery": lambda: b.make_delivery(
        commitment=a_commitment(),
        reported_by=b.make_party(),
        attributed_to=b.make_party(),
        dialogue=b.make_dialogue(),
    ),
    f"Delivery{NEVER_PLEDGED}": lambda: b.make_delivery(
        objective=b.make_objective(), reported_by=b.make_party()
    ),
    "Dialogue": b.make_dialogue,
    "Extension": lambda: b.make_extension(dialogue=b.make_dialogue()),
    "ImplementingPartner": lambda: ImplementingPartner.objects.get(
        pk=b.make_recipient(party=b.make_party(parent=b.make_party())).party_id
    ),
    "Judgement": lambda: b.make_judgement(commitment=a_commitment()),
    "Objective": b.make_objective,
    "Participant": lambda: b.make_participant(party=b.make_party()),
    "Partnership": b.make_partnership,
    "Party": lambda: b.make_party(parent=b.make_party()),
    "Pledge": lambda: b.make_pledge(commitment=a_commitment()),
    "Recipient": lambda: b.make_recipient(award=an_award()),
    "Region": b.make_region,
    "Source": b.make_source,
}


def follow(row, path):
    """Return what `path` leads to from `row`, or None if a relation on the way is empty."""
    for name in path.split("__"):
        row = row and getattr(row, name)
    return row


def is_public(row):
    return type(row).objects.public().filter(pk=row.pk).exists()


def paths():
    """Return each way to hide a record: the name in FULL, and the path of shown_with."""
    return [
        (f"{model.__name__}{NEVER_PLEDGED if is_never_pledged(model, path) else ''}", path)
        for model in RECORDS
        for path in model.shown_with
    ]


def is_never_pledged(model, path):
    return model.__name__ == "Delivery" and path.startswith("objective")


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_published_record_is_public_with_its_optional_relations_empty(model):
    assert is_public(make(model))


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
@pytest.mark.parametrize("name", FULL)
def test_a_record_that_is_not_published_is_not_public(name, status):
    row = FULL[name]()
    assert is_public(row)

    type(row).objects.filter(pk=row.pk).update(status=status)

    assert not is_public(row)


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
@pytest.mark.parametrize(("name", "path"), paths())
def test_a_record_is_hidden_with_what_it_names(name, path, status):
    row = FULL[name]()
    assert is_public(row)
    named = follow(row, path)

    type(named).objects.filter(pk=named.pk).update(status=status)

    assert not is_public(row)


# What a page of the record never leads to.
NOT_FOLLOWED = {
    "Pledge": {"replaces"},  # an old pledge that is held back hides no newer one
    "Citation": set(TARGETS),  # its record leads to it
}


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_relation_to_a_record_hides_it_or_is_left_out_or_is_not_followed(model):
    hiding = {path for path in model.shown_with if "__" not in path}
    left_out = set(model.named_while_public)
    not_followed = NOT_FOLLOWED.get(model.__name__, set())

    assert hiding | left_out | not_followed == relations(model).keys()
    assert len(hiding) + len(left_out) + len(not_followed) == len(relations(model))
    assert {model.whole} - {""} <= hiding


def test_what_hides_a_partnership_hides_all_that_belongs_to_it():
    for model in RECORDS:
        for path in model.shown_with:
            if path.endswith("partnership") and model.__name__ != "Partnership":
                assert {f"{path}__funder", f"{path}__partner"} <= set(model.shown_with), model


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_records_start_as_drafts_and_parts_show_with_their_whole(model):
    expected = "published" if issubclass(model, Part) else "draft"

    assert model().status == expected
