"""The public pages: choose the rows, hand over, render. The only place that asks for the day."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tracker import filters, tables
from tracker.ledger import awards as award_rows
from tracker.ledger import commitments as commitment_rows
from tracker.ledger import deliveries as delivery_rows
from tracker.ledger import dialogues as dialogue_rows
from tracker.ledger import parties as party_rows
from tracker.ledger import partnerships as partnership_rows
from tracker.ledger import regions as region_rows
from tracker.ledger import sources as source_rows
from tracker.models import Award, Commitment, Dialogue, ImplementingPartner, Party, Source

ROWS_PER_PAGE = 50
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


@dataclass(frozen=True)
class Listing:
    """What a public list is made of; `rows` turns the chosen records into ledger rows."""

    title: Any
    section: str
    model: Any
    choose: type
    table: type
    rows: Any


def overview(request):
    return _page(request, "overview", partnership_rows.overview(_today()))


def commitments(request):
    return _list(request, COMMITMENTS)


def commitment(request, code):
    return _page(request, "commitment", commitment_rows.commitment_page(code, _today()))


def delivery(request, slug):
    return _page(request, "delivery", delivery_rows.delivery_page(slug, _today()))


def awards(request):
    return _list(request, AWARDS)


def award(request, slug):
    return _page(request, "award", award_rows.award_page(slug))


def parties(request):
    return _list(request, PARTIES)


def party(request, slug):
    return _page(request, "party", party_rows.party_page(slug, _today()))


def partners(request):
    return _list(request, PARTNERS)


def partner(request, slug):
    return _page(request, "party", party_rows.party_page(slug, _today(), as_partner=True))


def dialogues(request):
    return _list(request, DIALOGUES)


def dialogue(request, slug):
    return _page(request, "dialogue", dialogue_rows.dialogue_page(slug))


def sources(request):
    return _list(request, SOURCES)


def source(request, slug):
    return _page(request, "source", source_rows.source_page(slug))


def partnership(request, slug):
    return _page(request, "partnership", partnership_rows.partnership_page(slug, _today()))


def region(request, code):
    return _page(request, "region", region_rows.region_page(code, _today()))


def _today():
    return timezone.localdate()


def _page(request, name, page):
    """Answer with a page of the ledger, 404 if there is none, 400 for a parameter it has not."""
    if page is None:
        raise Http404
    problems = [
        filters.Problem(given, _("This page has no such parameter.")) for given in request.GET
    ]
    if problems:
        return _refused(request, problems)
    return render(request, f"tracker/{name}.html", {"page": page, "as_of": _today()})


def _list(request, listing):
    """Answer with a list as filtered, sorted and paged by the address."""
    found = listing.choose(request.GET, queryset=listing.model.objects.public())
    problems = found.problems + _sort_problems(request, listing.table) + _page_problems(request)
    if problems:
        return _refused(request, problems)
    table = listing.table(listing.rows(found), order_by=request.GET.get("sort") or ())
    _paginate(table, int(request.GET.get("page") or 1))
    context = {"listing": listing, "filter": found, "table": table, "as_of": _today()}
    return render(request, "tracker/list.html", context)


def _sort_problems(request, table):
    wanted = request.GET.get("sort") or ""
    if not wanted or wanted.removeprefix("-") in table.sortable():
        return []
    known = ", ".join(table.sortable())
    return [filters.Problem("sort", _("Sort by one of these: %(names)s.") % {"names": known})]


def _page_problems(request):
    wanted = request.GET.get("page") or "1"
    if PAGE_NUMBER.fullmatch(wanted):
        return []
    return [filters.Problem("page", _("A page is a number from 1."))]


def _paginate(table, wanted):
    """Put the table on the wanted page; a page beyond the last is not found."""
    try:
        table.paginate(page=wanted, per_page=ROWS_PER_PAGE)
    except EmptyPage:
        raise Http404 from None


def _refused(request, problems):
    return render(request, "tracker/refused.html", {"problems": problems}, status=400)


def _commitment_rows(found):
    return found.keep(commitment_rows.commitment_lines(found.qs, _today()))


COMMITMENTS = Listing(
    gettext_lazy("Commitments"),
    "commitments",
    Commitment,
    filters.CommitmentFilter,
    tables.CommitmentTable,
    _commitment_rows,
)
AWARDS = Listing(
    gettext_lazy("Awards"),
    "awards",
    Award,
    filters.AwardFilter,
    tables.AwardTable,
    lambda found: award_rows.award_lines(found.qs),
)
PARTIES = Listing(
    gettext_lazy("Parties"),
    "parties",
    Party,
    filters.PartyFilter,
    tables.PartyTable,
    lambda found: party_rows.party_lines(found.qs),
)
PARTNERS = Listing(
    gettext_lazy("Implementing partners"),
    "partners",
    ImplementingPartner,
    filters.PartyFilter,
    tables.PartyTable,
    lambda found: party_rows.party_lines(found.qs),
)
DIALOGUES = Listing(
    gettext_lazy("Dialogues and other meetings"),
    "dialogues",
    Dialogue,
    filters.DialogueFilter,
    tables.DialogueTable,
    lambda found: dialogue_rows.dialogue_lines(found.qs),
)
SOURCES = Listing(
    gettext_lazy("Sources"),
    "sources",
    Source,
    filters.SourceFilter,
    tables.SourceTable,
    lambda found: source_rows.source_lines(found.qs),
)
