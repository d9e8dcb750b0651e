"""A condition of the database means here what it means there."""

from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint, F, Q

from tracker.models import Award, Commitment, Delivery, Pledge
from tracker.seeding.conditions import holds, mentioned
from tracker.seeding.kinds import EVERY_KIND


@pytest.mark.parametrize(
    ("condition", "accepted"),
    [
        (Q(value=6), True),
        (Q(value=7), False),
        (Q(value__gt=6), False),
        (Q(value__gte=6), True),
        (Q(value__lt=6), False),
        (Q(value__lte=6), True),
        (Q(stage__in=["", "planned"]), True),
        (Q(stage__in=["planned"]), False),
        (Q(unit__isnull=True), True),
        (Q(unit__isnull=False), False),
        (Q(commitment=F("objective")), True),
        (Q(commitment=F("reported_by")), False),
        (Q(value=6, stage=""), True),
        (Q(value=7, stage=""), False),
        (Q(value=7) | Q(stage=""), True),
        (~Q(value=6), False),
        (~Q(value=7), True),
        (~(Q(value=6) & Q(stage="planned")), True),
        (Q(), True),
        # An unknown part passes, as it does in SQL, unless another part decides.
        (Q(unit="PEN"), True),
        (Q(unit="PEN") & Q(value=7), False),
        (Q(unit="PEN") | Q(value=7), True),
        (~Q(unit="PEN"), True),
        (~~Q(unit="PEN"), True),
        (~(Q(unit="PEN") | Q(value=6)), False),
    ],
)
def test_a_condition_is_read_as_sql_reads_it(condition, accepted):
    delivery = Delivery(value=6, stage="", unit=None, commitment_id=1, objective_id=1)
    delivery.reported_by_id = 2

    assert holds(condition, delivery) is accepted


def test_a_condition_tells_which_fields_it_reads():
    condition = Q(value__isnull=True) | (~Q(made_by=F("jointly_with")) & Q(stage__in=[""]))

    assert mentioned(condition) == {"value", "made_by", "jointly_with", "stage"}


def test_every_condition_of_the_models_can_be_read():
    for kind in EVERY_KIND.values():
        for constraint in kind.model._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                assert holds(constraint.condition, kind.model()) in (True, False), constraint.name


ROWS = {
    Delivery: {
        "value": [None, 0, -1],
        "unit_id": [None, "PEN"],
        "qualifier": ["exactly", "about", "perhaps"],
        "commitment_id": [None, 1],
        "objective_id": [None, 1],
        "counts": [True, False],
        "why_not_en": ["", "a reason"],
        "stage": ["", "spent"],
    },
    Pledge: {
        "replaces_id": [None, 1, 2],
        "change": ["", "ended", "other"],
        "reason_en": ["", "a reason"],
        "status": ["draft", "gone"],
    },
    Commitment: {"made_by_id": [1, 2], "jointly_with_id": [None, 1], "made_on": ["", "2017"]},
    Award: {"starts_on": ["", "2019", "2021"], "ends_on": ["", "2018", "2020"]},
}
NAMED = {Delivery: "reported_by", Pledge: "commitment", Commitment: "partnership", Award: "funder"}


def rows(model):
    for values in product(*ROWS[model].values()):
        row = model(pk=1, **dict(zip(ROWS[model], values, strict=True)))
        setattr(row, f"{NAMED[model]}_id", 1)
        if model is Award:
            row.partnership_id = 1
        yield row


def refused_here(row):
    for field in row._meta.fields:
        if hasattr(field, "stated"):
            field.pre_save(row, add=True)
    constraints = [c for c in row._meta.constraints if isinstance(c, CheckConstraint)]
    return {c.name for c in constraints if not holds(c.condition, row)}


def refusal_of_the_database(row):
    """Return its words, or "" if it takes the row; what the row refers to is asked later."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            transaction.set_rollback(True)
    except IntegrityError as refused:
        return str(refused)
    return ""


@pytest.mark.django_db
@pytest.mark.parametrize("model", ROWS, ids=lambda model: model.__name__)
def test_the_database_refuses_the_same_rows(model):
    for row in rows(model):
        here, there = refused_here(row), refusal_of_the_database(row)

        assert bool(here) == bool(there), (row.__dict__, here, there)
        assert not there or any(name in there for name in here), (here, there)
