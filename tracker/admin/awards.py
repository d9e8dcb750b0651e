"""Awards, their recipients and what is done under them."""

from django.utils.translation import gettext_lazy as _

from tracker.admin.base import FIGURE, PUBLICATION, Inline, RecordAdmin
from tracker.admin.columns import date_column, figure, words_column
from tracker.admin.filters import SpanishFilter, related, stated
from tracker.admin.sources import CitationInline
from tracker.models import Activity, Recipient


class RecipientInline(Inline):
    model = Recipient
    fk_name = "award"
    autocomplete_fields = ["party", "under", "unit"]
    list_select_related = ["party", "under", "unit"]
    fieldsets = [
        (None, {"fields": [("party", "role", "under"), FIGURE, ("period", "status")]}),
    ]


class ActivityInline(Inline):
    model = Activity
    autocomplete_fields = ["party", "objective"]
    list_select_related = ["party", "objective"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("party", "phase", "objective"),
                    ("statement_en", "statement_es"),
                    ("slug", "status"),
                ]
            },
        ),
    ]


class AwardAdmin(RecordAdmin):
    list_display = [
        words_column("title", _("title")),
        "funder",
        figure,
        date_column("awarded_on", _("awarded on")),
        date_column("ends_on", _("ends on")),
        "commitment",
        "status",
    ]
    list_filter = [
        "status",
        related("partnership"),
        related("funder"),
        related("objectives"),
        stated("awarded_on"),
        SpanishFilter,
    ]
    list_select_related = ["funder", "unit", "commitment"]
    search_fields = ["slug", "title_en", "title_es", "recipients__party__name_en"]
    autocomplete_fields = ["partnership", "commitment", "funder", "unit", "objectives", "regions"]
    prepopulated_fields = {"slug": ["title_en"]}
    inlines = [RecipientInline, ActivityInline, CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("title_en", "title_es"),
                    "slug",
                    ("partnership", "commitment"),
                    ("objectives", "regions"),
                    ("note_en", "note_es"),
                ],
            },
        ),
        (
            _("Who"),
            {
                "fields": ["funder"],
                "description": _("Who pays. Those who carry out the work are entered below."),
            },
        ),
        (
            _("How much"),
            {
                "fields": [FIGURE],
                "description": _(
                    "The whole amount, once. Where several partners share it and no source says "
                    "how, leave their own amounts empty."
                ),
            },
        ),
        (_("When"), {"fields": [("awarded_on", "starts_on", "ends_on")]}),
        PUBLICATION,
    ]


class RecipientAdmin(RecordAdmin):
    list_display = ["party", "role", "award", "under", figure, "status"]
    list_display_links = ["party"]
    list_filter = ["status", "role", related("award"), stated("period")]
    list_select_related = ["party", "award", "under", "unit"]
    search_fields = ["party__name_en", "party__name_es", "party__acronym", "award__title_en"]
    autocomplete_fields = ["award", "party", "under", "unit"]
    inlines = [CitationInline]
    fieldsets = [
        (_("Who"), {"fields": ["award", ("party", "role", "under")]}),
        (
            _("How much"),
            {
                "fields": [FIGURE],
                "description": _("Its own share, only if a source states it."),
            },
        ),
        (_("When"), {"fields": ["period"]}),
        PUBLICATION,
    ]


class ActivityAdmin(RecordAdmin):
    list_display = [
        "slug",
        words_column("statement", _("statement")),
        "party",
        "phase",
        "award",
        "status",
    ]
    list_filter = [
        "status",
        "phase",
        related("award"),
        related("party"),
        related("objective"),
        SpanishFilter,
    ]
    list_select_related = ["party", "award"]
    search_fields = ["slug", "statement_en", "statement_es", "party__name_en", "party__acronym"]
    autocomplete_fields = ["award", "party", "objective", "regions"]
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("statement_en", "statement_es"),
                    "slug",
                    ("phase", "objective"),
                    "regions",
                ],
                "description": _("“Will train” is announced. Only a report of it makes it done."),
            },
        ),
        (_("Who"), {"fields": [("party", "award")]}),
        PUBLICATION,
    ]
