"""Everything works where scripts are off."""

import pytest

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture
def page(visitor):
    return visitor(java_script_enabled=False, viewport={"width": 1280, "height": 800})


def rows(page):
    page.wait_for_load_state()  # a click waits for the next page to begin, not to end
    return page.locator("tbody tr").all_inner_texts()


def test_a_list_is_filtered_and_the_filter_is_taken_away_again(page):
    page.goto("/en/commitments/")
    everything = rows(page)

    page.get_by_label("Partnership").select_option("peru")
    page.get_by_role("button", name="Show").click()
    filtered = rows(page)
    page.get_by_role("link", name="(remove this filter)").click()

    assert 0 < len(filtered) < len(everything)
    assert rows(page) == everything


def test_a_filter_opens_on_a_phone(page):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto("/en/commitments/")

    page.get_by_text("Filter this list").click()
    page.get_by_label("Search").fill("shelters")
    page.get_by_role("button", name="Show").click()

    assert "q=shelters" in page.url


def test_a_list_is_sorted(page):
    page.goto("/en/commitments/?partnership=peru")

    head = page.get_by_role("columnheader").get_by_role("link", name="No.")

    head.click()
    upwards = rows(page)
    head.click()

    assert len(upwards) > 1
    assert rows(page) == upwards[::-1]


def test_a_long_list_goes_on_to_its_next_page(page):
    page.goto("/en/deliveries/")
    first = rows(page)

    page.get_by_role("link", name="Next").click()

    assert "page=2" in page.url
    assert set(rows(page)).isdisjoint(first)


def test_the_language_changes_and_the_filters_stay(page):
    page.goto("/en/commitments/?partnership=peru&sort=-code")

    page.get_by_role("link", name="Español").click()

    assert page.url.endswith("/es/commitments/?partnership=peru&sort=-code")


def test_evidence_unfolds(page):
    page.goto("/en/dialogues/peru-third/")
    folded = page.locator("details:not([open])").first

    assert not folded.locator("li").first.is_visible()
    folded.locator("summary").click()

    assert page.locator("details[open] li").first.is_visible()
