"""Meetings, who took part, and what was announced."""

from django.utils.translation import gettext_lazy as _

from tracker.admin.base import FIGURE, PUBLICATION, Inline, RecordAdmin
from tracker.admin.columns import date_column, figure, words_column
from tracker.admin.filters import SpanishFilter, related, stated
from tracker.admin.sources import CitationInline
from tracker.models import Announcement, Participant

OFFICE_HOLDERS = _("Name only office-holders acting in public, with the title they held then.")


class ParticipantInline(Inline):
    model = Participant
    autocomplete_fields = ["party"]
    list_select_related = ["party"]
    fieldsets = [
        (None, {"fields": [("name", "party"), ("title_en", "title_es"), ("part", "status")]}),
    ]


class AnnouncementInline(Inline):
    model = Announcement
    autocomplete_fields = ["made_by", "addressed_to", "unit"]
    list_select_related = ["made_by", "addressed_to", "unit"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("statement_en", "statement_es"),
                    ("kind", "made_by"),
                    ("speaker", "addressed_to"),
                    FIGURE,
                    ("slug", "status"),
                ]
            },
        ),
    ]


class DialogueAdmin(RecordAdmin):
    list_display = [
        words_column("name", _("name")),
        "kind",
        "ordinal",
        date_column("held_on", _("held on")),
        "standing",
        "partnership",
        "status",
    ]
    list_filter = [
        "status",
        related("partnership"),
        "kind",
        "standing",
        "format",
        "is_inferred",
        stated("held_on"),
        SpanishFilter,
    ]
    list_select_related = ["partnership"]
    search_fields = ["slug", "name_en", "name_es", "place_en", "summary_en", "summary_es"]
    autocomplete_fields = ["partnership"]
    prepopulated_fields = {"slug": ["name_en"]}
    inlines = [ParticipantInline, AnnouncementInline, CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("name_en", "name_es"),
                    "slug",
                    "partnership",
                    ("kind", "ordinal"),
                    ("standing", "format"),
                    ("place_en", "place_es"),
                    ("summary_en", "summary_es"),
                ],
                "description": _("One annual dialogue, or another meeting of the partnership."),
            },
        ),
        (
            _("When"),
            {
                "fields": [("held_on", "is_inferred"), ("inference_en", "inference_es")],
                "description": _("If no source states the date, say what it is inferred from."),
            },
        ),
        PUBLICATION,
    ]


class ParticipantAdmin(RecordAdmin):
    list_display = [
        "__str__",
        words_column("title", _("title")),
        "party",
        "part",
        "dialogue",
        "status",
    ]
    list_filter = ["status", "part", related("dialogue"), related("party"), SpanishFilter]
    list_select_related = ["party", "dialogue"]
    search_fields = ["name", "title_en", "title_es", "party__name_en", "party__acronym"]
    autocomplete_fields = ["dialogue", "party"]
    inlines = [CitationInline]
    fieldsets = [
        (
            _("Who"),
            {
                "fields": [("name", "party"), ("title_en", "title_es"), ("dialogue", "part")],
                "description": OFFICE_HOLDERS,
            },
        ),
        PUBLICATION,
    ]


class AnnouncementAdmin(RecordAdmin):
    list_display = [
        "slug",
        words_column("statement", _("statement")),
        "kind",
        "made_by",
        figure,
        "dialogue",
        "status",
    ]
    list_filter = ["status", "kind", related("dialogue"), related("made_by"), SpanishFilter]
    list_select_related = ["made_by", "dialogue", "unit"]
    search_fields = ["slug", "statement_en", "statement_es", "speaker", "dialogue__name_en"]
    autocomplete_fields = ["dialogue", "made_by", "addressed_to", "unit"]
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [("dialogue", "kind"), ("statement_en", "statement_es"), "slug"],
                "description": _("Something said at a meeting. A request makes no promise."),
            },
        ),
        (_("Who"), {"fields": [("made_by", "speaker"), "addressed_to"]}),
        (_("How much"), {"fields": [FIGURE]}),
        PUBLICATION,
    ]
