"""However a good file is spoiled: it loads, or its problems are named and nothing changes."""

import os

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.seeding.seed_files import GOOD, write
from tracker.database.writes import data_version
from tracker.models import Party
from tracker.seeding import load

LINES = GOOD.splitlines()
EXAMPLES = int(os.environ.get("SPOILED_FILES", "100"))
KEYS = sorted({line.split(" = ")[0].strip() for line in LINES if " = " in line})
VALUES = sorted({line.split(" = ")[1] for line in LINES if " = " in line})
ODD = [
    *("0", "-1", "7.5", "true", "nan", "-inf", "1979-05-27", "07:32:00", "[]", '["peru"]', '""'),
    *('"NaN"', '" "', '"\\u0000"', '"peru"', "{a = 1}", "[[1]]", "[{a = 1}]", '"2017-02-30"'),
    *("9" * 5000, f"0x{'f' * 300}", f'"{"9" * 400}"', f'"{"long " * 200}"', "1e400", '"\\ud800"'),
]
NAMES = [*KEYS, "id", "pk", "citation", "seed_digest", "changed_at", "delivery", '"a.b"', "a.b"]

at = st.integers(0, len(LINES) - 1)
value = st.sampled_from(VALUES + ODD)
# What to do with the line of that number.
edit = st.one_of(
    st.tuples(st.just("drop"), at),
    st.tuples(st.just("double"), at),
    st.tuples(st.just("swap"), at, at),
    st.tuples(st.just("cut"), at, st.integers(0, 40)),
    st.tuples(st.just("write"), at, value),
    st.tuples(st.just("rename"), at, st.sampled_from(NAMES)),
    st.tuples(st.just("insert"), at, st.text(max_size=8)),
)


def edited(lines, action, number, what=None):
    """Return the lines with one of them edited."""
    line = lines[number % len(lines)]
    before, after = lines[: number % len(lines)], lines[number % len(lines) + 1 :]
    key, separator, old = line.partition(" = ")
    match action:
        case "drop":
            return [*before, *after] or [""]
        case "double":
            return [*before, line, line, *after]
        case "swap":
            other = lines[what % len(lines)]
            return [other if text == line else line if text == other else text for text in lines]
        case "cut":
            return [*before, line[:what], *after]
        case "write":
            return [*before, f"{key} = {what}" if separator else line, *after]
        case "rename":
            return [*before, f"{what} = {old}" if separator else f"[[{what}]]", *after]
        case "insert":
            return [*before, line[: number % 7] + what + line[number % 7 :], *after]


@pytest.mark.django_db
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize="SPOILED_FILES" not in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edits=st.lists(edit, min_size=1, max_size=4), is_first=st.booleans())
def test_a_spoiled_file_loads_or_is_named_and_changes_nothing(tmp_path, edits, is_first):
    with transaction.atomic():
        load_spoiled(tmp_path, edits, is_first)
        transaction.set_rollback(True)


def load_spoiled(tmp_path, edits, is_first):
    if not is_first:
        load([write(tmp_path)])
    lines = LINES
    for one in edits:
        lines = edited(lines, *one)
    (tmp_path / "all.toml").write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    before = data_version(), Party.objects.count()

    report = load([tmp_path])

    assert all(problem.startswith(f"{tmp_path}/all.toml: ") for problem in report.problems)
    if report.problems:
        assert report.tallies == {}
        assert (data_version(), Party.objects.count()) == before
    else:
        assert all(tally.keys() == {"unchanged"} for tally in load([tmp_path]).tallies.values())
