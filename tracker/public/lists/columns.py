"""
Columns of the lists: how each is sorted, in the database, and shown.

A column's `order_by` names the fields that it is sorted by, without the language of words.
What is missing comes last, either way; equals stand as the list does.
"""

import django_tables2 as tables
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.translation import get_language

from tracker.public.markup import dated, linked, linked_all, titled


class Column(tables.Column):
    """A column that is sorted by fields as they are stored."""

    def order(self, queryset, is_descending):
        keys = [self.key(queryset.model, str(name)) for name in self.order_by]
        if is_descending:
            keys = [key.desc(nulls_last=True) for key in keys]
        else:
            keys = [key.asc(nulls_last=True) for key in keys]
        default = queryset.query.order_by or queryset.model._meta.ordering
        return queryset.order_by(*keys, *default), True

    def key(self, model, name):
        """Return what a field is sorted by."""
        return F(name)


class Words(Column):
    """Words, sorted as the reader reads them."""

    def key(self, model, name):
        languages = ("es", "en") if get_language() == "es" else ("en", "es")
        first, second = (NullIf(f"{name}_{language}", Value("")) for language in languages)
        return Lower(Coalesce(first, second))


class Link(Words):
    """A link to the record, or nothing where there is none."""

    def render(self, value, table):
        return linked(value, table.keep)


class Links(Words):
    """Links to several records."""

    def render(self, value, table):
        return linked_all(value, table.keep)


class Title(Column):
    """A link to a document by its title."""

    def render(self, value, table):
        return titled(value, table.keep)


class Label(Column):
    """One of a field's choices by its label, sorted by that."""

    def key(self, model, name):
        choices = sorted(model._meta.get_field(name).flatchoices, key=lambda one: str(one[1]))
        places = {value: place for place, (value, _label) in enumerate(choices)}
        return Case(*(When(**{name: value}, then=place) for value, place in places.items()))

    def render(self, value):
        return value.label


class Date(Column):
    """A stated date, sorted by the last day it can mean."""

    def render(self, value):
        return dated(value)


class Figure(tables.Column):
    """A figure as it is stated. Figures are in many units, so they are not sorted."""

    # Where there is no figure the table says so.
    empty_values = ()

    def __init__(self, **options):
        super().__init__(orderable=False, **options)
