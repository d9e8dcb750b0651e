"""One record as a file has it, and where it waits until its turn to be written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import Any

from tracker.seeding.kinds import EVERY_KIND, Kind

IN_MEMORY = 1 << 20  # characters of one kind, before they go to the disk
BATCH = 500


@dataclass
class Entry:
    """
    One record of one file: what is well-formed in `data`, the names of all other keys in `bad`.

    `place` names it in a problem: `seeds/peru/pledges.toml: pledge "pe-1a"`.
    """

    kind_name: str
    file: str
    place: str
    identity: str
    data: dict[str, Any]
    bad: list[str]
    citations: list[Entry] = field(default_factory=list)

    @property
    def kind(self) -> Kind:
        return EVERY_KIND[self.kind_name]

    def problem(self, sentence: str, key: str = "") -> str:
        return ": ".join(part for part in (self.place, key, sentence) if part)


class Spool:
    """
    The records that were read, kind by kind, in temporary files.

    Files of any number and order are so read once, and written in the order of the kinds,
    with no more than a batch in memory.
    """

    def __init__(self) -> None:
        self._kinds: dict[str, SpooledTemporaryFile[str]] = {}
        self.counts: Counter[str] = Counter()

    def add(self, entry: Entry) -> None:
        if entry.kind_name not in self._kinds:
            file = SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8")  # noqa: SIM115
            self._kinds[entry.kind_name] = file  # outlives this call; close() closes it
        self._kinds[entry.kind_name].write(json.dumps(entry, default=vars) + "\n")
        self.counts[entry.kind_name] += 1
        self.counts["citation"] += len(entry.citations)

    def entries(self, kind: Kind) -> Iterator[Entry]:
        """Yield the records of a kind in the order in which they were read."""
        lines = self._kinds.get(kind.name)
        if lines is None:
            return
        lines.seek(0)
        for line in lines:
            yield _entry(json.loads(line))

    def batches(self, kind: Kind) -> Iterator[list[Entry]]:
        return batched(self.entries(kind))

    def close(self) -> None:
        for file in self._kinds.values():
            file.close()


def _entry(stored: dict[str, Any]) -> Entry:
    citations = [_entry(citation) for citation in stored.pop("citations")]
    return Entry(**stored, citations=citations)


def batched(entries: Iterator[Entry]) -> Iterator[list[Entry]]:
    while batch := list(islice(entries, BATCH)):
        yield batch
