"""The settings a site really starts with, from nothing but its environment."""

import runpy
import secrets

import pytest

SITE = {"SECRET_KEY": "x" * 20, "ALLOWED_HOSTS": "tracker.example.org"}
NAMES = (
    "DEBUG SECRET_KEY ALLOWED_HOSTS CSRF_TRUSTED_ORIGINS HTTPS TRUST_PROXY LOG_LEVEL DATABASE_URL"
)


@pytest.fixture
def settings_of(monkeypatch, root):
    """Return a function from an environment to the settings it gives."""

    def read(**environment):
        for name in NAMES.split():
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(root / "cpc" / "settings.py"))

    return read


def test_a_site_is_on_https_without_being_asked(settings_of):
    settings = settings_of(**SITE)

    assert settings["DEBUG"] is False
    assert settings["SECURE_SSL_REDIRECT"] is True
    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_COOKIE_SECURE"] is True
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000
    assert settings["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert settings["SECURE_HSTS_PRELOAD"] is True


def test_without_https_browsers_are_not_told_to_insist_on_it(settings_of):
    settings = settings_of(**SITE, HTTPS="0")

    assert settings["SECURE_SSL_REDIRECT"] is False
    assert settings["SESSION_COOKIE_SECURE"] is False
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_development_is_on_plain_http(settings_of):
    assert settings_of(DEBUG="1")["SECURE_SSL_REDIRECT"] is False


def test_the_header_of_a_proxy_is_believed_only_when_asked(settings_of):
    assert "SECURE_PROXY_SSL_HEADER" not in settings_of(**SITE)
    assert settings_of(**SITE, TRUST_PROXY="1")["SECURE_PROXY_SSL_HEADER"] == (
        "HTTP_X_FORWARDED_PROTO",
        "https",
    )


def test_every_answer_has_the_headers_and_what_no_page_takes_is_refused_first(settings_of):
    assert settings_of(**SITE)["MIDDLEWARE"][:4] == [
        "csp.middleware.CSPMiddleware",
        "django.middleware.security.SecurityMiddleware",
        "cpc.refusals.Refusals",
        "whitenoise.middleware.WhiteNoiseMiddleware",
    ]


def test_the_deployment_check_has_nothing_to_say(manage):
    environment = SITE | {"SECRET_KEY": secrets.token_urlsafe(50)}

    result = manage("check", "--deploy", "--fail-level", "WARNING", **environment)

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "SECRET_KEY is not set. Set it to a long random text"),
        ({"DEBUG": "maybe"}, 'DEBUG is "maybe": use 1 or 0.'),
        ({**SITE, "DATABASE_URL": "mysql://b"}, 'DATABASE_URL starts with "mysql://": use'),
    ],
)
def test_a_site_refuses_to_start_with_one_sentence(manage, environment, sentence):
    result = manage("check", **environment)

    assert result.returncode == 1
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1
