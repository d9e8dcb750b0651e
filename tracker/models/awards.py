"""Grants to implementing partners, who shares them, and what is done with them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import Phase, Role
from tracker.models.base import Part, Record, Stated, figure_is_whole, one_of, status_known
from tracker.models.fields import (
    EDTF_HELP,
    EarliestDay,
    EdtfField,
    LatestDay,
    days_agree,
    undated_last,
)


class Award(Record, Stated):
    """
    One grant to one or more implementing partners.

    Its amount is one stage of a commitment's money, never added to what was planned. Where
    several primes share an amount and no source gives the split, it is entered once.
    """

    page = "award"
    shown_with = ("partnership", "funder")
    named_while_public = ("commitment", "objectives", "regions")
    named_by = "title"
    known_from = "awarded_on"
    known_with = ("partnership__signed_on",)

    # What and who
    slug = models.SlugField(_("slug"), unique=True, help_text=_("As “peru-2017”. Never change it."))
    partnership = models.ForeignKey(
        "tracker.Partnership",
        verbose_name=_("partnership"),
        on_delete=models.PROTECT,
        related_name="awards",
        help_text=_("The partnership it supports."),
    )
    commitment = models.ForeignKey(
        "tracker.Commitment",
        verbose_name=_("carries out"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="awards",
        help_text=_("The commitment whose money this is, one stage on."),
    )
    funder = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("funder"),
        on_delete=models.PROTECT,
        related_name="awards_funded",
        help_text=_("Who awards the money."),
    )
    title_en = models.CharField(
        _("title, English"), max_length=200, help_text=_("The project's name, or what it is for.")
    )
    title_es = models.CharField(
        _("title, Spanish"), max_length=200, blank=True, help_text=_("The same in Spanish.")
    )
    objectives = models.ManyToManyField(
        "tracker.Objective",
        verbose_name=_("objectives"),
        blank=True,
        related_name="awards",
        help_text=_("The objectives a source says it supports."),
    )
    regions = models.ManyToManyField(
        "tracker.Region",
        verbose_name=_("regions"),
        blank=True,
        related_name="awards",
        help_text=_("The regions a source names for it."),
    )
    note_en = models.TextField(
        _("note, English"), blank=True, help_text=_("What a reader must know, in a sentence.")
    )
    note_es = models.TextField(_("note, Spanish"), blank=True, help_text=_("The same in Spanish."))

    # When
    awarded_on = EdtfField(_("awarded on"), help_text=EDTF_HELP)
    awarded_on_earliest = EarliestDay("awarded_on")
    awarded_on_latest = LatestDay("awarded_on")
    starts_on = EdtfField(_("starts on"), help_text=_("As stated; empty if it is not."))
    starts_on_earliest = EarliestDay("starts_on")
    starts_on_latest = LatestDay("starts_on")
    ends_on = EdtfField(_("ends on"), help_text=_("As stated, as 2020-12; empty if it is not."))
    ends_on_earliest = EarliestDay("ends_on")
    ends_on_latest = LatestDay("ends_on")

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = [undated_last("awarded_on"), "slug"]
        constraints = [
            status_known("award"),
            *figure_is_whole("award"),
            days_agree("awarded_on", "award_awarded_on_days"),
            days_agree("starts_on", "award_starts_on_days"),
            days_agree("ends_on", "award_ends_on_days"),
            models.CheckConstraint(
                condition=Q(ends_on_latest__isnull=True)
                | Q(starts_on_earliest__isnull=True)
                | Q(ends_on_latest__gte=models.F("starts_on_earliest")),
                name="award_ends_after_start",
                violation_error_message=_("An award cannot end before it starts."),
            ),
        ]

    def __str__(self):
        return str(self.words("title"))

    def clean(self):
        super().clean()
        if self.unit and not self.unit.is_money:
            raise ValidationError({"unit": _("An award is money: choose a currency.")})


class Recipient(Part, Stated):
    """
    One implementing partner under one award; its share, if a source states it.

    Sub-recipients repeat the prime's money, so only awards are ever summed.
    """

    shown_with = ("award", "party")
    named_while_public = ("under",)
    whole = "award"
    named_by = ""
    known_with = ("award__awarded_on", "award__partnership__signed_on")

    award = models.ForeignKey(
        Award,
        verbose_name=_("award"),
        on_delete=models.CASCADE,
        related_name="recipients",
        help_text=_("The award it works under."),
    )
    party = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("implementing partner"),
        on_delete=models.PROTECT,
        related_name="receipts",
        help_text=_("Who carries out the work, as “ILO”."),
    )
    role = models.CharField(
        _("role"),
        max_length=10,
        choices=Role,
        default=Role.PRIME,
        help_text=_("A prime holds the award; a sub-recipient works for a prime."),
    )
    under = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("works for"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("For a sub-recipient: the prime that passes money on, if known."),
    )
    period = EdtfField(
        _("period"), help_text=_("Of a sub-project, as 2018-07/2020-12; empty if not stated.")
    )
    period_earliest = EarliestDay("period")
    period_latest = LatestDay("period")

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")
        ordering = ["award", "role", "party"]
        constraints = [
            status_known("recipient"),
            *figure_is_whole("recipient"),
            days_agree("period", "recipient_period_days"),
            one_of("role", Role, "recipient_role_known"),
            models.UniqueConstraint(
                fields=["award", "party"],
                name="recipient_once_per_award",
                violation_error_message=_("This partner is already entered for this award."),
            ),
            models.CheckConstraint(
                condition=Q(role=Role.SUB) | Q(under__isnull=True),
                name="recipient_prime_is_under_nobody",
                violation_error_message=_("Only a sub-recipient works for a prime."),
            ),
        ]

    def __str__(self):
        return f"{self.party} ({self.get_role_display()})"


class Activity(Part):
    """What an implementing partner does, or said it would do, under an award."""

    shown_with = ("award", "party", "objective")
    named_while_public = ("regions",)
    whole = "award"
    named_by = "statement"
    known_with = ("award__awarded_on", "award__partnership__signed_on")

    slug = models.SlugField(
        _("slug"), unique=True, help_text=_("As “ilo-2017-investigations”. Never change it.")
    )
    award = models.ForeignKey(
        Award,
        verbose_name=_("award"),
        on_delete=models.CASCADE,
        related_name="activities",
        help_text=_("The award it is paid from."),
    )
    party = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("implementing partner"),
        on_delete=models.PROTECT,
        related_name="activities",
        help_text=_("Who does it, as “ILO”."),
    )
    objective = models.ForeignKey(
        "tracker.Objective",
        verbose_name=_("objective"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        help_text=_("The objective it serves, if it is clear."),
    )
    phase = models.CharField(
        _("phase"),
        max_length=10,
        choices=Phase,
        help_text=_("How the source speaks of it. “Will” is announced: it is not done."),
    )
    statement_en = models.TextField(
        _("statement, English"), help_text=_("What is done, in our own words.")
    )
    statement_es = models.TextField(
        _("statement, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    regions = models.ManyToManyField(
        "tracker.Region",
        verbose_name=_("regions"),
        blank=True,
        related_name="activities",
        help_text=_("Only regions that the source names for it."),
    )

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["award", "slug"]
        constraints = [
            status_known("activity"),
            one_of("phase", Phase, "activity_phase_known"),
        ]

    def __str__(self):
        return self.slug
