"""The version of the data changes with every write, whichever way it is written."""

import pytest
from django.apps import apps
from django.db import connection

from tests import builders
from tracker.models import Commitment, Party
from tracker.models.revision import counted_tables, revision

ON_SQLITE = connection.vendor == "sqlite"


def by_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tracker_party SET acronym = 'X'")


WRITES = {
    "save": lambda: Party.objects.get(slug="peru").save(),
    "update": lambda: Party.objects.update(acronym="X"),
    "bulk_create": lambda: Party.objects.bulk_create([Party(slug="new", kind="ngo")]),
    "delete": lambda: Commitment.objects.all().delete(),
    "a link between rows": lambda: Commitment.objects.get().regions.add(builders.make_region()),
    "plain SQL": by_sql,
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_way_of_writing_makes_another_version(write):
    builders.make_commitment()
    before = revision()

    write()

    assert revision() != before


@pytest.mark.django_db(transaction=True)
def test_reading_makes_no_other_version():
    builders.make_commitment()
    before = revision()

    list(Commitment.objects.public())

    assert revision() == before


@pytest.mark.skipif(not ON_SQLITE, reason="PostgreSQL knows its transactions without triggers")
@pytest.mark.django_db
def test_every_table_has_its_triggers():
    """Where this fails after a migration, add RunPython(count_writes) at the end of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        triggers = {name for (name,) in cursor.fetchall()}

    wanted = {
        f"{table}_{event}_is_counted"
        for table in counted_tables(apps)
        for event in ("insert", "update", "delete")
    }

    assert wanted - triggers == set()
