"""Who may see what: published records, and only while all they name is published too."""

from functools import partial

import pytest

from tests.record import full, relations, replacing
from tests.tracker.models.rows import RECORDS, make
from tracker.models import (
    Citation,
    Commitment,
    Delivery,
    ImplementingPartner,
    Pledge,
    Recipient,
)
from tracker.models.base import Part
from tracker.models.sources import TARGETS

pytestmark = pytest.mark.django_db


NEVER_PLEDGED = ", never pledged"


def filled(model, *empty):
    """Make a row with every relation filled but those of `empty`; so is what it belongs to."""
    ways = {path.partition("__")[0] for path in model.shown_with if "__" in path}
    named = {name: full(relations(model)[name]) for name in sorted(ways - set(empty))}
    return full(model, **named, **dict.fromkeys(empty))


# Rows in which every relation is filled.
FULL = {model.__name__: partial(filled, model) for model in RECORDS} | {
    "Citation": lambda: full(Citation, commitment=full(Commitment)),
    "Delivery": partial(filled, Delivery, "objective"),
    f"Delivery{NEVER_PLEDGED}": partial(filled, Delivery, "commitment"),
    "ImplementingPartner": lambda: ImplementingPartner.objects.get(pk=filled(Recipient).party_id),
    "Pledge": lambda: full(Pledge, **replacing(full(Commitment))),
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
