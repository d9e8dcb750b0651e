"""The list of sources."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tracker.domain.vocabulary import Reliability, Seen
from tracker.ledger import sources as ledger
from tracker.public.lists import columns
from tracker.public.lists.base import ListFilter, ListPage, ListTable, one_of


class SourceFilter(ListFilter):
    reliability = one_of(_("Reliability"), Reliability.choices)
    seen = one_of(_("How much we read"), Seen.choices)


class SourceTable(ListTable):
    row_header = "title"

    title = columns.Title(verbose_name=_("Source"), order_by="title")
    publisher = columns.Words(verbose_name=_("Publisher"), order_by="publisher")
    published_on = columns.Date(verbose_name=_("Published"), order_by="published_on_latest")
    reliability = columns.Label(verbose_name=_("Reliability"), order_by="reliability")
    seen = columns.Label(verbose_name=_("How much we read"), order_by="seen")
    citations = columns.Column(verbose_name=_("Citations"), order_by="cited")


class Sources(ListPage):
    title = _("Sources")
    section = "sources"
    filter_class = SourceFilter
    table_class = SourceTable
    records = staticmethod(ledger.listed)
    rows = staticmethod(ledger.lines_of)
    counted = ngettext_lazy("%(count)d source", "%(count)d sources", "count")
