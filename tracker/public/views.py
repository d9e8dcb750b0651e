"""The pages that are no list: choose the rows, hand them over, render."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from tracker.ledger.awards import award_page
from tracker.ledger.changes import change_rows
from tracker.ledger.commitments import commitment_page
from tracker.ledger.deliveries import delivery_page
from tracker.ledger.dialogues import dialogue_page
from tracker.ledger.disagreements import disagreements as all_disagreements
from tracker.ledger.overview import overview as whole_overview
from tracker.ledger.parties import partner_page, party_page
from tracker.ledger.partnerships import partnership_page
from tracker.ledger.regions import region_groups, region_page
from tracker.ledger.sources import source_page
from tracker.public.asked import answers, kept
from tracker.public.sentences import STATE_MEANINGS


@answers("as_of")
def overview(request, snapshot):
    return page(request, snapshot, "overview", whole_overview(snapshot))


@answers("as_of")
def commitment(request, snapshot, code):
    return page(request, snapshot, "commitment", commitment_page(snapshot, code))


@answers("as_of")
def delivery(request, snapshot, slug):
    return page(request, snapshot, "delivery", delivery_page(snapshot, slug))


@answers("as_of")
def award(request, snapshot, slug):
    return page(request, snapshot, "award", award_page(snapshot, slug))


@answers("as_of")
def party(request, snapshot, slug):
    return page(request, snapshot, "party", party_page(snapshot, slug))


@answers("as_of")
def partner(request, snapshot, slug):
    return page(request, snapshot, "party", partner_page(snapshot, slug))


@answers("as_of")
def dialogue(request, snapshot, slug):
    return page(request, snapshot, "dialogue", dialogue_page(snapshot, slug))


@answers("as_of")
def source(request, snapshot, slug):
    return page(request, snapshot, "source", source_page(snapshot, slug))


@answers("as_of")
def partnership(request, snapshot, slug):
    return page(request, snapshot, "partnership", partnership_page(snapshot, slug))


@answers("as_of")
def region(request, snapshot, code):
    return page(request, snapshot, "region", region_page(snapshot, code))


@answers("as_of")
def regions(request, snapshot):
    return page(request, snapshot, "regions", region_groups(snapshot))


@answers("as_of")
def disagreements(request, snapshot):
    return page(request, snapshot, "disagreements", all_disagreements(snapshot))


@answers()
def changes(request, snapshot):
    return page(request, snapshot, "changes", change_rows(snapshot))


@answers()
def about(request, snapshot):
    states = [*STATE_MEANINGS.items()]
    return page(request, snapshot, "about", {"states": states, "contact": settings.CONTACT})


def page(request, snapshot, name, rows):
    """Answer with the page of that name; 404 where there is nothing to show."""
    if rows is None:
        raise Http404
    return render(request, f"tracker/{name}.html", {"page": rows, **kept(snapshot.as_of)})
