"""The version of the data changes with every write, whichever way it is written."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests import builders
from tracker.database.writes import counted_tables, data_version
from tracker.models import Commitment, Party

ON_POSTGRESQL = connection.vendor == "postgresql"
SQLITE_TRIGGERS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def by_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE tracker_party SET acronym = 'X'")


def emptied():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE tracker_announcement CASCADE")


WRITES = {
    "save": lambda: Party.objects.get(slug="peru").save(),
    "update": lambda: Party.objects.update(acronym="X"),
    "bulk_create": lambda: Party.objects.bulk_create([Party(slug="new", kind="ngo")]),
    "delete": lambda: Commitment.objects.all().delete(),
    "a link between rows": lambda: Commitment.objects.get().regions.add(builders.make_region()),
    "plain SQL": by_sql,
}
if ON_POSTGRESQL:
    WRITES["truncate"] = emptied


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_every_way_of_writing_makes_another_version(write):
    builders.make_commitment()
    before = data_version()

    write()

    assert data_version() != before


@pytest.mark.django_db(transaction=True)
def test_reading_makes_no_other_version():
    builders.make_commitment()
    before = data_version()

    list(Commitment.objects.all())

    assert data_version() == before


@pytest.mark.django_db
def test_every_table_has_its_triggers():
    """Where this fails after a migration, add RunPython(count_writes) at the end of it."""
    events = [""] if ON_POSTGRESQL else ["_insert", "_update", "_delete"]
    listed = "SELECT tgname FROM pg_trigger" if ON_POSTGRESQL else SQLITE_TRIGGERS
    with connection.cursor() as cursor:
        cursor.execute(listed)
        triggers = {name for (name,) in cursor.fetchall()}

    wanted = {f"{table}{event}_is_counted" for table in counted_tables(apps) for event in events}

    assert wanted - triggers == set()


@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite has one writer at a time by itself")
@pytest.mark.django_db(transaction=True)
def test_two_who_write_the_same_rows_in_another_order_wait_and_both_write():
    first, second = builders.make_party(slug="first"), builders.make_party(slug="second")
    orders = [(first.pk, second.pk, "A"), (second.pk, first.pk, "B")]

    with ThreadPoolExecutor() as people:
        list(people.map(write_slowly, orders))

    assert {party.acronym for party in Party.objects.all()} in ({"A"}, {"B"})


def write_slowly(order):
    *keys, acronym = order
    try:
        with transaction.atomic():
            for pk in keys:
                Party.objects.filter(pk=pk).update(acronym=acronym)
                time.sleep(0.2)
    finally:
        connection.close()
