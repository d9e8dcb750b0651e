"""What tests of several folders share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils.translation import activate
from hypothesis import settings

from tests.record import whole_record
from tests.serving import new_site
from tracker.ledger import snapshot

# The same examples on every run, and no deadline: a busy machine is not a failure.
settings.register_profile("tracker", deadline=None, derandomize=True)
settings.load_profile("tracker")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def root():
    return ROOT


@pytest.fixture(autouse=True)
def in_english():
    """Begin in English: a page asked for in Spanish leaves its language behind."""
    activate("en")


@pytest.fixture(autouse=True)
def no_snapshot():
    """Begin without a snapshot: tests roll back, and come to one version with other data."""
    snapshot.forget()


@pytest.fixture
def record(db):
    """Return the function that makes the record, so that a test says how much of it."""
    return whole_record


@pytest.fixture
def manage(tmp_path):
    """Return a function that runs manage.py in a process of its own, with only the given names."""

    def run(*arguments, **environment):
        return subprocess.run(
            [sys.executable, ROOT / "manage.py", *arguments],
            env=bare_environment(tmp_path) | environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def bare_environment(folder):
    """Return what a process needs to start, and in `folder` its own database and static files."""
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "STATIC_ROOT": str(folder / "static"),
    }


@pytest.fixture(scope="session")
def prepared_site(tmp_path_factory):
    """Return a site made ready as the README says, with the seeds; its server does not run."""
    site = new_site(tmp_path_factory.mktemp("site"))
    site.manage("migrate", "--verbosity=0")
    site.manage("collectstatic", "--no-input", "--verbosity=0")
    site.manage("loadseeds")
    return site
