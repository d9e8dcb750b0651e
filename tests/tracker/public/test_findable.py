"""The record can be found and followed: map, feed, robots, and what a shared link says."""

from xml.etree import ElementTree  # of our own pages alone

import pytest
from django.urls import reverse

from tests import builders

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

pytestmark = pytest.mark.django_db


def test_every_address_of_the_map_answers(client, record):
    record(1)

    found = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    addresses = [place.text for place in found.iter(f"{MAP}loc")]

    assert len(addresses) > 30
    assert {client.get(one.replace("http://testserver", "")).status_code for one in addresses} == {
        200
    }


def test_the_map_names_no_draft(client):
    draft = builders.make_commitment(status="draft")

    assert draft.code not in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_feed_tells_the_newest_changes_in_each_language(client, language):
    builders.make_commitment(title_en="Open shelters", title_es="Abrir albergues")
    builders.make_commitment(title_en="A draft", status="draft")

    feed = ElementTree.fromstring(  # noqa: S314
        client.get(f"/{language}/changes/feed/").content
    )
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]

    wanted = {"en": "Open shelters", "es": "Abrir albergues"}[language]
    assert any(title.endswith(wanted) for title in titles)
    assert not any("draft" in title for title in titles)


def test_a_change_is_told_once_and_the_newest_first(client):
    older = builders.make_commitment(title_en="Older")
    builders.make_commitment(title_en="Newer")
    older.title_en = "Changed last"
    older.save()

    page = client.get(reverse("tracker:changes")).content.decode()

    assert page.index("Changed last") < page.index("Newer")
    assert page.count("Changed last") == 1


def test_robots_are_shown_the_map_and_kept_from_the_staff(client):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "Disallow: /admin/" in answer.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in answer.content.decode()


def test_a_shared_link_says_what_was_promised_and_delivered(client):
    commitment = builders.make_commitment()
    builders.make_pledge(commitment=commitment, value="8", unit="shelters", qualifier="at least")

    page = client.get(commitment.get_absolute_url()).content.decode()

    description = page.partition('<meta name="description" content="')[2].partition('"')[0]
    assert "at least 8\N{NO-BREAK SPACE}shelters" in description
    assert "No report found" in description


def test_a_list_says_that_it_is_data(client):
    page = client.get(reverse("tracker:commitments")).content.decode()

    assert 'itemtype="https://schema.org/Dataset"' in page


def test_who_to_write_to_is_shown_where_it_is_known(client, settings):
    settings.CONTACT = "errors@tracker.example"

    assert "errors@tracker.example" in client.get(reverse("tracker:about")).content.decode()
