"""Every page makes the same number of queries at 2 rows of everything and at 60."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tracker.ledger import snapshot

# The queries of a page, by what they read, when nothing is remembered yet. Three stand for "how
# commitments stand": pledges, deliveries, and figures that citations state otherwise. A page
# that reads deliveries looks up what hides any of them first, once for each version of the
# data: units with the commitments, objectives, parties (2), dialogues and partnerships that do.
PAGES = {
    # commitments, how they stand (3), units twice, the sources of their figures, partnerships;
    # reports in dispute, none; regions of the first partnership, and what names them (5);
    # the newest of 12 kinds of record
    "overview": ((), 32),
    # choices (partnerships, parties, objectives); commitments, how they stand (3), units, the
    # sources of their figures
    "commitments": ((), 18),
    # commitment, its citations and regions; how it stands (3); units; pledges, deliveries with
    # citations and regions; awards; judgements; and the citations of pledges and judgements
    "commitment": (("PE-1",), 22),
    # choices (7); how many there are, day by day; a page of keys, and its rows with what they name
    "deliveries": ((), 14),
    # delivery, citations, regions; how its commitment stands (3); units
    "delivery": (("delivery-1",), 14),
    # choices; units; awards; recipients and their citations
    "awards": ((), 5),
    # award, recipients, activities, itself: each with citations; regions of both; units;
    # objectives; the commitment it carries out
    "award": (("award-1",), 11),
    # parties
    "parties": ((), 1),
    # party, children; commitments, how they stand (3), units twice, the sources of their figures;
    # awards funded, none (2), and received (4); activities (4); deliveries (3) and units;
    # meetings; whether it reported
    "party": (("ilo",), 31),
    # partners
    "partners": ((), 1),
    # as party
    "partner": (("ilo",), 31),
    # choices; dialogues
    "dialogues": ((), 2),
    # dialogue, participants, announcements, extensions, itself: each with citations; units;
    # commitments, how they stood (3), units, the sources of their figures; deliveries with
    # citations and regions; the dialogue before, and the same lines then (6); units, awards, none
    "dialogue": (("dialogue-1",), 36),
    # sources; for each of 14 kinds of record, how often they are cited
    "sources": ((), 15),
    # source, units, and for 14 kinds of record those it is cited for, each with its citations
    "source": (("shared",), 30),
    # partnership, citations, regions, units; awards (4); extensions (2); deliveries never
    # pledged (3), objectives (2); commitments (6); dialogues; regions, and what names them (5);
    # the partnerships to switch between
    "partnership": (("partnership-1",), 35),
    # region; commitments (6); awards (4); activities (4); deliveries (3) and units
    "region": (("PE-CUS",), 26),
    # partnerships; regions, and what names them (4)
    "regions": ((), 6),
    # units; commitments, how they stand (3), units, the sources of their figures; reports
    # in dispute, none
    "disagreements": ((), 14),
    # the newest of 12 kinds of record
    "changes": ((), 12),
    # nothing
    "about": ((), 0),
}


# Every page asks which version of the data it shows: for its tag, and for what is remembered.
VERSION = 2


def queries(client, name, arguments):
    """Return how many queries a page makes when nothing is remembered."""
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
