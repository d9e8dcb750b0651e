"""The record that tests share holds everything: filled in one row, missing from another."""

from django.db.models import BooleanField

from tests.record import MODELS, optional


def empty(field):
    """Return the condition that the field is empty."""
    return {f"{field.name}__isnull": True} if field.null or field.many_to_many else {field.name: ""}


def test_everything_optional_is_filled_in_one_row_and_empty_in_another(record):
    record(1)
    fields = [(model, field) for model in MODELS for field in optional(model)]

    never_filled = [field for model, field in fields if not model.objects.exclude(**empty(field))]
    never_empty = [field for model, field in fields if not model.objects.filter(**empty(field))]

    assert len(fields) > 100
    assert (never_filled, never_empty) == ([], [])


def test_everything_that_holds_or_not_does_in_one_row_and_does_not_in_another(record):
    record(1)
    fields = [
        (model, field)
        for model in MODELS
        for field in model._meta.fields
        if isinstance(field, BooleanField)
    ]

    missing = [
        (field, value)
        for model, field in fields
        for value in (True, False)
        if not model.objects.filter(**{field.name: value})
    ]

    assert missing == []
