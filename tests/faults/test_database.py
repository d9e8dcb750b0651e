"""A database that is gone, locked or read-only: the site says so, loses nothing, and recovers."""

import re
import shutil
import sqlite3
from contextlib import closing, contextmanager

import pytest
from django.db import connection

from tests import postgres
from tests.serving import new_site, running, wait_until

on_postgresql = connection.vendor == "postgresql"
only_on_sqlite = pytest.mark.skipif(on_postgresql, reason="SQLite's faults are tried on SQLite")
only_on_postgresql = pytest.mark.skipif(
    not on_postgresql, reason="needs the tests' own PostgreSQL: python -m tests.postgres -- pytest"
)
pytestmark = pytest.mark.xdist_group("site")

PAGES = {"/en/": "The record cannot be read right now", "/es/": "El registro no se puede consultar"}
# Each thread of each worker has a connection of its own.
ENOUGH_TO_MEET_ALL = [*PAGES] * 20
SECONDS_TO_RECOVER = 10
ACCOUNT = {"username": "operator", "password": "a long enough password"}


@pytest.fixture
def site(prepared_site, tmp_path):
    """Return a site with an account and a database of its own, alone in a folder."""
    folder = tmp_path / "database"
    folder.mkdir()
    with (
        closing(sqlite3.connect(prepared_site.folder / "site.sqlite3")) as source,
        closing(sqlite3.connect(folder / "site.sqlite3")) as copy,
    ):
        source.backup(copy)
    site = new_site(
        tmp_path,
        f"sqlite:///{folder / 'site.sqlite3'}",
        STATIC_ROOT=prepared_site.environment["STATIC_ROOT"],
        BUSY_SECONDS="0.5",
    )
    site.manage(
        "createsuperuser",
        "--no-input",
        f"--username={ACCOUNT['username']}",
        "--email=",
        DJANGO_SUPERUSER_PASSWORD=ACCOUNT["password"],
    )
    return site


def file_of(site):
    return site.folder / "database" / "site.sqlite3"


@contextmanager
def writing(path):
    """Hold the lock that every writer needs, as a long transaction of somebody else does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


def sign_in(site):
    """Return the answer to the right password; who is signed in is written to the database."""
    page = site.get("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.body.decode())[1]
    cookie = page.headers["set-cookie"].partition(";")[0]
    form = ACCOUNT | {"csrfmiddlewaretoken": token, "next": "/admin/"}
    return site.post("/admin/login/", form, cookie=cookie)


def assert_unavailable(site):
    for path in ENOUGH_TO_MEET_ALL:
        answer = site.get(path)
        assert (answer.status, answer.headers["retry-after"]) == (503, "10")
        assert PAGES[path] in answer.body.decode()
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def assert_recovers(site):
    wait_until(
        lambda: {site.get(path).status for path in ENOUGH_TO_MEET_ALL} == {200},
        "the site does not recover",
        patience=SECONDS_TO_RECOVER,
    )


@only_on_sqlite
def test_a_site_started_without_its_database_recovers_when_it_comes(site):
    away = site.folder / "away"
    file_of(site).parent.rename(away)

    with running(site):
        assert_unavailable(site)
        assert site.get("/static/tracker/site.css").status == 200
        away.rename(file_of(site).parent)
        assert_recovers(site)


@only_on_sqlite
def test_an_empty_file_in_the_place_of_the_database_is_left_when_the_right_one_is_back(site):
    away = site.folder / "away.sqlite3"
    file_of(site).rename(away)

    with running(site):
        assert_unavailable(site)  # SQLite has made a new and empty file by now
        shutil.move(away, file_of(site))
        assert_recovers(site)


@only_on_sqlite
def test_while_somebody_writes_for_long_pages_are_read_and_nobody_else_writes(site):
    with running(site):
        with writing(file_of(site)):
            refused = sign_in(site)
            read = site.get("/en/")
        accepted = sign_in(site)

    assert (refused.status, refused.headers["retry-after"]) == (503, "10")
    assert "it has not been saved" in refused.body.decode()
    assert read.status == 200
    assert accepted.status == 302


@only_on_sqlite
def test_a_database_that_cannot_be_written_is_read(site):
    site.environment["READ_ONLY"] = "1"

    with running(site):
        refused = sign_in(site)
        read = site.get("/en/")

    assert (refused.status, refused.headers["retry-after"]) == (503, "10")
    assert read.status == 200


@only_on_postgresql
def test_the_site_recovers_when_postgresql_is_back(tmp_path):
    with postgres.server() as database:
        site = new_site(tmp_path, database.get_uri())
        site.manage("migrate", "--verbosity=0")
        site.manage("collectstatic", "--no-input", "--verbosity=0")
        with running(site):
            assert_recovers(site)
            database.stop()
            assert_unavailable(site)
            database.ensure_postgres_running()
            assert_recovers(site)
