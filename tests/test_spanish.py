"""Every word of a Spanish page is translated, but for what the record itself says."""

import re
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.urls import reverse
from django.utils.translation import override
from django.utils.translation.trans_real import DjangoTranslation

from tests import builders
from tests.browser.pages import PAGES, REFUSALS, address, path
from tests.tracker.admin.rows import MAKE
from tests.tracker.public.addresses import public_addresses
from tracker.domain import dates
from tracker.models import ImplementingPartner, Region

# Whatever was translated stands between these, so what stands outside is not.
OPEN, CLOSE = (
    "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}",
    "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}",
)
SAID_BY_ATTRIBUTES = ("alt", "aria-label", "data-label", "placeholder", "title")
SAID_BY_META = {"description", "og:title", "og:description", "og:site_name", "og:image:alt"}
WORD = re.compile(r"[^\W\d_]{2,}")
ADDRESS = re.compile(r"https?://\S+")
IN_SPANISH = {"accept-language": "es"}
# The links to the languages, and the dates' own "15 de junio de 2017 a las 12:00".
OURS = {"English", "Español", "de", "las"}
# The name of the account, and a word that stands untranslated in Django's own template.
NOT_OURS = ["admin", "Search"]


@pytest.fixture
def marked(monkeypatch):
    """Put every text that is translated between marks; dates are remembered, so they start anew."""
    for name in ("gettext", "ngettext"):
        monkeypatch.setattr(
            DjangoTranslation, name, between_marks(getattr(DjangoTranslation, name))
        )
    dates._words.cache_clear()
    yield
    dates._words.cache_clear()


def between_marks(translate):
    return lambda *arguments: f"{OPEN}{translate(*arguments)}{CLOSE}"


class Texts(HTMLParser):
    """The texts of a page that stand outside the marks, in elements and in attributes."""

    def __init__(self, html):
        super().__init__()
        self.depth = 0
        self.is_code = False
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.is_code = tag in ("code", "script", "style")
        values = dict(attributes)
        said = [values[name] for name in SAID_BY_ATTRIBUTES if values.get(name)]
        if values.get("name", values.get("property")) in SAID_BY_META:
            said.append(values["content"])
        for text in said:
            self.found += outside_marks(text)[0]

    def handle_endtag(self, tag):
        self.is_code = False

    def handle_data(self, data):
        if not self.is_code:
            outside, self.depth = outside_marks(data, self.depth)
            self.found += outside


def outside_marks(text, depth=0):
    """Return the parts of a text outside the marks, and how many marks stay open."""
    found = []
    for part in re.split(f"([{OPEN}{CLOSE}])", text):
        depth += (part == OPEN) - (part == CLOSE)
        if depth == 0 and part != CLOSE:
            found.append(part)
    return found, depth


def words_of_the_record():
    """Return every text that is stored and no choice, the longest first."""
    found = set()
    for model in apps.get_app_config("tracker").get_models():
        for name in texts_of(model):
            found.update(model.objects.values_list(name, flat=True))
    found.update(code[3:] for code in Region.objects.values_list("code", flat=True))  # on tiles
    return sorted(found - {""}, key=len, reverse=True)


def texts_of(model):
    fields = [field for field in model._meta.fields if not field.choices]
    return [one.name for one in fields if isinstance(one, models.CharField | models.TextField)]


def untranslated(html, record):
    """Return the words of a page that are neither translated nor the record's."""
    return [word for text in Texts(html).found for word in words_left(text, record)]


def words_left(text, record):
    text = ADDRESS.sub(" ", text)
    for stored in record:
        if not WORD.search(text):
            break
        if stored in text:
            text = re.sub(rf"(?<!\w){re.escape(stored)}(?!\w)", " ", text)
    return [word for word in WORD.findall(text) if word not in OURS]


@pytest.fixture
def seeds(db):
    call_command("loadseeds", verbosity=0)
    return words_of_the_record()


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (f"<p>{OPEN}Lo <b>prometido</b>{CLOSE} and delivered</p>", ["and", "delivered"]),
        (f'<p title="One report">{OPEN}Un informe{CLOSE}</p>', ["One", "report"]),
        (f"<p>15 de {OPEN}junio{CLOSE} de 2017</p>", []),
        ("<p>Lima and Cusco</p>", ["and"]),
    ],
)
def test_a_word_in_english_would_be_seen(html, left):
    assert untranslated(html, ["Cusco", "Lima"]) == left


def test_every_public_page_is_translated(client, seeds, marked):
    pages = {name: client.get(address(path(name), "es")) for name in (*PAGES, *REFUSALS)}

    assert found_in(pages, seeds) == set()


def test_every_page_of_the_staff_is_translated(client, admin_client, seeds, marked):
    pages = {one: admin_client.get(one, headers=IN_SPANISH) for one in staff_addresses()}
    pages["login"] = client.get(reverse("admin:login"), headers=IN_SPANISH)

    assert found_in(pages, [*seeds, *NOT_OURS]) == set()


def test_every_page_of_a_record_with_everything_filled_is_translated(client, record, marked):
    record(1)
    pages = {address: client.get(address) for address in spanish_pages(client)}

    assert len(pages) > 35
    assert found_in(pages, words_of_the_record()) == set()


def test_nothing_stands_in_both_languages_but_what_the_record_says(client, record):
    record(1)
    stored = words_of_the_record()

    found = {
        (address, word)
        for address in spanish_pages(client)
        for text in in_both(client, address)
        for word in words_left(text, stored)
    }

    assert found == set()


def spanish_pages(client):
    found = public_addresses(client)
    return [one for one in found if one.startswith("/es/") and not one.endswith("/feed/")]


def in_both(client, address):
    """Return the texts that a page in Spanish shares with the same page in English."""
    spanish, english = (
        Texts(client.get(one).content.decode()).found
        for one in (address, address.replace("/es/", "/en/", 1))
    )
    return set(spanish) & set(english)


def staff_addresses():
    """Return the index, and the list and the forms of each kind of record."""
    found = [reverse("admin:index")]
    for model in set(MAKE) - {ImplementingPartner}:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        found += [reverse(f"{name}_changelist"), reverse(f"{name}_add")]
        found += [reverse(f"{name}_change", args=[row.pk]) for row in model.objects.all()[:1]]
    return found


def found_in(pages, record):
    """Return every page with each of its words that nobody translated."""
    return {
        (name, word)
        for name, page in pages.items()
        for word in untranslated(page.content.decode(), record)
    }


def test_numbers_and_dates_are_written_as_in_peru(client, admin_client, seeds):
    public = client.get("/es/commitments/US-PE-1/").content.decode()
    staff = admin_client.get("/admin/tracker/pledge/", headers=IN_SPANISH).content.decode()

    for page in (public, staff):
        assert "US$\N{NO-BREAK SPACE}5,000,000" in page
        assert "15 de junio de 2017" in page


@pytest.mark.parametrize(("language", "name"), [("en", "Peru"), ("es", "Perú")])
def test_staff_read_the_names_of_records_in_their_language(db, language, name):
    with override(language):
        assert str(builders.peru()) == name
