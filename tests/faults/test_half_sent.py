"""Visitors who send half of a form keep no thread of the server waiting for the rest."""

import socket
import time
from contextlib import ExitStack

import pytest

from tests.serving import HOST, running

pytestmark = pytest.mark.xdist_group("site")

# Seconds, on a busy machine. A thread that waits for a body waits until the visitor goes.
AT_ONCE = 20
# More than there are threads in the server of the README.
HELD = ["/en/", "/es/deliveries/", "/", "/robots.txt", "/no-such-page", "/static/tracker/site.css"]


def half_sent(site, path):
    """Return a connection on which a form was begun and not ended."""
    connection = socket.create_connection((HOST, site.port), timeout=AT_ONCE)
    connection.sendall(
        f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nCookie: csrftoken={'a' * 32}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nq=".encode()
    )
    return connection


def test_half_sent_forms_are_refused_at_once_and_pages_are_read_meanwhile(prepared_site):
    with running(prepared_site), ExitStack() as held:
        connections = [held.enter_context(half_sent(prepared_site, path)) for path in HELD]
        began = time.monotonic()
        pages = [prepared_site.get("/en/").status for _ in HELD]
        took = time.monotonic() - began
        answers = [connection.recv(4096).decode().lower() for connection in connections]

    assert pages == [200] * len(HELD)
    assert took < AT_ONCE
    for answer in answers:
        assert answer.startswith("http/1.1 405")
        assert "allow: get, head, options" in answer
