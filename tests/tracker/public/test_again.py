"""A page asked for again reads nothing but the version of the data."""

import pytest
from django.urls import reverse

from tracker.ledger import paging

# Two queries of each page tell which version of the data it shows; the rest is kept.
AGAIN = {"deliveries": 2, "commitments": 2, "overview": 2}


@pytest.mark.parametrize(("name", "queries"), AGAIN.items())
@pytest.mark.parametrize("copies", [2, 60])
def test_a_page_asked_again_reads_nothing_but_the_version(
    client, record, name, queries, copies, django_assert_num_queries
):
    record(copies)
    client.get(reverse(f"tracker:{name}"))

    # which version of the data it is, for the tag and for the snapshot
    with django_assert_num_queries(queries):
        client.get(reverse(f"tracker:{name}"))


def test_a_page_of_a_long_list_takes_one_query_more(
    client, record, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(paging, "SHORT", 0)
    record(60)
    client.get(reverse("tracker:deliveries"))

    # the version (2); the keys of the page, and its rows
    with django_assert_num_queries(4):
        client.get(reverse("tracker:deliveries"), {"page": 3})
