"""What is held back leaves no trace: public bytes are equal with it and without it."""

import pytest
from django.db import models

from tests.record import LEFT_OUT, MODELS, bare, full, ilo, relations, replacing
from tests.tracker.public.addresses import public_addresses, text
from tracker.models import (
    Activity,
    Citation,
    Commitment,
    Delivery,
    Partnership,
    Pledge,
    Recipient,
)
from tracker.models.base import Record
from tracker.models.sources import TARGETS

CANARY = "Xanadu"
RECORDS = [model for model in MODELS if issubclass(model, Record)]


@pytest.fixture
def spare(record):
    """
    Make the record, and beside it one published row of each kind that no other one names.

    What a page tells of these it can have only from what is held back. Returned by model.
    """
    record(1)
    made = {}
    while len(made) < len(RECORDS):
        for model in set(RECORDS) - made.keys():
            needed = needs(model)
            if set(needed.values()) <= made.keys():
                made[model] = bare(model, **{name: made[to] for name, to in needed.items()})
    return made


def needs(model):
    """Return the relations that a bare row of the model must have, each with where it leads."""
    also = {Delivery: {"commitment"}, Citation: {"commitment"}}.get(model, set())
    return {
        name: to
        for name, to in relations(model).items()
        if name in also or not model._meta.get_field(name).blank
        if (model, name) != (Partnership, "partner")  # of two parties
    }


def naming(model, name, row, **fields):
    """Make a full row of the model whose relation `name` leads to `row`."""
    if model is Pledge:
        commitment = row.commitment if name == "replaces" else row
        return full(model, **replacing(commitment), **fields)
    if model is Delivery and name == "objective":
        fields |= LEFT_OUT
    if model is Citation and name not in TARGETS:
        fields["commitment"] = Commitment.objects.first()
    if model in (Activity, Recipient):  # of a party that is there already
        fields["party"] = ilo()
    many = model._meta.get_field(name).many_to_many
    return full(model, **fields | {name: [row] if many else row})


def hold_back(status, spare):
    """Make rows of every kind held back that name the spare ones; return the last of each kind."""
    held = {}
    for model in RECORDS:
        for name, to in relations(model).items():
            held[model] = naming(model, name, spare[to], status=status)
        if model not in held:
            held[model] = full(model, status=status)
    for model in RECORDS:
        sing(model.objects.filter(status=status))
    return held


def publish_beneath(held):
    """Make published rows that may be seen only with one that is held back."""
    for model in RECORDS:
        names = TARGETS if model is Citation else ()
        for name in {*names, *model.shown_with} & relations(model).keys():
            row = naming(model, name, held[relations(model)[name]])
            sing(model.objects.filter(pk=row.pk))


def name_from_public_rows(held):
    """Let a public row name one that is held back, by every relation named only while public."""
    for model in RECORDS:
        for name in model.named_while_public:
            rows = model.objects.filter(**{f"{name}__isnull": True}, status="published")
            kept = held[relations(model)[name]]
            if model._meta.get_field(name).many_to_many:
                getattr(rows[0], name).add(kept)
            else:
                assert model.objects.filter(pk=rows[0].pk).update(**{name: kept})


def sing(rows):
    """Put the canary into every free text of the rows."""
    free = [
        field.name
        for field in rows.model._meta.fields
        if isinstance(field, models.TextField | models.CharField)
        and not field.choices
        and not isinstance(field, models.SlugField)
        and not field.name.startswith("why_not")  # only for a report that does not count
        and field.name.endswith(("_en", "_es", "title", "name", "phrase"))
    ]
    if free:
        rows.update(**dict.fromkeys(free, CANARY))


def public_bytes(client):
    """Return what every public address answers in English, today and as of a day; and the feeds."""
    addresses = [one for one in public_addresses(client) if not one.startswith("/es/")]
    return {
        address + query: client.get(address + query).content
        for address in addresses
        for query in ("", "?as_of=2024-01-01")
    }


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_every_public_byte_is_the_same_with_and_without_what_is_held_back(client, spare, status):
    without = public_bytes(client)

    held = hold_back(status, spare)
    publish_beneath(held)
    name_from_public_rows(held)
    found = public_bytes(client)

    assert found.keys() == without.keys()
    assert [address for address, page in found.items() if page != without[address]] == []
    assert [address for address, page in found.items() if CANARY.encode() in page] == []


def test_the_canary_would_be_seen(client, record):
    record(1)
    address = Commitment.objects.first().get_absolute_url()
    assert CANARY not in text(client, address)

    sing(Citation.objects.all())

    assert CANARY in text(client, address)
