"""No text of any record, in whichever field, holds a character that nobody meant to enter."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from tests.tracker.models.rows import MODELS, make
from tracker.domain.text import Sort
from tracker.models.fields import sort_of

pytestmark = pytest.mark.django_db

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)

NEVER = {
    "\f": "U+000C FORM FEED",
    "\0": "U+0000 CONTROL CHARACTER",
    "\u202e": "U+202E RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "U+2066 LEFT-TO-RIGHT ISOLATE",
    "\ufffe": "U+FFFE NONCHARACTER",
    "\ufdd0": "U+FDD0 NONCHARACTER",
    "\ud800": "U+D800 SURROGATE",
}
IN_SENTENCES = {"\u200b": "U+200B ZERO WIDTH SPACE", "\u00a0": "U+00A0 NO-BREAK SPACE"}
BETWEEN_LINES = {"\n": "U+000A NEW LINE"}

REFUSED = {
    Sort.PROSE: NEVER,
    Sort.PHRASE: NEVER | BETWEEN_LINES,
    Sort.NAME: NEVER | BETWEEN_LINES | IN_SENTENCES,
}


def texts(model):
    """Return every field of the model that holds text, whatever it is for."""
    kinds = models.CharField | models.TextField
    # The digest is the site's own, and nobody enters it; it is checked all the same.
    return [field for field in model._meta.concrete_fields if isinstance(field, kinds)]


def problems(row, field, text):
    setattr(row, field.name, text)
    try:
        row.full_clean()
    except ValidationError as refused:
        return refused.message_dict.get(field.name, [])
    return []


@every_model
def test_no_text_field_takes_an_odd_character(model):
    row = make(model)
    for field in texts(model):
        before = getattr(row, field.name)
        for character, called in REFUSED[sort_of(field)].items():
            (said,) = problems(row, field, f"a{character}b")
            assert said.startswith(f"{called} at character 2 "), field.name
        setattr(row, field.name, before)


@every_model
def test_what_cannot_be_seen_is_taken_off_at_the_ends_of_every_text(model):
    row = make(model)
    for field in texts(model):
        before = getattr(row, field.name)
        for blank in (*IN_SENTENCES, "\ufeff", "\n", " "):
            assert problems(row, field, f"{blank}{before}{blank}") == []
            assert getattr(row, field.name) == before


@every_model
def test_sentences_keep_what_cannot_be_seen_within_them(model):
    row = make(model)
    for field in texts(model):
        if sort_of(field) is not Sort.NAME:
            assert problems(row, field, "a\u00a0b\u200bc") == []
            assert getattr(row, field.name) == "a\u00a0b\u200bc"


def test_every_sort_of_text_stands_where_it_should():
    found = {}
    for model in MODELS:
        for field in texts(model):
            stem = field.name.removesuffix("_en").removesuffix("_es")
            found.setdefault(sort_of(field), set()).add(stem)

    assert found[Sort.PHRASE] == {"title", "phrase", "locator", "deed", "note", "why_not"}
    assert {"code", "slug", "name", "acronym", "publisher", "url", "made_on"} <= found[Sort.NAME]
    assert {"statement", "reason", "summary", "inference"} <= found[Sort.PROSE]


def test_all_that_is_wrong_is_named_at_once():
    row = make(next(model for model in MODELS if model.__name__ == "Party"))
    row.name_en, row.acronym, row.kind = "a\fb", "x" * 99, "no such kind"

    with pytest.raises(ValidationError) as refused:
        row.full_clean()

    assert set(refused.value.message_dict) == {"name_en", "acronym", "kind"}
