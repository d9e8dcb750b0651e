"""What the database refuses of every model that has figures, dates, choices or a status."""

import pytest
from django.core.exceptions import ValidationError

from tests import builders as b
from tests.tracker.models.refusals import (
    assert_refused_by_the_database,
    assert_refused_to_editors,
    changed,
    update,
)
from tests.tracker.models.rows import MODELS, STATED, make, stated_dates

pytestmark = pytest.mark.django_db

by_name = {"ids": lambda model: model.__name__}


@pytest.mark.parametrize("model", MODELS, **by_name)
def test_what_the_builders_make_is_accepted(model):
    make(model).full_clean()


FIGURES = [
    ("value_has_unit", {"value": 5, "unit": None}),
    ("value_not_negative", {"value": -1}),
    ("qualifier_has_value", {"value": None, "qualifier": "at least"}),
    ("qualifier_known", {"qualifier": "roughly"}),
]


@pytest.mark.parametrize(("rule", "fields"), FIGURES, ids=[rule for rule, _ in FIGURES])
@pytest.mark.parametrize("model", STATED, **by_name)
def test_a_figure_is_whole(model, rule, fields):
    money = {"stage": "pledged"} if hasattr(model, "stage") else {}
    row = make(model, value="8000000.50", unit="PEN", qualifier="at least", **money)
    row.full_clean()
    constraint = next(c for c in model._meta.constraints if c.name.endswith(f"_{rule}"))

    assert_refused_by_the_database(update(row, **fields), constraint)
    row = changed(row, **fields)
    if rule == "qualifier_known":
        with pytest.raises(ValidationError, match="is not a valid choice"):
            row.full_clean()
    else:
        assert_refused_to_editors(row, constraint)


@pytest.mark.parametrize("value", [None, 0, 5])
@pytest.mark.parametrize("model", STATED, **by_name)
def test_zero_and_no_amount_are_both_kept_and_differ(model, value):
    money = {"stage": "pledged"} if hasattr(model, "stage") else {}
    row = make(model, value=value, unit="PEN", **money)

    row.full_clean()
    row.refresh_from_db()

    assert row.value == value
    assert (row.figure.value, row.figure.unit) == (value, "PEN")


CHOICES = [
    (model, field.name)
    for model in MODELS
    if not model._meta.proxy
    for field in model._meta.local_fields
    if field.choices and field.name not in ("qualifier", "language")
]


@pytest.mark.parametrize(("model", "name"), CHOICES, ids=[f"{m.__name__}.{n}" for m, n in CHOICES])
def test_only_known_choices_are_kept(model, name):
    row = b.make_replacement(b.make_pledge()) if name == "change" else make(model)
    constraint = next(c for c in model._meta.constraints if c.name.endswith(f"_{name}_known"))

    assert_refused_by_the_database(update(row, **{name: "unheard"}), constraint)
    with pytest.raises(ValidationError, match="is not a valid choice"):
        changed(row, **{name: "unheard"}).full_clean()


DATES = stated_dates()


@pytest.mark.parametrize(("model", "name"), DATES, ids=[f"{m.__name__}.{n}" for m, n in DATES])
@pytest.mark.parametrize(
    "disagreeing",
    [
        {"": "2017", "_earliest": None, "_latest": None},
        {"": "2017", "_earliest": "2017-01-01", "_latest": None},
        {"": "2017", "_earliest": "2017-12-31", "_latest": "2017-01-01"},
        {"": "", "_earliest": "2017-01-01", "_latest": "2017-12-31"},
    ],
    ids=["no days", "one day", "days reversed", "no date"],
)
def test_a_stated_date_and_its_days_agree(model, name, disagreeing):
    row = make(model)
    days = {f"{name}{end}": value for end, value in disagreeing.items()}
    constraint = next(c for c in model._meta.constraints if c.name.endswith(f"_{name}_days"))

    assert_refused_by_the_database(update(row, **days), constraint)
