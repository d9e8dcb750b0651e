"""From a record of a file to the row it would be, checked by the rules of its model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from babel.numbers import is_currency
from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from tracker.seeding.entries import Entry
from tracker.seeding.kinds import KINDS, Key
from tracker.seeding.known import CIRCLE, Known
from tracker.seeding.reading import did_you_mean
from tracker.seeding.stored import Stored

MANY = 200


@dataclass
class Draft:
    """
    A record and the row it would be.

    `values` says in the words of a seed file what the row holds, `members` has the rows that
    each of its lists names, and `stored` is what the database has of it already. A citation
    has an `owner`, the record above it. A draft that `is_broken` is not written: it `is_refused`
    itself, or what it names is.
    """

    entry: Entry
    owner: Draft | None = None
    row: Model = field(init=False)
    values: dict[str, Any] = field(init=False)
    members: dict[str, list[Model]] = field(default_factory=dict)
    stored: Stored | None = None
    is_broken: bool = False
    is_refused: bool = False

    def meet(self, stored: Stored | None) -> None:
        """Take the place of a row that is stored, if there is one."""
        self.stored = stored
        if stored:
            self.row.pk = stored.pk
            self.row._state.adding = False

    @property
    def slot(self) -> Any:
        """Where the record belongs among the rows that are stored."""
        identity = self.entry.kind.identify(self.values)
        return (self.owner.row.pk, identity) if self.owner else identity


class Drafter:
    """Makes rows of the records of one batch, and adds what is wrong to `problems`."""

    def __init__(self, known: Known, problems: list[str]) -> None:
        self.known = known
        self.problems = problems
        self.depths: dict[str, int] = {}  # of the records of a kind that has a chain
        self._named: dict[tuple[str, str], Model] = {}
        self._names: dict[str, list[str]] = {}

    def look_up(self, entries: Iterable[Entry]) -> None:
        """Fetch the rows that these records and their citations name, one query a kind."""
        wanted = defaultdict(set)
        for entry in entries:
            for part in (entry, *entry.citations):
                for key, identity in _references(part):
                    wanted[key.to].add(identity)
        self._named = {}
        for kind_name, identities in wanted.items():
            (name,) = KINDS[kind_name].identity
            rows = KINDS[kind_name].model._default_manager.filter(**{f"{name}__in": identities})
            self._named |= {(kind_name, getattr(row, name)): row for row in rows.order_by()}

    def fill(self, draft: Draft) -> None:
        """Make the row, and have each of its fields cleaned; what it holds then is written."""
        kind, entry = draft.entry.kind, draft.entry
        draft.values = kind.complete(entry.data)
        held = {name: draft.values[name] for name in kind.plain_names}
        if draft.owner:
            held[draft.owner.entry.kind_name] = draft.owner.row
        for key, identity in _references(entry):
            row = self._find(draft, key, identity)
            if row and key.is_list:
                draft.members.setdefault(key.name, []).append(row)
            elif row:
                held[key.name] = row
        draft.row = kind.model(**held)
        self._clean_fields(draft)
        draft.is_refused |= bool(entry.bad)
        draft.is_broken |= draft.is_refused

    def clean(self, draft: Draft) -> None:
        """Have the row as a whole checked by its model, also where what it names is broken."""
        try:
            draft.row.clean()
        except ObjectDoesNotExist:
            pass  # the rule is about what is broken, which is named already
        except ValidationError as refused:
            for name, messages in refused.update_error_dict({}).items():
                key = "" if name == NON_FIELD_ERRORS else name
                self.refuse(draft, " ".join(ValidationError(messages).messages), key)

    def refuse(self, draft: Draft, sentence: str, key: str = "") -> None:
        draft.is_broken = draft.is_refused = True
        self.problems.append(draft.entry.problem(sentence, key))

    def _clean_fields(self, draft: Draft) -> None:
        kind, row = draft.entry.kind, draft.row
        try:
            row.clean_fields(exclude=kind.not_cleaned.union(draft.entry.bad))
        except ValidationError as refused:
            for name, errors in refused.error_dict.items():
                for error in errors:
                    self.refuse(draft, _sentence(error, kind.keys.get(name)), name)
        draft.values |= {name: getattr(row, name) for name in kind.plain_names}

    def _find(self, draft: Draft, key: Key, identity: str) -> Model | None:
        """Return the row that is named, or None and see to it that the draft is broken."""
        if key is draft.entry.kind.chain and self.depths.get(draft.entry.identity) == CIRCLE:
            sentence = _("this chain leads back to where it began")
            self.refuse(draft, sentence, key.name)
        elif (key.to, identity) in self.known.broken:
            draft.is_broken = True
        elif row := self._named.get((key.to, identity)):
            return row
        else:
            self.refuse(draft, self._no_such(key, identity), key.name)
        return None

    def _no_such(self, key: Key, identity: str) -> str:
        known = self._known_names(key.to)
        words = {"kind": key.to, "identity": identity, "known": ", ".join(known)}
        if key.to == "unit" and is_currency(identity):
            return _('no unit "%(identity)s": give this currency its own [[unit]]') % words
        if key.to == "unit":
            sentence = _('"%(identity)s" is not an ISO 4217 code, nor one of the units: %(known)s')
            return sentence % words + did_you_mean(identity, known)
        return _('no %(kind)s "%(identity)s"') % words + did_you_mean(identity, known)

    @property
    def has_many_problems(self) -> bool:
        """Whether so much is wrong that no question is worth its time any more."""
        return len(self.problems) > MANY

    def _known_names(self, kind_name: str) -> list[str]:
        """Return what could have been meant, or nothing once there are many problems."""
        if self.has_many_problems:
            return []
        if kind_name not in self._names:
            self._names[kind_name] = self.known.identities(KINDS[kind_name])
        return self._names[kind_name]


def _references(entry: Entry) -> Iterator[tuple[Key, str]]:
    """Yield everything a record refers to, with the key that does."""
    for key in entry.kind.references:
        named = entry.data.get(key.name)
        identities: list[Any] = sorted(set(named or [])) if key.is_list else [named]
        for identity in filter(None, identities):
            yield key, identity


def _sentence(error: ValidationError, key: Key | None) -> str:
    choices = [str(value) for value, _label in key.field.flatchoices if value] if key else []
    if error.code != "invalid_choice" or not choices:
        return " ".join(error.messages)
    value = str((error.params or {}).get("value"))
    sentence = _('"%(value)s" is not one of: %(choices)s')
    words = {"value": value, "choices": ", ".join(choices)}
    return sentence % words + did_you_mean(value, choices)
