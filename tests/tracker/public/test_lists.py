"""Every list is sorted by every column and filtered by every choice, with values missing too."""

import re

import pytest

from tests.tracker.public.addresses import choices, controls, lists, sorts, text

# What a reader types, where nothing is offered to choose from.
TYPED = {
    "q": ["commitment", "xyz"],
    "commitment": ["PE-1"],
    "since": ["2020", "2100"],
    "until": ["2020", "2000"],
}
DAYS = ("", "&as_of=2024-01-01")


@pytest.fixture
def pages(client, record):
    """Return every list by its address."""
    record(2)
    return {address: text(client, address) for address in lists(client)}


def rows(page):
    """Return the rows of a list, in no order."""
    return sorted(re.findall(r'<tr role="row">\s*<t.*?</tr>', page, re.DOTALL))


def test_every_list_is_found_here(pages):
    assert len(pages) >= 7
    assert all(sorts(page) and controls(page) for page in pages.values())


def test_a_list_is_sorted_by_every_column_both_ways(client, pages):
    for address, page in pages.items():
        for name in sorts(page):
            for day in DAYS:
                answers = [client.get(f"{address}?sort={s}{name}{day}") for s in ("", "-")]
                assert [one.status_code for one in answers] == [200, 200], (address, name)
                up, down = (rows(one.content.decode()) for one in answers)
                assert len(up) > 1
                assert up == down, (address, name)


def test_a_list_is_filtered_by_every_choice_it_offers(client, pages):
    for address, page in pages.items():
        for name, value in choices(page):
            for day in DAYS:
                answer = client.get(f"{address}?{name}={value}{day}")
                assert answer.status_code == 200, (address, name, value)


def test_what_is_typed_filters_too(client, pages):
    for address, page in pages.items():
        for name in controls(page) - {name for name, _ in choices(page)}:
            for value in TYPED[name]:
                answer = client.get(f"{address}?{name}={value}")
                assert answer.status_code == 200, (address, name, value)
