"""Hints to a database on how to find rows, where it would choose badly."""

from typing import Any

from django.db.models import Func


class Unsearched(Func):
    """A column that SQLite is not to look up in an index. Other databases know better."""

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)
