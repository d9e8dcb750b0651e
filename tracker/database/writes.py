"""Which version of the data the database holds, so that an unchanged page is not made again."""

from django.db import connection

# The count starts from the clock, so that an emptied database never repeats a number.
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {table}_{event}_is_counted AFTER {event} ON {table}
BEGIN
    INSERT INTO tracker_revision (id, number)
    VALUES (1, CAST(strftime('%s', 'now') AS INTEGER) * 1000000)
    ON CONFLICT (id) DO UPDATE SET number = number + 1;
END
"""
POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION tracker_count_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tracker_revision (id, number)
    VALUES (1, EXTRACT(EPOCH FROM now())::bigint * 1000000)
    ON CONFLICT (id) DO UPDATE SET number = tracker_revision.number + 1;
    RETURN NULL;
END
$$
"""
# Before the statement, so that every writer takes the row of the count before any other row:
# writers wait for each other there, and cannot lock each other out.
POSTGRESQL_TRIGGER = """
CREATE OR REPLACE TRIGGER {table}_is_counted
BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION tracker_count_write()
"""


def data_version():
    """Return a text that differs whenever the data a page could show may differ. 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(number), 0) FROM tracker_revision")
        return str(cursor.fetchone()[0])


def counted_tables(apps):
    """Return the tables of the tracker whose rows a page can show, links between rows included."""
    found = apps.get_app_config("tracker").get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in found if not model._meta.proxy}
    return sorted(tables - {"tracker_revision"})


def count_writes(apps, schema_editor):
    """Give every table its triggers; for RunPython in a migration."""
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    making = _on_postgresql if on_postgresql else _on_sqlite
    for statement in making(counted_tables(apps)):
        schema_editor.execute(statement, params=None)


def _on_sqlite(tables):
    for table in tables:
        for event in ("insert", "update", "delete"):
            yield SQLITE_TRIGGER.format(table=table, event=event)


def _on_postgresql(tables):
    yield POSTGRESQL_FUNCTION
    for table in tables:
        yield POSTGRESQL_TRIGGER.format(table=table)
