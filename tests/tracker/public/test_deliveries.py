"""The list of deliveries: everything public, in order of date, by any filter."""

import re
from datetime import date

import pytest
from django.db.models import F
from django.urls import reverse
from django.utils.html import escape

from tests import builders
from tests.snapshots import as_of, today
from tracker.ledger import paging
from tracker.ledger.paging import KeysByDate
from tracker.models import Delivery
from tracker.public.lists import base

pytestmark = pytest.mark.django_db

DATES = ["2020", "", "2021-05-17", "2021-05-17", "2019-10", "", "2022-11~", "2021-05-17/2021-05-18"]


def listed(client, **query):
    """Return the slugs that a page of the list names, in its order."""
    response = client.get(reverse("tracker:deliveries"), query)
    assert response.status_code == 200, response.content.decode()
    return re.findall(
        r'<th scope="row"[^>]*><a href="/en/deliveries/([\w-]+)/', response.content.decode()
    )


def in_plain_order(newest_first, known=None):
    """Return the slugs as one plain query orders them."""
    day = F("stated_on_latest")
    order = day.desc(nulls_last=True) if newest_first else day.asc(nulls_last=True)
    snapshot = as_of(known.year, known.month, known.day) if known else today()
    found = snapshot.of(Delivery)
    return [one.slug for one in found.order_by(order, "-pk" if newest_first else "pk")]


@pytest.mark.parametrize("short", [10_000, 0], ids=["remembered", "read from an index"])
@pytest.mark.parametrize("rows", [1, 2, 3, 5, 100])
@pytest.mark.parametrize(
    ("query", "newest_first", "known"),
    [
        ({}, True, None),
        ({"sort": "-date"}, True, None),
        ({"sort": "date"}, False, None),
        ({"as_of": "2021-05-17"}, True, date(2021, 5, 17)),
        ({"as_of": "2021-05-17", "sort": "date"}, False, date(2021, 5, 17)),
        ({"as_of": "2001-01-01"}, True, date(2001, 1, 1)),
    ],
)
def test_all_pages_together_are_the_list_in_order(
    client, monkeypatch, short, rows, query, newest_first, known
):
    monkeypatch.setattr(paging, "SHORT", short)
    monkeypatch.setattr(base, "ROWS_PER_PAGE", rows)
    for stated_on in DATES:
        builders.make_delivery(stated_on=stated_on)
    wanted = in_plain_order(newest_first, known)

    pages = range(1, -(-len(wanted) // rows) + 1)
    found = [slug for page in pages for slug in listed(client, page=page, **query)]

    assert found == wanted


def test_a_page_beyond_the_last_is_not_found(client):
    builders.make_delivery()

    assert client.get(reverse("tracker:deliveries"), {"page": 2}).status_code == 404


def test_an_empty_record_has_an_empty_list(client):
    assert listed(client) == []


FILTERS = {
    "partnership=peru": {"pledged", "served"},
    "commitment=PE-1": {"pledged"},
    "pledged=no": {"served"},
    "pledged=yes": {"pledged", "other"},
    "reported_by=ilo": {"served"},
    "attributed_to=ilo": {"other"},
    "region=PE-CUS": {"served"},
    "stage=disbursed": {"other"},
    "counts=no": {"served"},
    "counts=yes": {"pledged", "other"},
    "since=2021": {"served", "other"},
    "until=2021": {"pledged", "served"},
    "since=2021&until=2021": {"served"},
    "q=shelter": {"pledged"},
    "q=escuelas&partnership=peru": {"served"},
    "q=shelter&pledged=no": set(),
}


@pytest.fixture
def three():
    """Make three deliveries, each unlike the others in all that can be asked for."""
    ilo = builders.make_party(slug="ilo")
    compact = builders.make_partnership(slug="peru")
    another = builders.make_partnership(slug="ghana")
    builders.make_delivery(
        slug="pledged",
        commitment=builders.make_commitment(code="PE-1", partnership=compact),
        statement_en="Six shelters",
        stated_on="2020",
    )
    builders.make_delivery(
        slug="served",
        objective=builders.make_objective(partnership=compact),
        reported_by=ilo,
        statement_es="Tres escuelas",
        stated_on="2021-05",
        regions=[builders.make_region()],
        counts=False,
        why_not_en="An estimate",
    )
    builders.make_delivery(
        slug="other",
        commitment=builders.make_commitment(code="GH-1", partnership=another),
        attributed_to=ilo,
        stated_on="2022",
        value="5",
        unit="USD",
        stage="disbursed",
    )


@pytest.mark.parametrize("short", [10_000, 0], ids=["remembered", "read from an index"])
@pytest.mark.parametrize(("query", "wanted"), FILTERS.items())
def test_a_filter_keeps_what_it_names(client, three, monkeypatch, short, query, wanted):
    monkeypatch.setattr(paging, "SHORT", short)
    parameters = dict(pair.split("=") for pair in query.split("&"))

    assert set(listed(client, **parameters)) == wanted


@pytest.mark.parametrize(
    "query",
    [
        "commitment=PE-99",
        "commitment=' OR 1=1",
        "partnership=atlantis",
        "reported_by=peru",  # a party that reported nothing
        "region=PE-LIM",
        "stage=spent",
        "counts=maybe",
        "since=1999",
        "since=2021.5",
        "until=2101",
        "sort=statement",
        "sort=quantity",
        "q=" + "x" * 101,
    ],
)
def test_a_bad_value_is_named(client, three, query):
    name = query.partition("=")[0]

    response = client.get(reverse("tracker:deliveries") + "?" + query)

    assert response.status_code == 400
    assert escape(name) in response.content.decode()


def test_a_draft_commitment_is_no_filter(client, three):
    builders.make_commitment(code="PE-5", status="draft")

    response = client.get(reverse("tracker:deliveries"), {"commitment": "PE-5"})

    assert response.status_code == 400


def test_a_line_says_what_when_how_much_and_who(client, three):
    page = client.get(reverse("tracker:deliveries"), {"reported_by": "ilo"}).content.decode()

    assert "May 2021" in page
    assert "never pledged" in page
    assert "Amount not reported" in page
    assert 'href="/en/parties/ilo/"' in page


def test_a_delivery_of_a_hidden_parent_is_on_no_page(client):
    builders.make_delivery(slug="hidden", reported_by=builders.make_party(status="draft"))
    builders.make_delivery(slug="shown")

    assert listed(client) == ["shown"]


def test_a_delivery_withdrawn_since_is_gone_at_once(client, transactional_db):
    for slug in ("one", "two"):
        builders.make_delivery(slug=slug)
    assert set(listed(client)) == {"one", "two"}

    Delivery.objects.filter(slug="one").update(status="withdrawn")

    assert listed(client) == ["two"]


def test_a_page_passes_over_days_without_reading_their_rows(django_assert_num_queries, monkeypatch):
    monkeypatch.setattr(paging, "SHORT", 0)
    for stated_on in DATES:
        builders.make_delivery(stated_on=stated_on)
    keys = KeysByDate(today(), today().of(Delivery), "all", newest_first=True)
    assert len(keys) == len(DATES)

    # the page after the first day, beginning with that day
    with django_assert_num_queries(1) as made:
        assert len(keys[1:3]) == 2

    (query,) = made.captured_queries
    assert "<= '2021-12-31'" not in query["sql"]
    assert "OFFSET" not in query["sql"]
