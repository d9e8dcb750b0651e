"""A page that did not change is not made again, nor sent again."""

import gzip

import pytest
from django.urls import reverse

from tests import builders

STORED = {
    "default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "test"},
}


@pytest.fixture
def stored(settings):
    settings.CACHES = STORED


@pytest.fixture
def address():
    return reverse("tracker:commitments")


pytestmark = pytest.mark.django_db(transaction=True)


def test_an_unchanged_page_is_answered_without_making_it(
    client, address, django_assert_num_queries
):
    first = client.get(address)

    # which version of the data it is
    with django_assert_num_queries(1):
        again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == first["ETag"]


def test_a_page_is_sent_again_when_the_data_changed(client, address):
    tag = client.get(address)["ETag"]
    builders.make_commitment(title_en="Open shelters")

    response = client.get(address, headers={"If-None-Match": tag})

    assert response.status_code == 200
    assert "Open shelters" in response.content.decode()


def test_a_stored_page_is_read_from_the_store(client, address, stored, django_assert_num_queries):
    builders.make_commitment(title_en="Open shelters")
    first = client.get(address)

    # which version of the data it is
    with django_assert_num_queries(1):
        again = client.get(address)

    assert again.content == first.content
    assert "Open shelters" in again.content.decode()


def test_a_stored_page_is_forgotten_when_the_data_changed(client, address, stored):
    client.get(address)
    builders.make_commitment(title_en="Open shelters")

    assert "Open shelters" in client.get(address).content.decode()


def test_two_addresses_are_two_pages(client, address, stored):
    builders.make_commitment(title_en="Open shelters")

    client.get(address)
    other = client.get(address, {"q": "nothing"})

    assert "Open shelters" not in other.content.decode()


def test_a_refusal_and_a_page_that_is_not_there_are_not_kept(client, address, stored):
    assert client.get(address, {"colour": "red"}).status_code == 400
    assert client.get(address, {"colour": "red"}).status_code == 400
    assert "ETag" not in client.get(address, {"colour": "red"})
    assert client.get(address + "PE-1/").status_code == 404
    builders.make_commitment(code="PE-1")
    assert client.get(address + "PE-1/").status_code == 200


def test_a_page_travels_compressed_to_who_takes_it(client, address, stored):
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": "gzip"})

    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert "Accept-Encoding" in packed["Vary"]


def test_a_public_page_sets_no_cookie_and_does_not_vary_by_it(client, address, stored):
    for response in (client.get(address), client.get(address)):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_staff_pages_are_never_kept(admin_client, stored):
    response = admin_client.get("/admin/")

    assert "ETag" not in response
    assert "public" not in response.get("Cache-Control", "")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepted", "is_packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip; q=1.0, identity", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("br, gzip; q=0.0, identity", False),
    ],
)
def test_a_page_is_packed_only_for_who_takes_that(client, accepted, is_packed):
    response = client.get("/en/", headers={"Accept-Encoding": accepted})

    assert ("Content-Encoding" in response) == is_packed


@pytest.mark.django_db
def test_an_answer_without_a_page_varies_as_the_page_does(client):
    tag = client.get("/en/")["ETag"]

    response = client.get("/en/", headers={"If-None-Match": tag})

    assert response.status_code == 304
    assert "Accept-Encoding" in response["Vary"]
