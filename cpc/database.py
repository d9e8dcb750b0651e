"""Turn DATABASE_URL into Django's settings for SQLite or PostgreSQL, and refuse anything else."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

FORMS = "sqlite:///path/to/file or postgresql://user:password@host:5432/name"

# Writers wait for each other instead of failing, and a commit survives a power cut.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"),
}

# Nobody waits for ever for a lock, for a query, or for a transaction somebody left open.
POSTGRESQL_TIMEOUTS = (
    "-c statement_timeout=30s -c lock_timeout=10s -c idle_in_transaction_session_timeout=60s"
)


def database(url: str, base_dir: Path) -> dict[str, Any]:
    """
    Return the settings of the database at `url`.

    A relative SQLite path starts from `base_dir`. Raise ImproperlyConfigured for another kind of
    database and for an address that cannot be read; the message never repeats the password.
    """
    scheme = url.partition(":")[0]
    if scheme == "sqlite":
        return sqlite(url, base_dir)
    if scheme in ("postgres", "postgresql"):
        return postgresql(url)
    if "://" in url:
        raise ImproperlyConfigured(f'DATABASE_URL starts with "{scheme}://": use {FORMS}.')
    raise malformed()


def sqlite(url: str, base_dir: Path) -> dict[str, Any]:
    # Two slashes would name a host, and the database would silently live in memory.
    if not url.startswith("sqlite:///") or url == "sqlite:///":
        raise malformed()
    settings = parse(url)
    if settings["NAME"] != ":memory:":
        settings["NAME"] = base_dir / settings["NAME"]
    settings["OPTIONS"] = SQLITE_OPTIONS
    return settings


def postgresql(url: str) -> dict[str, Any]:
    settings = parse(url)
    if not settings["NAME"]:
        raise malformed()
    options = settings.setdefault("OPTIONS", {})
    # The address may bring options of its own; the last one given wins.
    options["options"] = f"{POSTGRESQL_TIMEOUTS} {options.get('options', '')}".strip()
    options.setdefault("connect_timeout", 5)
    settings["CONN_HEALTH_CHECKS"] = True
    return settings


def parse(url: str) -> dict[str, Any]:
    try:
        # A "#" that is not percent-encoded cuts the address short, often inside the password.
        if urlsplit(url).fragment:
            raise malformed()
        return dict(dj_database_url.parse(url, conn_max_age=None))
    except ValueError:
        raise malformed() from None


def malformed() -> ImproperlyConfigured:
    return ImproperlyConfigured(
        f"DATABASE_URL cannot be read: write it as {FORMS}, "
        "with the special characters of a password percent-encoded."
    )
