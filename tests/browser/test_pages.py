"""Every public page, in both languages, light and dark, on a desk and on a phone."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from tests.browser import pages
from tests.browser.watching import broken_rules, overflow, watch
from tracker.public.urls import urlpatterns

pytestmark = pytest.mark.xdist_group("site")

NAMES = [*pages.PAGES, *pages.REFUSALS]
MOST_REQUESTS = 3  # and the icon, of which a browser under test says nothing

each_page = pytest.mark.parametrize("name", NAMES)
in_each_language = pytest.mark.parametrize("language", pages.LANGUAGES)
in_each_scheme = pytest.mark.parametrize("scheme", pages.SCHEMES)


@dataclass(frozen=True)
class Visit:
    """What was seen of one page, opened once and then made narrower."""

    status: int
    language: str
    console: list
    refused: list
    requests: list
    cookies: list
    scripts: int
    overflow: dict
    broken_rules: dict


@pytest.fixture(scope="module")
def windows(browser, site):
    """Return a function that opens a window for a language and a scheme, once, under watch."""

    @cache
    def window(language, scheme):
        context = browser.new_context(
            base_url=site.origin, locale=language, color_scheme=scheme, viewport=size(1280)
        )
        page = context.new_page()
        # Each page is loaded as by somebody who comes for the first time.
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        return page, watch(page)

    return window


@pytest.fixture(scope="module")
def visits(windows):
    """Return a function that visits a page, the first time it is asked for it."""

    @cache
    def visit(name, language, scheme):
        page, noted = windows(language, scheme)
        noted.forget()
        page.set_viewport_size(size(1280))
        answer = page.goto(pages.address(pages.path(name), language))
        return seen(page, noted, answer, pages.TRIED_AT[language, scheme])

    return visit


def seen(page, noted, answer, tried_at):
    wide, rules = {}, {}
    for width in pages.WIDTHS:
        page.set_viewport_size(size(width))
        wide[width] = overflow(page)
        if width in tried_at:
            rules[width] = broken_rules(page)
    return Visit(
        status=answer.status,
        language=page.locator("html").get_attribute("lang"),
        console=list(noted.console),
        refused=noted.refused,
        requests=list(noted.requests),
        cookies=page.context.cookies(),
        scripts=page.evaluate("document.scripts.length"),
        overflow=wide,
        broken_rules=rules,
    )


def size(width):
    return {"width": width, "height": 800}


def test_every_public_address_is_looked_at():
    looked_at = {
        resolve(urlsplit(pages.address(path, "en")).path).url_name for path in pages.PAGES.values()
    }

    assert {pattern.name for pattern in urlpatterns} - pages.DOCUMENTS == looked_at


@each_page
@in_each_language
def test_a_page_answers_in_its_language(visits, name, language):
    visit = visits(name, language, "light")

    assert (visit.status, visit.language) == (pages.status(name), language)


@each_page
@in_each_language
@in_each_scheme
def test_a_page_keeps_every_rule_of_accessibility(visits, name, language, scheme):
    kept = {width: [] for width in pages.TRIED_AT[language, scheme]}

    assert visits(name, language, scheme).broken_rules == kept


@each_page
@in_each_language
@in_each_scheme
def test_a_page_says_nothing_on_the_console(visits, name, language, scheme):
    visit = visits(name, language, scheme)

    # A browser notes by itself that a page was answered with another status than 200.
    own = [line for line in visit.console if f"status of {visit.status} " not in line]
    assert (own, visit.refused) == ([], [])


@each_page
@in_each_language
@in_each_scheme
def test_a_page_fits_its_window(visits, name, language, scheme):
    assert visits(name, language, scheme).overflow == dict.fromkeys(pages.WIDTHS, 0)


@each_page
@in_each_language
def test_a_page_asks_for_little_and_only_from_its_own_site(visits, site, name, language):
    visit = visits(name, language, "light")

    assert [url for _, url in visit.requests if not url.startswith(f"{site.origin}/")] == []
    assert len(visit.requests) <= MOST_REQUESTS
    assert {kind for kind, _ in visit.requests} <= {"document", "stylesheet", "image", "other"}


@each_page
@in_each_language
def test_a_page_runs_no_script_and_sets_no_cookie(visits, name, language):
    visit = visits(name, language, "light")

    assert (visit.scripts, visit.cookies) == (0, [])
