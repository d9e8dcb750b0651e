"""The public rows of a long table, chosen by what is hidden instead of by joins."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, Func, OuterRef, QuerySet

from tracker.domain.vocabulary import Status
from tracker.ledger.memory import is_remembering, remembered
from tracker.models.base import RecordQuerySet, visible

# More hidden parents than this are not listed one by one: the joins are cheaper then.
MANY = 500


class Unsearched(Func):
    """
    A column that SQLite is not to look up in an index.

    Nearly every row is published, but SQLite takes any index on equality to leave ten rows, and
    would read all that are published to find the few of some words or keys.
    """

    arity = 1

    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


def visible_rows(model: Any) -> RecordQuerySet:
    """
    Return the rows of `model.objects.public()`, by conditions on the table's own columns alone.

    Joins to all that a row names cost more than the rest of a page, and on the last page of a
    long list very much more. What hides a row is a parent that is not public: the few parents
    that do are looked up, once for each version. Where nothing is remembered there are joins.
    """
    if not is_remembering():
        return model.objects.public()  # type: ignore[no-any-return]
    hidden = remembered(("hidden parents", model), lambda: _hidden_parents(model))
    if any(len(ids) > MANY for ids in hidden.values()):
        return model.objects.public()  # type: ignore[no-any-return]
    found = model.objects.alias(shown=Unsearched(F("status"))).filter(shown=Status.PUBLISHED)
    for name, ids in hidden.items():
        found = found.exclude(**{f"{name}__in": ids})
    return found  # type: ignore[no-any-return]


def _hidden_parents(model: Any) -> dict[str, list[int]]:
    """Return the ids of parents that hide published rows, by relation. A query for each."""
    found: dict[str, list[int]] = {}
    for name in model.shown_with:
        if "__" not in name:
            ids = list(_hiding(model, name).values_list("pk", flat=True)[: MANY + 1])
            found |= {name: ids} if ids else {}
    return found


def _hiding(model: Any, name: str) -> QuerySet[Any]:
    parent: Any = model._meta.get_field(name).related_model
    further = [
        path.removeprefix(f"{name}__") for path in model.shown_with if path.startswith(f"{name}__")
    ]
    shown = parent.objects.filter(visible(further))
    own = model.objects.filter(**{name: OuterRef("pk")}, status=Status.PUBLISHED)
    found: QuerySet[Any] = parent.objects.exclude(pk__in=shown.values("pk"))
    return found.filter(Exists(own)).order_by()
