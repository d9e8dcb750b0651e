"""From one parsed file to its records: known kinds, known keys, values of the right sort."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from tracker.domain.text import OddCharacter, cleaned
from tracker.domain.text import Sort as characters
from tracker.seeding.entries import Entry
from tracker.seeding.kinds import CITATION, EVERY_KIND, KINDS, Key, Kind, Sort

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
LONGEST_NUMBER = 30  # more digits than any field takes: the model says how many those are

LONGEST_SHOWN = 120


class Wrong(ValueError):
    """A value is not of the sort its key takes; the message says what to write."""


def entries(file: str, document: dict[str, Any], problems: list[str]) -> Iterator[Entry]:
    """Yield the records of a parsed file, and add what is wrong with their form to `problems`."""
    for name, tables in document.items():
        if name not in KINDS:
            problems.append(f"{file}: {_unknown_kind(name)}")
        elif not _are_tables(tables):
            problems.append(f"{file}: {_two_brackets(name)}")
        else:
            for number, table in enumerate(tables, 1):
                yield _record(Reader(KINDS[name], file, problems), number, table)


def _record(reader: Reader, number: int, table: dict[str, Any]) -> Entry:
    kind = reader.kind
    citations = table.pop(CITATION.name, [])
    known = clipped(kind.identify(table))
    place = f'{kind.name} "{known}"' if known else f"{kind.name} {number}"
    entry = reader.entry(f"{reader.file}: {place}", table)
    if refusal := _refuse(citations, kind):
        reader.problems.append(entry.problem(refusal))
    else:
        _cite(entry, citations, reader)
    return entry


def _refuse(citations: Any, kind: Kind) -> str:
    """Return what is wrong with the citations as a whole, or ""."""
    if not _are_tables(citations):
        return _two_brackets(f"{kind.name}.{CITATION.name}")
    if citations and not kind.may_be_cited:
        return _("a %(kind)s has no citations") % {"kind": kind.name}
    if not citations and kind.must_be_cited:
        sentence = _("no source: every %(kind)s needs a [[%(kind)s.citation]]")
        return sentence % {"kind": kind.name}
    return ""


def _cite(entry: Entry, tables: list[dict[str, Any]], above: Reader) -> None:
    reader = Reader(CITATION, above.file, above.problems)
    seen = set()
    for number, table in enumerate(tables, 1):
        known = clipped(CITATION.identify(table))
        name = f'"{known}"' if known else str(number)
        citation = reader.entry(f"{entry.place}: {CITATION.name} {name}", table)
        if known and citation.identity in seen:
            sentence = _("appears twice: give each its own locator")
            reader.problems.append(citation.problem(sentence))
        else:
            entry.citations.append(citation)
        seen.add(citation.identity)


class Reader:
    """Reads the tables of one kind in one file."""

    def __init__(self, kind: Kind, file: str, problems: list[str]) -> None:
        self.kind = kind
        self.file = file
        self.problems = problems

    def entry(self, place: str, table: dict[str, Any]) -> Entry:
        entry = Entry(self.kind.name, self.file, place, "", {}, [])
        for name, value in table.items():
            if name in self.kind.keys:
                self._read(entry, self.kind.keys[name], value)
            else:
                self.problems.append(entry.problem(_unknown_key(name, self.kind)))
        self._ask_for_missing(entry, table)
        if not set(self.kind.identity) & set(entry.bad):
            entry.identity = self.kind.identify(entry.data)
        return entry

    def _read(self, entry: Entry, key: Key, value: Any) -> None:
        try:
            entry.data[key.name] = READ[key.sort](value)
        except Wrong as problem:
            entry.bad.append(key.name)
            self.problems.append(entry.problem(str(problem), key.name))

    def _ask_for_missing(self, entry: Entry, table: dict[str, Any]) -> None:
        for name, key in self.kind.keys.items():
            if key.is_required and name not in table:
                entry.bad.append(name)
                self.problems.append(entry.problem(_("is missing"), name))
            elif key.is_required and name not in entry.bad and entry.data[name] in ("", None):
                entry.bad.append(name)
                self.problems.append(entry.problem(_("is empty"), name))


def _text(value: Any) -> str:
    if isinstance(value, date | time):
        raise Wrong(_('write it in quotes: "%(value)s"') % {"value": value})
    if not isinstance(value, str):
        raise Wrong(_("%(value)s is not text: write it in quotes") % {"value": shown(value)})
    # As the models clean it: what a record is called is compared before they see it.
    try:
        return cleaned(value, characters.PROSE)
    except OddCharacter as problem:
        raise Wrong(str(problem)) from None


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        sentence = _("%(value)s is neither true nor false: write one of them, without quotes")
        raise Wrong(sentence % {"value": shown(value)})
    return value


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**LONGEST_NUMBER:
        sentence = _("%(value)s is not a whole number: write digits alone, as 4")
        raise Wrong(sentence % {"value": shown(value)})
    return value


def _number(value: Any) -> str:
    if isinstance(value, Decimal):
        sentence = _('%(value)s is written as a float: write it in quotes, "%(value)s"')
        raise Wrong(sentence % {"value": value})
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        sentence = _('"%(value)s" is not a number: write digits alone, as 8000000 or "598400.50"')
        raise Wrong(sentence % {"value": clipped(value)})
    if isinstance(value, str) and len(value) <= LONGEST_NUMBER:
        return value
    return str(_whole(value))


def _reference(value: Any) -> str | None:
    return _text(value) or None


def _references(value: Any) -> list[str]:
    if not isinstance(value, list):
        sentence = _("%(value)s is not a list: write it in brackets, as [%(value)s]")
        raise Wrong(sentence % {"value": shown(value)})
    return [_text(item) for item in value]


READ: dict[Sort, Callable[[Any], Any]] = {
    Sort.TEXT: _text,
    Sort.TRUTH: _truth,
    Sort.WHOLE: _whole,
    Sort.NUMBER: _number,
    Sort.REFERENCE: _reference,
    Sort.REFERENCES: _references,
}


def shown(value: Any) -> str:
    """Return a value as a file writes it, or what it is where that would be long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{clipped(value)}"'
    if isinstance(value, dict):
        return _("a table")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, int) and abs(value) >= 10**LONGEST_NUMBER:
        return _("a number this long")
    return str(value)


def clipped(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(table, dict) for table in value)


def _two_brackets(name: str) -> str:
    return _("write [[%(name)s]], with two brackets, above each record") % {"name": name}


def _unknown_kind(name: str) -> str:
    sentence = _('"%(name)s" is not a kind of record') % {"name": name}
    return sentence + did_you_mean(name, EVERY_KIND)


def _unknown_key(name: str, kind: Kind) -> str:
    sentence = _('a %(kind)s has no key "%(name)s"') % {"kind": kind.name, "name": name}
    return sentence + did_you_mean(name, [*kind.keys, *[CITATION.name] * kind.may_be_cited])


def did_you_mean(name: str, known: Any) -> str:
    """Return the question that ends a sentence about an unknown name, or nothing."""
    close = get_close_matches(name, list(known), n=1)
    return _('; did you mean "%(name)s"?') % {"name": close[0]} if close else ""
