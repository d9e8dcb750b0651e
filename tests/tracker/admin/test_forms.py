"""Numbers are read as people write them, or refused with the way to write them."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests import builders
from tracker.admin.forms import AmountField
from tracker.models import Delivery

HOW_TO_WRITE = "Write the number alone, as 8000000 or 1234.50: no currency, no words."


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8000000", Decimal(8000000)),
        ("8,000,000", Decimal(8000000)),
        ("8 000 000", Decimal(8000000)),
        ("8\u00a0000\u00a0000", Decimal(8000000)),
        ("8\u202f000\u202f000", Decimal(8000000)),
        ("598,400.50", Decimal("598400.50")),
        (" 12 ", Decimal(12)),
        ("\u200b12\u00a0", Decimal(12)),
        ("0", Decimal(0)),  # a number
        ("", None),  # not stated
        ("  ", None),
    ],
)
def test_a_number_is_read_as_it_is_written(written, read):
    assert AmountField(required=False, decimal_places=2).clean(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "S/ 8",
        "8 million",
        "eight",
        "8.000.000",
        "8.000",  # eight thousand to one reader, eight to another
        "8,5",
        "8,00",
        "8,000 000",
        "1e6",
        "NaN",
        "١٢",
        "8_000",
    ],
)
def test_what_can_mean_two_things_is_refused_with_the_way_to_write_it(written):
    with pytest.raises(ValidationError) as refused:
        AmountField(required=False, decimal_places=2).clean(written)

    assert refused.value.messages == [HOW_TO_WRITE]


def test_what_cannot_be_seen_within_a_number_is_named():
    with pytest.raises(ValidationError, match=r"U\+200B ZERO WIDTH SPACE at character 2 "):
        AmountField().clean("8\u200b000")


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        (Decimal("8000000.00"), "8000000"),
        (Decimal("598400.50"), Decimal("598400.50")),
        (Decimal("0.00"), "0"),
        (Decimal("1E+3"), "1000"),
        (None, None),
    ],
)
def test_a_stored_number_is_shown_without_idle_zeros(stored, shown):
    assert AmountField().prepare_value(stored) == shown


@pytest.mark.django_db
@pytest.mark.parametrize("value", [None, 0, 6, "598400.50"])
def test_a_page_saved_unchanged_keeps_zero_and_not_stated_apart(page, submit, value):
    report = builders.make_delivery(value=value, unit="shelters")

    submit(page(Delivery, "change", report.pk), statement_en="Changed")

    report.refresh_from_db()
    assert report.statement_en == "Changed"
    assert report.value == (None if value is None else Decimal(value))
