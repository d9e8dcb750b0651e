"""Commitments, their pledges, and what staff judge of them."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.admin.base import FIGURE, PUBLICATION, Inline, RecordAdmin, RecordList
from tracker.admin.columns import date_column, figure, words_column
from tracker.admin.deliveries import DeliveryInline
from tracker.admin.filters import SpanishFilter, related, stated
from tracker.admin.forms import PledgeForm, PledgeFormSet
from tracker.admin.sources import CitationInline
from tracker.domain.vocabulary import State
from tracker.ledger.assessments import assessments
from tracker.ledger.snapshot import StaffSnapshot
from tracker.models import Judgement, Pledge

# What makes a judgement another one; whoever changes it has judged.
JUDGED = {"verdict", "reason_en"}


def assessed(commitments):
    """Give each commitment its assessment as of today, and the names of units to show it with."""
    snapshot = StaffSnapshot.of_today()
    found = assessments(snapshot, [commitment.pk for commitment in commitments])
    for commitment in commitments:
        commitment.assessment = found[commitment.pk]
        commitment.units = snapshot.units
    return commitments


class AssessedList(RecordList):
    def get_results(self, request):
        super().get_results(request)
        self.result_list = assessed(list(self.result_list))


class AssessmentFilter(admin.SimpleListFilter):
    """Filters on what is computed: all commitments are computed, for they are hundreds at most."""

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        keys = queryset.order_by().values_list("pk", flat=True)
        found = assessments(StaffSnapshot.of_today(), keys)
        return queryset.filter(pk__in=[pk for pk in found if self.value() == self.of(found[pk])])


class StateFilter(AssessmentFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def of(self, assessment):
        return assessment.progress.state


class DisagreementFilter(AssessmentFilter):
    title = _("sources disagree")
    parameter_name = "disagree"

    def lookups(self, request, model_admin):
        return [("yes", _("Yes")), ("no", _("No"))]

    def of(self, assessment):
        return "yes" if assessment.conflicts else "no"


class PledgeInline(Inline):
    model = Pledge
    form = PledgeForm
    formset = PledgeFormSet
    autocomplete_fields = ["unit", "replaces"]
    list_select_related = ["unit", "replaces"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    FIGURE,
                    ("pledged_on", "due_on", "stage"),
                    ("slug", "status"),
                ]
            },
        ),
        (
            _("Only if it replaces an earlier pledge"),
            {
                "classes": ["collapse"],
                "fields": [("replaces", "change"), ("reason_en", "reason_es")],
            },
        ),
    ]


class JudgementInline(Inline):
    model = Judgement
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("verdict", "judged_on", "judged_by"),
                    ("reason_en", "reason_es"),
                    "status",
                ]
            },
        ),
    ]
    list_select_related = ["judged_by"]
    readonly_fields = ["judged_by"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return super().formfield_for_dbfield(db_field, request, **_today(db_field, kwargs))


def _today(field, kwargs):
    """Return the arguments of a form field, with today as the day of a new judgement."""
    return {**kwargs, "initial": timezone.localdate} if field.name == "judged_on" else kwargs


def sign(form, judge):
    """Note who judged: whoever enters a judgement or changes what it says."""
    if form.instance.judged_by_id is None or JUDGED & set(form.changed_data):
        form.instance.judged_by = judge


class CommitmentAdmin(RecordAdmin):
    list_display = [
        "code",
        words_column("title", _("title")),
        "made_by",
        "pledged",
        "state",
        "delivered",
        "disagree",
        "status",
    ]
    list_filter = [
        "status",
        StateFilter,
        DisagreementFilter,
        related("partnership"),
        related("objective"),
        related("made_by"),
        stated("made_on"),
        SpanishFilter,
    ]
    list_select_related = ["made_by"]
    search_fields = ["code", "title_en", "title_es", "statement_en", "made_by__name_en"]
    autocomplete_fields = ["partnership", "objective", "regions", "made_by", "jointly_with"]
    readonly_fields = ["changed_at", "state", "delivered", "disagree"]
    inlines = [PledgeInline, DeliveryInline, CitationInline, JudgementInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": [
                    ("code", "partnership", "objective"),
                    ("title_en", "title_es"),
                    ("statement_en", "statement_es"),
                    "regions",
                ],
                "description": _(
                    "One promise. A promise of another measure is another commitment. The code "
                    "stays as it is once saved."
                ),
            },
        ),
        (_("Who"), {"fields": [("made_by", "jointly_with")]}),
        (_("When"), {"fields": ["made_on"]}),
        PUBLICATION,
    ]
    how_it_stands = (
        _("Status today"),
        {
            "fields": [("state", "delivered", "disagree")],
            "description": _(
                "Computed from the published pledges and deliveries below; nobody enters it."
            ),
        },
    )

    def get_changelist(self, request, **kwargs):
        return AssessedList

    def get_object(self, request, object_id, from_field=None):
        found = super().get_object(request, object_id, from_field)
        return found and assessed([found])[0]

    def get_fieldsets(self, request, obj=None):
        return [self.how_it_stands, *self.fieldsets] if obj else self.fieldsets

    def save_formset(self, request, form, formset, change):
        if formset.model is Judgement:
            for judged in formset.forms:
                sign(judged, request.user)
        super().save_formset(request, form, formset, change)

    @admin.display(description=_("pledged"))
    def pledged(self, commitment):
        pledge = commitment.assessment.pledge
        if pledge is None:
            return _("No pledge entered")
        if pledge.value is None:
            return _("No number pledged")
        return str(commitment.units.quantity(pledge.figure))

    @admin.display(description=_("state"))
    def state(self, commitment):
        return commitment.assessment.progress.state.label

    @admin.display(description=_("delivered"))
    def delivered(self, commitment):
        progress = commitment.assessment.progress
        extent = commitment.units.extent(progress.delivered, progress.strongest)
        return _("No figure reported") if extent is None else str(extent)

    @admin.display(description=_("sources disagree"))
    def disagree(self, commitment):
        return _("Yes") if commitment.assessment.conflicts else _("No")


class PledgeAdmin(RecordAdmin):
    form = PledgeForm
    list_display = [
        "slug",
        "commitment",
        figure,
        "stage",
        date_column("pledged_on", _("pledged on")),
        date_column("due_on", _("due on")),
        "change",
        "status",
    ]
    list_filter = [
        "status",
        "stage",
        "change",
        related("commitment__partnership"),
        stated("due_on"),
        SpanishFilter,
    ]
    list_select_related = ["commitment", "unit"]
    search_fields = ["slug", "commitment__code", "commitment__title_en", "reason_en"]
    autocomplete_fields = ["commitment", "unit", "replaces"]
    inlines = [CitationInline]
    fieldsets = [
        (_("What"), {"fields": ["commitment", "slug"]}),
        (
            _("How much"),
            {
                "fields": [FIGURE, "stage"],
                "description": _("Leave the number empty if none was pledged: 0 is a number."),
            },
        ),
        (_("When"), {"fields": [("pledged_on", "due_on")]}),
        (
            _("Replaces"),
            {
                "fields": [("replaces", "change"), ("reason_en", "reason_es")],
                "description": _(
                    "Only if it changes or ends an earlier pledge, which stays visible for ever."
                ),
            },
        ),
        PUBLICATION,
    ]


class JudgementAdmin(RecordAdmin):
    list_display = ["commitment", "verdict", "judged_by", "judged_on", "status"]
    list_display_links = ["verdict"]
    list_filter = ["status", "verdict", related("commitment__partnership"), SpanishFilter]
    list_select_related = ["commitment", "judged_by"]
    search_fields = ["commitment__code", "commitment__title_en", "reason_en", "reason_es"]
    autocomplete_fields = ["commitment"]
    readonly_fields = ["changed_at", "judged_by"]
    inlines = [CitationInline]
    fieldsets = [
        (
            _("What"),
            {
                "fields": ["commitment", "verdict", ("reason_en", "reason_es")],
                "description": _("Your judgement stands beside the computed state, never over it."),
            },
        ),
        (_("Who and when"), {"fields": [("judged_by", "judged_on")]}),
        PUBLICATION,
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return super().formfield_for_dbfield(db_field, request, **_today(db_field, kwargs))

    def save_model(self, request, obj, form, change):
        sign(form, request.user)
        super().save_model(request, obj, form, change)
