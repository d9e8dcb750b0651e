"""Filters of the public lists. What a list does not know it refuses, by name."""

from dataclasses import dataclass

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.models import Award, Commitment, Dialogue, Objective, Partnership, Party, Source
from tracker.models.dialogues import MeetingKind
from tracker.models.parties import PartyKind
from tracker.models.sources import Reliability, Seen
from tracker.vocabulary import State


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one parameter of an address."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force, and the query string without it."""

    label: str
    value: str
    without: str


def unknown(data, known):
    """Return a problem for every parameter that a page does not know or is given twice."""
    strange = [
        Problem(name, _("This page has no such parameter.")) for name in data if name not in known
    ]
    repeated = [
        Problem(name, _("It is given more than once."))
        for name in data
        if name in known and len(data.getlist(name)) > 1
    ]
    return strange + repeated


class StrictFilterSet(django_filters.FilterSet):
    """A filter form that refuses unknown, repeated and invalid parameters."""

    # Parameters of the list itself, checked by the view.
    ALSO = ("sort", "page", "as_of")

    @property
    def problems(self):
        """What is wrong with the address, parameter by parameter; empty if nothing is."""
        known = {*self.filters, *self.ALSO}
        invalid = [
            Problem(name, message)
            for name, messages in self.form.errors.items()
            for message in messages
        ]
        return unknown(self.data, known) + invalid

    @property
    def chips(self):
        """The filters in force, each with the address that removes it."""
        return [
            Chip(str(field.label), self._said(name, field), self._without(name))
            for name, field in self.form.fields.items()
            if self.form.cleaned_data.get(name) not in (None, "")
        ]

    def _said(self, name, field):
        value = self.form.cleaned_data[name]
        return str(dict(getattr(field, "choices", ())).get(value, value))

    def _without(self, name):
        rest = self.data.copy()
        for gone in (name, "page"):
            rest.pop(gone, None)
        return rest.urlencode()


def _choices(model, key, order):
    """Return a function that lists public records as choices, read anew for each form."""

    def choices():
        return [
            (getattr(one, key), str(one.label())) for one in model.objects.public().order_by(order)
        ]

    return choices


def _one_of(choices, label, **options):
    return django_filters.ChoiceFilter(
        choices=choices, label=label, empty_label=_("All"), **options
    )


partnerships = _choices(Partnership, "slug", "slug")


def promisors():
    """Return the public parties that promised something, as choices."""
    made = Party.objects.public().filter(
        Q(commitments__isnull=False) | Q(joint_commitments__isnull=False)
    )
    return [(party.slug, str(party.label())) for party in made.distinct().order_by("name_en")]


class CommitmentFilter(StrictFilterSet):
    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    partnership = _one_of(partnerships, _("Partnership"), field_name="partnership__slug")
    made_by = _one_of(promisors, _("Made by"), method="promised_by")
    objective = _one_of(
        _choices(Objective, "slug", "slug"), _("Objective"), field_name="objective__slug"
    )
    state = _one_of(State.choices, _("State"), method="later")
    sources = _one_of([("disagree", _("Sources disagree"))], _("Sources"), method="later")

    class Meta:
        model = Commitment
        fields = []

    def search(self, found, name, value):
        columns = ("code", "title_en", "title_es", "statement_en", "statement_es")
        matching = Q()
        for column in columns:
            matching |= Q(**{f"{column}__icontains": value})
        return found.filter(matching)

    def promised_by(self, found, name, value):
        return found.filter(Q(made_by__slug=value) | Q(jointly_with__slug=value))

    def later(self, found, name, value):
        """The state is computed, so `keep` chooses by it, among the lines."""
        return found

    def keep(self, lines):
        """Return the lines that are in the chosen state, if one was chosen."""
        state, sources = (self.form.cleaned_data.get(name) for name in ("state", "sources"))
        return [
            line
            for line in lines
            if (not state or line.state == state) and (not sources or line.disagreements)
        ]


class AwardFilter(StrictFilterSet):
    partnership = _one_of(partnerships, _("Partnership"), field_name="partnership__slug")

    class Meta:
        model = Award
        fields = []


class PartyFilter(StrictFilterSet):
    kind = _one_of(PartyKind.choices, _("Kind"))

    class Meta:
        model = Party
        fields = []


class DialogueFilter(StrictFilterSet):
    partnership = _one_of(partnerships, _("Partnership"), field_name="partnership__slug")
    kind = _one_of(MeetingKind.choices, _("Kind"))

    class Meta:
        model = Dialogue
        fields = []


class SourceFilter(StrictFilterSet):
    reliability = _one_of(Reliability.choices, _("Reliability"))
    seen = _one_of(Seen.choices, _("Seen"))

    class Meta:
        model = Source
        fields = []
