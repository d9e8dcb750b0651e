"""A reader who asked for a day stays on it."""

from tests.tracker.public.addresses import (
    choices,
    lists,
    public_addresses,
    sorts,
    text,
    without_the_day,
)

DAY = "2024-01-01"
OF_NO_DAY = ("/about/", "/changes/")


def lost(page, query=""):
    """Return what leads away from the day, but for pages of no day and the link back to today."""
    found = without_the_day(page, DAY)
    return [one for one in found if one != f"?{query}" and not one.endswith(OF_NO_DAY)]


def test_every_link_and_form_of_every_page_keeps_the_day(client, record):
    record(2)
    found = {}
    for address in public_addresses(client):
        answer = client.get(f"{address}?as_of={DAY}")
        if answer.status_code == 200:
            found[address] = lost(answer.content.decode())

    assert len(found) > 100
    assert {address: links for address, links in found.items() if links} == {}


def test_a_list_keeps_the_day_whatever_it_is_sorted_and_filtered_by(client, record):
    record(9)  # of some lists there is another page
    for address in lists(client):
        page = text(client, address)
        asked = [f"sort=-{name}" for name in sorts(page)]
        asked += [f"{name}={value}" for name, value in dict(choices(page)).items()]
        for query in asked:
            listed = text(client, f"{address}?{query}&as_of={DAY}")
            assert lost(listed, query) == [], (address, query)


def test_a_link_without_the_day_would_be_seen():
    page = '<a href="/en/parties/">x</a><a href="/en/about/">x</a><a href="#x">x</a><form></form>'

    assert lost(page) == ["/en/parties/", "<form></form>"]
