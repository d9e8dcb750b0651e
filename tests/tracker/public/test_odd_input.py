"""No input makes a 500: every public address and parameter, four in ten queries fair."""

import datetime
import os

import pytest
from django.test import RequestFactory
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.public.test_queries import PAGES
from tracker.ledger.snapshot import present
from tracker.public.lists.base import ListPage
from tracker.public.urls import urlpatterns

# 5,000 requests over all addresses in every run; as many more as ODD_INPUT says.
EXAMPLES = int(os.environ.get("ODD_INPUT", "5000")) // len(PAGES)

LISTS = {
    pattern.name: pattern.callback.view_class
    for pattern in urlpatterns
    if issubclass(getattr(pattern.callback, "view_class", object), ListPage)
}

ODD = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", "0", "-1", "1e9", "9" * 40, "NULL", "' OR 1=1 --", "<script>", "\0", "٣"]),
    st.sampled_from(
        [
            "2000-01-01",
            "2021-02-30",
            "0000-00-00",
            "9999-12-31",
            "x" * 5000,
            "../../passwd",
            '"a* NEAR',
        ]
    ),
)


# Good values of the parameters that a reader types.
TYPED = {
    "q": ["shelter", "PE-1", "2021", "niños"],
    "commitment": ["PE-1"],
    "since": ["2000", "2021"],
    "until": ["2021", "2100"],
}

# Pages that take no parameter at all: whatever is asked of them is odd.
BARE = {"changes", "about"}


def fair_values(name):
    """Return, for each parameter of a page, a strategy of values it takes."""
    # On all these days every page of the record is known.
    days = st.dates(datetime.date(2024, 10, 21), datetime.date(2026, 1, 1)).map(str)
    found = {"as_of": st.one_of(days, days, st.just(""))}
    if name not in LISTS:
        return found
    listing = LISTS[name]()
    request = RequestFactory().get("/")
    request.snapshot = present()
    form = listing.filter_class({}, listing.records(present()), request=request).form
    for parameter, field in form.fields.items():
        choices = TYPED.get(parameter) or [str(value) for value, _ in field.choices]
        found[parameter] = st.sampled_from(choices)
    sorts = listing.table_class.sortable()
    sorts += [f"-{name}" for name in sorts]
    return found | {"page": st.just("1"), "sort": st.sampled_from(sorts)}


def fair_queries(name):
    """Return a strategy of queries, as lists of pairs, that a page answers with 200."""
    return st.fixed_dictionaries({}, optional=fair_values(name)).map(lambda data: [*data.items()])


def odd_queries(name):
    """Return a strategy of queries, as lists of pairs: known names or odd ones, odd values."""
    names = st.sampled_from(sorted(fair_values(name)))
    return st.lists(st.tuples(st.one_of(names, names, ODD), ODD), min_size=1, max_size=3)


def ask(client, address, queries, count, answers):
    """Ask for an address with so many queries of a strategy; each answer must be of `answers`."""

    @settings(
        max_examples=count, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(queries)
    def every_answer_is_meant(pairs):
        data = {}
        for parameter, value in pairs:
            data.setdefault(parameter, []).append(value)
        assert client.get(address, data).status_code in answers

    every_answer_is_meant()


@pytest.mark.parametrize("name", PAGES)
def test_no_query_makes_a_server_error(client, record, name):
    record(1)
    address = reverse(f"tracker:{name}", args=PAGES[name][0])
    fair, odd = fair_queries(name), odd_queries(name)
    mixed = st.tuples(fair, odd).map(lambda both: both[0] + both[1])

    if name not in BARE:
        ask(client, address, fair, EXAMPLES * 4 // 10, {200})
    ask(client, address, st.one_of(odd, mixed), EXAMPLES * 6 // 10, {200, 400, 404})


@pytest.mark.parametrize(("name", "arguments"), [(n, a) for n, (a, _) in PAGES.items() if a])
def test_no_key_makes_a_server_error(client, record, name, arguments):
    record(1)
    good = reverse(f"tracker:{name}", args=arguments)
    above = good.rsplit("/", 2)[0]

    @settings(
        max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(st.one_of(ODD, st.from_regex(r"\A[-a-zA-Z0-9_]{1,60}\Z")))
    def every_answer_is_meant(key):
        path = f"{above}/{key}/".replace("?", "%3F").replace("#", "%23")
        assert client.get(path).status_code in (200, 301, 302, 400, 404)

    every_answer_is_meant()
