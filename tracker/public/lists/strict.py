"""What the address of a list may hold, and what is said of anything else in it."""

from dataclasses import dataclass
from functools import cache

import django_filters
from django.utils.translation import gettext_lazy as _

from tracker.public.lists.controls import Form


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

    def __init__(self, data, queryset):
        # Not as its parent does, which copies every filter for every request.
        self.is_bound, self.data, self.queryset = True, data, queryset
        self.filters, self.form_prefix = self.base_filters, None

    @classmethod
    @cache
    def _form_class(cls):
        return type("FilterForm", (Form,), {n: f.field for n, f in cls.base_filters.items()})

    def get_form_class(self):
        """Return the form, made once for all requests."""
        return self._form_class()

    def filter_queryset(self, queryset):
        for name, value in self.asked.items():
            one = self.base_filters[name]
            queryset = (
                getattr(self, one.method)(queryset, name, value)
                if one.method
                else one.filter(queryset, value)
            )
        return queryset

    @property
    def asked(self):
        """What the address asks for, by parameter."""
        given = self.form.cleaned_data.items()
        return {name: value for name, value in given if value not in (None, "")}

    @property
    def key(self):
        """Two filters with one key choose the same records."""
        return (type(self).__name__, *self.asked.items())

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
            if name in self.asked
        ]

    def _said(self, name, field):
        value = self.form.cleaned_data[name]
        return str(dict(getattr(field, "choices", ())).get(value, value))

    def _without(self, name):
        rest = self.data.copy()
        for gone in (name, "page"):
            rest.pop(gone, None)
        return rest.urlencode()
