"""What every answer tells the browser, the admin's and the error pages' included."""

import pytest

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@pytest.fixture(params=["/admin/login/", "/en/no-such-page/", "/static/admin/css/base.css"])
def answer(request, client, db):
    answer = client.get(request.param)
    yield answer
    answer.close()  # a static file is open until it is sent


def test_every_answer_carries_the_whole_policy(answer):
    sent = answer.headers["Content-Security-Policy"].split("; ")

    assert sorted(sent) == sorted(POLICY.split("; "))


def test_no_answer_is_guessed_at_or_leaks_where_a_visitor_was(answer):
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/admin/login/", "/en/no-such-page/"])
def test_no_page_is_shown_in_a_frame(client, db, path):
    assert client.get(path).headers["X-Frame-Options"] == "DENY"
