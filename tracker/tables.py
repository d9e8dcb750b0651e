"""Tables of the public lists: which columns, in what order they can be sorted."""

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tracker.markup import linked, linked_all, titled

NOT_STATED = _("not stated")


class LedgerTable(tables.Table):
    """
    A table of ledger rows. `row_header` names the column that says what a row is.

    `keep` is the query that its links carry on.
    """

    row_header = ""
    keep = ""

    @classmethod
    def sortable(cls):
        """Return the names this table can be sorted by."""
        return [name for name, column in cls.base_columns.items() if column.orderable is not False]


class LinkColumn(tables.Column):
    def render(self, value, table):
        return linked(value, table.keep)


class LinksColumn(tables.Column):
    def render(self, value, table):
        return linked_all(value, table.keep)


class TitleColumn(tables.Column):
    """A document by its title, which is never translated."""

    def render(self, value, table):
        return titled(value, table.keep)


def _unknown(words):
    """Return what is said where there is no figure, so that it cannot be taken for one."""
    return format_html('<i class="unknown">{}</i>', words)


def _plain(label, **options):
    return tables.Column(verbose_name=label, orderable=False, **options)


class CommitmentTable(LedgerTable):
    row_header = "title"

    code = tables.Column(verbose_name=_("No."), order_by="code_order")
    title = LinkColumn(verbose_name=_("Commitment"))
    made_by = LinksColumn(verbose_name=_("Made by"))
    pledged = _plain(_("Pledged"), empty_values=())
    delivered = _plain(_("Delivered"), empty_values=())
    state = tables.Column(verbose_name=_("State"), order_by="state_order")

    def render_pledged(self, value):
        if value is not None and value.is_stated:
            return format_html("<b>{}</b>", str(value))
        return _unknown(_("No numeric target"))

    def render_delivered(self, value, record):
        return _unknown(record.silence) if value is None else format_html("<b>{}</b>", str(value))

    def render_state(self, record):
        state = format_html('<span class="state {}">{}</span>', record.state, record.state.label)
        if not record.disagreements:
            return state
        flag = _("Sources disagree")
        return format_html('{} <span class="state disputed">{}</span>', state, flag)

    @staticmethod
    def counted(count):
        return ngettext("%(count)d commitment", "%(count)d commitments", count) % {"count": count}


class AwardTable(LedgerTable):
    row_header = "title"

    title = LinkColumn(verbose_name=_("Award"))
    partnership = LinkColumn(verbose_name=_("Partnership"))
    funder = LinkColumn(verbose_name=_("Funder"), orderable=False)
    recipients = _plain(_("Recipients"), empty_values=())
    quantity = _plain(_("Amount"))
    awarded_on = tables.Column(verbose_name=_("Awarded"), empty_values=())

    def render_recipients(self, record):
        parties = tuple(recipient.party for recipient in record.recipients)
        return linked_all(parties, self.keep)

    def render_quantity(self, value, record):
        joint = _("(joint; split not stated)") if record.is_joint else ""
        return format_html("{} <small>{}</small>", str(value), joint) if joint else str(value)

    @staticmethod
    def counted(count):
        return ngettext("%(count)d award", "%(count)d awards", count) % {"count": count}


class PartyTable(LedgerTable):
    row_header = "name"

    name = LinkColumn(verbose_name=_("Party"))
    kind = tables.Column(verbose_name=_("Kind"))
    parent = LinkColumn(verbose_name=_("Part of"), orderable=False, default="")

    @staticmethod
    def counted(count):
        return ngettext("%(count)d party", "%(count)d parties", count) % {"count": count}


class DialogueTable(LedgerTable):
    row_header = "name"

    name = LinkColumn(verbose_name=_("Meeting"))
    partnership = LinkColumn(verbose_name=_("Partnership"))
    kind = tables.Column(verbose_name=_("Kind"))
    held_on = tables.Column(verbose_name=_("Date"), empty_values=())
    standing = _plain(_("Standing"))

    def render_held_on(self, value):
        return _("%(date)s (inferred)") % {"date": value} if value.is_inferred else str(value)

    @staticmethod
    def counted(count):
        return ngettext("%(count)d meeting", "%(count)d meetings", count) % {"count": count}


class SourceTable(LedgerTable):
    row_header = "title"

    title = TitleColumn(verbose_name=_("Source"))
    publisher = tables.Column(verbose_name=_("Publisher"))
    published_on = tables.Column(verbose_name=_("Published"), empty_values=())
    reliability = tables.Column(verbose_name=_("Reliability"))
    seen = tables.Column(verbose_name=_("Seen"))
    citations = tables.Column(verbose_name=_("Citations"))

    @staticmethod
    def counted(count):
        return ngettext("%(count)d source", "%(count)d sources", count) % {"count": count}
