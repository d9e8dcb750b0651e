"""Which version of the data the database holds, so that an unchanged page is not made again."""

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {table}_{event}_is_counted AFTER {event} ON {table}
BEGIN
    INSERT INTO tracker_revision (id, number)
    VALUES (1, CAST(strftime('%s', 'now') AS INTEGER) * 1000000)
    ON CONFLICT (id) DO UPDATE SET number = number + 1;
END
"""


class Revision(models.Model):
    """
    A number that grows with every row written, whichever way it is written.

    One row. On SQLite triggers count, so that no path past the models is missed; a table that
    a later migration remakes loses its triggers and has to be given them again. The count
    starts from the clock, so that an emptied database never repeats a number. PostgreSQL
    tells by itself which transactions it has seen, without a row that all writers wait for.
    """

    number = models.BigIntegerField(
        _("number"), default=0, help_text=_("How many rows were ever written.")
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")

    def __str__(self):
        return str(self.number)


def revision():
    """Return a text that differs whenever the data a page could show may differ. 1 query."""
    on_postgresql = connection.vendor == "postgresql"
    counted = "SELECT COALESCE(MAX(number), 0) FROM tracker_revision"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text" if on_postgresql else counted)
        return str(cursor.fetchone()[0])


def counted_tables(apps):
    """Return the tables of the tracker whose rows a page can show, links between rows included."""
    found = apps.get_app_config("tracker").get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in found if not model._meta.proxy}
    return sorted(tables - {"tracker_revision"})


def count_writes(apps, schema_editor):
    """Give every table its triggers, on SQLite; for RunPython in a migration."""
    if schema_editor.connection.vendor != "sqlite":
        return
    for table in counted_tables(apps):
        for event in ("insert", "update", "delete"):
            schema_editor.execute(TRIGGER.format(table=table, event=event), params=None)
