"""Implementing partners are the parties that carry out work under an award."""

import pytest

from tests.builders import make_activity, make_award, make_party, make_recipient
from tests.snapshots import today
from tracker.models import ImplementingPartner, Party

pytestmark = pytest.mark.django_db


def slugs(partners):
    return sorted(partner.slug for partner in partners)


def test_partners_are_the_parties_with_awards_each_listed_once():
    ilo, chs = make_party(slug="ilo"), make_party(slug="chs")
    make_party(slug="without-award")
    make_activity(party=make_party(slug="active-only"))
    for award in (make_award(), make_award()):
        make_recipient(award=award, party=ilo)
        make_recipient(award=award, party=chs, role="sub", under=ilo)

    assert slugs(ImplementingPartner.objects.all()) == ["chs", "ilo"]
    assert ImplementingPartner.objects.count() == 2
    assert slugs(today().of(ImplementingPartner)) == ["chs", "ilo"]


@pytest.mark.parametrize(
    "held_back",
    [
        lambda recipient: recipient,
        lambda recipient: recipient.award,
        lambda recipient: recipient.party,
    ],
    ids=["receipt", "award", "party"],
)
def test_a_partner_is_public_only_through_a_public_award(held_back):
    recipient = make_recipient()
    row = held_back(recipient)
    row.status = "draft"
    row.save()

    assert list(today().of(ImplementingPartner)) == []
    assert slugs(ImplementingPartner.objects.all()) == [recipient.party.slug]


def test_a_partner_is_the_same_row_as_its_party():
    partner = ImplementingPartner.objects.get(pk=make_recipient().party_id)

    assert Party.objects.get(slug=partner.slug).pk == partner.pk


def test_a_party_known_by_an_acronym_shows_it():
    assert str(make_party(name_en="International Labour Organization", acronym="ILO")) == (
        "International Labour Organization (ILO)"
    )
    assert str(make_party(name_en="Peru")) == "Peru"
