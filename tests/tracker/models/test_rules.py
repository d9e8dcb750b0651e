"""What the database refuses of single models, and what editors are told about it."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.db.models import F

from tests import builders as b
from tests.tracker.models.refusals import (
    assert_refused_by_the_database,
    assert_refused_to_editors,
    changed,
    update,
)
from tests.tracker.models.rows import MODELS, RECORDS

pytestmark = pytest.mark.django_db

# How a row is made, what is accepted, and what is refused.

RULES = {
    "award_ends_after_start": (
        b.make_award,
        lambda: {"starts_on": "2018", "ends_on": "2018-06"},
        lambda: {"starts_on": "2018", "ends_on": "2017"},
    ),
    "recipient_once_per_award": (
        b.make_recipient,
        lambda: {"award": b.make_award(), "party": b.peru()},
        lambda: {
            "award": b.make_recipient(award=b.make_award(), party=b.peru()).award,
            "party": b.peru(),
        },
    ),
    "recipient_prime_is_under_nobody": (
        b.make_recipient,
        lambda: {"role": "sub", "under": b.peru()},
        lambda: {"role": "prime", "under": b.peru()},
    ),
    "commitment_joint_with_other": (
        b.make_commitment,
        lambda: {"made_by": b.peru(), "jointly_with": b.united_states()},
        lambda: {"made_by": b.peru(), "jointly_with": b.peru()},
    ),
    "pledge_one_first": (
        b.make_pledge,
        lambda: {"commitment": b.make_commitment()},
        lambda: {"commitment": b.make_pledge().commitment},
    ),
    "pledge_change_is_explained": (
        lambda **fields: b.make_replacement(b.make_pledge(), **fields),
        lambda: {"change": "correction", "reason_en": "A typing error"},
        lambda: {"change": "correction", "reason_en": ""},
    ),
    "delivery_towards_one_thing": (
        b.make_delivery,
        lambda: {"commitment": None, "objective": b.make_objective()},
        lambda: {"commitment": b.make_commitment(), "objective": b.make_objective()},
    ),
    "delivery_left_out_is_explained": (
        b.make_delivery,
        lambda: {"counts": False, "why_not_en": "An increase over a number nobody states"},
        lambda: {"counts": False, "why_not_en": ""},
    ),
    "dialogue_ordinal_is_annual": (
        b.make_dialogue,
        lambda: {"kind": "annual dialogue", "ordinal": 3},
        lambda: {"kind": "signing", "ordinal": 3},
    ),
    "dialogue_inference_is_explained": (
        b.make_dialogue,
        lambda: {"is_inferred": True, "inference_en": "The photographs", "held_on": "2022-11~"},
        lambda: {"is_inferred": True, "inference_en": "", "held_on": "2022-11~"},
    ),
    "dialogue_ordinal_once": (
        b.make_dialogue,
        lambda: {"partnership": b.make_partnership(), "ordinal": 1},
        lambda: {
            "partnership": b.make_dialogue(partnership=b.make_partnership(), ordinal=1).partnership,
            "ordinal": 1,
        },
    ),
    "participant_once": (
        b.make_participant,
        lambda: {"name": "", "dialogue": b.make_dialogue()},
        lambda: {
            "name": "",
            "dialogue": b.make_participant(dialogue=b.make_dialogue(), name="").dialogue,
        },
    ),
    "participant_has_title": (
        b.make_participant,
        lambda: {"name": "", "title_en": ""},
        lambda: {"name": "Ana Peña", "title_en": ""},
    ),
    "announcement_address_is_request": (
        b.make_announcement,
        lambda: {"kind": "request", "addressed_to": b.peru()},
        lambda: {"kind": "statement", "addressed_to": b.peru()},
    ),
    "partnership_of_two": (
        b.make_partnership,
        lambda: {"funder": b.united_states(), "partner": b.peru()},
        lambda: {"funder": b.peru(), "partner": b.peru()},
    ),
    "partnership_ordinal_has_area": (
        b.make_partnership,
        lambda: {"area_ordinal": 1, "area_en": "the Americas"},
        lambda: {"area_ordinal": 1, "area_en": ""},
    ),
    "extension_years_positive": (
        b.make_extension,
        lambda: {"years": None},
        lambda: {"years": 0},
    ),
    "objective_number_once": (
        b.make_objective,
        lambda: {"partnership": b.make_partnership(), "number": 1},
        lambda: {
            "partnership": b.make_objective(partnership=b.make_partnership(), number=1).partnership,
            "number": 1,
        },
    ),
    "unit_money_is_not_people": (
        b.make_unit,
        lambda: {"code": "USD", "is_money": True, "counts": "not people"},
        lambda: {"code": "USD", "is_money": True, "counts": "people protected"},
    ),
    "citation_for_one_record": (
        b.make_citation,
        lambda: {"commitment": b.make_commitment()},
        lambda: {"commitment": b.make_commitment(), "delivery": b.make_delivery()},
    ),
}
OF_ALL_MODELS = re.compile(
    r"_(status_known|value_has_unit|value_not_negative|qualifier_has_value|\w+_known|\w+_days)$"
)
NAMED = {c.name: (model, c) for model in MODELS for c in model._meta.constraints}
SELF_REFERENCES = {"party_not_its_own_parent", "pledge_not_its_own_successor"}


def test_every_constraint_is_tested():
    single = {name for name in NAMED if not OF_ALL_MODELS.search(name)}

    assert single == RULES.keys() | SELF_REFERENCES | {"judgement_has_reason"}


@pytest.mark.parametrize("name", RULES)
def test_a_row_that_keeps_the_rule_is_accepted(name):
    build, accepted, _ = RULES[name]

    build(**accepted()).full_clean()


@pytest.mark.parametrize("name", RULES)
def test_a_row_that_breaks_the_rule_is_refused_by_the_database(name):
    build, _, refused = RULES[name]
    fields = refused()

    assert_refused_by_the_database(lambda: build(**fields), NAMED[name][1])


@pytest.mark.parametrize("name", RULES)
def test_a_row_that_breaks_the_rule_is_explained_to_editors(name):
    build, accepted, refused = RULES[name]
    row = build(**accepted())

    assert_refused_to_editors(changed(row, **refused()), NAMED[name][1])


@pytest.mark.parametrize(
    ("build", "field", "name"),
    [
        (b.make_party, "parent", "party_not_its_own_parent"),
        (b.make_pledge, "replaces", "pledge_not_its_own_successor"),
    ],
)
def test_nothing_takes_its_own_place(build, field, name):
    row = build()
    explained = {"change": "correction", "reason_en": "x"} if field == "replaces" else {}

    assert_refused_by_the_database(update(row, **{field: F("pk")}, **explained), NAMED[name][1])
    assert_refused_to_editors(changed(row, **{field: row}, **explained), NAMED[name][1])


def test_a_judgement_without_its_reason_is_refused():
    row = b.make_judgement()

    assert_refused_by_the_database(update(row, reason_en=""), NAMED["judgement_has_reason"][1])
    with pytest.raises(ValidationError, match="This field cannot be blank"):
        changed(row, reason_en="").full_clean()


# The other ways to break a rule


@pytest.mark.parametrize(
    ("build", "fields", "name"),
    [
        (b.make_pledge, {"change": "correction"}, "pledge_change_is_explained"),
        (b.make_delivery, {"commitment": None}, "delivery_towards_one_thing"),
        (b.make_delivery, {"why_not_en": "It counts"}, "delivery_left_out_is_explained"),
        (
            b.make_dialogue,
            {"is_inferred": True, "inference_en": "The photographs", "held_on": ""},
            "dialogue_inference_is_explained",
        ),
        (b.make_citation, {"commitment": None}, "citation_for_one_record"),
    ],
)
def test_rules_can_be_broken_in_more_ways_than_one(build, fields, name):
    row = build()

    assert_refused_by_the_database(lambda: build(**fields), NAMED[name][1])
    assert_refused_to_editors(changed(row, **fields), NAMED[name][1])


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_has_a_known_status(model):
    if not model._meta.proxy:
        assert f"{model._meta.model_name}_status_known" in NAMED
