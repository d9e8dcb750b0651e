"""Every page makes the same number of queries at 2 rows of everything and at 60."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

# The queries of a page, by what they read. Three stand for "how commitments stand": pledges,
# deliveries, and figures that citations state otherwise.
PAGES = {
    # commitments, how they stand (3), units twice, the sources of their figures, partnerships;
    # reports in dispute, none; regions of the first partnership, and what names them (5)
    "overview": ((), 13),
    # choices (partnerships, parties, objectives); commitments, how they stand (3), units, the
    # sources of their figures
    "commitments": ((), 9),
    # commitment, its citations and regions; how it stands (3); units; pledges, deliveries with
    # citations and regions; awards; judgements; and the citations of the pledges
    "commitment": (("PE-1",), 14),
    # delivery, citations, regions; how its commitment stands (3); units
    "delivery": (("delivery-1",), 7),
    # choices; units; awards; recipients and their citations
    "awards": ((), 5),
    # award, recipients, activities, itself: each with citations; regions of both; units;
    # objectives; the commitment it carries out
    "award": (("award-1",), 11),
    # parties
    "parties": ((), 1),
    # party, children; commitments, of which it has none, and units (2); awards funded, none
    # (2), and received (4); activities (4); deliveries (3) and units
    "party": (("ilo",), 18),
    # partners
    "partners": ((), 1),
    # as party
    "partner": (("ilo",), 18),
    # choices; dialogues
    "dialogues": ((), 2),
    # dialogue, participants, announcements, extensions, itself: each with citations; units;
    # deliveries with citations and regions
    "dialogue": (("dialogue-1",), 12),
    # sources
    "sources": ((), 1),
    # source, units, and for 14 kinds of record those it is cited for; for the 11 kinds it is
    # cited for here, the citations
    "source": (("shared",), 27),
    # partnership, citations, regions, units; awards (4); extensions (2); deliveries never
    # pledged, objectives (2); commitments (6); dialogues; regions, and what names them (5)
    "partnership": (("partnership-1",), 25),
    # region; commitments (6); awards (4); deliveries (3) and units
    "region": (("PE-CUS",), 15),
    # partnerships; regions, and what names them (4)
    "regions": ((), 6),
    # units; commitments, how they stand (3), units, the sources of their figures; reports
    # in dispute, none
    "disagreements": ((), 8),
    # the newest of 12 kinds of record
    "changes": ((), 12),
    # nothing
    "about": ((), 0),
}


# Every page asks first which version of the data it shows.
VERSION = 1


def queries(client, name, arguments):
    """Return how many queries a page makes."""
    with CaptureQueriesContext(connection) as made:
        response = client.get(reverse(f"tracker:{name}", args=arguments))
    assert response.status_code == 200, name
    return len(made)


@pytest.mark.parametrize("copies", [2, 60])
def test_a_page_costs_the_same_queries_however_long_the_record(client, record, copies):
    record(copies)

    made = {name: queries(client, name, arguments) for name, (arguments, _) in PAGES.items()}

    assert made == {name: VERSION + most for name, (_, most) in PAGES.items()}
