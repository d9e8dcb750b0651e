"""The public pages: choose the rows, hand over, render. The only place that asks for the day."""

import re
from datetime import date

from django.conf import settings
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from tracker.domain.dates import AsOf
from tracker.ledger import awards as award_rows
from tracker.ledger import commitments as commitment_rows
from tracker.ledger import deliveries as delivery_rows
from tracker.ledger import dialogues as dialogue_rows
from tracker.ledger import overview as overview_rows
from tracker.ledger import parties as party_rows
from tracker.ledger import partnerships as partnership_rows
from tracker.ledger import regions as region_rows
from tracker.ledger import sources as source_rows
from tracker.ledger.about import about_page
from tracker.ledger.changes import change_rows
from tracker.ledger.memory import one_version
from tracker.public.lists.listings import (
    AWARDS,
    COMMITMENTS,
    DELIVERIES,
    DIALOGUES,
    PARTIES,
    PARTNERS,
    SOURCES,
)
from tracker.public.lists.strict import Problem, unknown

ROWS_PER_PAGE = 25
FIRST_DAY = date(2000, 1, 1)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def overview(request):
    return _page(request, "overview", overview_rows.overview)


def commitments(request):
    return _list(request, COMMITMENTS)


def commitment(request, code):
    return _page(request, "commitment", commitment_rows.commitment_page, code)


def deliveries(request):
    return _list(request, DELIVERIES)


def delivery(request, slug):
    return _page(request, "delivery", delivery_rows.delivery_page, slug)


def awards(request):
    return _list(request, AWARDS)


def award(request, slug):
    return _page(request, "award", award_rows.award_page, slug)


def parties(request):
    return _list(request, PARTIES)


def party(request, slug):
    return _page(request, "party", party_rows.party_page, slug)


def partners(request):
    return _list(request, PARTNERS)


def partner(request, slug):
    return _page(request, "party", party_rows.party_page, slug, as_partner=True)


def dialogues(request):
    return _list(request, DIALOGUES)


def dialogue(request, slug):
    return _page(request, "dialogue", dialogue_rows.dialogue_page, slug)


def sources(request):
    return _list(request, SOURCES)


def source(request, slug):
    return _page(request, "source", source_rows.source_page, slug)


def partnership(request, slug):
    return _page(request, "partnership", partnership_rows.partnership_page, slug)


def region(request, code):
    return _page(request, "region", region_rows.region_page, code)


def regions(request):
    return _page(request, "regions", region_rows.region_groups)


def disagreements(request):
    return _page(request, "disagreements", overview_rows.disagreements)


def changes(request):
    return _page(request, "changes", lambda as_of: change_rows(), takes=())


def about(request):
    return _page(request, "about", lambda as_of: about_page(settings.CONTACT), takes=())


def _page(request, name, page_of, *key, takes=("as_of",), **options):
    """Answer with a page of the ledger, 404 if there is none, 400 for a parameter it has not."""
    problems = unknown(request.GET, takes) + _as_of_problems(request)
    if problems:
        return _refused(request, problems)
    as_of = _as_of(request)
    with one_version():
        page = page_of(*key, as_of, **options)
        if page is None:
            raise Http404
        return render(request, f"tracker/{name}.html", {"page": page, **_asked(as_of)})


@one_version()
def _list(request, listing):
    """Answer with a list as filtered, sorted and paged by the address."""
    found = listing.choose(request.GET, queryset=listing.records())
    problems = (
        found.problems
        + _as_of_problems(request)
        + _sort_problems(request, listing.table)
        + _page_problems(request)
    )
    if problems:
        return _refused(request, problems)
    as_of = _as_of(request)
    sort = request.GET.get("sort") or ""
    page = _paged(listing.rows(found, as_of, sort), int(request.GET.get("page") or 1))
    asked = _asked(as_of)
    table = listing.table(page, sort, asked["keep"])
    context = {"listing": listing, "filter": found, "table": table, **asked}
    return render(request, "tracker/list.html", context)


def _as_of(request):
    """Return the day the address asks for, or today."""
    today = timezone.localdate()
    asked = request.GET.get("as_of")
    return AsOf(date.fromisoformat(asked), is_asked=True) if asked else AsOf(today)


def _asked(as_of):
    """Return what templates need to say the day and to keep it in links."""
    return {"as_of": as_of, "keep": f"?as_of={as_of.day.isoformat()}" if as_of.is_asked else ""}


def _as_of_problems(request):
    asked = request.GET.get("as_of") or ""
    if not asked:
        return []
    try:
        day = date.fromisoformat(asked) if DAY.fullmatch(asked) else None
    except ValueError:
        day = None
    if day is None:
        return [Problem("as_of", _("Write the day as in 2021-06-01."))]
    if not FIRST_DAY <= day <= timezone.localdate():
        return [Problem("as_of", _("Choose a day from 2000 until today."))]
    return []


def _sort_problems(request, table):
    wanted = request.GET.get("sort") or ""
    if not wanted or wanted.removeprefix("-") in table.sortable():
        return []
    known = ", ".join(table.sortable())
    return [Problem("sort", _("Sort by one of these: %(names)s.") % {"names": known})]


def _page_problems(request):
    wanted = request.GET.get("page") or "1"
    if PAGE_NUMBER.fullmatch(wanted):
        return []
    return [Problem("page", _("A page is a number from 1."))]


def _paged(rows, wanted):
    """Return the wanted page of the rows; a page beyond the last is not found."""
    try:
        return Paginator(rows, ROWS_PER_PAGE).page(wanted)
    except EmptyPage:
        raise Http404 from None


def _refused(request, problems):
    return render(request, "tracker/refused.html", {"problems": problems}, status=400)
