"""The ways through the site: another day, another partnership, what changed last, and where."""

import re

import pytest

from tests import builders

pytestmark = pytest.mark.django_db


def body(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def chooser(page):
    return " ".join(
        re.search(r'<details class="chooser">.*?</details>', page, re.DOTALL)[0].split()
    )


def links(page, within):
    """Return the words of the links in the element that `within` begins, by their address."""
    part = re.search(rf"{within}.*?</ul>", page, re.DOTALL)
    return dict(re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', part[0])) if part else {}


def test_another_day_is_chosen_in_a_form_that_keeps_the_rest_of_the_address(client):
    builders.make_commitment()

    form = chooser(body(client, "/en/commitments/?sort=-code&page=1"))

    assert '<input type="date" id="as-of-day" name="as_of"' in form
    assert '<input type="hidden" name="sort" value="-code">' in form
    assert 'name="page"' not in form


def test_the_form_begins_with_the_day_that_is_shown(client):
    builders.make_commitment()

    assert 'value="2021-06-01"' in chooser(body(client, "/en/commitments/?as_of=2021-06-01"))


def test_what_an_address_holds_is_written_into_the_form_as_text(client):
    page = body(client, '/en/commitments/?q="><b>')

    assert "&quot;&gt;&lt;b&gt;" in chooser(page)


def test_one_partnership_needs_no_switch(client):
    builders.make_partnership()

    assert links(body(client, "/en/"), '<nav class="switch"') == {}


def test_the_switch_leads_to_each_partnership_by_the_name_of_the_partner(client):
    ghana = builders.make_party(slug="ghana", kind="government", name_en="Ghana")
    here = builders.make_partnership()
    builders.make_partnership(partner=ghana)

    for address in ("/en/", here.get_absolute_url()):
        assert links(body(client, address), '<nav class="switch"') == {
            "/en/partnerships/partnership-1/": "Peru",
            "/en/partnerships/partnership-2/": "Ghana",
        }


def test_the_switch_says_where_one_is(client):
    here = builders.make_partnership()
    builders.make_partnership()

    marked = f'<a href="{here.get_absolute_url()}" aria-current="page">'

    assert marked in " ".join(body(client, here.get_absolute_url()).split())
    assert marked not in " ".join(body(client, "/en/").split())


def test_the_overview_ends_with_what_changed_last(client):
    builders.make_partnership()
    for _ in range(6):
        builders.make_delivery()

    latest = links(body(client, "/en/"), "Latest changes")

    assert [*latest.values()] == ["Report 6", "Report 5", "Report 4", "Report 3", "Report 2"]


def test_as_of_another_day_no_change_made_since_is_shown(client):
    builders.make_delivery()

    assert "Latest changes" not in body(client, "/en/?as_of=2024-01-01")


def test_a_report_names_the_meeting_at_which_it_was_made(client):
    report = builders.make_delivery(dialogue=builders.make_dialogue())

    for address in ("/en/commitments/PE-1/", report.get_absolute_url()):
        page = body(client, address)
        assert 'Stated at: <a href="/en/dialogues/dialogue-1/">Dialogue 1</a>.' in page


def test_what_was_promised_together_comes_after_what_each_promised(client):
    united_states = builders.united_states()
    builders.make_commitment(code="B-1", jointly_with=united_states)
    builders.make_commitment(code="PE-1")

    page = body(client, "/en/")

    assert page.index("PE-1") < page.index("B-1")


def test_on_the_page_of_a_meeting_its_reports_do_not_name_it_again(client):
    meeting = builders.make_dialogue()
    builders.make_delivery(dialogue=meeting)

    assert "Stated at" not in body(client, meeting.get_absolute_url())
