"""The public lists: what each is made of."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tracker.ledger import awards as award_rows
from tracker.ledger import dialogues as dialogue_rows
from tracker.ledger import parties as party_rows
from tracker.ledger import sources as source_rows
from tracker.ledger.lists import CommitmentLines, DeliveryLines
from tracker.ledger.memory import remembered
from tracker.ledger.paging import ByDate
from tracker.ledger.visible import visible_rows
from tracker.models import (
    Award,
    Commitment,
    Delivery,
    Dialogue,
    ImplementingPartner,
    Party,
    Source,
)
from tracker.public.lists import filters, tables


@dataclass(frozen=True)
class Listing:
    """
    What a public list is made of.

    `rows` turns the records a filter found into ledger rows, sorted as the address asks. Of a
    long list, `is_long`, they are read when a page is taken.
    """

    title: Any
    section: str
    model: Any
    choose: type
    table: type
    rows: Any
    is_long: bool = False

    def records(self):
        return visible_rows(self.model) if self.is_long else self.model.objects.public()


def _sorted(table, lines_of):
    """Return what gives the rows of a short list: all its lines, sorted, and remembered."""

    def rows(found, as_of, sort):
        key = (table.__name__, found.key, found.queryset.model, as_of, sort, get_language())
        return remembered(key, lambda: table.in_order(lines_of(found.qs, as_of), sort))

    return rows


def _commitment_rows(found, as_of, sort):
    def arranged(lines):
        return tables.CommitmentTable.in_order(found.keep(lines), sort)

    by_state = found.asks_state or sort.endswith("state")
    key = (found.key, sort)
    return CommitmentLines(found.qs, key, as_of, arranged, by_state=by_state)


def _delivery_rows(found, as_of, sort):
    newest_first = sort != "date"
    order = ByDate(found.qs, found.row_by_row, found.key, as_of.known, newest_first)
    return DeliveryLines(order)


COMMITMENTS = Listing(
    _("Commitments"),
    "commitments",
    Commitment,
    filters.CommitmentFilter,
    tables.CommitmentTable,
    _commitment_rows,
)
DELIVERIES = Listing(
    _("What sources report"),
    "deliveries",
    Delivery,
    filters.DeliveryFilter,
    tables.DeliveryTable,
    _delivery_rows,
    is_long=True,
)
AWARDS = Listing(
    _("Awards"),
    "awards",
    Award,
    filters.AwardFilter,
    tables.AwardTable,
    _sorted(tables.AwardTable, award_rows.award_lines),
)
_party_rows = _sorted(tables.PartyTable, lambda chosen, as_of: party_rows.party_lines(chosen))
PARTIES = Listing(
    _("Parties"),
    "parties",
    Party,
    filters.PartyFilter,
    tables.PartyTable,
    _party_rows,
)
PARTNERS = Listing(
    _("Implementing partners"),
    "partners",
    ImplementingPartner,
    filters.PartyFilter,
    tables.PartyTable,
    _party_rows,
)
DIALOGUES = Listing(
    _("Dialogues and other meetings"),
    "dialogues",
    Dialogue,
    filters.DialogueFilter,
    tables.DialogueTable,
    _sorted(tables.DialogueTable, dialogue_rows.dialogue_lines),
)
SOURCES = Listing(
    _("Sources"),
    "sources",
    Source,
    filters.SourceFilter,
    tables.SourceTable,
    _sorted(
        tables.SourceTable,
        lambda chosen, as_of: source_rows.source_lines(chosen.known_by(as_of.known)),
    ),
)
