"""A commitment and a dialogue print as documents: what was said, without the ways around it."""

import pytest

pytestmark = pytest.mark.xdist_group("site")

A4_WITHIN_MARGINS = 673  # pixels: 210 mm less twice 16 mm, at 96 to the inch
AWAY = ".sections, .langs, .skip, .crumbs, .filter, .chips, .pages, summary"

# Text that does not fit the box that hides what is beyond it.
CUT_OFF = """
() => [...document.querySelectorAll("main *:not(.unseen, svg *)")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible" && one.checkVisibility())
  .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.outerHTML.slice(0, 80))
"""


@pytest.fixture(
    params=["/en/commitments/US-PE-1/", "/es/commitments/PE-1/", "/en/dialogues/peru-third/"]
)
def printed(visitor, request):
    page = visitor(viewport={"width": A4_WITHIN_MARGINS, "height": 1000}, color_scheme="dark")
    page.goto(request.param)
    page.emulate_media(media="print")
    return page


def test_ways_around_the_site_are_not_printed(printed):
    shown = [one for one in printed.locator(AWAY).all() if one.is_visible()]

    assert shown == []


def test_nothing_is_cut_off(printed):
    assert printed.evaluate("document.documentElement.scrollWidth") <= A4_WITHIN_MARGINS
    assert printed.evaluate(CUT_OFF) == []


def test_folded_evidence_is_printed(printed):
    evidence = printed.locator("main details li, main .evidence li")

    assert evidence.count() > 0
    assert [one.inner_text() for one in evidence.all() if not one.is_visible()] == []


def test_paper_is_white_and_ink_is_dark(printed):
    ground, ink = printed.evaluate(
        "['backgroundColor', 'color'].map((name) => getComputedStyle(document.body)[name])"
    )

    assert ground == "rgba(0, 0, 0, 0)"
    assert sum(int(part) for part in ink.strip("rgb()").split(", ")) < 150


def test_a_printer_gets_pages(printed):
    assert printed.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF-")
