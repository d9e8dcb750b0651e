"""What is held back leaves no trace: public bytes are equal with it and without it."""

import pytest
from django.db import models
from django.urls import reverse

from tests import builders
from tests.tracker.public.test_queries import PAGES
from tracker.models import Citation, Pledge
from tracker.models.base import Record

CANARY = "Xanadu"


def hidden_records(status):
    """Make one record of every kind, tied to the public ones and held back; return them."""
    parent = builders.make_party(status=status)
    commitment = builders.make_commitment(code="PE-99", status=status)
    made = [
        parent,
        commitment,
        builders.make_replacement(Pledge.objects.get(), status=status),
        builders.make_region(code="PE-LIM", status=status),
        builders.make_partnership(status=status),
        builders.make_objective(status=status),
        builders.make_delivery(status=status),
        builders.make_delivery(commitment=commitment),
        builders.make_award(status=status),
        builders.make_recipient(party=builders.peru(), status=status),
        builders.make_recipient(party=parent),
        builders.make_activity(party=builders.peru(), status=status),
        builders.make_dialogue(status=status),
        builders.make_participant(status=status),
        builders.make_announcement(status=status),
        builders.make_announcement(made_by=parent),
        builders.make_extension(status=status),
        builders.make_judgement(status=status),
        builders.make_source(status=status),
        builders.make_citation(status=status),
    ]
    for record in made:
        sing(record)
    return made


def sing(record):
    """Put the canary into every free text of a record."""
    free = [
        field.name
        for field in record._meta.fields
        if isinstance(field, models.TextField | models.CharField)
        and not field.choices
        and not isinstance(field, models.SlugField)
        and not field.name.startswith("why_not")  # only for a report that does not count
        and field.name.endswith(("_en", "_es", "title", "name", "phrase"))
    ]
    type(record).objects.filter(pk=record.pk).update(**dict.fromkeys(free, CANARY))


def public_bytes(client):
    """Return what every public address answers, in both languages, today and as of a day."""
    return {
        (language, name, query): client.get(
            f"/{language}/" + reverse(f"tracker:{name}", args=arguments)[4:] + query
        ).content
        for language in ("en", "es")
        for name, (arguments, _) in PAGES.items()
        for query in ("", "?as_of=2024-01-01")
    }


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_every_public_byte_is_the_same_with_and_without_what_is_held_back(client, record, status):
    record(1)
    without = public_bytes(client)

    hidden_records(status)
    found = public_bytes(client)

    assert [address for address, page in found.items() if page != without[address]] == []
    assert not any(CANARY.encode() in page for page in found.values())


def test_every_kind_of_record_is_held_back_here(record):
    record(1)
    made = {type(one) for one in hidden_records("draft")}

    kinds = {model for model in all_records() if not model._meta.proxy}

    assert kinds - made == set()


def test_the_canary_would_be_seen(client, record):
    record(1)
    before = public_bytes(client)

    for one in Citation.objects.all():
        sing(one)

    assert any(page != before[address] for address, page in public_bytes(client).items())
    assert any(CANARY.encode() in page for page in public_bytes(client).values())


def all_records(base=Record):
    """Return every kind of record there is."""
    for model in base.__subclasses__():
        if not model._meta.abstract:
            yield model
        yield from all_records(model)
