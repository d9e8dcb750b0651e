"""What holds for the admin of every model, so that none is forgotten and no field of any."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets

from tests import builders
from tests.tracker.admin.rows import MAKE
from tracker.admin.filters import SpanishFilter, translated_fields
from tracker.models.base import Record

# Not edited: the data's own revision number.
EDITED = [model for model in apps.get_app_config("tracker").get_models() if model in MAKE]

every_model = pytest.mark.parametrize("model", EDITED, ids=lambda model: model._meta.model_name)


def admin_of(model):
    return admin.site.get_model_admin(model)


def inlines_of(model):
    return [inline(model, admin.site) for inline in admin_of(model).inlines]


def filters_of(model):
    return [
        entry[0] if isinstance(entry, tuple) else entry for entry in admin_of(model).list_filter
    ]


def to_search(model):
    """Return the relations that are too long to choose from in one list."""
    relations = [*model._meta.fields, *model._meta.many_to_many]
    named = {field.name for field in relations if field.remote_field}
    return named - {"judged_by"}  # filled with whoever is signed in


def test_every_record_is_edited():
    records = {m for m in apps.get_app_config("tracker").get_models() if issubclass(m, Record)}

    assert records <= set(EDITED)
    assert set(EDITED) == set(MAKE)


@every_model
def test_a_model_can_be_searched(model):
    assert admin_of(model).search_fields


@every_model
def test_a_list_can_be_narrowed_to_drafts_and_to_missing_translations(model):
    if issubclass(model, Record):
        assert "status" in filters_of(model)
        assert "status" in admin_of(model).list_display
    if issubclass(model, Record) and translated_fields(model):
        assert SpanishFilter in filters_of(model)


@every_model
def test_relations_are_found_by_typing(model):
    assert set(admin_of(model).autocomplete_fields) == to_search(model)


@every_model
def test_no_field_is_forgotten(model):
    editable = {f.name for f in [*model._meta.fields, *model._meta.many_to_many] if f.editable}

    shown = set(flatten_fieldsets(admin_of(model).fieldsets))

    assert editable - shown == {"id"} & editable
    assert admin_of(model).get_exclude(None) is None


@every_model
def test_no_inline_offers_an_endless_list(model):
    for inline in inlines_of(model):
        shown = set(flatten_fieldsets(inline.fieldsets or [(None, {"fields": inline.fields})]))
        offered = (shown & to_search(inline.model)) - set(inline.get_readonly_fields(None))
        assert offered <= set(inline.autocomplete_fields)


@every_model
def test_no_inline_leaves_out_what_saving_needs(model):
    for inline in inlines_of(model):
        if not inline.max_num:
            continue
        shown = set(flatten_fieldsets(inline.fieldsets))
        needed = {
            field.name
            for field in inline.model._meta.fields
            if field.editable and not field.blank and not field.has_default()
        }
        assert needed - shown - {"judged_by"} <= {name_of_whole(inline, model)}


def name_of_whole(inline, model):
    return inline.get_formset(None).fk.name if inline.fk_name is None else inline.fk_name


@every_model
def test_every_filter_gives_a_list(desk, page, model):
    MAKE[model]()
    address = page(model, "changelist")
    specs = desk.get(address).context["cl"].filter_specs

    for spec in specs:
        for choice in list(spec.choices(desk.get(address).context["cl"])):
            assert desk.get(address + choice["query_string"]).status_code == 200


@every_model
def test_a_search_finds_nothing_rather_than_failing(desk, page, model):
    MAKE[model]()

    answer = desk.get(page(model, "changelist"), {"q": "no such thing 100%"})

    assert answer.context["cl"].result_count == 0


@every_model
def test_a_page_saves_unchanged(desk, page, submit, model):
    row = MAKE[model]()

    answer = submit(page(model, "change", row.pk))

    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (builders.make_party, "slug"),
        (builders.make_commitment, "code"),
        (builders.make_unit, "code"),
    ],
)
def test_an_address_stays_once_it_is_saved(page, submit, make, name):
    row = make()
    before = getattr(row, name)

    submit(page(type(row), "change", row.pk), **{name: "XX-9"})

    assert [getattr(each, name) for each in type(row).objects.all()] == [before]


@pytest.mark.parametrize(("status", "is_linked"), [("published", True), ("draft", False)])
def test_a_page_links_to_the_public_one_only_if_there_is_one(desk, page, status, is_linked):
    row = builders.make_commitment(status=status)

    shown = desk.get(page(type(row), "change", row.pk)).content.decode()

    assert ("View on site" in shown) == is_linked
