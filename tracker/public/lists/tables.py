"""Tables of the public lists: which columns, in what order they can be sorted."""

from operator import attrgetter

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from tracker.public.markup import dated, html, linked, linked_all, titled


class Column(tables.Column):
    """
    A column. `show` makes the cell of a line, with the query that its links carry on; else the
    cell is the line's value of that name.
    """

    def __init__(self, label, show=None, **options):
        super().__init__(verbose_name=label, **options)
        self.show = show


class Plain(Column):
    """A column that a list cannot be sorted by."""

    def __init__(self, label, show=None):
        super().__init__(label, show, orderable=False)


class LedgerTable(tables.Table):
    """
    One page of ledger rows, in the order they come in.

    `row_header` names the column that says what a row is; `keep` is the query that its links
    carry on. Cells are written out here: bound rows would be nine tenths of a page's cost.
    """

    row_header = ""

    def __init__(self, page, sort="", keep=""):
        super().__init__(data=(), order_by=sort)
        self.page = page
        self.keep = keep

    @classmethod
    def sortable(cls):
        """Return the names this table can be sorted by."""
        return [name for name, column in cls.base_columns.items() if column.orderable is not False]

    @classmethod
    def in_order(cls, lines, sort):
        """Return the lines sorted as asked; as they came if nothing is asked."""
        name = sort.removeprefix("-")
        if not name:
            return lines
        (key,) = cls.base_columns[name].order_by or (name,)
        return sorted(lines, key=attrgetter(key), reverse=sort.startswith("-"))

    @property
    def body(self):
        """The rows as HTML."""
        cells = [self._cell(column) for column in self.columns]
        rows = (
            "".join(f"{opening}{html(show(line, self.keep))}{end}" for opening, show, end in cells)
            for line in self.page.object_list
        )
        return SafeString("\n".join(f'<tr role="row">{row}</tr>' for row in rows))

    def _cell(self, column):
        """Return what opens a cell of the column, what shows a line in it and what closes it."""
        show = column.column.show or _value(column.name)
        if column.name == self.row_header:
            return '<th scope="row" role="rowheader">', show, "</th>"
        label = html(column.header)
        return f'<td role="cell" class="c-{column.name}" data-label="{label}">', show, "</td>"


def _value(name):
    return lambda line, keep: getattr(line, name)


def _link(name):
    """Return what shows the link of that name, or nothing where there is none."""
    return lambda line, keep: linked(getattr(line, name), keep)


def _unknown(words):
    """Return what is said where there is no figure, so that it cannot be taken for one."""
    return format_html('<i class="unknown">{}</i>', words)


def _figure(figure):
    return SafeString(f"<b>{html(figure)}</b>")


class CommitmentTable(LedgerTable):
    row_header = "title"

    code = Column(_("No."), order_by="code_order")
    title = Column(_("Commitment"), _link("title"))
    made_by = Column(_("Made by"), lambda line, keep: linked_all(line.made_by, keep))
    pledged = Plain(_("Pledged"), lambda line, keep: _pledged(line.pledged))
    delivered = Plain(_("Delivered"), lambda line, keep: _delivered(line))
    state = Column(_("State"), lambda line, keep: _state(line), order_by="state_order")

    @staticmethod
    def counted(count):
        return ngettext("%(count)d commitment", "%(count)d commitments", count) % {"count": count}


def _pledged(quantity):
    is_stated = quantity is not None and quantity.is_stated
    return _figure(quantity) if is_stated else _unknown(_("No numeric target"))


def _delivered(line):
    return _unknown(line.silence) if line.delivered is None else _figure(line.delivered)


def _state(line):
    state = format_html('<span class="state {}">{}</span>', line.state, line.state.label)
    if not line.disagreements:
        return state
    flag = _("Sources disagree")
    return format_html('{} <span class="state disputed">{}</span>', state, flag)


class DeliveryTable(LedgerTable):
    row_header = "statement"

    date = Column(_("Date"), lambda line, keep: dated(line.stated_on))
    statement = Plain(_("What is reported"), _link("statement"))
    towards = Plain(_("Towards"), lambda line, keep: _towards(line, keep))
    quantity = Plain(_("Figure"), lambda line, keep: _amount(line))
    reported_by = Plain(_("Reported by"), _link("reported_by"))
    attributed_to = Plain(_("Done by"), _link("attributed_to"))

    @staticmethod
    def counted(count):
        return ngettext("%(count)d report", "%(count)d reports", count) % {"count": count}


def _towards(line, keep):
    if line.code:
        return SafeString(f'<a href="{html(line.towards.url + keep)}">{html(line.code)}</a>')
    return format_html("{} <small>{}</small>", linked(line.towards, keep), _("never pledged"))


def _amount(line):
    if not line.quantity.is_stated:
        return _unknown(_("Amount not reported"))
    if not line.stage:
        return _figure(line.quantity)
    return format_html("<b>{}</b> <small>{}</small>", line.quantity, line.stage)


class AwardTable(LedgerTable):
    row_header = "title"

    title = Column(_("Award"), _link("title"))
    partnership = Column(_("Partnership"), _link("partnership"))
    funder = Plain(_("Funder"), _link("funder"))
    recipients = Plain(
        _("Recipients"),
        lambda line, keep: linked_all(tuple(one.party for one in line.recipients), keep),
    )
    quantity = Plain(_("Amount"), lambda line, keep: _joint(line))
    awarded_on = Column(_("Awarded"))

    @staticmethod
    def counted(count):
        return ngettext("%(count)d award", "%(count)d awards", count) % {"count": count}


def _joint(line):
    if not line.is_joint:
        return line.quantity
    return format_html("{} <small>{}</small>", line.quantity, _("(joint; split not stated)"))


class PartyTable(LedgerTable):
    row_header = "name"

    name = Column(_("Party"), _link("name"))
    kind = Column(_("Kind"))
    parent = Plain(_("Part of"), _link("parent"))

    @staticmethod
    def counted(count):
        return ngettext("%(count)d party", "%(count)d parties", count) % {"count": count}


class DialogueTable(LedgerTable):
    row_header = "name"

    name = Column(_("Meeting"), _link("name"))
    partnership = Column(_("Partnership"), _link("partnership"))
    kind = Column(_("Kind"))
    held_on = Column(_("Date"), lambda line, keep: dated(line.held_on))
    standing = Plain(_("Standing"))

    @staticmethod
    def counted(count):
        return ngettext("%(count)d meeting", "%(count)d meetings", count) % {"count": count}


class SourceTable(LedgerTable):
    row_header = "title"

    title = Column(_("Source"), lambda line, keep: titled(line.title, keep))
    publisher = Column(_("Publisher"))
    published_on = Column(_("Published"))
    reliability = Column(_("Reliability"))
    seen = Column(_("Seen"))
    citations = Column(_("Citations"))

    @staticmethod
    def counted(count):
        return ngettext("%(count)d source", "%(count)d sources", count) % {"count": count}
