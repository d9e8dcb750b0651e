"""Every rule that the models and the database have, asked of records that are not saved yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from babel.numbers import is_currency
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import CheckConstraint, Model, Q
from django.utils.translation import gettext as _

from tracker.seeding.conditions import holds, mentioned
from tracker.seeding.entries import Entry
from tracker.seeding.kinds import KINDS, Key, Kind
from tracker.seeding.known import Known
from tracker.seeding.reading import did_you_mean
from tracker.seeding.uniqueness import Claims

MANY = 200


class Checker:
    """Checks records against the rules, and adds what is wrong to `problems`."""

    def __init__(self, known: Known, problems: list[str]) -> None:
        self.known = known
        self.problems = problems
        self._known_names: dict[str, list[str]] = {}

    def check(self, kind: Kind, batches: Iterable[list[Entry]]) -> None:
        claims = Claims(kind)
        for batch in batches:
            self.known.look_up(batch)
            for entry in batch:
                row = self._check_one(entry, kind.model(pk=entry.identity))
                self.problems += claims.add(entry, row)
                for citation in entry.citations:
                    self._check_one(citation, citation.kind.model(**{kind.name: row}))
        self.problems += claims.against_the_database(self.known.files[kind.name])
        if kind.chain:
            self._refuse_circles(kind, kind.chain)

    def _check_one(self, entry: Entry, row: Model) -> Model:
        """Fill the row with what the record says, check it, and return it."""
        bad = set(entry.bad)
        for key, sentence in self._fill(entry, row, bad):
            bad.add(key)
            self.problems.append(entry.problem(sentence, key))
        for key, sentence in [*_of_fields(entry.kind, row, bad), *_of_the_row(row, bad)]:
            self.problems.append(entry.problem(sentence, key))
        entry.bad = sorted(bad)
        return row

    def _fill(self, entry: Entry, row: Model, bad: set[str]) -> Iterator[tuple[str, str]]:
        full = entry.kind.complete(entry.data)
        for key in entry.kind.columns:
            if not key.to:
                setattr(row, key.name, full[key.name])
            elif full[key.name] is not None and not self.known.has(key.to, full[key.name]):
                yield key.name, self._no_such(key, full[key.name])
            elif full[key.name] is not None:
                setattr(row, key.name, self.known.stand_in(KINDS[key.to], full[key.name]))
        for key in entry.kind.lists:
            for identity in full[key.name]:
                if not self.known.has(key.to, identity):
                    yield key.name, self._no_such(key, identity)

    def _no_such(self, key: Key, identity: str) -> str:
        known = self._names(key.to)
        words = {"kind": key.to, "identity": identity, "known": ", ".join(known)}
        if key.to == "unit" and is_currency(identity):
            return _('no unit "%(identity)s": give this currency its own [[unit]]') % words
        if key.to == "unit":
            sentence = _('"%(identity)s" is not an ISO 4217 code, nor one of the units: %(known)s')
            return sentence % words
        return _('no %(kind)s "%(identity)s"') % words + did_you_mean(identity, known)

    def _names(self, kind_name: str) -> list[str]:
        """Return what could have been meant; nothing once so much is wrong that it takes long."""
        if len(self.problems) > MANY:
            return []
        if kind_name not in self._known_names:
            self._known_names[kind_name] = self.known.identities(KINDS[kind_name])
        return self._known_names[kind_name]

    def _refuse_circles(self, kind: Kind, chain: Key) -> None:
        depths = self.known.depths(kind)
        for identity, file in self.known.files[kind.name].items():
            if identity not in depths:
                sentence = _("followed from one to the next, it comes back to where it began")
                place = f'{file}: {kind.name} "{identity}": {chain.name}'
                self.problems.append(f"{place}: {sentence}")


def _of_fields(kind: Kind, row: Model, bad: set[str]) -> Iterator[tuple[str, str]]:
    """Yield key and sentence of what each field refuses, and add the key to `bad`."""
    ours = {key.name for key in kind.columns if not key.to}
    others = {field.name for field in row._meta.fields} - ours
    try:
        row.clean_fields(exclude=others | bad)
    except ValidationError as refused:
        for name, errors in refused.error_dict.items():
            bad.add(name)
            for error in errors:
                yield name, _sentence(error, kind.keys[name])


def _sentence(error: ValidationError, key: Key) -> str:
    choices = [str(value) for value, _label in key.field.flatchoices if value]
    if error.code != "invalid_choice" or not choices:
        return " ".join(error.messages)
    value = str((error.params or {}).get("value"))
    sentence = _('"%(value)s" is not one of: %(choices)s')
    words = {"value": value, "choices": ", ".join(choices)}
    return sentence % words + did_you_mean(value, choices)


def _of_the_row(row: Model, bad: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what the row as a whole breaks; rules about a key that is wrong already are left."""
    if not bad:
        yield from _of_clean(row)
    for field in _days(type(row)):
        if field.stated not in bad:
            field.pre_save(row, add=True)
    for rule in _rules(type(row)):
        if not rule.names & bad and not holds(rule.condition, row):
            yield "", str(rule.constraint.get_violation_error_message())


def _of_clean(row: Model) -> Iterator[tuple[str, str]]:
    try:
        row.clean()
    except ValidationError as refused:
        for name, messages in refused.update_error_dict({}).items():
            key = "" if name == NON_FIELD_ERRORS else name
            yield key, " ".join(ValidationError(messages).messages)


class Rule(NamedTuple):
    constraint: CheckConstraint
    condition: Q
    names: set[str]


@cache
def _rules(model: type[Model]) -> list[Rule]:
    return [
        Rule(constraint, constraint.condition, mentioned(constraint.condition))
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q)
    ]


@cache
def _days(model: type[Model]) -> list[Any]:
    return [field for field in model._meta.fields if hasattr(field, "stated")]
