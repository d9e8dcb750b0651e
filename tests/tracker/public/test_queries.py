"""Every page makes the same number of queries at 2 rows of everything and at 60."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tracker.ledger import snapshot

# The queries of a page, by what they read, when nothing is kept yet. Each page but the one about
# the record counts what is held back. An assessment is three: pledges, deliveries, and figures
# that citations state otherwise.
PAGES = {
    # held back; commitments, assessment (3), the sources of their figures, units, partnerships;
    # regions of the first partnership, and what names them (5); the newest of 12 kinds of record
    "overview": ((), 25),
    # held back; choices (partnerships, parties, objectives); keys; commitments, assessment (3),
    # the sources of their figures, units
    "commitments": ((), 11),
    # held back; commitment, its citations and regions; assessment (3); units; deliveries with
    # citations and regions; pledges, judgements, each with citations; awards
    "commitment": (("PE-1",), 16),
    # held back; choices (5); how many there are, day by day; keys; rows; parties; units
    "deliveries": ((), 10),
    # held back; delivery, citations, regions; assessment (3); units
    "delivery": (("delivery-1",), 8),
    # held back; choices; keys; awards, recipients and their citations; units
    "awards": ((), 7),
    # held back; award, recipients, activities, itself: each with citations; regions of both;
    # units; objectives
    "award": (("award-1",), 11),
    # held back; keys; parties
    "parties": ((), 3),
    # held back; party, children; commitments, assessment (3), the sources of their figures, units;
    # awards funded, none, and received (3); activities (3); deliveries (3); meetings; whether it
    # reported
    "party": (("ilo",), 21),
    # as parties
    "partners": ((), 3),
    # as party
    "partner": (("ilo",), 21),
    # held back; choices; keys; dialogues
    "dialogues": ((), 4),
    # held back; dialogue, participants, announcements, extensions, itself: each with citations;
    # units; deliveries with citations and regions; commitments, assessment (3), the sources of
    # their figures; the dialogue before, and the same lines then (5); awards and recipients (3)
    "dialogue": (("dialogue-1",), 27),
    # held back; keys; sources
    "sources": ((), 3),
    # held back; source, units, and for 14 kinds of record those it is cited for, each with its
    # citations
    "source": (("shared",), 31),
    # held back; partnership, citations, regions, units; awards (3); extensions (2); deliveries
    # never pledged (3), objectives (2); commitments (5); dialogues; regions, and what names
    # them (5); the partnerships to switch between
    "partnership": (("partnership-1",), 27),
    # held back; region; commitments (5); awards (3); activities (3); deliveries (3); units
    "region": (("PE-CUS",), 17),
    # held back; partnerships; regions, and what names them (4)
    "regions": ((), 7),
    # held back; commitments, assessment (3), the sources of their figures, units
    "disagreements": ((), 7),
    # held back; the newest of 12 kinds of record
    "changes": ((), 13),
    # nothing
    "about": ((), 0),
}


# Every page asks which version of the data it shows: for its tag, and for its snapshot.
VERSION = 2


def queries(client, name, arguments):
    """Return how many queries a page makes when nothing is kept."""
    snapshot.forget()
    with CaptureQueriesContext(connection) as made:
        response = client.get(reverse(f"tracker:{name}", args=arguments))
    assert response.status_code == 200, name
    return len(made)


@pytest.mark.parametrize("copies", [2, 60])
def test_a_page_costs_the_same_queries_however_long_the_record(client, record, copies):
    record(copies)

    made = {name: queries(client, name, arguments) for name, (arguments, _) in PAGES.items()}

    assert made == {name: VERSION + most for name, (_, most) in PAGES.items()}
