"""The list of awards."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tracker.ledger import awards as ledger
from tracker.ledger import choices
from tracker.public.lists import columns
from tracker.public.lists.base import ListFilter, ListPage, ListTable, one_of
from tracker.public.markup import linked_all


class AwardFilter(ListFilter):
    offers = {"partnership": choices.partnerships}

    partnership = one_of(_("Partnership"), field_name="partnership__slug")


class AwardTable(ListTable):
    row_header = "title"

    title = columns.Link(verbose_name=_("Award"), order_by="title")
    partnership = columns.Link(verbose_name=_("Partnership"), order_by="partnership__name")
    funder = columns.Link(verbose_name=_("Funder"), orderable=False)
    recipients = columns.Links(verbose_name=_("Recipients"), orderable=False)
    quantity = columns.Figure(verbose_name=_("Amount"))
    awarded_on = columns.Date(verbose_name=_("Awarded"), order_by="awarded_on_latest")

    def render_recipients(self, value):
        return linked_all(tuple(one.party for one in value), self.keep)

    def render_quantity(self, value, record):
        if not record.is_joint:
            return value
        return format_html("{} <small>{}</small>", value, _("(joint; split not stated)"))


class Awards(ListPage):
    title = _("Awards")
    section = "awards"
    filter_class = AwardFilter
    table_class = AwardTable
    records = staticmethod(ledger.listed)
    rows = staticmethod(ledger.lines_of)
    counted = ngettext_lazy("%(count)d award", "%(count)d awards", "count")
