"""Whoever has no mouse reaches everything, and sees where they are."""

import re
from itertools import islice

import pytest

from tests.browser import pages

pytestmark = pytest.mark.xdist_group("site")

# The element that has the focus: its words, its outline, and whether it can be seen there.
FOCUSED = """
() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getClientRects()[0];
  const seen = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    tag: element.tagName,
    words: (element.labels?.[0] ?? element).innerText.trim(),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    isSeen: element.contains(seen) || !!element.querySelector(":scope > svg"),
  };
}
"""
MOST_STOPS = 600


def walk(page):
    """Yield each stop of the Tab key, from the start of the page until it leaves its end."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["tag"] == "BODY":
            return
        yield stop
    raise AssertionError("the walk does not end")


def walk_to(page, words):
    """Press Tab until what these words name has the focus."""
    stop = next((stop for stop in walk(page) if stop["words"] == words), None)
    assert stop, f'the walk never comes to "{words}"'


@pytest.fixture
def open_page(visitor):
    def opened(name, width=1280):
        page = visitor(viewport={"width": width, "height": 800})
        page.goto(pages.address(pages.path(name), "en"))
        return page

    return opened


def test_first_comes_the_way_past_the_navigation_then_language_then_sections(open_page):
    walked = [stop["words"] for stop in islice(walk(open_page("commitments")), 6)]

    assert walked == [
        "Skip to the content",
        "Compact Tracker",
        "English",
        "Español",
        "Overview",
        "Commitments",
    ]


def test_the_first_stop_leads_to_the_content(open_page):
    page = open_page("commitments")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.url.endswith("#main")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", ["overview", "commitments", "commitment", "dialogue"])
@pytest.mark.parametrize("width", [1280, 320])
def test_every_stop_shows_that_it_has_the_focus(open_page, name, width):
    stops = list(walk(open_page(name, width)))

    assert len(stops) > 10
    assert [stop["words"] for stop in stops if stop["outline"] < 2 or not stop["isSeen"]] == []


def test_a_filter_is_filled_and_sent(open_page):
    page = open_page("commitments")

    walk_to(page, "Search")
    page.keyboard.type("shelters")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=shelters**")

    assert page.locator(".chips").inner_text().startswith("Search: shelters")


def test_on_a_phone_the_filters_open_first(open_page):
    page = open_page("commitments", 375)

    assert not page.get_by_label("Search").is_visible()
    walk_to(page, "Filter this list")
    page.keyboard.press("Enter")

    assert page.get_by_label("Search").is_visible()


def test_a_table_is_sorted_up_and_down(open_page):
    page = open_page("commitments")
    first = page.locator("tbody tr").first.inner_text()

    walk_to(page, "No.")
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=code")
    walk_to(page, "No. ↑")
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=-code")

    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert page.locator("tbody tr").first.inner_text() != first


def test_the_language_is_changed(open_page):
    page = open_page("commitments filtered")
    there = re.sub("/en/", "/es/", page.url)

    walk_to(page, "Español")
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/**")

    assert page.url == there
