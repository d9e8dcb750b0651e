"""Where sources disagree. Nothing here decides who is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tracker.domain.dates import Span
from tracker.domain.figures import Bounds, Figure, together
from tracker.domain.vocabulary import Disagreement


@dataclass(frozen=True, slots=True)
class Total:
    """One dated statement of a total to date. `key` names the report it comes from."""

    key: str
    bounds: Bounds
    stated: Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that differ: `earlier` and `later` are keys, equally dated or not."""

    kind: Disagreement
    earlier: str
    later: str


def latest(totals: Sequence[Total]) -> list[Total]:
    """
    Return the totals that no other total surely comes after, in a fixed order.

    Two totals whose dates overlap are taken as of the same time: which came first is not known.
    """
    if not totals:
        return []
    newest = max(total.stated.earliest for total in totals)
    found = [total for total in totals if total.stated.latest >= newest]
    return sorted(found, key=_in_order)


def disagreements(totals: Sequence[Total]) -> list[Conflict]:
    """
    Return where the latest totals disagree with each other or with earlier ones.

    A total that was overtaken by a later and larger one is history, not a disagreement.
    All totals are in one unit; UnitMismatch is raised otherwise.
    """
    current = latest(totals)
    if not current:
        return []
    agreed = together([total.bounds for total in current])
    if agreed is None:
        found, now = [_contradiction(current)], min(current, key=_by_claim)
    else:
        found, now = [], _agreeing(current, agreed)
    standing = {total.key for total in current}
    earlier = sorted((total for total in totals if total.key not in standing), key=_in_order)
    weakened = [past for past in earlier if now.bounds.claims_less_than(past.bounds)]
    return found + [_weakened(past, now) for past in weakened]


def disputed(totals: Sequence[Total]) -> list[Total]:
    """
    Return the totals between which the true one may lie: the latest, and all they disagree with.

    A total that falls outright is not among them: seven shelters may have become six, and
    the later count stands, flagged. A later statement that merely claims less ("more than
    9.8", after "more than 11") leaves both standing.
    """
    standing = {total.key for total in latest(totals)}
    standing |= {
        conflict.earlier
        for conflict in disagreements(totals)
        if conflict.kind != Disagreement.FALLS
    }
    return [total for total in totals if total.key in standing]


def cited_otherwise(key: str, figure: Figure, cited: Iterable[Figure]) -> list[Conflict]:
    """
    Return a conflict if a citation states, in the record's own unit, another figure.

    A figure in another unit is a source's own conversion: it is shown, and not compared.
    """
    differs = any(
        other.value is not None
        and other.unit == figure.unit
        and (other.value, other.qualifier) != (figure.value, figure.qualifier)
        for other in cited
    )
    return [Conflict(Disagreement.CITED, key, key)] if differs else []


def _contradiction(current: Sequence[Total]) -> Conflict:
    """Return the conflict between the lowest and the highest of totals that cannot all be true."""
    firm = [total for total in current if not total.bounds.is_about]
    lowest = min(firm, key=lambda total: total.bounds.by_limit)
    return Conflict(Disagreement.CONTRADICTS, lowest.key, max(firm, key=_by_claim).key)


def _agreeing(current: Sequence[Total], agreed: Bounds) -> Total:
    """Return what totals of one time say together, under the key of the one that claims it."""
    source = next(total for total in current if total.bounds.low == agreed.low)
    return Total(source.key, agreed, source.stated)


def _by_claim(total: Total) -> tuple[Decimal, bool]:
    return total.bounds.by_claim


def _in_order(total: Total) -> tuple[date, date, str]:
    return (total.stated.latest, total.stated.earliest, total.key)


def _weakened(past: Total, now: Total) -> Conflict:
    falls = now.bounds.is_all_below(past.bounds)
    kind = Disagreement.FALLS if falls else Disagreement.WEAKER
    return Conflict(kind, past.key, now.key)
