"""A page is light, and leads to the same page in the other language: by its bytes alone."""

import gzip
import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.browser import pages

pytestmark = pytest.mark.xdist_group("site")

SHEET = 8_000  # bytes, compressed
HTML_AND_SHEET = 15_000

every_page = pytest.mark.parametrize("name", pages.PAGES)
in_each_language = pytest.mark.parametrize("language", pages.LANGUAGES)


def html(site, address):
    """Return the size over the wire, and the text."""
    answer = site.get(address, accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    return len(answer.body), gzip.decompress(answer.body).decode()


def links(text, relation):
    """Return the attributes of each <link> of a relation."""
    tags = re.findall(rf'<link rel="{relation}"([^>]*)>', text)
    return [dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in tags]


def target(address):
    """Return what an address asks for, however it is written: the path, and the parameters."""
    parts = urlsplit(address.replace("&amp;", "&"))
    return parts.path, parse_qsl(parts.query, keep_blank_values=True)


@every_page
@in_each_language
def test_a_page_and_its_sheet_are_light(site, name, language):
    size, text = html(site, pages.address(pages.path(name), language))
    sheets = [html(site, sheet["href"])[0] for sheet in links(text, "stylesheet")]

    assert len(sheets) == 1
    assert sum(sheets) <= SHEET
    assert size + sum(sheets) <= HTML_AND_SHEET


@every_page
@in_each_language
def test_a_page_names_itself_in_each_language_where_it_is(site, name, language):
    _, text = html(site, pages.address(pages.path(name), language))
    alternates = {
        one["hreflang"]: one["href"] for one in links(text, "alternate") if "hreflang" in one
    }

    assert set(alternates) >= set(pages.LANGUAGES)
    for there, url in alternates.items():
        assert url.startswith(site.origin)
        answer = site.get(url.removeprefix(site.origin).replace("&amp;", "&"))
        assert answer.status == 200
        if there in pages.LANGUAGES:
            assert answer.headers["content-language"] == there


@every_page
@in_each_language
def test_the_language_link_keeps_page_and_parameters(site, name, language):
    _, text = html(site, pages.address(pages.path(name), language))
    chosen = {
        there: target(re.search(rf'<a href="([^"]*)" hreflang="{there}"', text)[1])
        for there in pages.LANGUAGES
    }

    assert chosen == {
        there: target(pages.address(pages.path(name), there)) for there in pages.LANGUAGES
    }
