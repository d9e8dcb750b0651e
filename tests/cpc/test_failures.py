"""A failing database is said to be that, and nothing else becomes a 503."""

import pytest
from django.db import InterfaceError, OperationalError

from tracker.public import views


@pytest.fixture
def failing(monkeypatch, client):
    """Return a function that makes a page fail in a given way and answers what a visitor gets."""

    def answer(error, address="/en/"):
        def fail(*args):
            raise error

        monkeypatch.setattr(views, "whole_overview", fail)
        client.raise_request_exception = False
        return client.get(address)

    return answer


@pytest.mark.django_db
@pytest.mark.parametrize(
    "error", [OperationalError("database is locked"), InterfaceError("connection already closed")]
)
def test_a_database_that_does_not_answer_is_503_and_says_when_to_try_again(failing, error):
    response = failing(error)

    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert '<html lang="en"' in response.content.decode()


@pytest.mark.django_db
def test_the_failure_is_told_in_the_language_of_the_page(failing):
    response = failing(OperationalError("gone"), "/es/")

    assert '<html lang="es"' in response.content.decode()


@pytest.mark.django_db
def test_any_other_failure_is_500(failing):
    response = failing(ValueError("a mistake of ours"))

    assert response.status_code == 500
    assert "Retry-After" not in response
    assert "a mistake of ours" not in response.content.decode()


def test_the_page_of_a_failing_database_needs_no_database(client, monkeypatch):
    def gone(*args, **options):
        raise OperationalError("no such host")

    monkeypatch.setattr("cpc.page_cache.data_version", gone)
    client.raise_request_exception = False

    assert client.get("/en/commitments/").status_code == 503
