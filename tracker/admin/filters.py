"""Filters of the admin's lists that more than one list has."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def translated_fields(model):
    """Return the names that `model` has in both languages: "title" for title_en and title_es."""
    names = {field.name for field in model._meta.fields}
    stems = [name.removesuffix("_es") for name in sorted(names) if name.endswith("_es")]
    return [stem for stem in stems if f"{stem}_en" in names]


class SpanishFilter(admin.SimpleListFilter):
    title = _("Spanish")
    parameter_name = "spanish"

    def lookups(self, request, model_admin):
        return [("missing", _("Something is missing")), ("complete", _("Complete"))]

    def queryset(self, request, queryset):
        missing = Q()
        for name in translated_fields(queryset.model):
            missing |= ~Q(**{f"{name}_en": ""}) & Q(**{f"{name}_es": ""})
        if self.value() == "missing":
            return queryset.filter(missing)
        return queryset.exclude(missing) if self.value() == "complete" else queryset


class IsStatedFilter(admin.EmptyFieldListFilter):
    """Whether a date or another optional text is there."""

    def choices(self, changelist):
        for choice, label in zip(
            super().choices(changelist), (_("All"), _("Not stated"), _("Stated")), strict=True
        ):
            yield {**choice, "display": label}


def related(name):
    """Return a filter on the relation `name` that offers only what occurs in the list."""
    return (name, admin.RelatedOnlyFieldListFilter)


def stated(name):
    return (name, IsStatedFilter)
