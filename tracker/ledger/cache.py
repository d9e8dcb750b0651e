"""What was read or computed once, kept in the process and shared by its threads."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any, TypeVar

Made = TypeVar("Made")


class Slot:
    """A value, or the lock behind which it is being made."""

    def __init__(self) -> None:
        self.lock = RLock()
        self.is_made = False
        self.value: Any = None


class Cache:
    """Values by key; the least recently used beyond `most` are dropped."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._slots: OrderedDict[Hashable, Slot] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` returned the first time; while one thread makes it, others wait."""
        with self._lock:
            slot = self._slots.setdefault(key, Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
        with slot.lock:
            if not slot.is_made:
                slot.value, slot.is_made = make(), True
            found: Made = slot.value
        return found

    def clear(self) -> None:
        with self._lock:
            self._slots.clear()
