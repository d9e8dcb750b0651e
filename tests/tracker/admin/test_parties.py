"""Implementing partners have an entry of their own; they come from the awards."""

import pytest

from tests import builders
from tests.tracker.admin.conftest import messages
from tracker.models import ImplementingPartner, Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return builders.make_recipient(party=builders.make_party(name_en="CHS Alternativo")).party


def test_the_list_holds_those_who_work_under_an_award(desk, page, partner):
    builders.make_party()

    rows = desk.get(page(ImplementingPartner, "changelist")).context["cl"].result_list

    assert [(row.pk, row.awarded) for row in rows] == [(partner.pk, 1)]


def test_nobody_becomes_a_partner_without_an_award_and_the_list_says_so(desk, page, partner):
    shown = desk.get(page(ImplementingPartner, "changelist")).content.decode()

    assert desk.get(page(ImplementingPartner, "add")).status_code == 403
    assert "entered as a recipient on the page of an award" in shown


def test_a_partner_shows_its_awards(desk, page, partner):
    shown = desk.get(page(ImplementingPartner, "change", partner.pk)).content.decode()

    assert "Award 1" in shown


def test_a_partner_keeps_the_rules_of_a_party(page, submit, partner):
    answer = submit(page(ImplementingPartner, "change", partner.pk), parent=partner.pk)

    assert messages(answer) == [("__all__", "A party cannot be part of itself.")]


def test_a_source_lists_what_it_is_cited_for(desk, page, partner):
    citation = builders.make_citation(party=partner)

    shown = desk.get(page(Source, "change", citation.source_id)).content.decode()

    assert "party: CHS Alternativo" in shown
