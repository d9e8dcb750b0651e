"""Where sources disagree: what counts as a disagreement, and what is only history."""

from decimal import Decimal

import pytest

from tests.tracker.domain.test_figures import bounds, figure
from tracker.domain.conflicts import (
    Conflict,
    Total,
    cited_otherwise,
    disagreements,
    disputed,
    latest,
)
from tracker.domain.dates import span
from tracker.domain.figures import UnitMismatch
from tracker.domain.vocabulary import Disagreement

FALLS, WEAKER = Disagreement.FALLS, Disagreement.WEAKER
CONTRADICTS, CITED = Disagreement.CONTRADICTS, Disagreement.CITED


def totals(*statements):
    """Return totals keyed a, b, c of ("2021", "at least 5"), or of that and a unit."""
    return [
        Total(key, bounds(said, *unit), span(stated))
        for key, (stated, said, *unit) in zip("abcdef", statements, strict=False)
    ]


def keys(found):
    return "".join(sorted(total.key for total in found))


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ""),
        (["2021"], "a"),
        (["2021", "2022"], "b"),
        (["2022", "2021"], "a"),
        (["2021-05-17", "2021-05-17"], "ab"),
        (["2021-05-17", "2021-05"], "ab"),  # they overlap: which came first is not known
        (["2021", "2021-12-31", "2021-01"], "ab"),
        (["2020/2022", "2021", "2022"], "ac"),
        (["2021-05-31", "2021-06-01"], "b"),
    ],
)
def test_the_latest_totals_are_those_that_none_surely_comes_after(dates, expected):
    assert keys(latest(totals(*((day, "1") for day in dates)))) == expected


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        # one statement, or statements that grow
        ([("2020", "6")], []),
        ([("2020", "6"), ("2021", "6")], []),
        ([("2020", "6"), ("2021", "7")], []),
        ([("2020", "6"), ("2021", "more than 6")], []),
        ([("2020", "up to 6"), ("2021", "5")], []),
        ([("2020", "0"), ("2021", "up to 6")], []),
        # a total that falls
        ([("2020", "7"), ("2021", "6")], [(FALLS, "a", "b")]),
        ([("2020", "at least 7"), ("2021", "6")], [(FALLS, "a", "b")]),
        ([("2020", "more than 6"), ("2021", "6")], [(FALLS, "a", "b")]),
        ([("2020", "6"), ("2021", "less than 6")], [(FALLS, "a", "b")]),
        ([("2020", "7"), ("2021", "0")], [(FALLS, "a", "b")]),
        ([("2020", "7"), ("2021", "7"), ("2022", "6")], [(FALLS, "a", "c"), (FALLS, "b", "c")]),
        # a later statement that claims less, and may yet be true
        ([("2020", "more than 11"), ("2021", "more than 9.8")], [(WEAKER, "a", "b")]),
        ([("2020", "7"), ("2021", "at least 6")], [(WEAKER, "a", "b")]),
        ([("2020", "more than 6"), ("2021", "at least 6")], [(WEAKER, "a", "b")]),
        ([("2020", "7"), ("2021", "about 6")], [(WEAKER, "a", "b")]),
        ([("2020", "about 7"), ("2021", "6")], [(WEAKER, "a", "b")]),
        ([("2020", "6"), ("2021", "up to 8")], [(WEAKER, "a", "b")]),
        ([("2020", "6"), ("2021", "about 6")], []),
        # totals of one time
        ([("2021", "6"), ("2021", "7")], [(CONTRADICTS, "a", "b")]),
        ([("2021", "7"), ("2021", "6")], [(CONTRADICTS, "b", "a")]),
        ([("2021", "at least 7"), ("2021-05", "up to 6")], [(CONTRADICTS, "b", "a")]),
        ([("2021", "6"), ("2021", "at least 5")], []),
        ([("2021", "6"), ("2021", "about 7")], []),
        ([("2021", "5"), ("2021", "6"), ("2021", "7")], [(CONTRADICTS, "a", "c")]),
        ([("2021", "5"), ("2021", "7"), ("2021", "about 8")], [(CONTRADICTS, "a", "b")]),
        # a disagreement that a later, larger total has overtaken is history
        ([("2020", "7"), ("2021", "6"), ("2022", "8")], []),
        ([("2020", "6"), ("2020", "7"), ("2022", "8")], []),
        ([("2020", "7"), ("2021", "6"), ("2022", "7")], []),
        # what fits together is compared with the past as one
        ([("2020", "6"), ("2021", "7"), ("2021", "at least 5")], []),
        ([("2020", "8"), ("2021", "at least 5"), ("2021", "7")], [(FALLS, "a", "c")]),
        ([("2020", "10"), ("2021", "at least 3"), ("2021", "about 20")], []),
        # a contradiction and the past: the weakest is compared
        (
            [("2020", "6"), ("2021", "5"), ("2021", "7")],
            [(CONTRADICTS, "b", "c"), (FALLS, "a", "b")],
        ),
    ],
)
def test_what_counts_as_a_disagreement(statements, expected):
    found = disagreements(totals(*statements))

    assert found == [Conflict(*conflict) for conflict in expected]


def test_nothing_stated_is_no_disagreement():
    assert disagreements([]) == []
    assert disputed([]) == []


@pytest.mark.parametrize(
    "statements",
    [
        [("2021", "5", "PEN"), ("2021", "5", "USD")],
        [("2020", "5", "PEN"), ("2021", "5", "USD")],
        [("2021", "5", "USD"), ("2021", "at least 4", "PEN"), ("2021", "6", "USD")],
    ],
)
def test_totals_in_two_currencies_are_refused(statements):
    with pytest.raises(UnitMismatch, match=r"^\w{3} and \w{3} cannot be added or compared$"):
        disagreements(totals(*statements))


@pytest.mark.parametrize(
    ("statements", "standing"),
    [
        ([("2020", "6"), ("2021", "7")], "b"),
        ([("2020", "7"), ("2021", "6")], "b"),  # seven may have become six: the later stands
        ([("2020", "more than 11"), ("2021", "more than 9.8")], "ab"),
        ([("2021", "6"), ("2021", "7")], "ab"),
        ([("2019", "5"), ("2020", "more than 11"), ("2021", "more than 9.8")], "bc"),
        ([("2019", "12"), ("2020", "more than 8"), ("2021", "up to 10")], "bc"),
    ],
)
def test_the_true_total_may_lie_between_those_that_stand(statements, standing):
    assert keys(disputed(totals(*statements))) == standing


@pytest.mark.parametrize(
    ("cited", "differs"),
    [
        ([], False),
        (["6"], False),
        (["6.00"], False),
        (["7"], True),
        (["at least 6"], True),
        (["6", "7"], True),
        ([""], False),
    ],
)
def test_a_citation_disagrees_if_it_states_another_figure(cited, differs):
    found = cited_otherwise("shelters-2023", figure("6"), map(figure, cited))

    expected = [Conflict(CITED, "shelters-2023", "shelters-2023")]
    assert found == (expected if differs else [])


def test_a_sources_own_conversion_is_not_compared():
    soles, dollars = figure("at least 8000000", "PEN"), figure("about 2400000", "USD")

    assert cited_otherwise("pe-1a", soles, [dollars]) == []


def test_a_citation_with_a_number_disagrees_with_a_record_without():
    unstated = figure("", "PEN")

    assert cited_otherwise("pe-1a", unstated, [figure("8000000", "PEN")]) != []


def test_a_decimal_is_compared_by_value_not_by_its_zeros():
    assert Decimal("7.20") == Decimal("7.2")
    assert disagreements(totals(("2020", "7.20"), ("2021", "7.2"))) == []
