"""What every answer of the running server tells the browser: pages, files, refusals, redirects."""

import pytest

from tests.cpc.test_headers import POLICY

pytestmark = pytest.mark.xdist_group("site")

ANSWERS = {
    "/": 302,
    "/en": 301,
    "/en/": 200,
    "/es/deliveries/": 200,
    "/es/dialogues/peru-third/": 200,
    "/en/changes/feed/": 200,
    "/robots.txt": 200,
    "/sitemap.xml": 200,
    "/en/no-such-page/": 404,
    "/no-such-page": 404,
    "/en/commitments/?colour=red": 400,
    "/admin/?q=%00": 400,
    "/admin/": 302,
    "/admin/login/": 200,
    "/admin/jsi18n/": 302,
    "/static/tracker/site.css": 200,
    "/static/admin/css/base.css": 200,
    "/static/no-such-file.css": 404,
}
SAID_BY_EVERY_ANSWER = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_answer_carries_the_policy_and_its_companions(site, path, status):
    answer = site.get(path)

    assert answer.status == status
    assert set(answer.headers["content-security-policy"].split("; ")) == set(POLICY.split("; "))
    assert answer.headers.items() >= SAID_BY_EVERY_ANSWER.items()


@pytest.mark.parametrize("path", [path for path in ANSWERS if not path.startswith("/admin")])
def test_no_public_answer_sets_a_cookie(site, path):
    assert "set-cookie" not in site.get(path).headers


def test_a_page_that_did_not_change_is_not_sent_again_and_keeps_its_headers(site):
    tag = site.get("/en/commitments/").headers["etag"]

    again = site.get("/en/commitments/", if_none_match=tag)

    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers.items() >= SAID_BY_EVERY_ANSWER.items()


def test_a_file_with_its_digest_in_its_name_is_kept_for_ever(site):
    page = site.get("/en/").body.decode()
    sheet = page.partition('<link rel="stylesheet" href="')[2].partition('"')[0]

    assert "immutable" in site.get(sheet).headers["cache-control"]
