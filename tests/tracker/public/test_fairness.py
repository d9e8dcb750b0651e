"""What a page says of a record holds in either language, on any day, and beside what is hidden."""

import pytest

from tests import builders
from tests.snapshots import today
from tests.tracker.public.test_ways import body
from tracker.ledger.assessments import assessments
from tracker.ledger.disagreements import disagreements

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("first", "second"), [("en", "es"), ("es", "en")])
def test_a_list_links_to_pages_of_its_own_language(client, first, second):
    builders.make_delivery()

    body(client, f"/{first}/deliveries/")

    assert f'href="/{first}/parties/us/"' not in body(client, f"/{second}/deliveries/")


def test_partners_of_an_award_that_nobody_may_see_are_not_listed(client):
    party = builders.make_party(name_en="Hidden Helpers")
    builders.make_recipient(party=party)
    assert "Hidden Helpers" in body(client, "/en/partners/")

    award = party.receipts.get().award
    award.partnership.status = "draft"
    award.partnership.save()

    assert "Hidden Helpers" not in body(client, "/en/partners/")
    assert client.get(f"/en/partners/{party.slug}/").status_code == 404


def test_a_chain_whose_first_pledge_is_held_back_begins_with_the_next():
    first = builders.make_pledge(value=6, unit="shelters")
    second = builders.make_replacement(first, value=4, unit="shelters")
    first.status = "withdrawn"
    first.save()

    (found,) = assessments(today(), [first.commitment_id]).values()

    assert found.pledge == second


def test_what_the_editors_leave_out_is_marked_wherever_it_stands(client):
    region, party = builders.make_region(), builders.make_party()
    report = {"counts": False, "why_not_en": "A setback", "attributed_to": party}
    objective = builders.make_objective()
    builders.make_delivery(objective=objective, regions=[region], **report)

    for address in ("/regions/PE-CUS/", f"/parties/{party.slug}/", "/partnerships/partnership-1/"):
        page = body(client, f"/en{address}")
        assert "Left out by the editors" in page, address
        assert "A setback" in page, address


def test_a_commitment_is_not_known_before_its_partnership(client):
    builders.make_commitment(made_on="", partnership=builders.make_partnership(signed_on="2017"))

    assert "PE-1" not in body(client, "/en/commitments/?as_of=2016-12-31")
    assert "PE-1" in body(client, "/en/commitments/?as_of=2017-12-31")


def test_an_end_that_lies_after_the_day_asked_for_is_not_told(client):
    builders.make_partnership(ended_on="2020-06-23")

    assert "Ended: 23 June 2020." not in body(client, "/en/?as_of=2018-06-01")
    assert "Ended: 23 June 2020." in body(client, "/en/?as_of=2020-06-23")


def test_a_source_of_a_later_day_is_shown_with_what_is_dated_by_then(client):
    source = builders.make_source(published_on="2023-11-29")
    for day in ("2019", "2023"):
        report = builders.make_delivery(stated_on=day, statement_en=f"Report of {day}")
        builders.make_citation(source=source, delivery=report)

    page = body(client, f"{source.get_absolute_url()}?as_of=2020-01-01")

    assert "Report of 2019" in page
    assert "Report of 2023" not in page


def test_a_source_counts_only_citations_that_can_be_seen(client):
    source = builders.make_source()
    builders.make_citation(source=source, delivery=builders.make_delivery())
    hidden = builders.make_delivery(status="draft")
    builders.make_citation(source=source, delivery=hidden)

    assert 'data-label="Citations">1<' in body(client, "/en/sources/")


def test_a_region_shows_every_kind_of_record_that_its_count_holds(client):
    region = builders.make_region()
    builders.make_activity(regions=[region], statement_en="Training of judges")

    assert "Training of judges" in body(client, "/en/regions/PE-CUS/")


def test_a_region_that_no_record_can_name_has_no_empty_heading(client):
    builders.make_partnership()

    assert "<h2>" not in body(client, "/en/regions/")


@pytest.mark.parametrize("wanted", ["años", "ANOS", "proteccion", "pe-1"])
def test_commitments_are_found_without_accents_and_in_capitals(client, wanted):
    builders.make_commitment(title_es="Protección durante cuatro años")

    assert "PE-1" in body(client, f"/es/commitments/?q={wanted}")


def test_a_pledge_in_dispute_shows_both_figures():
    pledge = builders.make_pledge(value=800000, unit="USD")
    builders.make_citation(pledge=pledge, value=500000, unit="USD")

    (dispute,) = disagreements(today())

    (row,) = dispute.pledges
    assert [one.stated.figure.value for one in row.evidence] == [500000]


def test_undated_awards_come_last(client):
    builders.make_award(awarded_on="", title_en="Undated award")
    builders.make_award(awarded_on="2017", title_en="Dated award")

    page = body(client, "/en/awards/")

    assert page.index("Dated award") < page.index("Undated award")


def test_an_address_to_cite_names_its_day(client):
    builders.make_commitment()

    page = body(client, "/en/commitments/PE-1/?as_of=2021-06-01")

    assert "/en/commitments/PE-1/?as_of=2021-06-01</span>" in page


def test_a_page_of_a_later_record_says_that_the_day_may_be_why_it_is_missing(client):
    meeting = builders.make_dialogue(held_on="2024")

    response = client.get(f"{meeting.get_absolute_url()}?as_of=2021-06-01")

    assert response.status_code == 404
    assert f'<a href="{meeting.get_absolute_url()}">It may be dated after' in str(
        response.content, "utf-8"
    )
