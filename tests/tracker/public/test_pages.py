"""What a visitor sees: every page in both languages, tied to the others, and no drafts."""

import re

import pytest
from django.urls import get_resolver, reverse

from tests import builders
from tests.tracker.public.test_queries import PAGES


def addresses():
    return [pytest.param(name, arguments, id=name) for name, (arguments, _) in PAGES.items()]


def text(response):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode())).replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("name", "arguments"), addresses())
def test_every_page_answers_in_both_languages(client, record, name, arguments, language):
    record(2)

    response = client.get(f"/{language}/" + reverse(f"tracker:{name}", args=arguments)[4:])

    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()


def test_every_address_of_the_public_site_is_tried_here():
    names = {pattern.name for pattern in get_resolver("tracker.public.urls").url_patterns}

    assert names - {"feed"} == set(PAGES)


@pytest.mark.parametrize(("name", "arguments"), addresses())
def test_every_link_on_a_page_leads_somewhere(client, record, name, arguments):
    record(2)
    page = client.get(reverse(f"tracker:{name}", args=arguments)).content.decode()

    found = {link.partition("#")[0] for link in re.findall(r'<a[^>]* href="(/[^"]*)"', page)}
    answers = {link: client.get(link.replace("&amp;", "&")).status_code for link in found if link}

    assert found
    assert {link: code for link, code in answers.items() if code != 200} == {}


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, args) for name, (args, _) in PAGES.items() if args]
)
def test_a_record_that_does_not_exist_is_not_found(client, db, name, arguments):
    response = client.get(reverse(f"tracker:{name}", args=["no-such-thing"]))

    assert response.status_code == 404


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
@pytest.mark.parametrize(
    ("make", "name", "key"),
    [
        (builders.make_commitment, "commitment", "code"),
        (builders.make_delivery, "delivery", "slug"),
        (builders.make_award, "award", "slug"),
        (builders.make_party, "party", "slug"),
        (builders.make_dialogue, "dialogue", "slug"),
        (builders.make_source, "source", "slug"),
        (builders.make_partnership, "partnership", "slug"),
        (builders.make_region, "region", "code"),
    ],
)
def test_a_record_that_is_not_published_is_not_found(client, db, make, name, key, status):
    held_back = make(status=status)

    response = client.get(reverse(f"tracker:{name}", args=[getattr(held_back, key)]))

    assert response.status_code == 404


@pytest.mark.parametrize(("name", "arguments"), addresses())
def test_a_parameter_no_page_knows_is_refused_by_name(client, record, name, arguments):
    record(1)

    response = client.get(reverse(f"tracker:{name}", args=arguments), {"colour": "red"})

    assert response.status_code == 400
    assert "colour" in text(response)


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("state=finished", "state"),
        ("state=delivered&state=short", "state"),
        ("partnership=atlantis", "partnership"),
        ("made_by=nobody", "made_by"),
        ("sort=colour", "sort"),
        ("q=" + "x" * 101, "q"),
        ("q=%00", "q"),
        ("page=one", "page"),
        ("page=0", "page"),
        ("page=9999999999", "page"),
    ],
)
def test_a_bad_value_is_answered_by_a_message_that_names_it(client, record, query, named):
    record(1)

    response = client.get(reverse("tracker:commitments") + "?" + query)

    assert response.status_code == 400
    assert named in text(response)
    assert "PE-1 " not in text(response)


@pytest.mark.parametrize("page", ["2", "999999999"])
def test_a_page_beyond_the_last_is_not_found(client, record, page):
    record(1)

    response = client.get(reverse("tracker:commitments"), {"page": page})

    assert response.status_code == 404


def test_a_list_is_filtered_by_its_address(client, db):
    builders.make_commitment(code="PE-1", title_en="Open shelters")
    builders.make_commitment(code="PE-2", title_en="Train officers")

    found = text(client.get(reverse("tracker:commitments"), {"q": "shelter"}))

    assert "Open shelters" in found
    assert "Train officers" not in found
    assert "1 commitment" in found


def test_the_state_is_a_filter_although_it_is_computed(client, db):
    silent = builders.make_commitment(title_en="Nobody speaks of it")
    told = builders.make_commitment(title_en="Somebody does")
    builders.make_pledge(commitment=silent)
    builders.make_delivery(commitment=told)

    found = text(client.get(reverse("tracker:commitments"), {"state": "no-report"}))

    assert "Nobody speaks of it" in found
    assert "Somebody does" not in found


@pytest.mark.parametrize(("sort", "first"), [("code", "PE-9"), ("-code", "PE-10")])
def test_codes_are_sorted_by_their_number(client, db, sort, first):
    for code in ("PE-10", "PE-9"):
        builders.make_commitment(code=code)

    page = client.get(reverse("tracker:commitments"), {"sort": sort}).content.decode()

    assert sorted(["PE-9", "PE-10"], key=lambda code: page.index(f">{code}<"))[0] == first


def test_no_percentage_is_shown_where_the_pledge_is_at_least(client, db):
    commitment = builders.make_commitment()
    builders.make_pledge(
        commitment=commitment, value="8000000", unit="PEN", qualifier="at least", stage="pledged"
    )
    builders.make_delivery(commitment=commitment)

    page = text(client.get(commitment.get_absolute_url()))

    assert "at least 8,000,000 PEN" in page
    assert "Amount not reported" in page
    assert "%" not in page


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("/en/commitments/pe-1/", "/en/commitments/PE-1/"),
        ("/es/commitments/Pe-1/?as_of=2021-06-01", "/es/commitments/PE-1/?as_of=2021-06-01"),
        ("/en/regions/pe-cus/", "/en/regions/PE-CUS/"),
        ("/en/parties/PERU/", "/en/parties/peru/"),
    ],
)
def test_a_key_in_other_letters_leads_to_the_page(client, db, asked, page):
    builders.make_commitment(code="PE-1", regions=[builders.make_region()])

    response = client.get(asked)

    assert response.status_code == 301
    assert response["Location"] == page
