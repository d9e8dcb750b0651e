"""The version of the data changes with every write, whichever way it is written."""

import time
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests import builders
from tracker.database.search import saying
from tracker.database.writes import data_version
from tracker.models import Commitment, Delivery, Party
from tracker.models.revision import Revision

MIGRATION = import_module("tracker.migrations.0002_triggers_and_search")

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


@pytest.mark.django_db(transaction=True)
def test_an_emptied_database_has_no_version_again():
    """A page stored of what stood there before would be sent for what stands there now."""
    versions = []

    for _ in range(10):
        builders.make_party()
        versions.append(data_version())
        Revision.objects.all().delete()
        Party.objects.all().delete()
        versions.append(data_version())
        Revision.objects.all().delete()

    assert len(set(versions)) == len(versions)


@pytest.mark.django_db(transaction=True)
def test_a_version_that_was_undone_does_not_come_again():
    builders.make_party()

    assert undone() != undone()


def undone():
    """Return the version of a write that did not happen in the end."""
    with transaction.atomic():
        Party.objects.update(acronym="X")
        version = data_version()
        transaction.set_rollback(True)
    return version


def triggers():
    listed = "SELECT tgname FROM pg_trigger" if ON_POSTGRESQL else SQLITE_TRIGGERS
    with connection.cursor() as cursor:
        cursor.execute(listed)
        return {name for (name,) in cursor.fetchall()}


def wanted_triggers():
    events = [""] if ON_POSTGRESQL else ["_insert", "_update", "_delete"]
    tables = MIGRATION.versioned_tables(apps)
    return {f"{table}{event}_makes_version" for table in tables for event in events}


@pytest.mark.django_db
def test_every_table_has_its_triggers():
    """Where this fails after a migration, end that as migration 0002 says."""
    assert wanted_triggers() - triggers() == set()


@pytest.mark.django_db(transaction=True)
def test_a_remade_table_is_given_its_triggers_again():
    builders.make_delivery(statement_en="Six shelters")
    before = triggers()
    with connection.schema_editor() as editor:
        for model in (Party, Delivery):
            remake(editor, model)
    if not ON_POSTGRESQL:
        assert wanted_triggers() - triggers() != set()

    with connection.schema_editor() as editor:
        MIGRATION.restore(apps, editor)

    assert triggers() == before
    assert Delivery.objects.filter(saying("shelters")).exists()


def remake(editor, model):
    """Alter a field and alter it back; SQLite makes the table anew for that."""
    status = model._meta.get_field("status")
    longer = status.clone()
    longer.max_length += 1
    longer.set_attributes_from_name("status")
    editor.alter_field(model, status, longer)
    editor.alter_field(model, longer, status)


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
