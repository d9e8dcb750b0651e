"""What no page takes is refused before any page tries: methods, bodies, characters."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import activate

from cpc.refusals import STAFF

PUBLIC = ["/", "/en/", "/es/deliveries/", "/robots.txt", "/sitemap.xml", "/no-such-page", "/admin"]
STATIC = "/static/admin/css/base.css"


@pytest.fixture
def visitor(client):
    """A visitor whose every form would be read to its end: nothing else refuses it before."""
    client.handler.enforce_csrf_checks = True
    client.cookies["csrftoken"] = "a" * 32
    return client


@pytest.mark.parametrize("path", [*PUBLIC, STATIC])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"])
def test_a_public_address_is_only_read(visitor, method, path):
    answer = visitor.generic(method, path)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [*PUBLIC, STATIC])
def test_a_public_address_says_how_it_is_read(visitor, path):
    answer = visitor.options(path)

    assert (answer.status_code, answer.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")
    assert answer.content == b""


def test_all_addresses_of_the_staff_and_no_others_take_forms(client, db):
    assert reverse("admin:index") == STAFF
    assert client.post("/admin/login/", {"username": "rosa"}).status_code == 200


def sent(size):
    return {"upload": SimpleUploadedFile("upload.bin", b"x" * size)}


@pytest.fixture
def nowhere(settings, tmp_path):
    """Let there be no folder for uploads, so that writing one would fail."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "no-such-folder"


@pytest.mark.django_db
@pytest.mark.parametrize("size", [10, 2_900_000])  # Django writes to disk from 2.5 MB
def test_a_file_is_not_kept_anywhere(client, nowhere, size):
    answer = client.post("/admin/login/", sent(size))

    assert answer.status_code == 200  # the page to sign in, as for an empty form
    assert not answer.wsgi_request.FILES


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/login/", "/admin/tracker/party/", "/admin/no-such-page/"])
def test_a_body_larger_than_any_form_is_a_bad_request(client, nowhere, path):
    answer = client.post(path, sent(settings.DATA_UPLOAD_MAX_MEMORY_SIZE))

    assert answer.status_code == 400
    assert not answer.wsgi_request.FILES


@pytest.mark.parametrize("path", PUBLIC)
def test_a_file_sent_to_a_public_address_is_refused_as_any_form_is(client, nowhere, path):
    assert client.post(path, sent(5_000_000)).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/admin/tracker/unit/?code=%00",
        "/admin/tracker/unit/%00/change/",
        "/admin/tracker/commitment/?q=%00",
        "/admin/autocomplete/?term=%00&app_label=tracker&model_name=pledge&field_name=unit",
    ],
)
def test_a_nul_in_a_staff_address_is_a_bad_request(admin_client, address):
    assert admin_client.get(address).status_code == 400


@pytest.mark.django_db
def test_any_other_odd_character_is_not(admin_client):
    assert admin_client.get("/admin/tracker/commitment/?q=%F0%9F%A6%99%01").status_code == 200


@pytest.mark.parametrize(("wanted", "before"), [("en", "es"), ("es", "en")])
def test_a_refusal_is_in_the_language_of_the_visitor(client, wanted, before):
    activate(before)  # as the request before it left the thread

    response = client.get("/admin/?q=%00", headers={"accept-language": wanted})

    assert response.status_code == 400
    assert f'<html lang="{wanted}"' in response.content.decode()
