"""A record in which every page has something to show."""

import pytest

from tests import builders


def whole_record(copies):
    """Make one partnership with `copies` of everything that can be listed on a page."""
    region = builders.make_region()
    partner = builders.make_party(slug="ilo", name_en="International Labour Organization")
    shared = builders.make_source(slug="shared")
    for _copy in range(copies):
        a_copy(region, partner, shared)


def a_copy(region, partner, shared):
    """Make one more of each kind of record, tied to the others and cited."""
    meeting = builders.make_dialogue()
    made = [
        builders.make_objective(),
        commitment := builders.make_commitment(regions=[region]),
        builders.make_pledge(commitment=commitment, value="8000000", unit="PEN"),
        builders.make_delivery(
            commitment=commitment,
            dialogue=meeting,
            value="6",
            unit="PEN",
            stage="disbursed",
            attributed_to=partner,
            regions=[region],
        ),
        award := builders.make_award(
            commitment=commitment, value="5", unit="USD", regions=[region]
        ),
        builders.make_recipient(award=award, party=partner),
        builders.make_activity(award=award, party=partner, regions=[region]),
        meeting,
        builders.make_participant(dialogue=meeting),
        builders.make_announcement(dialogue=meeting, made_by=partner),
        builders.make_extension(dialogue=meeting),
    ]
    own = builders.make_source()
    for record in made:
        name = record._meta.model_name
        builders.make_citation(source=own, **{name: record})
        builders.make_citation(source=shared, **{name: record})


@pytest.fixture
def record(db):
    """Return the function that makes the record, so that a test says how much of it."""
    return whole_record
