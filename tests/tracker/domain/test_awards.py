"""What awards come to: each once, and never more exactly than they are stated."""

import pytest

from tests.tracker.domain.test_figures import bounds, figure
from tracker.domain.figures import UnitMismatch
from tracker.domain.progress import total_awarded


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([], None),
        ([""], None),
        (["0"], "0"),
        (["5000000"], "5000000"),
        (["5000000", "1700000"], "6700000"),  # joint awards come once, whoever shares them
        (["5000000", ""], "at least 5000000"),
        (["", "more than 5000000"], "more than 5000000"),
        (["up to 5000000", ""], "at least 0"),
        (["at least 5000000", "1700000"], "at least 6700000"),
    ],
)
def test_awards_are_added_and_one_of_unknown_amount_opens_the_end(amounts, expected):
    total = total_awarded([figure(amount, "USD") for amount in amounts])

    assert total == (expected and bounds(expected, "USD"))


def test_awards_in_two_currencies_are_refused():
    with pytest.raises(UnitMismatch, match=r"^USD and PEN cannot be added or compared$"):
        total_awarded([figure("5", "USD"), figure("8", "PEN")])
