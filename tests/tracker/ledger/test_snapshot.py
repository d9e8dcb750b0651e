"""
The one door: who may see what, and from which day, for every model, record and citation.

What the snapshot answers with queries is answered here again in Python, row by row, from what
the models declare. Both must agree, today and on other days, whatever is hidden.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from tests import builders
from tests.record import naming
from tests.snapshots import as_of, today
from tests.tracker.models.rows import RECORDS
from tracker.domain.vocabulary import Status
from tracker.ledger import snapshot as module
from tracker.ledger.snapshot import VERSIONS, Snapshot, present, snapshot_of
from tracker.models import ImplementingPartner, Party, Recipient

ROOT = Path(__file__).resolve().parents[3]
DAYS = [None, (2018, 1, 1), (2020, 6, 30), (2024, 12, 31)]
STORED = [model for model in RECORDS if not model._meta.proxy]


def is_public(row):
    """Whether a row is published, and so is everything that it names."""
    named = (getattr(row, name) for name in type(row).shown_with)
    if isinstance(row, ImplementingPartner):
        receipts = Recipient.objects.filter(party=row.pk)
        return row.status == Status.PUBLISHED and any(is_public(one) for one in receipts)
    return row.status == Status.PUBLISHED and all(is_public(one) for one in named if one)


def is_known(row, day):
    """Whether the dates of a row, and of what it belongs to, had come by the end of the day."""
    names = [name for name in (type(row).known_from, *type(row).known_with) if name]
    latest = [follow(row, f"{name}_latest") for name in names]
    return day is None or all(one is None or one <= day for one in latest)


def follow(row, path):
    for name in path.split("__"):
        row = row and getattr(row, name)
    return row


def expected(model, day):
    return {row.pk for row in model.objects.all() if is_public(row) and is_known(row, day)}


def seen(snapshot, model):
    return {row.pk for row in snapshot.of(model)}


@pytest.fixture
def mixed(record):
    """Make a record in which of each kind one is a draft, one withdrawn, and some are public."""
    record(2)
    for model in STORED:
        for status, day in (("draft", "2017"), ("withdrawn", "2019"), ("published", "2022")):
            made = naming(model)
            dated = {model.known_from: day} if model.known_from else {}
            model.objects.filter(pk=made.pk).update(status=status)
            if dated:
                made.refresh_from_db()
                setattr(made, model.known_from, day)
                made.save()


@pytest.mark.parametrize("many", [500, 0], ids=["few are hidden", "many are hidden"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_snapshot_shows_what_the_rules_say_of_each_row(mixed, monkeypatch, many, day):
    monkeypatch.setattr(module, "MANY", many)
    snapshot = as_of(*day) if day else today()
    asked = date(*day) if day else None

    found = {model.__name__: seen(snapshot, model) for model in RECORDS}

    assert found == {model.__name__: expected(model, asked) for model in RECORDS}
    assert all(len(found[model.__name__]) < model.objects.count() for model in STORED)


@pytest.mark.django_db
def test_what_is_named_only_while_it_is_public_is_left_out():
    shown, hidden = builders.make_party(), builders.make_party(status="draft")

    assert today().is_shown(shown)
    assert not today().is_shown(hidden)
    assert not today().is_shown(None)


@pytest.mark.django_db
def test_many_that_are_hidden_are_not_shown_either(monkeypatch):
    monkeypatch.setattr(module, "MANY", 0)
    shown, hidden = builders.make_party(), builders.make_party(status="draft")

    assert today().is_shown(shown)
    assert not today().is_shown(hidden)


@pytest.mark.django_db
def test_the_present_day_is_shared_and_another_is_not():
    asked = as_of(2021, 6, 1).as_of

    assert present() is present()
    assert snapshot_of(asked) is not snapshot_of(asked)
    assert snapshot_of(asked).lasting is present().lasting


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "write",
    [
        lambda: Party.objects.update(acronym="X"),
        lambda: Party.objects.get().delete(),
        lambda: builders.make_region(),
    ],
)
def test_any_write_makes_another_snapshot(write):
    builders.make_party()
    before = present()

    write()

    assert present() is not before


@pytest.mark.django_db
def test_another_day_is_another_snapshot(monkeypatch):
    before = present()

    monkeypatch.setattr(module.timezone, "localdate", lambda: date(2000, 1, 1))

    assert present() is not before


@pytest.mark.django_db
def test_old_versions_are_dropped(monkeypatch):
    versions = []
    for number in range(VERSIONS + 1):
        monkeypatch.setattr(module, "data_version", lambda: number)  # noqa: B023
        versions.append(present())

    assert present() is versions[-1]
    monkeypatch.setattr(module, "data_version", lambda: 0)
    assert present() is not versions[0]


@pytest.mark.django_db
def test_the_version_is_asked_once(django_assert_num_queries):
    # which version of the data it is
    with django_assert_num_queries(1):
        assert isinstance(present(), Snapshot)


def test_nothing_else_asks_for_what_is_public_or_known():
    asking = re.compile(r"\.(public|known_by|held_back)\(")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "tracker").rglob("*.py")
        if asking.search(path.read_text())
    ]

    assert sorted(found) == [
        "tracker/ledger/snapshot.py",
        "tracker/models/parties.py",  # a partner is one by a public award
    ]


def test_the_pages_and_the_exports_reach_no_table():
    reaching = re.compile(r"tracker\.models|\.objects\b")
    found = [
        path
        for path in (ROOT / "tracker/public").rglob("*.py")
        if reaching.search(path.read_text())
    ]

    assert found == []


def test_the_ledger_reaches_tables_by_snapshots_alone():
    found = [
        path.name
        for path in (ROOT / "tracker/ledger").glob("*.py")
        if re.search(r"\.objects\b", path.read_text())
    ]

    assert found == ["snapshot.py"]
