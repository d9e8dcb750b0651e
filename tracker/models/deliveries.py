"""What sources say was delivered. Each row is one report, not one thing."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.database.search import saying
from tracker.domain.vocabulary import Stage
from tracker.models.base import Record, RecordQuerySet, Stated, figure_is_whole, status_known
from tracker.models.commitments import Commitment
from tracker.models.fields import EDTF_HELP, EarliestDay, EdtfField, LatestDay, days_agree
from tracker.models.partnerships import Objective


class DeliveryQuerySet(RecordQuerySet):
    def saying(self, text):
        """Return the deliveries that have, for every word of the text, one that begins with it."""
        return self.filter(saying(text))

    def under(self, slug):
        """Return the deliveries towards commitments or objectives of that partnership."""
        promised = Commitment.objects.filter(partnership__slug=slug).order_by().values("pk")
        served = Objective.objects.filter(partnership__slug=slug).order_by().values("pk")
        return self.filter(Q(commitment__in=promised) | Q(objective__in=served))

    def placed_in(self, code):
        """Return the deliveries that name the region of that code."""
        places = Delivery.regions.through.objects.filter(region__code=code)
        return self.filter(pk__in=places.values("delivery"))


class Delivery(Record, Stated):
    """
    One report of something delivered, towards a commitment or, never pledged, an objective.

    A report without an amount is a report; a report of zero is one too.
    """

    page = "delivery"
    shown_with = ("commitment", "objective", "reported_by", "attributed_to", "dialogue")
    named_while_public = ("regions",)
    named_by = "statement"
    known_from = "stated_on"
    known_with = ("commitment__partnership__signed_on", "objective__partnership__signed_on")

    # What
    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("As “shelters-2023”. Never change it.")
    )
    commitment = models.ForeignKey(
        "tracker.Commitment",
        verbose_name=_("commitment"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deliveries",
        help_text=_("What it was delivered towards. Empty if nobody had pledged it."),
    )
    objective = models.ForeignKey(
        "tracker.Objective",
        verbose_name=_("objective"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deliveries",
        help_text=_("Only for what nobody had pledged: the objective it serves."),
    )
    statement_en = models.TextField(
        _("statement, English"),
        help_text=_("What is reported, in our own words: “Six specialised shelters established”."),
    )
    statement_es = models.TextField(
        _("statement, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    regions = models.ManyToManyField(
        "tracker.Region",
        verbose_name=_("regions"),
        blank=True,
        related_name="deliveries",
        help_text=_("Only regions that the source names. Never an address, never a shelter's."),
    )

    # Who
    reported_by = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("reported by"),
        on_delete=models.PROTECT,
        related_name="deliveries_reported",
        help_text=_("Who says so, as “U.S. Department of State”."),
    )
    attributed_to = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("attributed to"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deliveries_attributed",
        help_text=_("Who is said to have done it, as “Peru”."),
    )
    deed_en = models.CharField(
        _("deed, English"),
        max_length=60,
        blank=True,
        help_text=_("What they are said to have done: “established”, “helped to open”."),
    )
    deed_es = models.CharField(
        _("deed, Spanish"), max_length=60, blank=True, help_text=_("As “estableció”.")
    )

    # How much
    stage = models.CharField(
        _("stage"),
        max_length=10,
        choices=Stage,
        blank=True,
        help_text=_("For money only: “disbursed”, or “stated as invested”."),
    )
    is_cumulative = models.BooleanField(
        _("is a total to date"),
        default=True,
        help_text=_("Tick for “so far, six”; leave empty for “four more”, which is added."),
    )
    counts = models.BooleanField(
        _("counts"),
        default=True,
        help_text=_("Untick to show the report and leave it out of the figure; say why below."),
    )
    why_not_en = models.CharField(
        _("why it does not count, English"),
        max_length=300,
        blank=True,
        help_text=_("As “An increase over a number nobody states”."),
    )
    why_not_es = models.CharField(
        _("why it does not count, Spanish"),
        max_length=300,
        blank=True,
        help_text=_("The same in Spanish."),
    )

    # When
    stated_on = EdtfField(_("stated on"), help_text=EDTF_HELP)
    stated_on_earliest = EarliestDay("stated_on")
    stated_on_latest = LatestDay("stated_on")
    is_inferred = models.BooleanField(
        _("date is inferred"),
        default=False,
        help_text=_("Tick if the date is our inference; the dialogue or citation says why."),
    )
    dialogue = models.ForeignKey(
        "tracker.Dialogue",
        verbose_name=_("reported at"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="deliveries",
        help_text=_("The meeting for which it was reported, if any."),
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["stated_on_latest", "id"]
        # A page of the list is chosen from one of these alone, however many deliveries there are.
        # The first holds all that a list can be filtered by besides words and regions.
        indexes = [
            models.Index(
                fields=[
                    "stated_on_latest",
                    "id",
                    "status",
                    "commitment",
                    "objective",
                    "reported_by",
                    "attributed_to",
                    "dialogue",
                    "stage",
                    "counts",
                ],
                name="delivery_listed",
            ),
            models.Index(
                fields=["commitment", "stated_on_latest", "id", "status"],
                name="delivery_of_commitment",
            ),
            models.Index(
                fields=["reported_by", "stated_on_latest", "id", "status"],
                name="delivery_reported_by",
            ),
            models.Index(
                fields=["attributed_to", "stated_on_latest", "id", "status"],
                name="delivery_attributed_to",
            ),
        ]
        constraints = [
            status_known("delivery"),
            *figure_is_whole("delivery"),
            days_agree("stated_on", "delivery_stated_on_days"),
            models.CheckConstraint(
                condition=Q(commitment__isnull=False, objective__isnull=True)
                | Q(commitment__isnull=True, objective__isnull=False),
                name="delivery_towards_one_thing",
                violation_error_message=_(
                    "Choose a commitment, or an objective if nobody had pledged it: one of the two."
                ),
            ),
            models.CheckConstraint(
                condition=Q(counts=True, why_not_en="") | (Q(counts=False) & ~Q(why_not_en="")),
                name="delivery_left_out_is_explained",
                violation_error_message=_(
                    "Say why it does not count; a report that counts needs no reason."
                ),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["", *Stage.values]),
                name="delivery_stage_known",
                violation_error_message=_("This is not one of the stages."),
            ),
        ]

    def __str__(self):
        return self.slug

    def clean(self):
        super().clean()
        if self.stage and self.unit and not self.unit.is_money:
            raise ValidationError({"stage": _("Only money has a stage.")})
        if self.unit and self.unit.is_money and not self.stage:
            raise ValidationError({"stage": _("Say what had happened to the money.")})
