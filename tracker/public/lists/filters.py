"""Filters of the public lists. What a list does not know it refuses, by name."""

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from tracker.database.search import begins_words, saying, words_of
from tracker.domain.vocabulary import MeetingKind, PartyKind, Reliability, Seen, Stage, State
from tracker.domain.wording import Words
from tracker.ledger.memory import remembered
from tracker.ledger.visible import Unsearched, visible_rows
from tracker.models import (
    Award,
    Commitment,
    Delivery,
    Dialogue,
    Objective,
    Partnership,
    Party,
    Region,
    Source,
)
from tracker.public.lists.controls import Box, Select, YearBox
from tracker.public.lists.strict import StrictFilterSet


def _choices(model, key, order):
    """Return a function that lists public records as choices, each read once for each version."""

    def choices():
        return _named(
            f"choices of {model.__name__}",
            lambda: [
                (getattr(one, key), one.label()) for one in model.objects.public().order_by(order)
            ],
        )

    return choices


def objectives():
    """Return the public objectives as choices: several partnerships may name theirs alike."""
    found = Objective.objects.public().select_related("partnership__partner").order_by("slug")
    return _named(
        "objectives",
        lambda: [(one.slug, _of(one.label(), one.partnership.partner.label())) for one in found],
    )


def regions():
    """Return the public regions as choices, with the codes that tell their countries apart."""
    found = Region.objects.public().order_by("code")
    return _named(
        "regions",
        lambda: [(one.code, _of(one.label(), Words(one.code, one.code))) for one in found],
    )


def _of(words, whole):
    return Words(f"{words.en} ({whole.en})", f"{words.es or words.en} ({whole.es or whole.en})")


def _named(key, read):
    """Return choices in the reader's language; `read` gives their words in both."""
    return [(value, str(words)) for value, words in remembered(key, read)]


def _one_of(choices, label, **options):
    return django_filters.ChoiceFilter(
        choices=choices, label=label, empty_label=_("All"), widget=Select, **options
    )


def _search():
    return django_filters.CharFilter(
        label=_("Search"), method="search", max_length=100, widget=Box(attrs={"maxlength": 100})
    )


partnerships = _choices(Partnership, "slug", "slug")


def promisors():
    """Return the public parties that promised something, as choices."""
    made = Commitment.objects.public().filter(
        Q(made_by=OuterRef("pk")) | Q(jointly_with=OuterRef("pk"))
    )
    return _in_order(_named("promisors", lambda: _parties(made)))


def _named_in_deliveries(relation):
    """Return a function that lists the public parties named so in a public delivery."""

    def parties():
        return _parties(visible_rows(Delivery).filter(**{relation: OuterRef("pk")}))

    return lambda: _in_order(_named(relation, parties))


def _parties(named):
    found = Party.objects.public().filter(Exists(named)).order_by("slug")
    return [(party.slug, party.label()) for party in found]


def _in_order(choices):
    """Return choices as the reader would look for them, by their names."""
    return sorted(choices, key=lambda choice: choice[1].casefold())


class CommitmentFilter(StrictFilterSet):
    q = _search()
    partnership = _one_of(partnerships, _("Partnership"), field_name="partnership__slug")
    made_by = _one_of(promisors, _("Made by"), method="promised_by")
    objective = _one_of(objectives, _("Objective"), field_name="objective__slug")
    state = _one_of(State.choices, _("State"), method="later")
    sources = _one_of([("disagree", _("Sources disagree"))], _("Sources"), method="later")

    class Meta:
        model = Commitment
        fields = []

    def search(self, found, name, value):
        columns = ("code", "title_en", "title_es", "statement_en", "statement_es")
        wanted = words_of(value)
        texts = found.order_by().values_list("pk", *columns) if wanted else ()
        saying = [pk for pk, *said in texts if begins_words(" ".join(said), wanted)]
        return found.filter(pk__in=saying)

    def promised_by(self, found, name, value):
        return found.filter(Q(made_by__slug=value) | Q(jointly_with__slug=value))

    def later(self, found, name, value):
        """The state is computed, so `keep` chooses by it, among the lines."""
        return found

    @property
    def asks_state(self):
        """Whether the choice depends on how commitments stand."""
        return not self.asked.keys().isdisjoint(("state", "sources"))

    def keep(self, lines):
        """Return the lines that are in the chosen state, if one was chosen."""
        state, sources = self.asked.get("state"), self.asked.get("sources")
        return [
            line
            for line in lines
            if (not state or line.state == state) and (not sources or line.disagreements)
        ]


def _pk(model, **key):
    """Return the primary key: an index by date serves one value of a column, not a join to it."""
    found = model.objects.filter(**key).values_list("pk", flat=True)
    return remembered((model.__name__, *key.values()), found.get)


def a_public_commitment(code):
    if not Commitment.objects.public().filter(code=code).exists():
        raise ValidationError(_("There is no commitment of this number; write it as PE-1."))


class YearFilter(django_filters.Filter):
    field_class = forms.IntegerField


def _year(label, end):
    """Return the filter of the years a report was stated in, on the last day it can mean."""
    return YearFilter(
        label=label,
        field_name="stated_on_latest__year",
        lookup_expr=end,
        min_value=2000,
        max_value=2100,
        widget=YearBox(attrs={"min": 2000, "max": 2100}),
    )


class DeliveryFilter(StrictFilterSet):
    q = _search()
    partnership = _one_of(partnerships, _("Partnership"), method="under")
    commitment = django_filters.CharFilter(
        label=_("Commitment, by its number"),
        method="towards",
        max_length=12,
        validators=[a_public_commitment],
        widget=Box(attrs={"maxlength": 12, "placeholder": "PE-1"}),
    )
    pledged = _one_of(
        [("yes", _("Towards a commitment")), ("no", _("Never pledged"))],
        _("Promised"),
        method="promised",
    )
    reported_by = _one_of(
        _named_in_deliveries("reported_by"), _("Reported by"), method="naming_party"
    )
    attributed_to = _one_of(
        _named_in_deliveries("attributed_to"), _("Done by"), method="naming_party"
    )
    region = _one_of(regions, _("Region"), method="placed_in")
    stage = _one_of(Stage.choices, _("Stage of the money"))
    counts = _one_of(
        [("yes", _("May count")), ("no", _("Left out by the editors"))],
        _("Counted"),
        method="counted",
    )
    since = _year(_("Stated since the year"), "gte")
    until = _year(_("Stated until the year"), "lte")

    class Meta:
        model = Delivery
        fields = []

    # Whether a row is asked if it is in a region, or the region for its rows.
    is_row_by_row = False

    @property
    def row_by_row(self):
        """The same deliveries, found the cheaper way where they are many and few are wanted."""
        self.is_row_by_row = True
        try:
            return self.filter_queryset(self.queryset)
        finally:
            self.is_row_by_row = False

    def search(self, found, name, value):
        return found.filter(saying(value, is_row_by_row=self.is_row_by_row))

    def under(self, found, name, value):
        promised = Commitment.objects.filter(partnership__slug=value).order_by().values("pk")
        served = Objective.objects.filter(partnership__slug=value).order_by().values("pk")
        if self.is_row_by_row:
            found = found.alias(
                towards=Unsearched(F("commitment")), under=Unsearched(F("objective"))
            )
            return found.filter(Q(towards__in=promised) | Q(under__in=served))
        return found.filter(Q(commitment__in=promised) | Q(objective__in=served))

    def towards(self, found, name, value):
        return found.filter(commitment=_pk(Commitment, code=value))

    def naming_party(self, found, name, value):
        return found.filter(**{name: _pk(Party, slug=value)})

    def promised(self, found, name, value):
        return found.filter(commitment__isnull=value == "no")

    def placed_in(self, found, name, value):
        places = Delivery.regions.through.objects.filter(region=_pk(Region, code=value))
        if self.is_row_by_row:
            return found.filter(Exists(places.filter(delivery=OuterRef("pk"))))
        return found.filter(pk__in=places.values("delivery"))

    def counted(self, found, name, value):
        return found.filter(counts=value == "yes")


class AwardFilter(StrictFilterSet):
    partnership = _one_of(partnerships, _("Partnership"), field_name="partnership__slug")

    class Meta:
        model = Award
        fields = []


class PartyFilter(StrictFilterSet):
    kind = _one_of(PartyKind.choices, _("Kind"))

    class Meta:
        model = Party
        fields = []


class DialogueFilter(StrictFilterSet):
    partnership = _one_of(partnerships, _("Partnership"), field_name="partnership__slug")
    kind = _one_of(MeetingKind.choices, _("Kind"))

    class Meta:
        model = Dialogue
        fields = []


class SourceFilter(StrictFilterSet):
    reliability = _one_of(Reliability.choices, _("Reliability"))
    seen = _one_of(Seen.choices, _("Seen"))

    class Meta:
        model = Source
        fields = []
