"""Sources and citations."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import FIGURE, PUBLICATION, Inline, Listing, RecordAdmin
from tracker.admin.columns import date_column, figure, link_to
from tracker.admin.filters import SpanishFilter, related, stated
from tracker.models import Citation
from tracker.models.sources import TARGETS

# What a citation's record needs to say its name.
TARGETS_BY_NAME = (*TARGETS, "recipient__party", "participant__party")

IN_THE_SOURCE = ["source", ("locator_en", "locator_es"), "phrase"]
OTHERWISE = [FIGURE, "states_on", ("note_en", "note_es")]


class CitationInline(Inline):
    """The evidence for a record, on that record's page."""

    model = Citation
    autocomplete_fields = ["source", "unit"]
    list_select_related = ["source", "unit"]
    fieldsets = [
        (None, {"fields": IN_THE_SOURCE}),
        (
            _("Only if the source differs from the record"),
            {"classes": ["collapse"], "fields": [*OTHERWISE, "status"]},
        ),
    ]


class CitedRecords(Listing):
    """What a source is evidence for, on the source's page."""

    model = Citation
    fk_name = "source"
    fields = ["record", "locator_en", "stated_there"]
    list_select_related = [*TARGETS_BY_NAME, "unit"]
    verbose_name_plural = _("what it is cited for")

    @admin.display(description=_("record"))
    def record(self, citation):
        return link_to(citation.target)

    @admin.display(description=_("figure stated there"))
    def stated_there(self, citation):
        return _("As in the record") if citation.value is None else figure(citation)


class SourceAdmin(RecordAdmin):
    list_display = [
        "title",
        "publisher_en",
        date_column("published_on", _("published on")),
        "reliability",
        "seen",
        "citations",
        "status",
    ]
    list_filter = [
        "status",
        "reliability",
        "seen",
        "language",
        "is_machine_translated",
        stated("published_on"),
        stated("url"),
        SpanishFilter,
    ]
    search_fields = ["slug", "publisher_en", "publisher_es", "title", "url", "note_en", "note_es"]
    prepopulated_fields = {"slug": ["publisher_en", "title"]}
    inlines = [CitedRecords]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("publisher_en", "publisher_es"),
                    "title",
                    "slug",
                    ("language", "is_machine_translated"),
                ],
                "description": _("The document, by its own title."),
            },
        ),
        (
            _("Where and when"),
            {
                "fields": ["url", "published_on"],
                "description": _("The day of a copy or of a visit is not the day of publication."),
            },
        ),
        (
            _("How far to trust it"),
            {"fields": [("reliability", "seen"), ("note_en", "note_es")]},
        ),
        PUBLICATION,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(cited=Count("citations"))

    @admin.display(description=_("citations"), ordering="cited")
    def citations(self, source):
        return source.cited


class CitationAdmin(RecordAdmin):
    list_display = ["__str__", "record", "source", "locator_en", "stated_there", "status"]
    list_filter = [
        "status",
        stated("value"),
        "source__reliability",
        related("source"),
        SpanishFilter,
    ]
    list_select_related = ["source", "unit", *TARGETS_BY_NAME]
    search_fields = [
        "phrase",
        "locator_en",
        "source__title",
        "source__publisher_en",
        "source__slug",
    ]
    autocomplete_fields = ["source", "unit", *TARGETS]
    readonly_fields = ["changed_at", "record"]
    evidence = (
        _("Evidence"),
        {
            "fields": IN_THE_SOURCE,
            "description": _("Where the source says it, and in which words."),
        },
    )
    otherwise = (
        _("Only if the source differs from the record"),
        {
            "fields": OTHERWISE,
            "description": _("Leave all of this empty where the source and the record agree."),
        },
    )
    targets = (
        _("What it is evidence for"),
        {
            "fields": TARGETS,
            "description": _(
                "Choose exactly one. It is easier to add a citation on the page of the record "
                "itself, where this is filled in."
            ),
        },
    )
    fieldsets = [evidence, targets, otherwise, PUBLICATION]

    def get_fieldsets(self, request, obj=None):
        """Return all targets for a new citation; later the record it is for, which stays."""
        if obj is None:
            return self.fieldsets
        record = (_("What it is evidence for"), {"fields": ["record"]})
        return [record, self.evidence, self.otherwise, PUBLICATION]

    @admin.display(description=_("record"))
    def record(self, citation):
        return link_to(citation.target)

    @admin.display(description=_("figure stated there"), ordering="value")
    def stated_there(self, citation):
        return _("As in the record") if citation.value is None else figure(citation)
