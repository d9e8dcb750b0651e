"""From checked records to rows: created, changed, unchanged, or kept as edited."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db.models import Field, Model, Q

from tracker.domain.vocabulary import Status
from tracker.seeding.entries import Entry, Spool, batched
from tracker.seeding.kinds import CITATION, KINDS, REFERRED, Kind
from tracker.seeding.known import Known
from tracker.seeding.stored import Stored, digest, ends, stored

Slot = tuple[Any, Entry]  # where a record belongs among the stored rows, and the record


class Writer:
    """
    Writes the records of a spool, kind by kind and batch by batch. Run it in a transaction.

    `tallies` counts, for each kind, what became of its records; `kept` has the places of those
    that a person edited since the last load, which are left alone unless `replace`; `left` has
    the citations that are still public although their record's file has them no more.
    """

    def __init__(self, known: Known, *, replace: bool) -> None:
        self.known = known
        self.replace = replace
        self.tallies: dict[str, Counter[str]] = defaultdict(Counter)
        self.kept: list[str] = []
        self.left: list[str] = []
        self.at: list[Entry] = []  # what is being written, to name it if the database refuses

    def write(self, spool: Spool) -> None:
        for kind in KINDS.values():
            for batch in self._in_order(kind, spool):
                self.at = batch
                self._write_batch(kind, batch)

    def _in_order(self, kind: Kind, spool: Spool) -> Iterator[list[Entry]]:
        """Yield batches in which no record refers to one of its own batch or a later one."""
        if not kind.chain:
            yield from spool.batches(kind)
            return
        depths = self.known.depths(kind)
        entries = sorted(spool.entries(kind), key=lambda entry: depths[entry.identity])
        for _depth, group in groupby(entries, key=lambda entry: depths[entry.identity]):
            yield from batched(group)

    def _write_batch(self, kind: Kind, batch: list[Entry]) -> None:
        rows = stored(kind, self._condition(kind, batch))
        pks = self._settle(kind, [(entry.identity, entry) for entry in batch], rows)
        if kind.name in REFERRED:
            self.known.pks[kind.name] |= pks
        cited = [(pks[entry.identity], entry) for entry in batch if entry.citations]
        if cited:
            self._write_citations(kind.name, cited)

    def _condition(self, kind: Kind, batch: list[Entry]) -> Q:
        """Return the condition that finds at least the rows of these records."""
        condition = Q()
        for name in kind.identity:
            wanted = {entry.data.get(name, "") for entry in batch}
            condition &= Q(**{f"{kind.keys[name].path}__in": wanted})
        return condition

    def _write_citations(self, target: str, cited: list[Slot]) -> None:
        rows = stored(CITATION, Q(**{f"{target}__in": [pk for pk, _entry in cited]}), target)
        slots = [
            ((pk, citation.identity), citation)
            for pk, entry in cited
            for citation in entry.citations
        ]
        self._settle(CITATION, slots, rows, target)
        self._name_the_rest(rows, slots, dict(cited))

    def _name_the_rest(
        self, rows: dict[Any, Stored], slots: list[Slot], cited: dict[Any, Entry]
    ) -> None:
        """Name the citations that an earlier load wrote and the files have no more."""
        in_files = {slot for slot, _entry in slots}
        for slot, row in rows.items():
            is_public = row.values["status"] == Status.PUBLISHED
            if slot not in in_files and row.digest_then and is_public:
                pk, identity = slot
                self.left.append(f'{cited[pk].place}: {CITATION.name} "{identity}"')

    def _settle(
        self, kind: Kind, slots: list[Slot], rows: dict[Any, Stored], target: str = ""
    ) -> dict[Any, Any]:
        """Write what must be written of one batch, and return all its primary keys."""
        plan = Plan(kind)
        for slot, entry in slots:
            values = kind.complete(entry.data)
            row = rows.get(slot)
            new = digest(kind, values)
            fate = self._fate(new, row)
            self.tallies[kind.name][fate] += 1
            if fate == "kept":
                self.kept.append(entry.place)
            elif fate != "unchanged" or (row and row.digest_then != new):
                model = self._model(kind, values, new, row)
                if target:
                    setattr(model, f"{target}_id", slot[0])
                plan.add(fate, slot, model, values)
        plan.carry_out(rows, self.known)
        return {slot: row.pk for slot, row in rows.items()} | plan.created_pks()

    def _fate(self, new: str, row: Stored | None) -> str:
        if row is None:
            return "created"
        if row.digest == new:
            return "unchanged"
        return "changed" if self.replace or row.digest == row.digest_then else "kept"

    def _model(self, kind: Kind, values: dict[str, Any], new: str, row: Stored | None) -> Model:
        model = kind.model(pk=row.pk) if row else kind.model()
        for key in kind.columns:
            value = values[key.name]
            if key.to and value is not None:
                value = self.known.pks[key.to][value]
            setattr(model, key.field.attname, value)
        if not kind.is_ours:
            model.seed_digest = new  # type: ignore[attr-defined]
        return model


class Plan:
    """What is to be written of one batch."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.create: dict[Any, Model] = {}
        self.change: dict[Any, Model] = {}
        self.note: list[Model] = []
        self.values: dict[Any, dict[str, Any]] = {}

    def add(self, fate: str, slot: Any, model: Model, values: dict[str, Any]) -> None:
        if fate == "unchanged":
            self.note.append(model)
            return
        (self.create if fate == "created" else self.change)[slot] = model
        self.values[slot] = values

    def carry_out(self, rows: dict[Any, Stored], known: Known) -> None:
        manager = self.kind.model._default_manager
        manager.bulk_create(self.create.values())
        if self.change:
            # One statement for many rows; bulk_update() is four times slower.
            manager.bulk_create(
                self.change.values(),
                update_conflicts=True,
                unique_fields=["pk"],
                update_fields=self._columns(),
            )
        if self.note:  # a person entered the same: from now on an edit shows as one
            manager.bulk_update(self.note, ["seed_digest"])
        for key in self.kind.lists:
            self._write_list(key, rows, known)

    def created_pks(self) -> dict[Any, Any]:
        return {slot: model.pk for slot, model in self.create.items()}

    def _columns(self) -> list[str]:
        names = [key.name for key in self.kind.columns if not key.field.primary_key]
        if not self.kind.is_ours:
            names.append("seed_digest")
        return names + [field.name for field in _filled_when_saved(self.kind.model)]

    def _write_list(self, key: Any, rows: dict[Any, Stored], known: Known) -> None:
        through, owner, member = ends(key)
        stale, fresh = [], []
        for slot, model in {**self.create, **self.change}.items():
            wanted = self.values[slot][key.name]
            row = rows.get(slot)
            if row and sorted(row.values[key.name]) == wanted:
                continue
            stale += [model.pk] if row else []
            fresh += [
                through(**{f"{owner}_id": model.pk, f"{member}_id": known.pks[key.to][identity]})
                for identity in wanted
            ]
        if stale:
            through._default_manager.filter(**{f"{owner}__in": stale}).delete()
        through._default_manager.bulk_create(fresh)


def _filled_when_saved(model: type[Model]) -> list[Any]:
    """Return the fields that nobody fills in and every save fills anew: days, time of change."""
    return [
        field
        for field in model._meta.fields
        if not field.editable
        and type(field).pre_save is not Field.pre_save
        and not getattr(field, "auto_now_add", False)
    ]
