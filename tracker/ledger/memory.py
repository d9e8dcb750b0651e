"""What was read or reckoned once, kept in the process until any data changes or the day ends."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from threading import Lock, RLock
from typing import Any, TypeVar

from django.utils import timezone

from tracker.database.writes import revision

# Requests that began before a write may still ask for what was known then.
VERSIONS = 2
# Most hold a number or a few names; the largest, all commitments or all dates of a long list.
ENTRIES = 500

Version = tuple[str, date]
Made = TypeVar("Made")
Kept = TypeVar("Kept")

_current: ContextVar[Version | None] = ContextVar("version of the data", default=None)


class Entry:
    """A value, or the lock behind which it is being made."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.is_made = False
        self.value: Any = None


class Memory:
    """Values by version of the data; of each version the least lately used are forgotten."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._versions: OrderedDict[Version, OrderedDict[Hashable, Entry]] = OrderedDict()

    def get(self, version: Version, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` returned the first time; while one thread makes it, others wait."""
        with self._lock:
            entries: OrderedDict[Hashable, Entry] = OrderedDict()
            entries = _used(self._versions, version, entries, VERSIONS)
            entry = _used(entries, key, Entry(), ENTRIES)
        with entry.lock:
            if not entry.is_made:
                entry.value, entry.is_made = make(), True
            found: Made = entry.value
        return found

    def forget(self) -> None:
        with self._lock:
            self._versions.clear()


memory = Memory()


def remembered(key: Hashable, make: Callable[[], Made]) -> Made:
    """
    Return what `make` returns: within `one_version` made once for each version and day.

    What is kept is shared by all visitors: it must be public, and where it holds words in one
    language, or links, which lead to pages in one, the key must name that language. Elsewhere
    nothing is kept, for a transaction that is undone would leave its version behind.
    """
    version = _current.get()
    return make() if version is None else memory.get(version, key, make)


def is_remembering() -> bool:
    return _current.get() is not None


@contextmanager
def one_version() -> Iterator[None]:
    """Remember, within this block, for the version of the data at its start. 1 query."""
    token = _current.set((revision(), timezone.localdate()))
    try:
        yield
    finally:
        _current.reset(token)


def _used(kept: OrderedDict[Any, Kept], key: Any, new: Kept, most: int) -> Kept:
    """Return the value at `key`, now the latest used; `new` is put there if there is none."""
    found = kept.setdefault(key, new)
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
    return found
