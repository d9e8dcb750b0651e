"""What editors are told where the database alone could not know."""

import pytest
from django.core.exceptions import ValidationError

from tests import builders as b
from tests.tracker.models.rows import STATED, make
from tracker.models.base import FEW_PROTECTED
from tracker.models.sources import TARGETS

pytestmark = pytest.mark.django_db


def errors(row, **fields):
    """Return what full_clean says of `row` with `fields` changed, by field."""
    for name, value in fields.items():
        setattr(row, name, value)
    try:
        row.full_clean()
    except ValidationError as refusal:
        return refusal.message_dict
    return {}


def test_an_award_is_money():
    award = b.make_award(value=5000000, unit="USD")

    assert errors(award) == {}
    assert errors(award, unit=b.make_unit("shelters")) == {
        "unit": ["An award is money: choose a currency."]
    }


def test_the_objective_of_a_commitment_is_of_its_partnership():
    commitment = b.make_commitment()
    own, foreign = b.make_objective(), b.make_objective(partnership=b.make_partnership())

    assert errors(commitment, objective=own) == {}
    assert errors(commitment, objective=foreign) == {
        "objective": ["This objective belongs to another partnership."]
    }


@pytest.mark.parametrize("code", ["PE-1", "US-PE-12", "B-PE-3", "GH-1", "US-GH-1"])
def test_codes_of_commitments(code):
    assert errors(b.make_commitment(), code=code) == {}


@pytest.mark.parametrize("code", ["pe-1", "PE1", "PE-0", "PE-01", "PE-", "PE-1 2", "US-PE-GH-1"])
def test_other_codes_are_refused(code):
    assert errors(b.make_commitment(), code=code) == {
        "code": ["Write capitals and a number, as PE-1 or US-PE-1."]
    }


def test_a_pledge_replaces_one_of_its_own_commitment():
    first = b.make_pledge(commitment=b.make_commitment())
    replacement = b.make_replacement(first)
    foreign = b.make_pledge(commitment=b.make_commitment())

    assert errors(replacement) == {}
    assert errors(replacement, replaces=foreign) == {
        "replaces": ["It belongs to another commitment."]
    }


def test_a_pledge_is_replaced_once():
    first = b.make_pledge()
    second = b.make_replacement(first)
    third = b.make_replacement(second)

    assert errors(third, replaces=first) == {
        "replaces": ["Pledge with this Replaces already exists."]
    }


@pytest.mark.parametrize("make", [b.make_pledge, b.make_delivery])
def test_only_money_has_a_stage(make):
    money = make(value=5, unit="USD", stage="pledged")

    assert errors(money) == {}
    assert errors(money, unit=b.make_unit("shelters")) == {"stage": ["Only money has a stage."]}


def test_a_report_of_money_says_what_had_happened_to_it():
    delivery = b.make_delivery(value=5, unit="USD", stage="invested")

    assert errors(delivery, stage="") == {"stage": ["Say what had happened to the money."]}


@pytest.mark.parametrize(
    ("change", "is_ended"),
    [("agreed change", False), ("correction", False), ("ended", True), ("released", True)],
)
def test_a_pledge_is_ended_by_its_promisor_or_released(change, is_ended):
    first = b.make_pledge()

    assert b.make_replacement(first, change=change).is_ended is is_ended
    assert first.is_ended is False


@pytest.mark.parametrize("code", ["USD", "PEN", "EUR", "XOF"])
def test_money_is_named_by_its_iso_4217_code(code):
    unit = b.make_unit("USD")

    assert errors(unit, code=code) == {}


@pytest.mark.parametrize("code", ["sol", "soles", "usd", "XYZ"])
def test_other_names_of_money_are_refused(code):
    unit = b.make_unit("USD")

    assert errors(unit, code=code) == {"code": [f"“{code}” is not an ISO 4217 code."]}


def test_what_is_counted_may_have_any_name():
    assert errors(b.make_unit("shelters"), code="police stations") == {}


def test_a_unit_after_one_and_after_many():
    unit = b.make_unit("shelters")

    assert (unit.words(is_one=True).en, unit.words().en) == ("shelter", "shelters")
    assert (unit.words(is_one=True).es, unit.words().es) == ("albergue", "albergues")


TWELVE = "one two three four five six seven eight nine ten eleven twelve"


def test_a_phrase_has_at_most_twelve_words():
    citation = b.make_citation()

    assert errors(citation, phrase=TWELVE) == {}
    assert errors(citation, phrase=f"  {TWELVE.replace(' ', '  ')}\n") == {}
    assert errors(citation, phrase=f"{TWELVE} thirteen") == {
        "phrase": ["A phrase of evidence has at most 12 words; this has 13."]
    }


@pytest.mark.parametrize("target", TARGETS)
def test_a_citation_knows_the_record_it_is_for(target):
    row = getattr(b, f"make_{target}")()

    citation = b.make_citation(**{target: row})

    citation.full_clean()
    assert citation.target == row
    assert list(row.citations.all()) == [citation]


def test_the_term_of_a_partnership_is_a_figure_that_may_be_missing():
    assert b.make_partnership(term_years=4).term.value == 4
    assert b.make_partnership(term_years=None).term.value is None


@pytest.mark.parametrize("model", STATED, ids=lambda model: model.__name__)
@pytest.mark.parametrize(
    ("value", "unit", "status", "is_refused"),
    [
        ("1", "children", "published", True),
        ("10", "children", "published", True),
        ("10.5", "children", "published", True),  # no number of people, and no way around
        ("3", "children", "draft", False),
        ("3", "children", "withdrawn", False),
        ("0", "children", "published", False),  # a number, and nobody is counted
        ("11", "children", "published", False),
        (None, "children", "published", False),
        ("3", "shelters", "published", False),
        ("3", "USD", "published", False),
    ],
)
def test_few_people_protected_are_never_published(model, value, unit, status, is_refused):
    row = make(model, value=value, unit=unit, status=status)

    assert (errors(row).get("value") == [FEW_PROTECTED]) == is_refused


def test_few_of_other_people_are_published():
    unit = b.make_unit("trainers", counts="other people")

    assert errors(b.make_delivery(value=3, unit=unit)) == {}
