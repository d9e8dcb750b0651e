"""A link that was shared through another site leads to the page, as if nothing had been added."""

import pytest

from tests import builders

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "added",
    ["fbclid=abc", "utm_source=whatsapp&utm_medium=x", "gclid=1", "mc_cid=2", "igshid", "ref="],
)
@pytest.mark.parametrize("path", ["/en/", "/es/commitments/PE-1/", "/en/about/", "/en/deliveries/"])
def test_what_is_added_to_follow_a_reader_is_left_out(client, path, added):
    builders.make_commitment()

    plain, followed = client.get(path), client.get(f"{path}?{added}")

    assert followed.status_code == 200
    assert followed.content == plain.content
    assert followed["ETag"] == plain["ETag"]


def test_what_the_page_knows_is_kept(client):
    builders.make_commitment()

    followed = client.get("/en/commitments/?utm_source=x&sort=-code&fbclid=1&q=%C3%B1+a")

    assert followed.content == client.get("/en/commitments/?sort=-code&q=%C3%B1+a").content


@pytest.mark.parametrize("name", ["utm", "reference", "colour", "xfbclid"])
def test_what_is_only_alike_is_refused(client, name):
    assert client.get(f"/en/commitments/?{name}=1").status_code == 400
