"""What tests of several folders share."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils.translation import activate
from hypothesis import settings

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
    """Return what a process needs to start, and a database of its own in `folder`."""
    return {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
    }
