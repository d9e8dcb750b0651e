"""Every public address of a record, as the site's own map names them, and what a page links to."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

LINK = re.compile(r'<a[^>]* href="([^"]*)"')
HEADING = re.compile(r"<thead.*?</thead>", re.DOTALL)
CONTROL = re.compile(r'<(?:select|input)[^>]* name="(\w+)"[^>]*>')
CHOICES = re.compile(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', re.DOTALL)
CHOICE = re.compile(r'<option[^>]* value="([^"]*)"')


def public_addresses(client):
    """Return every address of the map, in both languages, and of the feeds."""
    places = re.findall(r"<loc>[^<]*?//testserver(/[^<]*)", text(client, "/sitemap.xml"))
    return sorted({*places, "/sitemap.xml", "/en/changes/feed/", "/es/changes/feed/"})


def lists(client):
    """Return the addresses in English of the lists: the pages whose rows can be sorted."""
    pages = [one for one in public_addresses(client) if re.fullmatch("/en/[a-z]+/", one)]
    return [one for one in pages if sorts(text(client, one))]


def text(client, address):
    return client.get(address).content.decode()


def links(page):
    return [unescape(link) for link in LINK.findall(page)]


def sorts(page):
    """Return the names that the headings of a list sort by."""
    found = [urlsplit(link).query for head in HEADING.findall(page) for link in links(head)]
    return sorted({parse_qs(query)["sort"][0].removeprefix("-") for query in found})


def controls(page):
    """Return the names of all that a list can be filtered by."""
    (form,) = re.findall(r'<details class="filter".*?</details>', page, re.DOTALL)
    return set(CONTROL.findall(form))


def choices(page):
    """Return what a list offers to filter by: names, each with a value."""
    return [
        (name, unescape(value))
        for name, offered in CHOICES.findall(page)
        for value in CHOICE.findall(offered)
        if value
    ]


def without_the_day(page, day):
    """Return the links and forms of a page as of a day that lead to another page as of today."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    lost = [link for link in links(page) if link[0] in "/?" and f"as_of={day}" not in link]
    return lost + [form for form in forms if 'name="as_of"' not in form]
