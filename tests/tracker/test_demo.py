"""The demo, run as a person runs it: a process of its own, with nothing in its environment."""

import re
import socket
import sqlite3
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from tests.conftest import ROOT, bare_environment

PASSWORD = re.compile(r"Sign in as 'editor' with the password (\S+) ")


def stored_password(folder):
    with sqlite3.connect(folder / "db.sqlite3") as database:
        row = database.execute(
            "SELECT password, is_staff, is_superuser FROM auth_user WHERE username = 'editor'"
        ).fetchone()
    database.close()
    return row


@pytest.fixture
def port():
    """Return the number of a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_the_first_run_makes_an_account_and_later_runs_leave_it_alone(manage, tmp_path):
    first = manage("demo", "--no-serve")
    second = manage("demo", "--no-serve")

    assert (first.returncode, first.stderr) == (0, ""), first.stderr
    assert (second.returncode, second.stderr) == (0, ""), second.stderr
    password = PASSWORD.search(first.stdout)[1]
    assert not PASSWORD.search(second.stdout)
    assert "The account 'editor' exists." in second.stdout
    encoded, is_staff, is_superuser = stored_password(tmp_path)
    assert PBKDF2PasswordHasher().verify(password, encoded)
    assert (is_staff, is_superuser) == (1, 1)


def test_a_new_password_replaces_the_old_one(manage, tmp_path):
    old = PASSWORD.search(manage("demo", "--no-serve").stdout)[1]

    new = PASSWORD.search(manage("demo", "--no-serve", "--new-password").stdout)[1]

    encoded, *_ = stored_password(tmp_path)
    assert PBKDF2PasswordHasher().verify(new, encoded)
    assert not PBKDF2PasswordHasher().verify(old, encoded)


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"SECRET_KEY": "of-a-real-site"}, "SECRET_KEY is set, so this looks like a real site."),
        ({"DATABASE_URL": "postgresql://db/tracker"}, "DATABASE_URL is not SQLite, so this looks"),
    ],
)
def test_a_real_site_is_not_touched(manage, tmp_path, environment, sentence):
    result = manage("demo", "--no-serve", **environment)

    assert result.returncode == 1
    assert result.stderr.startswith(f"CommandError: {sentence}")
    assert not (tmp_path / "db.sqlite3").exists()


def test_a_busy_port_is_named_before_anything_is_done(manage, tmp_path, port):
    with socket.create_server(("127.0.0.1", port)):
        result = manage("demo", "--port", str(port))

    assert result.returncode == 1
    assert result.stderr.startswith(f"CommandError: Port {port} cannot be used: Address already")
    assert not (tmp_path / "db.sqlite3").exists()


@pytest.fixture
def site(tmp_path, port):
    """Run the demo, and yield its address once it says where it is."""
    log = tmp_path / "demo.log"
    with (
        log.open("w") as stderr,
        subprocess.Popen(
            [sys.executable, ROOT / "manage.py", "demo", "--port", str(port)],
            env=bare_environment(tmp_path) | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        ) as process,
    ):
        try:
            said = (line.split()[4] for line in process.stdout if "The tracker is at" in line)
            address = next(said, None)
            assert address, log.read_text()
            yield address
        finally:
            process.kill()


def test_the_demo_serves_pages_with_their_styles(site):
    page = get_when_ready(f"{site}admin/login/").decode()
    style = re.search(r'href="(/static/admin/css/base\.\w+\.css)"', page)[1]

    assert b"--primary" in get_when_ready(site.rstrip("/") + style)


def get_when_ready(address, seconds=30):
    for _ in range(seconds * 10):
        try:
            with urlopen(address, timeout=10) as answer:  # noqa: S310
                return answer.read()
        except URLError:
            time.sleep(0.1)
    raise TimeoutError(address)
