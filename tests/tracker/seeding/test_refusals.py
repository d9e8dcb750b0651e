"""What only the database knows of a row is said in words that lead to its key."""

import pytest

from tracker.models import Region
from tracker.seeding.drafts import Draft
from tracker.seeding.entries import Entry
from tracker.seeding.refusals import put, reasons

pytestmark = pytest.mark.django_db


def draft(**values):
    entry = Entry("region", "all.toml", 'all.toml: region "x"', "x", dict(values), [])
    made = Draft(entry)
    made.row = Region(**values)
    return made


def refused(*drafts):
    """Return what is said of the rows that the database refuses."""
    return [
        (one.row.code, *reason)
        for one, refusal in put(list(drafts), Region.objects.bulk_create)
        for reason in reasons(one, refusal, ask_for_all=True)
    ]


def test_a_value_that_must_not_be_absent_is_missing():
    assert refused(draft(code="A", name_en=None)) == [("A", "is missing", ["name_en"])]


def test_a_value_that_another_row_has_is_named_and_the_rest_is_written():
    rows = [draft(code=code, name_en="X") for code in ("A", "B", "A", "C")]

    assert refused(*rows) == [("A", "only one record can have this value", ["code"])]
    assert sorted(Region.objects.values_list("code", flat=True)) == ["A", "B", "C"]


def test_nothing_at_all_is_written_without_a_question(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert refused() == []
