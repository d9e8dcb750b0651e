"""The records that files and the database have: what a reference can name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from tracker.seeding.entries import Entry
from tracker.seeding.kinds import KINDS, REFERRED, Kind, attname


class Known:
    """
    Every identity that was read, and of the kinds that others refer to what `Kind.keeps` says.

    `pks` holds the primary keys of such records, by kind and identity, as far as they are in
    the database already.
    """

    def __init__(self) -> None:
        self.files: dict[str, dict[str, str]] = defaultdict(dict)
        self.pks: dict[str, dict[str, Any]] = defaultdict(dict)
        self._kept: dict[str, dict[str, tuple[Any, ...]]] = defaultdict(dict)

    def add(self, entry: Entry) -> str:
        """Remember a record, and return a sentence if it was there before, else ""."""
        files = self.files[entry.kind_name]
        if not entry.identity:
            return ""
        if files.get(entry.identity) == entry.file:
            return _("is twice in this file: keep one of the two")
        if entry.identity in files:
            return _("is also in %(file)s: keep one of the two") % {"file": files[entry.identity]}
        files[entry.identity] = entry.file
        if entry.kind_name in REFERRED:
            kept = tuple(entry.data.get(name) for name in entry.kind.keeps)
            self._kept[entry.kind_name][entry.identity] = kept
        return ""

    def has(self, kind_name: str, identity: str) -> bool:
        return identity in self._kept[kind_name]

    def identities(self, kind: Kind) -> list[str]:
        """Return all there are, in the files or the database, for the words of a problem."""
        rows = kind.model._default_manager.values_list(kind.identity[0], flat=True)
        return sorted({*self._kept[kind.name], *rows})

    def look_up(self, entries: Iterable[Entry]) -> None:
        """Ask the database, one query a kind, for what these name and no file has."""
        wanted = defaultdict(set)
        for entry in entries:
            for part in (entry, *entry.citations):
                for kind_name, identity in named(part):
                    if not self.has(kind_name, identity):
                        wanted[kind_name].add(identity)
        for kind_name, identities in wanted.items():
            self._ask(KINDS[kind_name], identities)

    def _ask(self, kind: Kind, identities: set[str]) -> None:
        (name,) = kind.identity
        paths = [kind.keys[kept].path for kept in kind.keeps]
        rows = kind.model._default_manager.filter(**{f"{name}__in": identities})
        for identity, pk, *kept in rows.order_by().values_list(name, "pk", *paths):
            self._kept[kind.name][identity] = tuple(kept)
            self.pks[kind.name][identity] = pk

    def stand_in(self, kind: Kind, identity: str) -> Model:
        """
        Return an unsaved row for a record, whose primary key is its identity.

        It has only what `Kind.keeps` names; reading anything else of it fails at once.
        """
        names = [attname(kind.model, name) for name in kind.keeps]
        values = dict(zip(names, self._kept[kind.name][identity], strict=True))
        values[kind.model._meta.pk.attname] = identity
        present = [f.attname for f in kind.model._meta.concrete_fields if f.attname in values]
        return kind.model.from_db(None, present, [values[name] for name in present])

    def depths(self, kind: Kind) -> dict[str, int]:
        """
        Return how many records of its own kind each one follows: 0 for a first pledge.

        A record whose chain comes back to itself is left out.
        """
        if kind.chain is None:
            return {}
        place = kind.keeps.index(kind.chain.name)
        before = {identity: kept[place] for identity, kept in self._kept[kind.name].items()}
        depths: dict[str, int] = {}
        for identity in before:
            _measure(identity, before, depths)
        return depths


def _measure(identity: str, before: dict[str, Any], depths: dict[str, int]) -> None:
    path: dict[str, None] = {}  # in order, and quick to search
    while identity and identity in before and identity not in depths:
        if identity in path:
            return
        path[identity] = None
        identity = before[identity]
    depth = depths.get(identity, -1) + 1 if identity in before else 0
    for step, passed in enumerate(reversed(path)):
        depths[passed] = depth + step


def named(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the kind and identity of everything a record refers to."""
    for key in entry.kind.references:
        if identity := entry.data.get(key.name):
            yield key.to, identity
    for key in entry.kind.lists:
        for identity in entry.data.get(key.name, []):
            yield key.to, identity
