"""How a refusal shows: to whoever writes to the database, and to an editor in a form."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint


def assert_refused_by_the_database(write, constraint):
    """`write` must fail, and by the check of that name if it is one (SQLite names no others)."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write()

    if isinstance(constraint, CheckConstraint):
        assert re.search(rf"\b{constraint.name}\b", str(refusal.value))


def assert_refused_to_editors(row, constraint):
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()

    assert str(constraint.violation_error_message) in refusal.value.messages


def update(row, **fields):
    return lambda: type(row).objects.filter(pk=row.pk).update(**fields)


def changed(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return row
