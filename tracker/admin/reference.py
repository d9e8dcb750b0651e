"""Units and regions."""

from django.utils.translation import gettext_lazy as _

from tracker.admin.base import PUBLICATION, PlainAdmin, RecordAdmin
from tracker.admin.columns import yes_no_column
from tracker.admin.filters import SpanishFilter


class UnitAdmin(PlainAdmin):
    list_display = ["code", "many_en", "many_es", yes_no_column("is_money", _("money")), "counts"]
    list_filter = ["is_money", "counts"]
    search_fields = ["code", "one_en", "many_en", "one_es", "many_es"]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [("code", "is_money", "symbol"), "counts"],
                "description": _("The code stays as it is once saved: figures refer to it."),
            },
        ),
        (
            _("Its name after a number"),
            {"fields": [("one_en", "one_es"), ("many_en", "many_es")]},
        ),
    ]


class RegionAdmin(RecordAdmin):
    list_display = ["code", "name_en", "name_es", "status"]
    list_filter = ["status", SpanishFilter]
    search_fields = ["code", "name_en", "name_es"]
    fieldsets = [
        (
            _("What"),
            {
                "fields": ["code", ("name_en", "name_es")],
                "description": _("First-level regions only. Nothing is located more finely."),
            },
        ),
        PUBLICATION,
    ]
