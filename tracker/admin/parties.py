"""Parties, and among them the implementing partners."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import PUBLICATION, Inline, RecordAdmin
from tracker.admin.columns import words_column
from tracker.admin.filters import SpanishFilter, related
from tracker.admin.sources import CitationInline
from tracker.models import Recipient


class PartyAdmin(RecordAdmin):
    list_display = [
        words_column("name", _("name")),
        "acronym",
        "kind",
        "country",
        "parent",
        "status",
    ]
    list_filter = ["status", "kind", "country", related("parent"), SpanishFilter]
    list_select_related = ["parent"]
    search_fields = ["slug", "name_en", "name_es", "acronym"]
    autocomplete_fields = ["parent"]
    prepopulated_fields = {"slug": ["acronym"]}
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [("name_en", "name_es"), ("acronym", "slug"), "kind"],
                "description": _("The full official name; the acronym only if it is known by one."),
            },
        ),
        (
            _("Where it belongs"),
            {
                "fields": [("country", "parent")],
                "description": _("A body of a government belongs to that government."),
            },
        ),
        PUBLICATION,
    ]


class ReceiptInline(Inline):
    """The awards under which a partner works."""

    model = Recipient
    fk_name = "party"
    autocomplete_fields = ["award", "under", "unit"]
    list_select_related = ["award", "under", "unit", "party"]
    verbose_name = _("award it works under")
    verbose_name_plural = _("awards it works under")
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("award", "role", "under"),
                    ("qualifier", "value", "unit"),
                    ("period", "status"),
                ]
            },
        )
    ]


class ImplementingPartnerAdmin(PartyAdmin):
    """The parties that are recipients of an award; they become so on the award's page."""

    list_display = [
        words_column("name", _("name")),
        "acronym",
        "kind",
        "country",
        "awards",
        "status",
    ]
    inlines = [ReceiptInline, CitationInline]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(awarded=Count("receipts"))

    @admin.display(description=_("awards"), ordering="awarded")
    def awards(self, partner):
        return partner.awarded

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        where = _(
            "A party is an implementing partner once it is entered as a recipient on the page of "
            "an award."
        )
        return super().changelist_view(request, {"subtitle": where, **(extra_context or {})})
