"""The lists of parties, and of those among them that carry out work under an award."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tracker.domain.vocabulary import PartyKind
from tracker.ledger import parties as ledger
from tracker.public.lists import columns
from tracker.public.lists.base import ListFilter, ListPage, ListTable, one_of


class PartyFilter(ListFilter):
    kind = one_of(_("Type"), PartyKind.choices)


class PartyTable(ListTable):
    row_header = "name"

    name = columns.Link(verbose_name=_("Party"), order_by="name")
    kind = columns.Label(verbose_name=_("Type"), order_by="kind")
    parent = columns.Link(verbose_name=_("Part of"), orderable=False)


class Parties(ListPage):
    title = _("Parties")
    section = "parties"
    filter_class = PartyFilter
    table_class = PartyTable
    records = staticmethod(ledger.listed)
    rows = staticmethod(ledger.lines_of)
    counted = ngettext_lazy("%(count)d party", "%(count)d parties", "count")


class Partners(Parties):
    title = _("Implementing partners")
    section = "partners"
    records = staticmethod(ledger.listed_partners)
    rows = staticmethod(ledger.lines_of_partners)
