"""The list of deliveries."""

from dataclasses import replace

import django_filters
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tracker.domain.vocabulary import Stage
from tracker.domain.wording import Words
from tracker.ledger import choices
from tracker.ledger import deliveries as ledger
from tracker.ledger.paging import KeysByDate
from tracker.public.lists import columns
from tracker.public.lists.base import ListFilter, ListPage, ListTable, by_name, one_of
from tracker.public.markup import linked, strong, unknown


class YearFilter(django_filters.NumberFilter):
    """The years in which reports were stated, by the last day that may be meant."""

    field_class = forms.IntegerField

    def __init__(self, label, end):
        super().__init__(
            label=label,
            field_name="stated_on_latest__year",
            lookup_expr=end,
            min_value=2000,
            max_value=2100,
        )


class DeliveryFilter(ListFilter):
    offers = {
        "partnership": choices.partnerships,
        "reported_by": by_name(choices.reporters),
        "attributed_to": by_name(choices.deliverers),
        "region": choices.regions,
    }

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    partnership = one_of(_("Partnership"), method="under")
    commitment = django_filters.ModelChoiceFilter(
        label=_("Commitment number"),
        queryset=lambda request: choices.commitments(request.snapshot),
        to_field_name="code",
        widget=forms.TextInput(attrs={"maxlength": 12, "placeholder": "PE-1"}),
        error_messages={"invalid_choice": _("No commitment has this number; write it as PE-1.")},
    )
    pledged = one_of(
        _("Promised"),
        [("yes", _("Towards a commitment")), ("no", _("Never pledged"))],
        method="promised",
    )
    reported_by = one_of(_("Reported by"), field_name="reported_by__slug")
    attributed_to = one_of(_("Done by"), field_name="attributed_to__slug")
    region = one_of(_("Region"), method="placed_in")
    stage = one_of(_("Stage of the money"), Stage.choices)
    counts = one_of(
        _("Counted"),
        [("yes", _("May count")), ("no", _("Left out by the editors"))],
        method="counted",
    )
    since = YearFilter(_("Stated from (year)"), "gte")
    until = YearFilter(_("Stated until (year)"), "lte")

    def search(self, found, name, value):
        return found.saying(value)

    def under(self, found, name, value):
        return found.under(value)

    def promised(self, found, name, value):
        return found.filter(commitment__isnull=value == "no")

    def placed_in(self, found, name, value):
        return found.placed_in(value)

    def counted(self, found, name, value):
        return found.filter(counts=value == "yes")


class DeliveryTable(ListTable):
    row_header = "statement"

    date = columns.Date(verbose_name=_("Date"), accessor="stated_on", order_by="stated_on_latest")
    statement = columns.Link(verbose_name=_("What is reported"), orderable=False)
    towards = columns.Link(verbose_name=_("Towards"), orderable=False)
    quantity = columns.Figure(verbose_name=_("Figure"))
    reported_by = columns.Link(verbose_name=_("Reported by"), orderable=False)
    attributed_to = columns.Link(verbose_name=_("Done by"), orderable=False)

    def render_towards(self, value, record):
        if record.code:
            return linked(replace(value, name=Words(record.code, record.code)), self.keep)
        return format_html("{} <small>{}</small>", linked(value, self.keep), _("never pledged"))

    def render_quantity(self, value, record):
        if not value.is_stated:
            return unknown(_("Amount not reported"))
        if record.stage is None:
            return strong(value)
        return format_html("{} <small>{}</small>", strong(value), record.stage.label)


class Deliveries(ListPage):
    title = _("What sources report")
    section = "deliveries"
    filter_class = DeliveryFilter
    table_class = DeliveryTable
    records = staticmethod(ledger.listed)
    rows = staticmethod(ledger.delivery_lines)
    counted = ngettext_lazy("%(count)d report", "%(count)d reports", "count")

    def keys(self, snapshot, found, name, sort):
        return KeysByDate(snapshot, found, name, newest_first=sort != "date")
