"""
Does a row meet a condition of the database? Answered here, without asking the database.

Django asks the database about each constraint of each row, one query each: 4.5 ms for the nine
of a delivery. The conditions are simple enough to be read here; a test holds that both agree.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import F, Model, Q

from tracker.seeding.kinds import attname

COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "exact": operator.eq,
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
    "in": lambda value, choices: value in choices,
}


def holds(condition: Q, row: Model) -> bool:
    """Return whether the database would accept the row: unknown passes, as it does in SQL."""
    return _truth(condition, row) is not False


def mentioned(condition: Q) -> set[str]:
    """Return the names of the fields that a condition reads."""
    names: set[str] = set()
    part: Any
    for part in condition.children:
        if isinstance(part, Q):
            names |= mentioned(part)
        else:
            name, wanted = part
            names |= {name.split("__")[0]} | ({wanted.name} if isinstance(wanted, F) else set())
    return names


def _truth(condition: Q, row: Model) -> bool | None:
    """
    Return True, False, or None for SQL's unknown.

    Django writes NOT (a = b AND a IS NOT NULL) for a negated Q(a=b). Where unknown passes that
    comes to the same as NOT (a = b).
    """
    found = (_truth_of_part(child, row) for child in condition.children)
    result = _any(found) if condition.connector == Q.OR else _all(found)
    return not result if condition.negated and result is not None else result


def _truth_of_part(part: Any, row: Model) -> bool | None:
    if isinstance(part, Q):
        return _truth(part, row)
    name, wanted = part
    field, _separator, lookup = name.partition("__")
    value = _value(row, field)
    if lookup == "isnull":
        return (value is None) is wanted
    wanted = _value(row, wanted.name) if isinstance(wanted, F) else wanted
    if value is None or wanted is None:
        return None
    return COMPARE[lookup or "exact"](value, wanted)


def _value(row: Model, field: str) -> Any:
    return getattr(row, attname(type(row), field))


def _all(found: Iterable[bool | None]) -> bool | None:
    result: bool | None = True
    for truth in found:
        if truth is False:
            return False
        result = None if truth is None else result
    return result


def _any(found: Iterable[bool | None]) -> bool | None:
    result: bool | None = False
    for truth in found:
        if truth is True:
            return True
        result = None if truth is None else result
    return result
