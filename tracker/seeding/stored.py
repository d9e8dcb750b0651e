"""What the database holds of some records, in the words of a seed file."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.db.models import Model, Q

from tracker.seeding.kinds import KINDS, Key, Kind


@dataclass(frozen=True)
class Stored:
    """One row: its key, what it says now, and what the last load wrote."""

    pk: Any
    values: dict[str, Any]
    digest: str
    digest_then: str


def stored(kind: Kind, condition: Q, target: str = "") -> dict[Any, Stored]:
    """
    Return the rows that meet the condition, by identity: by (pk of the record, identity) for
    citations, whose record is in the column `target`.

    The rows are locked, so that nobody can edit them between this look and the writing.
    """
    # Of two citations that say where in the same way, the older one is the file's.
    chosen = kind.model._default_manager.filter(condition).order_by("-pk")
    pks = list(chosen.select_for_update().values_list("pk", flat=True))
    paths = [key.path for key in kind.columns]
    noted = "pk" if kind.is_ours else "seed_digest"
    lists = {key.name: _members(key, pks) for key in kind.lists}
    found = {}
    for pk, then, whose, *row in chosen.values_list("pk", noted, target or "pk", *paths):
        values = dict(zip((key.name for key in kind.columns), row, strict=True))
        values |= {name: members[pk] for name, members in lists.items()}
        now = digest(kind, values)
        identity = kind.identify(values)
        found[(whose, identity) if target else identity] = Stored(
            pk, values, now, now if kind.is_ours else then
        )
    return found


def _members(key: Key, pks: list[Any]) -> defaultdict[Any, list[str]]:
    """Return what a list holds for each of the rows."""
    through, owner, member = ends(key)
    rows = through._default_manager.filter(**{f"{owner}__in": pks}).order_by()
    identity = KINDS[key.to].identity[0]
    members = defaultdict(list)
    for pk, name in rows.values_list(owner, f"{member}__{identity}"):
        members[pk].append(name)
    return members


def ends(key: Key) -> tuple[type[Model], str, str]:
    """Return the table between two kinds, and its columns for the owner and for the member."""
    field = key.field
    return field.remote_field.through, field.m2m_field_name(), field.m2m_reverse_field_name()


def digest(kind: Kind, values: Mapping[str, Any]) -> str:
    """
    Return a short form of what a record says, equal for a file and for the row made from it.

    It outlives releases: what stands as it does where it is left out does not count, so a new
    key does not make every record look edited; a key that was renamed goes by its first name.
    """
    stated = {
        kind.formerly.get(name, name): plain
        for name, key in kind.keys.items()
        if (plain := _plain(values[name])) != _plain(key.default)
    }
    return sha256(json.dumps(stated, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, list):
        return sorted(set(value))
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()  # forms send line ends of their own
    return value
