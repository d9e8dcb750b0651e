"""The front door sends visitors to their language; everything else has one address."""

import pytest


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepts", "page"),
    [
        ("es-PE,es;q=0.9", "/es/"),
        ("en", "/en/"),
        ("qu", "/en/"),  # Quechua: not spoken here, so the first language
    ],
)
def test_the_root_sends_visitors_to_their_language(client, accepts, page):
    answer = client.get("/", headers={"accept-language": accepts})

    assert (answer.status_code, answer.headers["Location"]) == (302, page)
    assert "Accept-Language" in answer.headers["Vary"]


@pytest.mark.django_db
def test_the_admin_has_one_address_for_all_languages(client):
    assert client.get("/admin/login/").status_code == 200
    assert client.get("/es/admin/login/").status_code == 404
