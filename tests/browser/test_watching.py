"""What the tests of this folder rely on is noticed when it happens."""

import pytest

from tests.browser.watching import broken_rules, overflow, watch

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture
def page(visitor):
    page = visitor(viewport={"width": 320, "height": 800})
    page.noted = watch(page)
    page.goto("/en/about-nothing/")
    return page


def test_a_broken_rule_is_noticed(page):
    page.evaluate("document.querySelector('main').innerHTML += '<img src=/static/x.png>'")

    assert [rule.split()[0] for rule in broken_rules(page)] == ["image-alt"]


def test_what_the_policy_refuses_is_noticed(page):
    page.evaluate("document.querySelector('main').innerHTML += '<p style=\"color: red\">'")
    page.wait_for_timeout(50)

    assert page.noted.refused == ["style-src-attr inline "]
    assert any("style-src" in line for line in page.noted.console)


def test_a_page_that_is_too_wide_is_noticed(page):
    page.evaluate("document.querySelector('main').innerHTML += '<svg width=900></svg>'")

    assert overflow(page) > 500
