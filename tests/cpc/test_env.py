"""Odd values of the environment are refused by name."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cpc.env import Environment


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1", True),
        ("0", False),
        (" 1 ", True),
        ("", True),  # an empty variable is a variable that is not set
    ],
)
def test_a_flag_is_one_or_zero(value, expected):
    assert Environment({"HTTPS": value}).flag("HTTPS", default=True) is expected


@pytest.mark.parametrize("value", ["maybe", "true", "yes", "2", "-1"])
def test_any_other_flag_is_refused_by_name(value):
    with pytest.raises(ImproperlyConfigured, match=f'^DEBUG is "{value}": use 1 or 0.$'):
        Environment({"DEBUG": value}).flag("DEBUG", default=False)


def test_a_choice_outside_the_list_is_refused_with_the_list():
    env = Environment({"LOG_LEVEL": "LOUD"})

    with pytest.raises(ImproperlyConfigured, match=r'"LOUD": use one of INFO, ERROR\.$'):
        env.choice("LOG_LEVEL", ("INFO", "ERROR"), default="INFO")


def test_names_are_parted_by_commas():
    env = Environment({"ALLOWED_HOSTS": "tracker.example.org, www.example.org ,"})

    assert env.hosts("ALLOWED_HOSTS") == ["tracker.example.org", "www.example.org"]


@pytest.mark.parametrize("value", ["https://a.example.org", "a.example.org b.example.org"])
def test_a_host_is_a_name_alone(value):
    with pytest.raises(ImproperlyConfigured, match=f'^ALLOWED_HOSTS holds "{value}": write host'):
        Environment({"ALLOWED_HOSTS": value}).hosts("ALLOWED_HOSTS")


def test_an_origin_has_its_scheme():
    env = Environment({"CSRF_TRUSTED_ORIGINS": "https://a.example.org,b.example.org"})

    with pytest.raises(
        ImproperlyConfigured, match=r'holds "b\.example\.org": write the scheme too'
    ):
        env.origins("CSRF_TRUSTED_ORIGINS")


def test_a_site_without_a_secret_key_is_told_how_to_make_one():
    with pytest.raises(ImproperlyConfigured, match=r"^SECRET_KEY is not set\. .*token_urlsafe"):
        Environment({}).secret_key("SECRET_KEY", debug=False)


def test_development_needs_no_secret_key():
    assert Environment({}).secret_key("SECRET_KEY", debug=True)
