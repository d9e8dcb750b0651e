"""
Give every table triggers that make another version with each write, and deliveries an index.

SQLite drops the triggers of a table that a later migration remakes (to alter a field, say), and
a new table has none. Such a migration ends with an operation that gives them (again):

    from importlib import import_module
    triggers = import_module("tracker.migrations.0002_triggers_and_search")
    ...
    migrations.RunPython(triggers.restore, migrations.RunPython.noop),
"""

from django.db import migrations

# SQLite runs a trigger for each row. The number is random, so that none ever comes twice.
SQLITE_VERSION = """
CREATE TRIGGER IF NOT EXISTS {table}_{event}_makes_version AFTER {event} ON {table}
BEGIN
    INSERT INTO tracker_revision (id, number) VALUES (1, random())
    ON CONFLICT (id) DO UPDATE SET number = excluded.number;
END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION tracker_make_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tracker_revision (id, number) VALUES (1, (random() * 9007199254740992)::bigint)
    ON CONFLICT (id) DO UPDATE SET number = excluded.number;
    RETURN NULL;
END
$$
"""
# Before the statement, so that every writer takes the row of the version before any other row:
# writers wait for each other there, and cannot lock each other out.
POSTGRESQL_VERSION = """
CREATE OR REPLACE TRIGGER {table}_makes_version
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION tracker_make_version()
"""

# SQLite: an index beside the table, holding no text of its own; triggers keep it.
ADD = """
INSERT INTO tracker_delivery_words (rowid, statement_en, statement_es)
VALUES (new.id, new.statement_en, new.statement_es);
"""
REMOVE = """
INSERT INTO tracker_delivery_words (tracker_delivery_words, rowid, statement_en, statement_es)
VALUES ('delete', old.id, old.statement_en, old.statement_es);
"""
SQLITE_SEARCH = (
    """
    CREATE VIRTUAL TABLE IF NOT EXISTS tracker_delivery_words USING fts5(
        statement_en, statement_es, content='tracker_delivery', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )
    """,
    "CREATE TRIGGER IF NOT EXISTS tracker_delivery_words_insert"
    f" AFTER INSERT ON tracker_delivery BEGIN {ADD} END",
    "CREATE TRIGGER IF NOT EXISTS tracker_delivery_words_delete"
    f" AFTER DELETE ON tracker_delivery BEGIN {REMOVE} END",
    "CREATE TRIGGER IF NOT EXISTS tracker_delivery_words_update"
    " AFTER UPDATE OF id, statement_en, statement_es ON tracker_delivery"
    f" BEGIN {REMOVE} {ADD} END",
    "INSERT INTO tracker_delivery_words (tracker_delivery_words) VALUES ('rebuild')",
)

# PostgreSQL uses this index only for a search that spells it alike: see tracker/database/search.py.
POSTGRESQL_SEARCH = (
    "DROP INDEX IF EXISTS tracker_delivery_words",
    r"""
    CREATE INDEX tracker_delivery_words ON tracker_delivery USING gin (
        to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(
            lower(normalize(statement_en || ' ' || statement_es, NFD)),
            '[\u0300-\u036f]', '', 'g'), '[^a-z0-9\u00c0-\u1fff\u2c00-\uffff]+', ' ', 'g'))
    )
    """,
)


def restore(apps, schema_editor):
    """Make what is missing of the triggers, and the index of words."""
    statements = {"sqlite": on_sqlite, "postgresql": on_postgresql}
    for statement in statements[schema_editor.connection.vendor](versioned_tables(apps)):
        schema_editor.execute(statement, params=None)


def versioned_tables(apps):
    """Return the tables whose rows a page can show, links between rows included."""
    found = apps.get_app_config("tracker").get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in found if not model._meta.proxy}
    return sorted(tables - {"tracker_revision"})


def on_sqlite(tables):
    for table in tables:
        for event in ("insert", "update", "delete"):
            yield SQLITE_VERSION.format(table=table, event=event)
    yield from SQLITE_SEARCH


def on_postgresql(tables):
    yield POSTGRESQL_FUNCTION
    for table in tables:
        yield POSTGRESQL_VERSION.format(table=table)
    yield from POSTGRESQL_SEARCH


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_initial")]

    operations = [migrations.RunPython(restore, migrations.RunPython.noop)]
