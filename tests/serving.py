"""A server as production runs it, and plain requests to it that nothing follows or unpacks."""

import os
import re
import shlex
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
PATIENCE = 60  # seconds until a server that does not answer is given up


@dataclass(frozen=True)
class Answer:
    """What came over the wire: the body still compressed, and every header by its small name."""

    status: int
    headers: dict
    body: bytes


@dataclass(frozen=True)
class Site:
    """A site in `folder`, reached at `port`: its environment, and requests to it."""

    folder: Path
    port: int
    environment: dict

    @property
    def origin(self):
        return f"http://{HOST}:{self.port}"

    def get(self, path, **headers):
        """Return the answer to a GET as sent; header names are written with underscores."""
        return self.request("GET", path, None, headers)

    def post(self, path, form, **headers):
        sent = {"content_type": "application/x-www-form-urlencoded"} | headers
        return self.request("POST", path, urlencode(form), sent)

    def request(self, method, path, body, headers):
        connection = HTTPConnection(HOST, self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            sent = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, sent, response.read())
        finally:
            connection.close()

    def manage(self, *arguments, **environment):
        """Run a command of the site to its end."""
        subprocess.run(
            [sys.executable, ROOT / "manage.py", *arguments],
            env=self.environment | environment,
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=300,
        )


def new_site(folder, database_url=None, **environment):
    """Return a site in a folder of its own, with nothing in its environment but what it needs."""
    needed = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.production",
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": "for-tests-only-" * 5,
        "ALLOWED_HOSTS": HOST,
        "HTTPS": "0",  # no proxy stands in front to speak it
        "DATABASE_URL": database_url or f"sqlite:///{folder / 'site.sqlite3'}",
        "STATIC_ROOT": str(folder / "static"),
    }
    return Site(folder, free_port(), needed | environment)


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def readme_command():
    """Return the command by which the README starts the server."""
    line = re.search(r"^\.venv/bin/granian (.+)$", (ROOT / "README.md").read_text(), re.MULTILINE)
    return [sys.executable, "-m", "granian", *shlex.split(line[1])]


@contextmanager
def running(site):
    """Run the site's server while the block lasts; its log is server.log in the site's folder."""
    with (site.folder / "server.log").open("ab") as log:
        server = subprocess.Popen(
            [*readme_command(), "--host", HOST, "--port", str(site.port)],
            cwd=ROOT,
            env=site.environment,
            stdout=log,
            stderr=log,
        )
    try:
        wait_until(lambda: answers(site), f"no server; see {log.name}")
        yield server
    finally:
        server.terminate()
        server.wait(timeout=30)


def answers(site):
    """Whether the server answers at all, with its pages or without."""
    try:
        return site.get("/robots.txt").status > 0
    except (OSError, HTTPException):
        return False


def wait_until(holds, otherwise, patience=PATIENCE):
    """Wait until `holds()`; fail with `otherwise` when patience ends."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(otherwise)
        time.sleep(0.1)
