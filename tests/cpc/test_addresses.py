"""Every address of the site is public or for staff, and nothing in between."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = "tracker"
STAFF = "admin"


def patterns(resolver, namespaces=()):
    """Yield every pattern below a resolver with the namespaces that lead to it."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = (*namespaces, entry.namespace) if entry.namespace else namespaces
            yield from patterns(entry, inner)
        elif isinstance(entry, URLPattern):
            yield entry, namespaces


ALL = list(patterns(get_resolver()))
# The admin asks for a sign-in on every page but these two, which are there to sign in and to
# name the words of its scripts.
OPEN_TO_ALL = {"login", "jsi18n"}


# Pages outside both, each named here on purpose.
ROOT_PAGES = {"robots", "sitemap"}


def test_every_address_is_classed_as_public_or_staff():
    unclassed = [
        str(pattern.pattern)
        for pattern, namespaces in ALL
        if (*namespaces[:1],) not in {(PUBLIC,), (STAFF,)} and pattern.name not in ROOT_PAGES
    ]

    assert unclassed == []


def example(pattern):
    """Return a path that the pattern matches, with 1 for every part that varies."""
    text = re.sub(r"<[^>]+>", "1", str(pattern.pattern))
    return re.sub(r"\(\?P<\w+>[^)]*\)|[\^$]", "1", text).replace("\\Z", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "pattern",
    [
        pattern
        for pattern, namespaces in ALL
        if namespaces[:1] == (STAFF,) and pattern.name not in OPEN_TO_ALL
    ],
    ids=lambda pattern: pattern.name or str(pattern.pattern),
)
def test_no_staff_address_answers_a_visitor(client, pattern):
    response = client.get("/admin/" + example(pattern))

    assert response.status_code in (301, 302, 404)
