"""Reports of what was delivered."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import FIGURE, PUBLICATION, Inline, RecordAdmin
from tracker.admin.columns import date_column, figure, yes_no_column
from tracker.admin.filters import SpanishFilter, related, stated
from tracker.admin.sources import CitationInline
from tracker.models import Delivery


class DeliveryInline(Inline):
    """The reports towards a commitment, on the commitment's page; the rest is on their own."""

    model = Delivery
    autocomplete_fields = ["reported_by", "attributed_to", "dialogue", "unit"]
    list_select_related = ["reported_by", "attributed_to", "dialogue", "unit"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("statement_en", "statement_es"),
                    FIGURE,
                    ("stated_on", "reported_by", "stage"),
                    ("slug", "is_cumulative", "status"),
                ]
            },
        ),
        (
            _("Who is said to have done it, where it was reported, whether it counts"),
            {
                "classes": ["collapse"],
                "fields": [
                    ("attributed_to", "deed_en", "deed_es"),
                    ("dialogue", "is_inferred"),
                    ("counts", "why_not_en", "why_not_es"),
                ],
            },
        ),
    ]


class DeliveryAdmin(RecordAdmin):
    list_display = [
        "slug",
        "towards",
        figure,
        date_column("stated_on", _("stated on")),
        "reported_by",
        yes_no_column("is_cumulative", _("total to date")),
        yes_no_column("counts", _("counts")),
        "status",
    ]
    list_filter = [
        "status",
        "counts",
        "is_cumulative",
        "stage",
        stated("stated_on"),
        stated("value"),
        related("commitment"),
        related("objective"),
        related("reported_by"),
        SpanishFilter,
    ]
    list_select_related = ["commitment", "objective", "reported_by", "unit"]
    search_fields = [
        "slug",
        "statement_en",
        "statement_es",
        "commitment__code",
        "commitment__title_en",
        "reported_by__name_en",
    ]
    autocomplete_fields = [
        "commitment",
        "objective",
        "regions",
        "reported_by",
        "attributed_to",
        "unit",
        "dialogue",
    ]
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("commitment", "objective"),
                    ("statement_en", "statement_es"),
                    "slug",
                    "regions",
                ],
                "description": _(
                    "One report by one source or body. Two sources that say the same thing on the "
                    "same day are two citations of one report."
                ),
            },
        ),
        (
            _("Who"),
            {"fields": ["reported_by", ("attributed_to", "deed_en", "deed_es")]},
        ),
        (
            _("How much"),
            {
                "fields": [
                    FIGURE,
                    ("stage", "is_cumulative"),
                    "counts",
                    ("why_not_en", "why_not_es"),
                ],
                "description": _("A report without an amount is a report, and so is one of zero."),
            },
        ),
        (_("When"), {"fields": [("stated_on", "is_inferred"), "dialogue"]}),
        PUBLICATION,
    ]

    @admin.display(description=_("towards"), ordering="commitment__code")
    def towards(self, delivery):
        return delivery.commitment or delivery.objective
