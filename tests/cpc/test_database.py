"""DATABASE_URL: what is asked for is what the connection does; anything odd is refused."""

import sqlite3
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import ConnectionHandler

from cpc.database import database

BASE = Path("/srv/tracker")


@pytest.fixture
def sqlite_file(tmp_path, django_db_blocker):
    """Yield a connection made from an SQLite address, and the path of its file."""
    path = tmp_path / "db.sqlite3"
    with django_db_blocker.unblock():
        connection = ConnectionHandler({"default": database(f"sqlite:///{path}", BASE)})["default"]
        yield connection, path
        connection.close()


@pytest.mark.parametrize(
    ("pragma", "in_force"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("busy_timeout", 20_000),  # milliseconds
    ],
)
def test_sqlite_runs_with_the_settings_that_lose_nothing(sqlite_file, pragma, in_force):
    connection, _ = sqlite_file

    with connection.cursor() as cursor:
        value = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]

    assert value == in_force


def test_a_transaction_of_sqlite_takes_the_write_lock_when_it_begins(sqlite_file):
    connection, path = sqlite_file
    connection.ensure_connection()
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    with (
        sqlite3.connect(path, timeout=0) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")

    other.close()
    connection.rollback()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:///db.sqlite3", BASE / "db.sqlite3"),
        ("sqlite:////var/lib/tracker.sqlite3", Path("/var/lib/tracker.sqlite3")),
        ("sqlite:///:memory:", ":memory:"),
    ],
)
def test_a_relative_sqlite_path_starts_from_the_project(url, name):
    assert database(url, BASE)["NAME"] == name


def test_postgresql_keeps_checked_connections_and_waits_for_nobody_for_ever():
    settings = database("postgresql://ana:s%40fe@db.example.org:5433/tracker", BASE)

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == (
        "db.example.org",
        5433,
        "tracker",
    )
    assert (settings["USER"], settings["PASSWORD"]) == ("ana", "s@fe")
    assert settings["CONN_MAX_AGE"] is None
    assert settings["CONN_HEALTH_CHECKS"] is True
    assert settings["OPTIONS"]["options"] == (
        "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
    )


def test_options_in_a_postgresql_address_win_over_ours():
    settings = database("postgres:///tracker?options=-c%20lock_timeout%3D1s&host=/run/pg", BASE)

    assert settings["OPTIONS"]["options"].endswith(" -c lock_timeout=1s")
    assert settings["OPTIONS"]["host"] == "/run/pg"


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://ana:hidden@db/tracker", 'DATABASE_URL starts with "mysql://": use sqlite:///'),
        ("postgresql://ana:hid#den@db/tracker", "DATABASE_URL cannot be read"),
        ("postgresql://ana:hidden@db:port/tracker", "DATABASE_URL cannot be read"),
        ("postgresql://ana:hidden@[db/tracker", "DATABASE_URL cannot be read"),
        ("postgresql://ana:hidden@db/", "DATABASE_URL cannot be read"),
        ("sqlite://db.sqlite3", "DATABASE_URL cannot be read"),  # would live in memory, silently
        ("sqlite:///", "DATABASE_URL cannot be read"),
        ("sqlite:////srv/hidden#1.sqlite3", "DATABASE_URL cannot be read"),  # would be cut short
        ("ana:hidden@db/tracker", "DATABASE_URL cannot be read"),
    ],
)
def test_another_address_is_refused_without_repeating_its_password(url, sentence):
    with pytest.raises(ImproperlyConfigured) as refusal:
        database(url, BASE)

    assert str(refusal.value).startswith(sentence)
    assert "hid" not in str(refusal.value)
