"""Units and regions: what figures are counted in, and where work is done."""

from babel.numbers import is_currency
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import Counts
from tracker.domain.wording import Words
from tracker.models.base import Entered, Record, one_of, status_known


class Unit(Entered):
    """A currency, or something that is counted; and whom a count counts."""

    code = models.CharField(
        _("code"),
        max_length=40,
        primary_key=True,
        help_text=_("ISO 4217 code for money, as PEN; a plain plural for a count, as shelters."),
    )
    is_money = models.BooleanField(
        _("is money"), default=False, help_text=_("Tick for a currency, leave empty for a count.")
    )
    symbol = models.CharField(
        _("symbol"),
        max_length=5,
        blank=True,
        help_text=_("Of a currency, as S/ or US$: it is written before the number."),
    )
    one_en = models.CharField(_("one, English"), max_length=60, help_text=_("As in “1 shelter”."))
    many_en = models.CharField(
        _("many, English"), max_length=60, help_text=_("As in “6 shelters”.")
    )
    one_es = models.CharField(_("one, Spanish"), max_length=60, help_text=_("As in “1 albergue”."))
    many_es = models.CharField(
        _("many, Spanish"), max_length=60, help_text=_("As in “6 albergues”.")
    )
    counts = models.CharField(
        _("counts"),
        max_length=20,
        choices=Counts,
        default=Counts.PROTECTED,
        help_text=_("Whom it counts. Small counts of people protected are never shown."),
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["code"]
        constraints = [
            one_of("counts", Counts, "unit_counts_known"),
            models.CheckConstraint(
                condition=Q(is_money=False) | Q(counts=Counts.NOT_PEOPLE),
                name="unit_money_is_not_people",
                violation_error_message=_("Money does not count people."),
            ),
        ]

    def __str__(self):
        return self.code

    def clean(self):
        if self.is_money and not is_currency(self.code):
            raise ValidationError(
                {"code": _("“%(code)s” is not an ISO 4217 code.") % {"code": self.code}}
            )

    @property
    def is_of_people_protected(self):
        return self.counts == Counts.PROTECTED

    def words(self, is_one=False):
        """Return its name after a number: "shelter" after 1, "shelters" after any other."""
        return Words(self.one_en, self.one_es) if is_one else Words(self.many_en, self.many_es)


class Region(Record):
    """A first-level region of a country. Nothing is ever located finer than this."""

    page = "region"
    keyed_by = "code"

    code = models.CharField(
        _("code"),
        max_length=6,
        unique=True,
        help_text=_("ISO 3166-2 code, as PE-CUS."),
    )
    name_en = models.CharField(_("name, English"), max_length=80, help_text=_("As “Cusco”."))
    name_es = models.CharField(
        _("name, Spanish"), max_length=80, blank=True, help_text=_("As “Cusco”.")
    )

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]
        constraints = [status_known("region")]

    def __str__(self):
        return str(self.words("name"))
