"""The database judges: what it refuses is found, and named in the words of the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from tracker.seeding.drafts import Draft

# "tracker_pledge.replaces_id" in SQLite's words; "Key (replaces_id)=(1)", 'column "name_en"'.
COLUMNS = re.compile(r'\b\w+\.(\w+)|Key \(([^)]+)\)=|column "(\w+)"')


def put(
    drafts: list[Draft], write: Callable[[list[Model]], object]
) -> Iterator[tuple[Draft, DatabaseError]]:
    """
    Write as many of the rows as the database takes, and yield the others with its refusal.

    All are tried at once; where one is refused, each half is, down to the single row.
    """
    if not drafts:
        return
    try:
        with transaction.atomic():
            write([draft.row for draft in drafts])
    except (IntegrityError, DataError) as refused:
        if len(drafts) == 1:
            yield drafts[0], refused
            return
        middle = len(drafts) // 2
        yield from put(drafts[:middle], write)
        yield from put(drafts[middle:], write)


def reasons(
    draft: Draft, refused: DatabaseError, *, ask_for_all: bool
) -> Iterator[tuple[str, list[str]]]:
    """
    Yield the sentence and the keys of each rule that a refused row breaks.

    The database names one. Django can ask it for the model's others, one query each.
    """
    row, words = draft.row, str(refused)
    rules = row._meta.constraints
    broken = [rule for rule in rules if _is_named(rule, words)]
    if ask_for_all or not broken:
        broken = [rule for rule in rules if rule in broken or _breaks(row, rule)]
    for rule in broken:
        yield str(rule.get_violation_error_message()), _keys(draft, _columns(type(row), rule))
    if not broken:
        columns = {
            name for found in COLUMNS.findall(words) for name in re.findall(r"\w+", " ".join(found))
        }
        yield _sentence(words), _keys(draft, columns)


def _is_named(rule: Any, words: str) -> bool:
    return bool(re.search(rf"\b{re.escape(rule.name)}\b", words))


def _breaks(row: Model, rule: Any) -> bool:
    try:
        rule.validate(type(row), row)
    except ValidationError:
        return True
    return False


def _columns(model: type[Model], rule: Any) -> set[str]:
    """Return the columns that a rule speaks of, as its SQL has them."""
    return set(re.findall(r'"(\w+)"', str(rule.create_sql(model, connection.schema_editor()))))


def _keys(draft: Draft, columns: set[str]) -> list[str]:
    """Return the keys that fill these columns: those that the file has, or all if none."""
    fields: list[Any] = [*draft.row._meta.fields]
    # The days that a date can mean are filled by the key of the date.
    names = {getattr(field, "stated", field.name) for field in fields if field.column in columns}
    keys = [key.name for key in draft.entry.kind.columns if key.name in names]
    return [name for name in keys if name in draft.entry.data] or keys


def _sentence(words: str) -> str:
    """Return what is wrong where the rule is a field's own, or the database's words."""
    if "unique" in words.lower():
        return _("only one record can have this value")
    if "not null" in words.lower() or "not-null" in words:
        return _("is missing")
    return words.splitlines()[0]
