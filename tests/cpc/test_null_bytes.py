"""A character no database can compare is refused, not tried."""

import pytest
from django.utils.translation import activate


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
def test_a_refusal_is_told_in_the_language_of_the_visitor(client, wanted, before):
    activate(before)  # as the request before it left the thread

    response = client.get("/admin/?q=%00", headers={"accept-language": wanted})

    assert response.status_code == 400
    assert f'<html lang="{wanted}"' in response.content.decode()
