"""Which version of the data the database holds, so that an unchanged page is not made again."""

from __future__ import annotations

from django.db import connection


def data_version() -> str:
    """
    Return a text that differs whenever the data a page could show may differ.

    Versions have no order, and none comes twice.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT COALESCE(MAX(number), 0) FROM tracker_revision")
        return str(cursor.fetchone()[0])
