"""A form names an odd character where it stands, in every field in which text is entered."""

import pytest
from django.contrib.admin.utils import flatten_fieldsets
from django.test import RequestFactory

from tests.tracker.admin.conftest import values
from tests.tracker.admin.rows import MAKE
from tests.tracker.admin.test_every_model import admin_of, every_model
from tests.tracker.models.test_text import REFUSED, texts
from tracker.admin.forms import AddressField, SlugField
from tracker.models.fields import sort_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def form_of(editor):
    """Return a function that fills in the form of a row's page, as shown but for `entered`."""

    def make(row, *, is_new=False, **entered):
        request = RequestFactory().get("/")
        request.user = editor
        form = admin_of(type(row)).get_form(request, None if is_new else row)
        shown = values(form(instance=row))
        return form({**shown, **entered}, instance=None if is_new else row)

    return make


def text_fields(model):
    """Return the fields of text on the page for a new row, but those chosen from a list."""
    shown = flatten_fieldsets(admin_of(model).fieldsets)
    return [field for field in texts(model) if field.name in shown and not field.choices]


@every_model
def test_a_form_names_every_odd_character(form_of, model):
    row = MAKE[model]()
    for field in text_fields(model):
        for character, called in REFUSED[sort_of(field)].items():
            entered = {field.name: f"a{character}b"}
            (said,) = form_of(row, is_new=True, **entered).errors[field.name]
            named = "Null characters" if character == "\0" else f"{called} at character 2 "
            assert said.startswith((named, called)), field.name


@every_model
def test_a_form_takes_off_what_cannot_be_seen_at_the_ends(form_of, model):
    row = MAKE[model]()
    for field in text_fields(model):
        before = getattr(row, field.name)
        form = form_of(row, **{field.name: f"\u200b\u00a0{before} \ufeff"})
        assert field.name not in form.errors
        assert getattr(form.instance, field.name) == before


@pytest.mark.parametrize(
    ("field", "entered"),
    [(SlugField(), "ilo-2017"), (AddressField(assume_scheme="https"), "https://example.org/a")],
)
def test_names_in_addresses_lose_it_too(field, entered):
    assert field.clean(f"\u200b{entered}\u00a0") == entered
