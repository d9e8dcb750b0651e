"""The list of commitments."""

import django_filters
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tracker.domain.vocabulary import State
from tracker.ledger import choices
from tracker.ledger import commitments as ledger
from tracker.public.lists import columns
from tracker.public.lists.base import ListFilter, ListPage, ListTable, by_name, one_of
from tracker.public.markup import strong, unknown


class CommitmentFilter(ListFilter):
    offers = {
        "partnership": choices.partnerships,
        "made_by": by_name(choices.promisors),
        "objective": choices.objectives,
    }

    q = django_filters.CharFilter(label=_("Search"), method="search", max_length=100)
    partnership = one_of(_("Partnership"), field_name="partnership__slug")
    made_by = one_of(_("Made by"), method="promised_by")
    objective = one_of(_("Objective"), field_name="objective__slug")
    state = one_of(_("State"), State.choices, method="in_state")
    sources = one_of(_("Sources"), [("disagree", _("Sources disagree"))], method="in_dispute")

    def search(self, found, name, value):
        return found.saying(value)

    def promised_by(self, found, name, value):
        return found.promised_by(value)

    def in_state(self, found, name, value):
        return found.filter(pk__in=ledger.keys_by_state(self.request.snapshot)[value])

    def in_dispute(self, found, name, value):
        return found.filter(pk__in=ledger.keys_in_dispute(self.request.snapshot))


class CommitmentTable(ListTable):
    row_header = "title"

    code = columns.Column(verbose_name=_("No."), order_by=("series", "length", "code"))
    title = columns.Link(verbose_name=_("Commitment"), order_by="title")
    made_by = columns.Links(
        verbose_name=_("Made by"), order_by=("made_by__name", "jointly_with__name")
    )
    pledged = columns.Figure(verbose_name=_("Pledged"))
    delivered = columns.Figure(verbose_name=_("Delivered"))
    state = columns.Column(verbose_name=_("State"))

    def order_state(self, queryset, is_descending):
        return ledger.in_order_of_state(self.snapshot, queryset, is_descending), True

    def render_pledged(self, value):
        is_stated = value is not None and value.is_stated
        return strong(value) if is_stated else unknown(_("No numeric target"))

    def render_delivered(self, value, record):
        return unknown(record.silence.label) if value is None else strong(value)

    def render_state(self, value, record):
        state = format_html('<span class="state {}">{}</span>', value, value.label)
        if not record.disagreements:
            return state
        flag = _("Sources disagree")
        return format_html('{} <span class="state disputed">{}</span>', state, flag)


class Commitments(ListPage):
    title = _("Commitments")
    section = "commitments"
    filter_class = CommitmentFilter
    table_class = CommitmentTable
    records = staticmethod(ledger.listed)
    rows = staticmethod(ledger.lines_of)
    counted = ngettext_lazy("%(count)d commitment", "%(count)d commitments", "count")
