"""The list of commitments says how each stands; judgements are signed."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone, translation

from tests import builders
from tracker.models import Commitment, Judgement

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(monkeypatch):
    day = date(2026, 11, 21)
    monkeypatch.setattr(timezone, "localdate", lambda: day)
    return day


@pytest.fixture
def soles(today):
    """At least eight million soles, of which no source says how much was given."""
    row = builders.make_commitment(code="PE-1")
    builders.make_pledge(
        commitment=row, value=8000000, unit="PEN", qualifier="at least", due_on="2021-06"
    )
    builders.make_delivery(commitment=row, stated_on="2022-11~")
    return row


@pytest.fixture
def dollars(today):
    """Five million planned; later statements claim less than earlier ones."""
    row = builders.make_commitment(code="US-PE-1")
    builders.make_pledge(commitment=row, value=5000000, unit="USD", stage="planned")
    for day, value in (("2022-11~", 11000000), ("2023-11-29", 10000000)):
        builders.make_delivery(
            commitment=row,
            value=value,
            unit="USD",
            qualifier="more than",
            stage="invested",
            stated_on=day,
        )
    return row


@pytest.fixture
def draft(today):
    """What an editor is about to publish: it stands as it will once it is."""
    row = builders.make_commitment(code="PE-9", status="draft")
    builders.make_pledge(commitment=row, value=6, unit="shelters")
    builders.make_delivery(commitment=row, value=0, unit="shelters")
    return row


def said(answer, code):
    """Return what the list says of one commitment."""
    found = answer.context["cl"]
    row = next(row for row in found.result_list if row.code == code)
    columns = ("pledged", "state", "delivered", "disagree")
    return [str(getattr(found.model_admin, name)(row)) for name in columns]


def codes(answer):
    return [row.code for row in answer.context["cl"].result_list]


def test_the_list_says_how_each_commitment_stands(desk, page, soles, dollars, draft):
    answer = desk.get(page(Commitment, "changelist"))

    assert said(answer, "PE-1") == [
        "at least 8,000,000\u00a0PEN",
        "Amount not reported",
        "No figure reported",
        "No",
    ]
    assert said(answer, "US-PE-1") == [
        "5,000,000\u00a0USD",
        "Delivered",
        "from “more than 10,000,000\u00a0USD” to “more than 11,000,000\u00a0USD”",
        "Yes",
    ]
    assert said(answer, "PE-9") == [
        "6\u00a0shelters",
        "Under way",
        "0\u00a0shelters",
        "No",
    ]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("state=delivered", ["US-PE-1"]),
        ("state=amount-not-reported", ["PE-1"]),
        ("state=short", []),
        ("disagree=yes", ["US-PE-1"]),
        ("disagree=no", ["PE-1", "PE-9"]),
        ("status__exact=draft", ["PE-9"]),
        ("spanish=missing", []),
        ("spanish=complete", ["PE-1", "PE-9", "US-PE-1"]),
        ("made_on__isempty=1", []),
        ("q=PE-9", ["PE-9"]),
    ],
)
def test_the_list_is_narrowed(desk, page, soles, dollars, draft, choice, expected):
    assert codes(desk.get(f"{page(Commitment, 'changelist')}?{choice}")) == expected


def test_a_missing_translation_is_found(desk, page, soles, dollars):
    Commitment.objects.filter(code="PE-1").update(title_es="")

    assert codes(desk.get(f"{page(Commitment, 'changelist')}?spanish=missing")) == ["PE-1"]
    assert codes(desk.get(f"{page(Commitment, 'changelist')}?spanish=complete")) == ["US-PE-1"]


def test_a_commitment_without_a_pledge_says_so(desk, page):
    builders.make_commitment(code="PE-1")

    answer = desk.get(page(Commitment, "changelist"))

    assert said(answer, "PE-1") == [
        "No pledge entered",
        "No report found",
        "No figure reported",
        "No",
    ]


def test_the_page_of_a_commitment_says_how_it_stands(desk, page, dollars):
    shown = desk.get(page(Commitment, "change", dollars.pk)).content.decode()

    assert "Status today" in shown
    assert "from “more than 10,000,000\u00a0USD”" in shown


def test_the_list_speaks_the_language_of_the_editor(desk, page, soles):
    with translation.override("es"):
        answer = desk.get(page(Commitment, "changelist"), headers={"accept-language": "es"})

    assert "Compromiso 1" in answer.content.decode()


@pytest.fixture
def judge(page, submit, today):
    """Return a function that enters a judgement on the page of a commitment."""

    def enter(commitment, **fields):
        row = {"verdict": "kept", "judged_on": "2026-11-21", "reason_en": "It was."}
        address = page(Commitment, "change", commitment.pk)
        return submit(address, {"judgements": [{"status": "published", **row, **fields}]})

    return enter


def test_a_judgement_is_signed_by_who_enters_it(editor, judge, soles):
    judge(soles)

    assert Judgement.objects.get().judged_by == editor


def test_a_new_judgement_is_of_today_unless_told_otherwise(desk, page, today):
    form = desk.get(page(Judgement, "add")).context["adminform"].form

    assert form["judged_on"].value() == today


@pytest.mark.parametrize(
    ("changed", "signed"),
    [
        ({"verdict": "not kept"}, "rosa"),
        ({"reason_en": "Another reason"}, "rosa"),
        ({"reason_es": "Una traducción"}, "editor"),  # a translator does not judge
    ],
)
def test_who_changes_a_judgement_has_judged(page, submit, changed, signed):
    row = builders.make_judgement()

    submit(page(Judgement, "change", row.pk), **changed)

    row.refresh_from_db()
    assert row.judged_by == get_user_model().objects.get(username=signed)
