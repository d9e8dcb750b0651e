"""Forms of the admin: numbers as people write them, addresses that stay, nothing read twice."""

import re
from decimal import Decimal

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from tracker.domain.text import Sort
from tracker.domain.vocabulary import PledgeChange
from tracker.models.fields import EarliestDay, LatestDay, clean_text

# Names in addresses: chosen once.
FIXED = ("slug", "code")

# Digits, in groups of three or not, and cents after a point. Anything else can mean two things.
READABLE = re.compile(r"-?(\d+|\d{1,3}([, ])\d{3}(\2\d{3})*)(\.\d{1,2})?", re.ASCII)
PRINTED_SPACES = str.maketrans(
    "\u00a0\u202f", "  "
)  # between the groups, where numbers are printed


class OneLine:
    """An odd character is named, and what cannot be seen taken off, before anything is checked."""

    sort = Sort.NAME

    def to_python(self, value):
        return super().to_python(clean_text(value or "", self.sort))


class LineField(OneLine, forms.CharField):
    pass


class SlugField(OneLine, forms.SlugField):
    pass


class AddressField(OneLine, forms.URLField):
    pass


class AmountField(forms.DecimalField):
    """
    A number as an editor writes it: 8000000, 8,000,000 or 8 000 000. Empty is None, never zero.

    A text box: a browser empties a number box that holds "8,000,000", and the amount is lost
    without a word.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "size": "16"})
    default_error_messages = {
        "invalid": _("Write the number alone, as 8000000 or 1234.50: no currency, no words.")
    }

    def to_python(self, value):
        entered = "" if value is None else str(value)
        written = clean_text(entered.translate(PRINTED_SPACES), Sort.NAME)
        if written and not READABLE.fullmatch(written):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(re.sub("[, ]", "", written))

    def prepare_value(self, value):
        """Return a stored number without idle zeros: 8000000, not 8000000.00."""
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return f"{value:.0f}"
        return value


def can_be_key(field, key):
    """Whether the primary key `field` could be `key`: no database looks up a code or 40 digits."""
    try:
        field.clean(key, None)
    except ValidationError:
        return False
    return True


class ByKey:
    """A choice by search. What cannot be a key is not looked up: an address may name anything."""

    def optgroups(self, name, value, attrs=None):
        keys = [key for key in value if can_be_key(self.field.target_field, key)]
        return super().optgroups(name, keys, attrs)


class ManySelect(ByKey, AutocompleteSelectMultiple):
    """Several choices by search."""


class ManyField(forms.ModelMultipleChoiceField):
    """Several choices, none of which is looked up unless each can be a key."""

    def clean(self, value):
        for key in value or ():
            if not can_be_key(self.queryset.model._meta.pk, key):
                words = {"pk": key}
                raise ValidationError(
                    self.error_messages["invalid_pk_value"], code="invalid_pk_value", params=words
                )
        return super().clean(value)


class KnownSelect(ByKey, AutocompleteSelect):
    """A choice by search; what is chosen already, and read with the row, is not read again."""

    known = None

    def optgroups(self, name, value, attrs=None):
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attrs)
        label = self.choices.field.label_from_instance(self.known)
        options = [self.create_option(name, self.known.pk, label, True, 0)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]


class RecordForm(forms.ModelForm):
    """A form for any record. `was_refused`: the database turned the same input down."""

    was_refused = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        read = self.instance._state.fields_cache
        is_new = self.instance._state.adding
        for name, field in self.fields.items():
            field.disabled |= name in FIXED and not is_new
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, KnownSelect):
                widget.known = read.get(name)

    def clean(self):
        if self.was_refused:
            raise ValidationError(
                _(
                    "Not saved: this conflicts with stored records, perhaps because somebody else "
                    "saved at the same moment. Look for duplicate entries, then save again."
                ),
                code="refused",
            )
        return super().clean()

    def _get_validation_exclusions(self):
        # Django skips a rule that names what the form does not. Two such things are known all the
        # same: the row's own number ("cannot be part of itself"), and the days that are filled
        # from a stated date ("cannot end before it starts").
        exclude = super()._get_validation_exclusions()
        fields = self.instance._meta.fields
        days = [field for field in fields if isinstance(field, EarliestDay | LatestDay)]
        known = {day.name for day in days if day.stated not in exclude}
        return exclude - known - ({"id"} if self.instance.pk else set())


class PledgeForm(RecordForm):
    class Meta:
        error_messages = {
            "replaces": {
                "unique": _("Another pledge replaces that one: choose the last of the chain.")
            }
        }

    def clean(self):
        """Refuse a pledge whose place in the chain cannot be: after an end, or before itself."""
        entered = super().clean() or self.cleaned_data
        before = entered.get("replaces")
        if before and before.is_ended and entered.get("change") != PledgeChange.CORRECTION:
            self.add_error(
                "replaces", _("It ended the promise: a new promise is another commitment.")
            )
        if before and self.instance.pk in _chain_up_to(before):
            self.add_error("replaces", _("It comes after this one, not before it."))
        return entered


def _chain_up_to(pledge):
    """Return the primary keys of `pledge` and of all that it comes after."""
    found = set()
    while pledge is not None and pledge.pk not in found:
        found.add(pledge.pk)
        pledge = pledge.replaces
    return found


class PledgeFormSet(BaseInlineFormSet):
    def clean(self):
        """Refuse two first pledges at once; a form alone sees only those already stored."""
        super().clean()
        first = [form for form in self.forms if self._is_first(form)]
        if len(first) > 1:
            raise ValidationError(
                _(
                    "A commitment has one first pledge. Keep one, and let the other replace it or "
                    "enter it under another commitment."
                ),
                code="two-first",
            )

    def _is_first(self, form):
        entered = getattr(form, "cleaned_data", {})
        is_kept = bool(entered) and not entered.get("DELETE")
        return is_kept and entered.get("replaces") is None and "replaces" not in form.errors
