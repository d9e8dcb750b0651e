"""Model fields for dates and figures as sources state them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracker.domain import dates, text

EDTF_HELP = _("2017-06-15, 2017-10, 2017, 2022-11~ for “about”, 2021-05-17/2021-05-18.")
PHRASE_WORDS = 12


def validate_edtf(stated):
    try:
        dates.span(stated)
    except dates.BadDate as problem:
        raise ValidationError(str(problem), code="edtf") from None


def validate_short(phrase):
    count = len(phrase.split())
    if count > PHRASE_WORDS:
        raise ValidationError(
            _("A phrase of evidence has at most %(most)d words; this has %(count)d."),
            params={"most": PHRASE_WORDS, "count": count},
            code="phrase",
        )


# The lines of text that are sentences or parts of one; any other is a code, a name or a number.
PHRASES = ("title", "phrase", "locator", "deed", "note", "why_not")


def sort_of(field):
    """Return which characters may stand in a text field of a model, or None if it is another."""
    if isinstance(field, models.TextField):
        return text.Sort.PROSE
    if isinstance(field, models.CharField):
        is_phrase = field.name.removesuffix("_en").removesuffix("_es") in PHRASES
        return text.Sort.PHRASE if is_phrase else text.Sort.NAME
    return None


def clean_text(entered, sort):
    """Return the text as it is stored, or raise ValidationError if a character has no place."""
    try:
        return text.cleaned(entered, sort)
    except text.OddCharacter as problem:
        raise ValidationError(str(problem), code="character") from None


def undated_last(stated):
    """Return the order by the first day a date can mean; databases differ on where none stands."""
    return F(f"{stated}_earliest").asc(nulls_last=True)


class EdtfField(models.CharField):
    """A date as stated, in EDTF; "" means not stated. See tracker.domain.dates for the forms."""

    default_validators = [validate_edtf]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


class _StatedDay(models.DateField):
    """One end of what another field's EDTF text can mean, filled whenever the row is saved."""

    end = ""

    def __init__(self, stated="", **kwargs):
        self.stated = stated
        kwargs.update(null=True, blank=True, editable=False)
        super().__init__(**kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "stated": self.stated}

    def pre_save(self, instance, add):
        span = dates.span(getattr(instance, self.stated))
        day = getattr(span, self.end) if span else None
        setattr(instance, self.attname, day)
        return day


class EarliestDay(_StatedDay):
    """The first day that the field named `stated` can mean, or None."""

    end = "earliest"


class LatestDay(_StatedDay):
    """The last day that the field named `stated` can mean, or None."""

    end = "latest"


def fill_days(instance):
    """Fill the days of every stated date, as saving will, so that it can be checked before."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, _StatedDay):
            field.pre_save(instance, add=False)


def days_agree(stated, name):
    """Return the constraint that both days of the field `stated` are there, in order, or none."""
    earliest, latest = f"{stated}_earliest", f"{stated}_latest"
    absent = Q(**{stated: "", f"{earliest}__isnull": True, f"{latest}__isnull": True})
    both = {f"{earliest}__isnull": False, f"{latest}__isnull": False}  # a CHECK lets NULL pass
    present = ~Q(**{stated: ""}) & Q(**both) & Q(**{f"{earliest}__lte": F(latest)})
    return models.CheckConstraint(
        condition=absent | present,
        name=name,
        violation_error_message=_("The stated date and the days it can mean do not agree."),
    )
