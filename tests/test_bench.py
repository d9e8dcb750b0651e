"""Every benchmark runs, at a size that takes seconds, so that it can be trusted at a million."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.db import connection

from tests.bench.requests import pages
from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="benchmarks make SQLite files of their own"
)
# What a made-up record holds besides plain additions, and what counts it.
KINDS = {
    "totals to date": "SELECT count(*) FROM tracker_delivery WHERE is_cumulative",
    "additions beside totals": (
        "SELECT count(*) FROM tracker_delivery WHERE NOT is_cumulative AND commitment_id IN"
        " (SELECT commitment_id FROM tracker_delivery WHERE is_cumulative)"
    ),
    "totals that fall": (
        "SELECT count(*) FROM tracker_delivery AS a JOIN tracker_delivery AS b"
        " USING (commitment_id, unit_id, stage) WHERE a.is_cumulative AND b.is_cumulative"
        " AND a.stated_on_latest < b.stated_on_earliest AND a.value > b.value"
    ),
    "citations of other figures": "SELECT count(*) FROM tracker_citation WHERE value IS NOT NULL",
    "recipients of awards": "SELECT count(*) FROM tracker_recipient JOIN tracker_award ON"
    " tracker_award.id = award_id WHERE commitment_id IS NOT NULL",
}


def rows_of(*command):
    """Run a benchmark as its docstring says, and return its rows by their first words."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.strip().partition("  ") for line in done.stdout.splitlines()]
    return {name: cells for name, _spaces, cells in lines}


def test_a_row_is_printed_for_each_page_of_a_record_of_every_kind(tmp_path):
    rows = rows_of("tests.bench.pages", "100", "--times=1", f"--folder={tmp_path}")

    assert set(pages(1)) | {"static file"} <= rows.keys()
    with closing(sqlite3.connect(tmp_path / "deliveries-100.sqlite3")) as made:
        counts = {name: made.execute(query).fetchone()[0] for name, query in KINDS.items()}
    assert [name for name, count in counts.items() if not count] == []


def test_loading_seeds_is_measured_in_each_of_four_ways():
    rows = rows_of("tests.bench.loadseeds", "100")

    assert len(re.findall(r"\d\.\d s \d+ MB", rows["100"])) == 4
