"""The records that the files have: each is there once, and no chain of them is a circle."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _

from tracker.seeding.entries import Entry
from tracker.seeding.kinds import Kind

CIRCLE = -1


class Known:
    """
    Every identity that was read.

    `broken` has the kind and identity of each record that cannot be written, as files have it.
    Who refers to one of these cannot be written either, which is no further problem.
    """

    def __init__(self) -> None:
        self.broken: set[tuple[str, str]] = set()
        self._files: dict[str, dict[str, str]] = defaultdict(dict)
        self._before: dict[str, dict[str, Any]] = defaultdict(dict)

    def add(self, entry: Entry) -> str:
        """Note a record, and return a sentence if it was there before, else ""."""
        files = self._files[entry.kind_name]
        if not entry.identity:
            return ""
        if files.get(entry.identity) == entry.file:
            return _("appears twice in this file: keep one of the two")
        if entry.identity in files:
            return _("also appears in %(file)s: keep one of the two") % {
                "file": files[entry.identity]
            }
        files[entry.identity] = entry.file
        if chain := entry.kind.chain:
            self._before[entry.kind_name][entry.identity] = entry.data.get(chain.name)
        return ""

    def identities(self, kind: Kind) -> list[str]:
        """Return all there are, in the files or the database, for the words of a problem."""
        rows = kind.model._default_manager.values_list(kind.identity[0], flat=True)
        return sorted({*self._files[kind.name], *rows})

    def depths(self, kind: Kind) -> dict[str, int]:
        """
        Return how many records of its own kind each one follows: 0 for a first pledge.

        It is CIRCLE if the chain comes back to where it was, in the files or the database.
        """
        if not (kind.chain and self._before[kind.name]):
            return {}
        rows = kind.model._default_manager.values_list(kind.identity[0], kind.chain.path)
        before = dict(rows.order_by()) | self._before[kind.name]
        depths: dict[str, int] = {}
        for identity in before:
            _measure(identity, before, depths)
        return {identity: depths.get(identity, CIRCLE) for identity in before}


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
