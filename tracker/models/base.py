"""What every record has: who may see it, what a seed file last said of it, its words."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker.database.plans import Unsearched
from tracker.domain.figures import Figure
from tracker.domain.vocabulary import Qualifier, Status
from tracker.domain.wording import Words
from tracker.models.fields import clean_text, fill_days, sort_of

FEW_PROTECTED = _(
    "1 to 10 people protected are never published, for one of them could be recognised: leave the "
    "number empty, and say in words that it is small."
)


class Entered(models.Model):
    """A row that people enter: no text of it, in whichever field, holds an odd character."""

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        """Clean every field, and put each text back as it is to be stored."""
        exclude, refused = set(exclude or ()), {}
        for field in self._meta.concrete_fields:
            value = getattr(self, field.attname)
            if field.name not in exclude and sort_of(field) and isinstance(value, str):
                try:
                    setattr(self, field.attname, clean_text(value, sort_of(field)))
                except ValidationError as problem:
                    refused[field.name] = problem
        try:
            super().clean_fields(exclude | refused.keys())
        except ValidationError as problem:
            refused = problem.update_error_dict(refused)
        if refused:
            raise ValidationError(refused)


class RecordQuerySet(models.QuerySet):
    """
    Who may see a row, and from which day. Only the snapshot asks: it knows what is hidden.

    `hidden` is a function that returns, for a model, the ids of its rows that nobody may see, as a
    list or a query.
    """

    def public(self, hidden):
        """Return the rows anybody may see: published, and so is everything they name."""
        # SQLite would take the index of the status, and read nearly all rows to find a few.
        found = self.alias(shown=Unsearched(F("status"))).filter(shown=Status.PUBLISHED)
        for name, ids in self._hidden_parents(hidden):
            found = found.exclude(**{f"{name}__in": ids})
        return found

    def held_back(self, hidden):
        """Return the other rows: not published, or naming something that is hidden."""
        condition = Q(status__in=(Status.DRAFT, Status.WITHDRAWN))
        for name, ids in self._hidden_parents(hidden):
            condition |= Q(**{f"{name}__in": ids})
        return self.filter(condition)

    def known_by(self, day):
        """
        Return the rows whose dates had come by the end of `day`, and those without any.

        All of them if `day` is None. Which dates say when a row became known stands in
        `known_from` and `known_with`.
        """
        found = self
        for name in (self.model.known_from, *self.model.known_with):
            if day is not None and name:
                latest = f"{name}_latest"
                found = found.filter(
                    Q(**{f"{latest}__isnull": True}) | Q(**{f"{latest}__lte": day})
                )
        return found

    def _hidden_parents(self, hidden):
        for name in self.model.shown_with:
            ids = hidden(self.model._meta.get_field(name).related_model)
            if not isinstance(ids, list) or ids:
                yield name, ids


class Record(Entered):
    """
    A row a visitor may come to see.

    `page` names the address of its own page, and `keyed_by` the field that tells it from others
    there; a record without a page is shown on that of its `whole`, the name of a relation.
    `shown_with` lists the relations that must be public before this record is;
    `named_while_public` those that are merely left out while they are not. `known_from` names the
    stated date from which a reader could know of it, `known_with` dates of what it belongs to,
    before which nobody could either.
    """

    page = ""
    keyed_by = "slug"
    whole = ""
    named_by = "name"
    shown_with: tuple[str, ...] = ()
    named_while_public: tuple[str, ...] = ()
    known_from = ""
    known_with: tuple[str, ...] = ()

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        db_index=True,
        help_text=_("Only published records are public. Withdraw a record rather than delete it."),
    )
    seed_digest = models.CharField(
        max_length=64,
        blank=True,
        default="",
        editable=False,
        help_text=_("What the seed file last said, so that an edit made since is not lost."),
    )
    changed_at = models.DateTimeField(
        _("last changed"), auto_now=True, help_text=_("When the record was last saved.")
    )

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True

    def get_absolute_url(self):
        shown_on = self.shown_on()
        key = getattr(shown_on, shown_on.keyed_by)
        return reverse(f"tracker:{shown_on.page}", args=[key])

    def shown_on(self):
        """Return the record whose page shows this one: itself, or what it is a part of."""
        return self if self.page else getattr(self, self.whole).shown_on()

    def clean_fields(self, exclude=None):
        super().clean_fields(exclude)
        fill_days(self)

    def label(self):
        """Return what it is called, in both languages; a part may be called as its whole."""
        return self.words(self.named_by) if self.named_by else getattr(self, self.whole).label()

    def words(self, field):
        """Return both languages of `field`: `words("name")` reads name_en and name_es."""
        return Words(getattr(self, f"{field}_en"), getattr(self, f"{field}_es"))


class Part(Record):
    """
    A record that belongs to another one and is seen only with it.

    Published from the start: it shows when the whole shows, unless it is held back itself.
    """

    status = models.CharField(
        _("status"),
        max_length=10,
        choices=Status,
        default=Status.PUBLISHED,
        help_text=_("Shown together with the record it belongs to, unless held back here."),
    )

    class Meta:
        abstract = True


class Stated(models.Model):
    """A figure as a source states it. No amount means not stated, which is not zero."""

    value = models.DecimalField(
        _("value"),
        max_digits=15,  # of so many SQLite keeps each exactly
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The number alone, as 8000000. Leave empty if none is stated: 0 is a number."),
    )
    unit = models.ForeignKey(
        "tracker.Unit",
        verbose_name=_("unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("A currency such as PEN, or what is counted, such as shelters."),
    )
    qualifier = models.CharField(
        _("qualifier"),
        max_length=10,
        choices=Qualifier,
        default=Qualifier.EXACTLY,
        help_text=_("How the source limits the number: “at least”, “more than”, “up to”."),
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.status == Status.PUBLISHED and self.counts_few_protected:
            raise ValidationError({"value": FEW_PROTECTED})

    @property
    def counts_few_protected(self):
        """Whether it counts people protected, and so few that one could be recognised."""
        is_few = self.value is not None and 0 < self.value < 11
        return is_few and self.unit is not None and self.unit.is_of_people_protected

    @property
    def figure(self):
        """The figure; its value is None where no amount is stated."""
        return Figure(self.value, self.unit_id or "", Qualifier(self.qualifier))


def figure_is_whole(name):
    """Return the constraints that a stated amount is not negative and has its unit."""
    return [
        models.CheckConstraint(
            condition=Q(value__isnull=True) | Q(unit__isnull=False),
            name=f"{name}_value_has_unit",
            violation_error_message=_("A number needs its unit: a currency or what is counted."),
        ),
        models.CheckConstraint(
            condition=Q(value__isnull=True) | Q(value__gte=0),
            name=f"{name}_value_not_negative",
            violation_error_message=_("A number cannot be negative."),
        ),
        models.CheckConstraint(
            condition=Q(value__isnull=False) | Q(qualifier=Qualifier.EXACTLY),
            name=f"{name}_qualifier_has_value",
            violation_error_message=_("“At least”, “about” and the like need a number."),
        ),
        models.CheckConstraint(
            condition=Q(qualifier__in=Qualifier.values),
            name=f"{name}_qualifier_known",
            violation_error_message=_("This is not one of the qualifiers."),
        ),
    ]


def one_of(field, choices, name):
    """Return the constraint that `field` holds one of `choices`."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": choices.values}),
        name=name,
        violation_error_message=_("This is not one of the choices."),
    )


def status_known(name):
    return one_of("status", Status, f"{name}_status_known")
