"""A page asked for again reads no more than its rows."""

import pytest
from django.urls import reverse

from tracker.ledger import paging

# What a list asks for when its lengths, names and states are remembered. Two queries of each
# page tell which version of the data it shows.
AGAIN = {
    # the rows of the page with the commitments or objectives they name
    "deliveries": 2 + 1,
    # nothing: the lines of a page are remembered
    "commitments": 2,
    # nothing
    "overview": 2,
}


@pytest.mark.parametrize(("name", "queries"), AGAIN.items())
@pytest.mark.parametrize("copies", [2, 60])
def test_a_page_asked_again_reads_only_its_rows(
    client, record, name, queries, copies, django_assert_num_queries
):
    record(copies)
    client.get(reverse(f"tracker:{name}"))

    with django_assert_num_queries(queries):
        client.get(reverse(f"tracker:{name}"))


def test_a_page_of_a_long_list_takes_one_query_more(
    client, record, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(paging, "SHORT", 0)
    record(60)
    client.get(reverse("tracker:deliveries"))

    # As above, and the keys of the page.
    with django_assert_num_queries(2 + 1 + 1):
        client.get(reverse("tracker:deliveries"), {"page": 3})
