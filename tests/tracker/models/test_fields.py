"""Dates as stated: the days they can mean are kept beside them, always."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests.builders import make_commitment, make_pledge, make_source
from tests.tracker.models.rows import make, stated_dates
from tracker.models import Source

pytestmark = pytest.mark.django_db

OCTOBER = (date(2017, 10, 1), date(2017, 10, 31))


def days(row, name):
    return getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest")


DATES = stated_dates()


@pytest.mark.parametrize(("model", "name"), DATES, ids=[f"{m.__name__}.{n}" for m, n in DATES])
def test_saving_fills_both_days_and_empties_them(model, name):
    row = make(model)
    setattr(row, name, "2017-10")
    row.save()

    row.refresh_from_db()
    assert days(row, name) == OCTOBER

    setattr(row, name, "")
    row.save()

    row.refresh_from_db()
    assert days(row, name) == (None, None)


def test_rows_made_in_bulk_have_their_days():
    common = {"publisher_en": "x", "title": "x", "reliability": "ngo", "seen": "whole"}

    Source.objects.bulk_create(
        [
            Source(slug="dated", published_on="2017-10", **common),
            Source(slug="undated", **common),
        ]
    )

    assert days(Source.objects.get(slug="dated"), "published_on") == OCTOBER
    assert days(Source.objects.get(slug="undated"), "published_on") == (None, None)


def test_days_are_filled_before_a_row_is_checked():
    commitment = make_commitment(made_on="2016")
    commitment.made_on = "2017-10"

    commitment.full_clean()

    assert days(commitment, "made_on") == OCTOBER


def test_a_date_that_does_not_exist_is_refused_in_words():
    source = make_source()
    source.published_on = "2021-02-29"

    with pytest.raises(ValidationError) as refusal:
        source.full_clean()

    assert refusal.value.message_dict == {
        "published_on": ["“2021-02-29” names a day that does not exist"]
    }


@pytest.mark.parametrize("value", ["9999999999999.99", "0.01", "1234567890123.45"])
def test_the_largest_figures_are_kept_to_the_cent(value):
    pledge = make_pledge(value=value, unit="PEN")

    pledge.refresh_from_db()

    assert pledge.value == Decimal(value)


def test_a_figure_that_a_database_would_round_is_refused():
    pledge = make_pledge(unit="PEN", value="1")
    pledge.value = Decimal("99999999999999.99")

    with pytest.raises(ValidationError, match="no more than 15 digits"):
        pledge.full_clean()
