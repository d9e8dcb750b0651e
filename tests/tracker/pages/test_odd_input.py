"""No input makes a 500: every public address with every parameter, about half of it odd."""

import os

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.pages.test_queries import PAGES
from tracker import listings

# 5,000 requests over all addresses in every run; as many more as ODD_INPUT says.
EXAMPLES = int(os.environ.get("ODD_INPUT", "5000")) // len(PAGES)

LISTS = {
    listing.section: listing
    for listing in vars(listings).values()
    if isinstance(listing, listings.Listing)
}

ODD = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", "0", "-1", "1e9", "9" * 40, "NULL", "' OR 1=1 --", "<script>", "\0", "٣"]),
    st.sampled_from(
        ["2021-02-30", "0000-00-00", "9999-12-31", "x" * 5000, "../../passwd", '"a* NEAR']
    ),
)


# Pages that take no parameter at all: whatever is asked of them is odd.
BARE = {"changes", "about"}


def good_values(name):
    """Return, for each parameter of a page, the values it takes."""
    found = {"as_of": ["2024-10-21", "2025-12-31", ""]}
    if name not in LISTS:
        return found
    listing = LISTS[name]
    form = listing.choose({}, queryset=listing.model.objects.public()).form
    for parameter, field in form.fields.items():
        choices = [str(value) for value, _ in getattr(field, "choices", ())]
        found[parameter] = choices or ["shelter", "PE-1", "2021"]
    sorts = listing.table.sortable()
    return found | {"page": ["1"], "sort": [*sorts, *(f"-{name}" for name in sorts)]}


def queries(good):
    """Return a strategy for query strings: mostly known parameters, values good or odd."""
    names = st.sampled_from(sorted(good))
    pair = names.flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(good[name])))
    few = st.lists(pair, max_size=2, unique_by=lambda pair: pair[0])
    # Few queries are fair; without a number beside them each would be tried but once.
    fair = st.tuples(st.integers(0, 10**9), few).map(lambda both: both[1])
    odd = st.lists(st.tuples(st.one_of(names, names, ODD), ODD), max_size=3)
    return st.one_of(
        fair, fair, fair, odd, st.tuples(fair, odd).map(lambda both: both[0] + both[1])
    )


@pytest.mark.parametrize("name", PAGES)
def test_no_query_makes_a_server_error(client, record, name):
    record(1)
    arguments, _ = PAGES[name]
    address = reverse(f"tracker:{name}", args=arguments)
    answers = []

    @settings(
        max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @given(queries(good_values(name)))
    def every_answer_is_meant(pairs):
        data = {}
        for parameter, value in pairs:
            data.setdefault(parameter, []).append(value)
        answers.append(client.get(address, data).status_code)
        assert answers[-1] in (200, 400, 404)

    every_answer_is_meant()

    assert name in BARE or answers.count(200) >= 0.3 * len(answers)


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
