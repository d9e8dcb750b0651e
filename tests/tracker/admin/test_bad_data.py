"""What cannot be saved is said in words a person can act on, and nothing is half saved."""

import pytest
from django.db import IntegrityError

from tests import builders
from tests.tracker.admin.conftest import messages
from tracker import models
from tracker.models.base import FEW_PROTECTED

pytestmark = pytest.mark.django_db


@pytest.fixture
def commitment():
    return builders.make_commitment()


@pytest.mark.parametrize(
    ("entered", "message"),
    [
        ({"value": "6"}, "A number needs its unit: a currency or what is counted."),
        ({"value": "-6", "unit": "shelters"}, "A number cannot be negative."),
        ({"qualifier": "at least"}, "“At least”, “about” and the like need a number."),
        (
            {"counts": ""},
            "Say why it does not count; a report that counts needs no reason.",
        ),
        (
            {"commitment": ""},
            "Choose a commitment, or an objective if nobody had pledged it: one of the two.",
        ),
    ],
)
def test_a_report_that_cannot_be_is_refused_at_the_top(page, submit, entered, message):
    builders.make_unit("shelters")
    report = builders.make_delivery()

    answer = submit(page(models.Delivery, "change", report.pk), **entered)

    assert messages(answer) == [("__all__", message)]


@pytest.mark.parametrize(
    ("entered", "message"),
    [
        ({"stated_on": "June 2017"}, "“June 2017” is not a date: write 2017-06-15"),
        ({"stated_on": "2021-02-30"}, "“2021-02-30” "),
        ({"stated_on": "2021-06/2021-05"}, "“2021-06/2021-05” ends before it begins"),
        ({"stage": "invested", "unit": "shelters"}, "Only money has a stage."),
        ({"unit": "PEN"}, "Say what had happened to the money."),
        ({"statement_en": ""}, "This field is required."),
        (
            {"value": "S/ 8"},
            "Write the number alone, as 8000000 or 1234.50: no currency, no words.",
        ),
    ],
)
def test_a_bad_entry_is_refused_where_it_stands(page, submit, entered, message):
    builders.make_unit("shelters")
    builders.make_unit("PEN")
    report = builders.make_delivery()

    answer = submit(page(models.Delivery, "change", report.pk), **entered)

    ((name, said),) = messages(answer)
    assert said.startswith(message)
    assert name in entered or name == "stage"


@pytest.mark.parametrize(("status", "is_refused"), [("published", True), ("draft", False)])
def test_few_people_protected_are_not_published_by_a_form(page, submit, status, is_refused):
    report = builders.make_delivery(value=30, unit="children", status="draft")

    answer = submit(page(models.Delivery, "change", report.pk), value="3", status=status)

    assert answer.status_code == (200 if is_refused else 302)
    assert not is_refused or messages(answer) == [("value", FEW_PROTECTED)]


def test_nor_within_the_page_of_another_record(page, submit, commitment):
    unit = builders.make_unit("children")
    entered = {"slug": "few", "qualifier": "less than", "value": "9", "unit": unit.pk}

    answer = submit(
        page(models.Commitment, "change", commitment.pk),
        {"pledges": [{**entered, "status": "published"}]},
    )

    assert messages(answer) == [("value", FEW_PROTECTED)]


def test_a_changed_date_is_checked_as_it_is_now_and_not_as_it_was(page, submit):
    award = builders.make_award(starts_on="2017", ends_on="2020")

    answer = submit(page(models.Award, "change", award.pk), starts_on="2021", ends_on="2022")

    assert answer.status_code == 302
    award.refresh_from_db()
    assert str(award.ends_on_latest) == "2022-12-31"


def test_an_award_that_ends_before_it_starts_is_refused(page, submit):
    award = builders.make_award(starts_on="2017", ends_on="2020")

    answer = submit(page(models.Award, "change", award.pk), starts_on="2021")

    assert messages(answer) == [("__all__", "An award cannot end before it starts.")]


def test_a_slug_is_used_once(page, submit):
    builders.make_region(code="PE-CUS")

    answer = submit(page(models.Region, "add"), code="PE-CUS", name_en="Cusco")

    assert messages(answer) == [("code", "Region with this Code already exists.")]


def test_a_number_of_an_objective_is_used_once(page, submit):
    objective = builders.make_objective()

    answer = submit(
        page(models.Objective, "add"),
        slug="again",
        partnership=objective.partnership_id,
        number=objective.number,
        title_en="Again",
        statement_en="Again",
    )

    assert messages(answer) == [("__all__", "This partnership has an objective of this number.")]


def test_a_phrase_has_at_most_twelve_words(page, submit, commitment):
    source = builders.make_source()
    row = {"source": source.pk, "qualifier": "exactly", "status": "published"}

    answer = submit(
        page(models.Commitment, "change", commitment.pk),
        {"citations": [{**row, "phrase": "one " * 13}]},
    )

    assert messages(answer) == [
        ("phrase", "A phrase of evidence has at most 12 words; this has 13.")
    ]


@pytest.mark.parametrize("targets", [(), ("commitment", "party")])
def test_a_citation_is_for_one_record(page, submit, commitment, targets):
    records = {"commitment": commitment.pk, "party": commitment.made_by_id}

    answer = submit(
        page(models.Citation, "add"),
        source=builders.make_source().pk,
        phrase="eight million",
        **{name: records[name] for name in targets},
    )

    assert messages(answer) == [("__all__", "A citation is for exactly one record.")]


def new_pledge(slug, **fields):
    return {"slug": slug, "qualifier": "exactly", "status": "published", **fields}


TWO_FIRST = (
    "A commitment has one first pledge. Keep one, and let the other replace it or enter it under "
    "another commitment."
)


def test_two_first_pledges_are_refused_before_the_database_has_to(page, submit, commitment):
    answer = submit(
        page(models.Commitment, "change", commitment.pk),
        {"pledges": [new_pledge("a"), new_pledge("b")]},
    )

    assert messages(answer) == [TWO_FIRST]
    assert models.Pledge.objects.count() == 0


def test_two_first_pledges_of_a_new_commitment_are_refused_too(page, submit):
    partnership = builders.make_partnership()

    answer = submit(
        page(models.Commitment, "add"),
        {"pledges": [new_pledge("a"), new_pledge("b")]},
        code="PE-9",
        partnership=partnership.pk,
        title_en="Title",
        statement_en="Statement",
        made_by=partnership.partner_id,
    )

    assert messages(answer) == [TWO_FIRST]
    assert models.Commitment.objects.count() == 0


def test_a_second_first_pledge_is_told_what_to_do(page, submit):
    first = builders.make_pledge()

    answer = submit(
        page(models.Commitment, "change", first.commitment_id), {"pledges": [new_pledge("b")]}
    )

    assert messages(answer) == [TWO_FIRST]


def test_a_second_first_pledge_on_a_page_of_its_own_is_told_too(page, submit):
    first = builders.make_pledge()

    answer = submit(page(models.Pledge, "add"), slug="b", commitment=first.commitment_id)

    assert messages(answer) == [
        (
            "__all__",
            "This commitment has its pledge: replace that one, or enter another commitment.",
        )
    ]


def test_a_pledge_is_replaced_once(page, submit):
    first = builders.make_pledge()
    builders.make_replacement(first)

    answer = submit(
        page(models.Pledge, "add"),
        slug="third",
        commitment=first.commitment_id,
        replaces=first.pk,
        change="agreed change",
        reason_en="Agreed",
    )

    assert messages(answer) == [
        ("replaces", "Another pledge replaces that one: choose the last of the chain.")
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("agreed change", "It ended the promise: a new promise is another commitment."),
        ("correction", None),  # of our record: the promise was not ended after all
    ],
)
def test_an_ended_promise_is_not_replaced(page, submit, change, message):
    ended = builders.make_replacement(builders.make_pledge(), change="ended")

    answer = submit(
        page(models.Commitment, "change", ended.commitment_id),
        {"pledges": [new_pledge("c", replaces=ended.pk, change=change, reason_en="Why")]},
    )

    assert answer.status_code == (200 if message else 302)
    assert message is None or messages(answer) == [("replaces", message)]


def test_a_chain_of_pledges_does_not_turn_back(page, submit):
    first = builders.make_pledge()
    second = builders.make_replacement(first)

    answer = submit(
        page(models.Pledge, "change", first.pk),
        replaces=second.pk,
        change="agreed change",
        reason_en="Agreed",
    )

    assert messages(answer) == [("replaces", "It comes after this one, not before it.")]


def test_a_replacement_says_why(page, submit):
    first = builders.make_pledge()

    answer = submit(
        page(models.Commitment, "change", first.commitment_id),
        {"pledges": [new_pledge("b", replaces=first.pk)]},
    )

    assert messages(answer) == [
        (
            "__all__",
            "A pledge that replaces another needs the kind of change and the reason; a first "
            "pledge has neither.",
        )
    ]


@pytest.mark.parametrize(
    ("whole", "prefix", "row"),
    [
        (
            builders.make_partnership,
            "objectives",
            lambda n: {"slug": f"o-{n}", "number": 1, "title_en": "A", "statement_en": "B"},
        ),
        (
            builders.make_award,
            "recipients",
            lambda n: {"party": models.Party.objects.first().pk, "role": "prime"},
        ),
        (
            builders.make_dialogue,
            "participants",
            lambda n: {"party": models.Party.objects.first().pk, "part": "took part"},
        ),
        (
            builders.make_commitment,
            "pledges",
            lambda n: new_pledge("same"),
        ),
    ],
)
def test_the_same_entered_twice_at_once_is_refused(page, submit, whole, prefix, row):
    record = whole()
    rows = [{"status": "published", "qualifier": "exactly", **row(n)} for n in (1, 2)]

    answer = submit(page(type(record), "change", record.pk), {prefix: rows})

    assert any("duplicate" in str(said) for said in messages(answer))
    assert getattr(record, prefix).count() == 0


def test_what_only_the_database_refuses_comes_back_with_the_reason(
    page, submit, commitment, monkeypatch
):
    def refuse(*arguments, **options):
        raise IntegrityError

    monkeypatch.setattr(models.Commitment, "save", refuse)

    answer = submit(page(models.Commitment, "change", commitment.pk), title_en="Kept on the page")

    ((name, said),) = messages(answer)
    assert (name, said.partition(":")[0]) == ("__all__", "Not saved")
    assert 'value="Kept on the page"' in answer.content.decode()


def test_what_others_need_is_not_deleted_and_the_page_says_what_they_are(desk, page, commitment):
    answer = desk.post(page(models.Party, "delete", commitment.made_by_id), {"post": "yes"})

    assert answer.status_code == 200
    assert "PE-1 Commitment 1" in answer.content.decode()
    assert models.Party.objects.filter(pk=commitment.made_by_id).exists()
