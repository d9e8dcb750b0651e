"""The list of dialogues and other meetings."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from tracker.domain.vocabulary import MeetingKind
from tracker.ledger import choices
from tracker.ledger import dialogues as ledger
from tracker.public.lists import columns
from tracker.public.lists.base import ListFilter, ListPage, ListTable, one_of


class DialogueFilter(ListFilter):
    offers = {"partnership": choices.partnerships}

    partnership = one_of(_("Partnership"), field_name="partnership__slug")
    kind = one_of(_("Type"), MeetingKind.choices)


class DialogueTable(ListTable):
    row_header = "name"

    name = columns.Link(verbose_name=_("Meeting"), order_by="name")
    partnership = columns.Link(verbose_name=_("Partnership"), order_by="partnership__name")
    kind = columns.Label(verbose_name=_("Type"), order_by="kind")
    held_on = columns.Date(verbose_name=_("Date"), order_by="held_on_latest")
    standing = columns.Label(verbose_name=_("Status"), orderable=False)


class Dialogues(ListPage):
    title = _("Dialogues and other meetings")
    section = "dialogues"
    filter_class = DialogueFilter
    table_class = DialogueTable
    records = staticmethod(ledger.listed)
    rows = staticmethod(ledger.lines_of)
    counted = ngettext_lazy("%(count)d meeting", "%(count)d meetings", "count")
