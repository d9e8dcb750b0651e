"""
One server and one browser for the tests of this folder.

The server is another process, so these tests need no database of their own. Playwright keeps an
event loop running while its browser lives, and Django refuses its database where a loop runs:
the browser therefore ends with each file, before a test of another folder begins.
"""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.serving import running

SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
ADVICE = "these tests look at the pages in Debian's Chromium: apt-get install chromium"


@pytest.fixture(scope="session")
def site(prepared_site):
    with running(prepared_site):
        yield prepared_site


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium")
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ADVICE)
    return path


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def visitor(browser, site):
    """Return a function that opens a page for a new visitor; options as of a browser context."""
    contexts = []

    def opened(**options):
        contexts.append(browser.new_context(base_url=site.origin, **options))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()
