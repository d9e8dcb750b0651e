"""Lists of commitments and of deliveries: chosen and sorted whole, read a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from tracker.domain.dates import AsOf
from tracker.domain.progress import assess
from tracker.domain.wording import Words
from tracker.ledger.backing import Backing
from tracker.ledger.commitments import (
    CommitmentLine,
    commitment_line,
    commitment_lines,
    with_names,
)
from tracker.ledger.memory import remembered
from tracker.ledger.paging import ByDate
from tracker.ledger.rows import Day, Link, Quantity, Units, link
from tracker.ledger.standing import Standing, promise
from tracker.ledger.visible import visible_rows
from tracker.models import Commitment, Delivery, Party
from tracker.models.base import RecordQuerySet


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """
    One report in a list. `towards` is a commitment, of which `code` is the code; where nobody
    had pledged it `code` is "", and `towards` the objective it serves.
    """

    stated_on: Day
    statement: Link
    code: str
    towards: Link
    quantity: Quantity
    stage: str
    reported_by: Link
    attributed_to: Link | None
    deed: Words
    counts: bool


class CommitmentLines(Sequence[CommitmentLine]):
    """
    Lines of a list, of which only those of a page are read.

    `arranged` keeps and sorts lines; unless `by_state` it needs only what they are called.
    `key` tells this choice and order from every other.
    """

    def __init__(
        self,
        chosen: RecordQuerySet,
        key: Hashable,
        as_of: AsOf,
        arranged: Callable[[list[CommitmentLine]], list[CommitmentLine]],
        *,
        by_state: bool,
    ) -> None:
        self._as_of = as_of
        read = commitment_lines if by_state else _bare_lines
        self._codes = remembered(
            ("commitments", key, as_of, get_language()),
            lambda: [line.code for line in arranged(read(chosen, as_of))],
        )

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, wanted: Any) -> Any:
        codes = tuple(self._codes[wanted])
        key = ("commitment lines", codes, self._as_of, get_language())
        return remembered(key, lambda: _lines_of(codes, self._as_of))


def _lines_of(codes: Sequence[str], as_of: AsOf) -> list[CommitmentLine]:
    """Return the lines of these commitments, in this order."""
    found = commitment_lines(Commitment.objects.public().filter(code__in=codes), as_of)
    return sorted(found, key=lambda line: codes.index(line.code))


def _bare_lines(chosen: RecordQuerySet, as_of: AsOf) -> list[CommitmentLine]:
    """Return lines as they are before anybody promised a number or reported anything."""
    units = Units()
    nothing = Standing(None, assess(promise(None), (), as_of.day), ())
    return [
        commitment_line(one, nothing, units, Backing())
        for one in with_names(chosen.known_by(as_of.known))
    ]


class DeliveryLines(Sequence[DeliveryLine]):
    """Public reports in order of date, undated last; lines are read when a page is taken."""

    def __init__(self, order: ByDate) -> None:
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, wanted: Any) -> Any:
        start, stop, _step = wanted.indices(len(self))
        return _lines(self._order.ids(start, stop))


def _lines(ids: Sequence[int]) -> list[DeliveryLine]:
    """Return the lines of these reports, in this order. 1 query, and once 2 for names."""
    named = visible_rows(Delivery).select_related("commitment", "objective__partnership")
    rows = named.in_bulk(ids)
    units = remembered("units", Units)
    parties = remembered(("parties", get_language()), _parties)
    return [_line(rows[pk], units, parties) for pk in ids if pk in rows]


def _parties() -> dict[int | None, Link]:
    return {party.pk: link(party) for party in Party.objects.public()}


def _line(delivery: Delivery, units: Units, parties: Mapping[int | None, Link]) -> DeliveryLine:
    towards: Any = delivery.commitment or delivery.objective
    return DeliveryLine(
        stated_on=Day(delivery.stated_on, delivery.is_inferred),
        statement=link(delivery),
        code=delivery.commitment.code if delivery.commitment else "",
        towards=link(towards),
        quantity=units.quantity(delivery.figure),
        stage=delivery.get_stage_display(),
        reported_by=parties.get(delivery.reported_by_id) or link(delivery.reported_by),
        attributed_to=parties.get(delivery.attributed_to_id),
        deed=delivery.words("deed"),
        counts=delivery.counts,
    )
