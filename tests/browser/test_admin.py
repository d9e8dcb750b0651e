"""The pages of the staff, in a browser, under the same policy as the public ones."""

import pytest

from tests.browser.watching import broken_rules, watch

pytestmark = pytest.mark.xdist_group("site")

NAME, PASSWORD = "editor", "a long enough password"
PAGES = {
    "index": "/admin/",
    "section": "/admin/tracker/",
    "list": "/admin/tracker/commitment/",
    "list, filtered": "/admin/tracker/delivery/?q=shelters",
    "new record": "/admin/tracker/delivery/add/",
    "own password": "/admin/password_change/",
}
# Reached from a record, whatever its number is.
OF_A_RECORD = {"form": "", "history": "../history/", "deletion": "../delete/"}


@pytest.fixture(scope="module")
def account(site):
    site.manage(
        "createsuperuser",
        "--no-input",
        f"--username={NAME}",
        "--email=",
        DJANGO_SUPERUSER_PASSWORD=PASSWORD,
    )


@pytest.fixture(scope="module")
def signed_in(browser, site, account):
    """Return what a browser remembers after signing in."""
    context = browser.new_context(base_url=site.origin)
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button").last.click()
    page.wait_for_url("**/admin/")
    yield context.storage_state()
    context.close()


@pytest.fixture
def open_page(visitor, signed_in):
    """Return a function that opens a page as staff and answers it with what was noticed."""

    def opened(name):
        page = visitor(storage_state=signed_in)
        noted = watch(page)
        page.goto(PAGES[name] if name in PAGES else first_commitment(page) + OF_A_RECORD[name])
        page.wait_for_load_state("networkidle")
        return page, noted

    return opened


def first_commitment(page):
    page.goto(PAGES["list"])
    return page.locator("#result_list tbody th a").first.get_attribute("href").partition("?")[0]


def test_the_sign_in_page_is_clean(visitor):
    page = visitor()
    noted = watch(page)

    page.goto("/admin/login/")

    # Django gives this page no heading, which is a moderate fault.
    grave = [rule for rule in broken_rules(page) if not rule.startswith("page-has-heading-one")]
    assert grave == []
    assert (noted.console, noted.refused) == ([], [])


@pytest.mark.parametrize("name", [*PAGES, *OF_A_RECORD])
def test_a_staff_page_breaks_no_rule_and_nothing_is_refused(open_page, site, name):
    page, noted = open_page(name)

    assert "/login/" not in page.url
    assert broken_rules(page) == []
    assert (noted.console, noted.refused) == ([], [])
    assert [url for _, url in noted.requests if not url.startswith(f"{site.origin}/")] == []
