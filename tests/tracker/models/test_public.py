"""Who may see what: published records, and only while all they name is published too."""

import pytest

from tests.record import naming, relations
from tests.snapshots import today
from tests.tracker.models.rows import RECORDS, make
from tracker.models import ImplementingPartner, Recipient
from tracker.models.base import Part

pytestmark = pytest.mark.django_db


def named_by(model):
    """Return the row of that name in which everything optional is filled."""
    if model is ImplementingPartner:
        return model.objects.get(pk=naming(Recipient).party_id)
    return naming(model)


def is_public(row):
    return today().of(type(row)).filter(pk=row.pk).exists()


HIDING = [(model, name) for model in RECORDS for name in model.shown_with]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_published_record_is_public_with_its_optional_relations_empty(model):
    assert is_public(make(model))


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
@pytest.mark.parametrize("model", RECORDS)
def test_a_record_that_is_not_published_is_not_public(model, status):
    row = named_by(model)
    assert is_public(row)

    type(row).objects.filter(pk=row.pk).update(status=status)

    assert not is_public(row)


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
@pytest.mark.parametrize(("model", "name"), HIDING)
def test_a_record_is_hidden_with_what_it_names(model, name, status):
    row = naming(model, name)
    assert is_public(row)
    named = getattr(row, name)

    type(named).objects.filter(pk=named.pk).update(status=status)

    assert not is_public(row)


# What a page of the record never leads to.
NOT_FOLLOWED = {
    "Pledge": {"replaces"},  # an old pledge that is held back hides no newer one
}


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_relation_to_a_record_hides_it_or_is_left_out_or_is_not_followed(model):
    hiding = set(model.shown_with)
    left_out = set(model.named_while_public)
    not_followed = NOT_FOLLOWED.get(model.__name__, set())

    assert hiding | left_out | not_followed == relations(model).keys()
    assert len(hiding) + len(left_out) + len(not_followed) == len(relations(model))
    assert {model.whole} - {""} <= hiding


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_records_start_as_drafts_and_parts_show_with_their_whole(model):
    expected = "published" if issubclass(model, Part) else "draft"

    assert model().status == expected
