"""The Atom feed is one that readers take: RFC 4287 says what it must have."""

from datetime import datetime
from xml.etree import ElementTree  # of our own pages alone

import pytest

from tests import builders
from tracker.models import Commitment

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def feed(client):
    """Return a function that reads the feed of a language."""

    def read(language="en"):
        return ElementTree.fromstring(  # noqa: S314
            client.get(f"/{language}/changes/feed/").content
        )

    return read


def texts(element, name):
    return [found.text for found in element.iter(f"{ATOM}{name}")]


@pytest.mark.parametrize(
    ("language", "author"), [("en", "Compact Tracker"), ("es", "Observatorio de Compromisos")]
)
def test_a_feed_says_its_language_and_who_makes_it(feed, language, author):
    builders.make_commitment()

    root = feed(language)

    assert root.attrib[XML_LANGUAGE] == language
    assert root.findtext(f"{ATOM}author/{ATOM}name") == author


def test_the_feed_and_every_entry_have_their_own_name_and_time(feed):
    builders.make_commitment()
    builders.make_source()

    root = feed()
    entries = root.findall(f"{ATOM}entry")
    names, times = texts(root, "id"), texts(root, "updated")

    assert len(entries) > 1
    assert len(names) == len(set(names)) == len(times) == len(entries) + 1
    assert all(datetime.fromisoformat(time).tzinfo for time in times)
    assert all(entry.findtext(f"{ATOM}title") for entry in entries)


def test_a_feed_of_nothing_is_a_feed(feed):
    assert feed().find(f"{ATOM}updated") is not None


def test_what_xml_cannot_hold_leaves_the_feed_to_be_read(feed):
    commitment = builders.make_commitment()
    # As stored before any rule, or past the models.
    Commitment.objects.filter(pk=commitment.pk).update(title_en="Open\f shel\x01ters\ufffe")

    assert any(title.endswith("Open shelters") for title in texts(feed(), "title"))
