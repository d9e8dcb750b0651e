"""From records to rows: created, changed, unchanged, or kept as edited."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import Any

from django.db.models import Field, Manager, Model, Q

from tracker.domain.vocabulary import Status
from tracker.seeding.drafts import Draft, Drafter
from tracker.seeding.entries import Entry, Spool, batched
from tracker.seeding.kinds import CITATION, KINDS, Key, Kind
from tracker.seeding.known import Known
from tracker.seeding.refusals import put, reasons
from tracker.seeding.stored import Stored, digest, ends, stored


class Writer:
    """
    Writes the records of a spool, kind by kind and batch by batch. Run it in a transaction.

    What cannot be written is named in `problems`. `tallies` counts, for each kind, what became
    of its records; `kept` has the places of those that a person edited since the last load,
    which are left alone unless `replace`; `left` has the citations that are still public
    although their record's file has them no more.
    """

    def __init__(self, known: Known, problems: list[str], *, replace: bool) -> None:
        self.known = known
        self.drafter = Drafter(known, problems)
        self.replace = replace
        self.tallies: dict[str, Counter[str]] = defaultdict(Counter)
        self.kept: list[str] = []
        self.left: list[str] = []

    def write(self, spool: Spool) -> None:
        for kind in KINDS.values():
            for batch in self._in_order(kind, spool):
                self._write_batch(kind, batch)

    def _in_order(self, kind: Kind, spool: Spool) -> Iterator[list[Entry]]:
        """Yield batches in which no record refers to one of its own batch or a later one."""
        self.drafter.depths = depths = self.known.depths(kind)

        def depth(entry: Entry) -> int:
            return depths.get(entry.identity, 0)

        entries = sorted(spool.entries(kind), key=depth) if depths else spool.entries(kind)
        for _depth, group in groupby(entries, key=depth):
            yield from batched(group)

    def _write_batch(self, kind: Kind, batch: list[Entry]) -> None:
        self.drafter.look_up(batch)
        drafts = [Draft(entry) for entry in batch]
        self._settle(kind, drafts)
        self.known.broken |= {
            (kind.name, draft.entry.identity) for draft in drafts if draft.is_broken
        }
        citations = [
            Draft(citation, owner, is_broken=owner.is_broken)
            for owner in drafts
            for citation in owner.entry.citations
        ]
        if citations:
            self._name_the_rest(citations, self._settle(CITATION, citations, kind.name))

    def _settle(self, kind: Kind, drafts: list[Draft], target: str = "") -> dict[Any, Stored]:
        """Write what can and must be written of one batch, and return the rows that it met."""
        for draft in drafts:
            self.drafter.fill(draft)
        rows = stored(kind, _condition(kind, _whole(drafts), target), target)
        for draft in _whole(drafts):
            draft.meet(rows.get(draft.slot))
        for draft in drafts:
            if not draft.is_refused:
                self.drafter.clean(draft)
        fates: dict[str, list[Draft]] = defaultdict(list)
        for draft in _whole(drafts):
            fates[self._fate(kind, draft)].append(draft)
        # What changes first: it may make room for what is new.
        self._write_rows(kind, fates["changed"], update_conflicts=True, **_overwriting(kind))
        self._write_rows(kind, fates["created"])
        _note(kind, fates["unchanged"])
        self.kept += [draft.entry.place for draft in fates["kept"]]
        self.tallies[kind.name].update({fate: len(found) for fate, found in fates.items() if found})
        return rows

    def _fate(self, kind: Kind, draft: Draft) -> str:
        new, row = digest(kind, draft.values), draft.stored
        if not kind.is_ours:
            draft.row.seed_digest = new  # type: ignore[attr-defined]
        if row is None:
            return "created"
        if row.digest == new:
            return "unchanged"
        return "changed" if self.replace or row.digest == row.digest_then else "kept"

    def _write_rows(self, kind: Kind, drafts: list[Draft], **options: Any) -> None:
        # One statement writes many rows, new or not; bulk_update() is four times slower.
        for draft, refused in put(drafts, partial(_manager(kind).bulk_create, **options)):
            ask_for_all = not self.drafter.has_many_problems
            for sentence, keys in reasons(draft, refused, ask_for_all=ask_for_all):
                self.drafter.refuse(draft, sentence, ", ".join(keys))
        for key in kind.lists:
            _write_list(key, _whole(drafts))

    def _name_the_rest(self, citations: list[Draft], rows: dict[Any, Stored]) -> None:
        """Name the citations that an earlier load wrote and the files have no more."""
        in_files = {draft.slot for draft in citations}
        places = {draft.owner.row.pk: draft.owner.entry.place for draft in citations if draft.owner}
        for slot, row in rows.items():
            is_public = row.values["status"] == Status.PUBLISHED
            if slot not in in_files and row.digest_then and is_public:
                pk, identity = slot
                self.left.append(f'{places[pk]}: {CITATION.name} "{identity}"')


def _whole(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if not draft.is_broken]


def _manager(kind: Kind) -> Manager[Model]:
    return kind.model._default_manager


def _condition(kind: Kind, drafts: list[Draft], target: str) -> Q:
    """Return the condition that finds at least the rows of these records."""
    if target:
        return Q(**{f"{target}__in": {draft.owner.row.pk for draft in drafts if draft.owner}})
    condition = Q()
    for name in kind.identity:
        condition &= Q(**{f"{kind.keys[name].path}__in": {draft.values[name] for draft in drafts}})
    return condition


def _overwriting(kind: Kind) -> dict[str, list[str]]:
    """Return what bulk_create needs to know to write over rows: all that keys and saving fill."""
    names = [key.name for key in kind.columns if not key.field.primary_key]
    names += [] if kind.is_ours else ["seed_digest"]
    names += [field.name for field in kind.model._meta.fields if _is_filled_when_saved(field)]
    return {"unique_fields": ["pk"], "update_fields": names}


def _is_filled_when_saved(field: Any) -> bool:
    """Return whether nobody fills the field in and every save fills it: days, time of change."""
    is_filled = not field.editable and type(field).pre_save is not Field.pre_save
    return is_filled and not getattr(field, "auto_now_add", False)


def _note(kind: Kind, drafts: list[Draft]) -> None:
    """Where a person entered what the file says, an edit shows as one from now on."""
    news = [d.row for d in drafts if d.stored and d.stored.digest_then != d.stored.digest]
    if news:
        _manager(kind).bulk_update(news, ["seed_digest"])


def _write_list(key: Key, drafts: list[Draft]) -> None:
    through, owner, member = ends(key)
    stale, fresh = [], []
    for draft in drafts:
        if draft.stored and sorted(draft.stored.values[key.name]) == draft.values[key.name]:
            continue
        stale += [draft.row.pk] if draft.stored else []
        fresh += [
            through(**{f"{owner}_id": draft.row.pk, f"{member}_id": row.pk})
            for row in draft.members.get(key.name, [])
        ]
    if stale:
        through._default_manager.filter(**{f"{owner}__in": stale}).delete()
    through._default_manager.bulk_create(fresh)
