"""Columns of the admin's lists, in words and without a query of their own."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from tracker.domain import dates
from tracker.ledger.units import unit_names


def date_column(name, label):
    """Return a column that says the stated date `name`, in order of the first day it can mean."""

    @admin.display(description=label, ordering=f"{name}_earliest")
    def column(record):
        return dates.words(getattr(record, name))

    column.__name__ = name
    return column


def words_column(name, label):
    """Return a column of `name` in the editor's language."""

    @admin.display(description=label, ordering=f"{name}_en")
    def column(record):
        return str(record.words(name))

    column.__name__ = name
    return column


def yes_no_column(name, label):
    """Return a column that says Yes or No; stock Django shows an icon."""

    @admin.display(description=label, ordering=name)
    def column(record):
        return _("Yes") if getattr(record, name) else _("No")

    column.__name__ = name
    return column


@admin.display(description=_("figure"), ordering="value")
def figure(record):
    """Say the figure. The list reads the units with its rows."""
    if record.value is None:
        return _("No amount stated")
    return unit_names(record.unit).in_words(record.figure)


def link_to(record):
    """Return a link to the admin's page of `record`, labelled with its kind and name."""
    options = record._meta
    address = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[record.pk])
    return format_html('<a href="{}">{}: {}</a>', address, options.verbose_name, record)
