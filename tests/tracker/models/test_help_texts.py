"""Editors are told what every field is for, in their own language."""

import pytest
from django.utils.functional import Promise

from tests.tracker.models.rows import MODELS

FIELDS = [
    field
    for model in MODELS
    for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
    if not field.auto_created
]


@pytest.mark.parametrize("field", [f for f in FIELDS if f.editable], ids=str)
def test_every_field_has_a_name_and_a_help_text_to_translate(field):
    assert isinstance(field.verbose_name, Promise)
    assert isinstance(field.help_text, Promise)
    assert str(field.verbose_name).strip()
    assert str(field.help_text).strip().endswith((".", "”."))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_has_its_names_to_translate(model):
    assert isinstance(model._meta.verbose_name, Promise)
    assert isinstance(model._meta.verbose_name_plural, Promise)
    assert str(model._meta.verbose_name) != str(model._meta.verbose_name_plural)
