"""Partnerships, their objectives and extensions."""

from django.utils.translation import gettext_lazy as _

from tracker.admin.base import PUBLICATION, Inline, RecordAdmin
from tracker.admin.columns import date_column, words_column
from tracker.admin.filters import SpanishFilter, related, stated
from tracker.admin.sources import CitationInline
from tracker.models import Extension, Objective


class ObjectiveInline(Inline):
    model = Objective
    prepopulated_fields = {"slug": ["title_en"]}
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("number", "title_en", "title_es"),
                    ("statement_en", "statement_es"),
                    ("slug", "status"),
                ]
            },
        )
    ]


class ExtensionInline(Inline):
    model = Extension
    autocomplete_fields = ["dialogue"]
    list_select_related = ["dialogue"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("announced_on", "years", "until"),
                    "dialogue",
                    ("note_en", "note_es"),
                    ("slug", "status"),
                ]
            },
        )
    ]


class PartnershipAdmin(RecordAdmin):
    list_display = [
        words_column("name", _("name")),
        "funder",
        "partner",
        date_column("signed_on", _("signed on")),
        "status",
    ]
    list_filter = [
        "status",
        related("funder"),
        related("partner"),
        stated("signed_on"),
        SpanishFilter,
    ]
    list_select_related = ["funder", "partner"]
    search_fields = ["slug", "name_en", "name_es", "partner__name_en", "partner__name_es"]
    autocomplete_fields = ["funder", "partner", "regions"]
    prepopulated_fields = {"slug": ["name_en"]}
    inlines = [ObjectiveInline, ExtensionInline, CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("name_en", "name_es"),
                    "slug",
                    ("summary_en", "summary_es"),
                    "regions",
                ],
                "description": _("One partnership between two governments."),
            },
        ),
        (_("Who"), {"fields": [("funder", "partner")]}),
        (
            _("When"),
            {
                "fields": [("signed_on", "term_years", "ended_on")],
                "description": _("As a source states it. Leave empty what no source states."),
            },
        ),
        (
            _("Its place among partnerships"),
            {
                "fields": [("position", "world_ordinal"), ("area_ordinal", "area_en", "area_es")],
                "description": _("Ordinals only if a source calls it “the first”, “the third”."),
            },
        ),
        PUBLICATION,
    ]


class ObjectiveAdmin(RecordAdmin):
    list_display = ["slug", "number", words_column("title", _("title")), "partnership", "status"]
    list_filter = ["status", related("partnership"), SpanishFilter]
    list_select_related = ["partnership"]
    search_fields = ["slug", "title_en", "title_es", "statement_en", "partnership__name_en"]
    autocomplete_fields = ["partnership"]
    prepopulated_fields = {"slug": ["title_en"]}
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("partnership", "number"),
                    ("title_en", "title_es"),
                    "slug",
                    ("statement_en", "statement_es"),
                ],
                "description": _("One of the aims that the two governments agreed on."),
            },
        ),
        PUBLICATION,
    ]


class ExtensionAdmin(RecordAdmin):
    list_display = [
        "slug",
        "partnership",
        date_column("announced_on", _("announced on")),
        "years",
        date_column("until", _("until")),
        "status",
    ]
    list_filter = ["status", related("partnership"), stated("announced_on"), SpanishFilter]
    list_select_related = ["partnership"]
    search_fields = ["slug", "note_en", "note_es", "partnership__name_en"]
    autocomplete_fields = ["partnership", "dialogue"]
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": ["partnership", "slug", ("years", "until"), ("note_en", "note_es")],
                "description": _("A later agreement to let the partnership run longer."),
            },
        ),
        (_("When"), {"fields": [("announced_on", "dialogue")]}),
        PUBLICATION,
    ]
