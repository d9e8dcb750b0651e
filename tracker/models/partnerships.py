"""A compact between two governments: its term, its extensions, its objectives."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.figures import Figure
from tracker.models.base import Part, Record, status_known
from tracker.models.fields import (
    EDTF_HELP,
    EarliestDay,
    EdtfField,
    LatestDay,
    days_agree,
    undated_last,
)


class Partnership(Record):
    """One partnership between two governments."""

    page = "partnership"
    shown_with = ("funder", "partner")
    named_while_public = ("regions",)
    known_from = "signed_on"

    # What and who
    slug = models.SlugField(
        _("slug"), unique=True, help_text=_("Short name in addresses, as “peru”. Never change it.")
    )
    name_en = models.CharField(
        _("name, English"),
        max_length=200,
        help_text=_("As “U.S.-Peru Child Protection Compact Partnership”."),
    )
    name_es = models.CharField(
        _("name, Spanish"), max_length=200, blank=True, help_text=_("The official Spanish name.")
    )
    funder = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("funding government"),
        on_delete=models.PROTECT,
        related_name="partnerships_funded",
        help_text=_("The government that funds, as “United States”."),
    )
    partner = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("partner government"),
        on_delete=models.PROTECT,
        related_name="partnerships",
        help_text=_("The government it is with, as “Peru”."),
    )
    summary_en = models.TextField(
        _("summary, English"), blank=True, help_text=_("Two sentences in our own words.")
    )
    summary_es = models.TextField(
        _("summary, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    world_ordinal = models.PositiveSmallIntegerField(
        _("ordinal in the world"),
        null=True,
        blank=True,
        help_text=_("3 if a source calls it the third in the world; empty if none says."),
    )
    area_ordinal = models.PositiveSmallIntegerField(
        _("ordinal in its area"),
        null=True,
        blank=True,
        help_text=_("1 if a source calls it the first in the area named below."),
    )
    area_en = models.CharField(
        _("area, English"), max_length=60, blank=True, help_text=_("As “the Americas”.")
    )
    area_es = models.CharField(
        _("area, Spanish"), max_length=60, blank=True, help_text=_("As “las Américas”.")
    )
    regions = models.ManyToManyField(
        "tracker.Region",
        verbose_name=_("regions"),
        blank=True,
        related_name="partnerships",
        help_text=_("Where the text of the partnership places its work."),
    )

    position = models.PositiveSmallIntegerField(
        _("position"),
        default=100,
        help_text=_("Partnerships of a low number come first on the overview."),
    )

    # When
    signed_on = EdtfField(_("signed on"), help_text=EDTF_HELP)
    signed_on_earliest = EarliestDay("signed_on")
    signed_on_latest = LatestDay("signed_on")
    term_years = models.PositiveSmallIntegerField(
        _("term in years"),
        null=True,
        blank=True,
        help_text=_("As planned at signing; extensions are entered below. Empty if not stated."),
    )
    ended_on = EdtfField(_("ended on"), help_text=_("Only if a source says that it ended."))
    ended_on_earliest = EarliestDay("ended_on")
    ended_on_latest = LatestDay("ended_on")

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["position", undated_last("signed_on"), "slug"]
        constraints = [
            status_known("partnership"),
            days_agree("signed_on", "partnership_signed_on_days"),
            days_agree("ended_on", "partnership_ended_on_days"),
            models.CheckConstraint(
                condition=~Q(funder=F("partner")),
                name="partnership_of_two",
                violation_error_message=_("A partnership is between two different governments."),
            ),
            models.CheckConstraint(
                condition=Q(area_ordinal__isnull=True) | ~Q(area_en=""),
                name="partnership_ordinal_has_area",
                violation_error_message=_("Name the area in which it has this ordinal."),
            ),
        ]

    def __str__(self):
        return str(self.words("name"))

    @property
    def term(self):
        """The planned length as a figure in years; its value is None if none is stated."""
        return Figure(self.term_years, "years")


class Extension(Part):
    """A later agreement to let the partnership run longer."""

    shown_with = ("partnership", "dialogue")
    whole = "partnership"
    named_by = ""
    known_from = "announced_on"
    known_with = ("partnership__signed_on",)

    slug = models.SlugField(_("slug"), unique=True, help_text=_("As “peru-2020”. Never change it."))
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partnership"),
        on_delete=models.CASCADE,
        related_name="extensions",
        help_text=_("The partnership that was extended."),
    )
    dialogue = models.ForeignKey(
        "tracker.Dialogue",
        verbose_name=_("announced at"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="extensions",
        help_text=_("The meeting at which it was announced, if any."),
    )
    announced_on = EdtfField(_("announced on"), help_text=EDTF_HELP)
    announced_on_earliest = EarliestDay("announced_on")
    announced_on_latest = LatestDay("announced_on")
    years = models.PositiveSmallIntegerField(
        _("years"), null=True, blank=True, help_text=_("By how many years; empty if not stated.")
    )
    until = EdtfField(_("until"), help_text=_("The new end as stated, as 2022-06."))
    until_earliest = EarliestDay("until")
    until_latest = LatestDay("until")
    note_en = models.TextField(
        _("note, English"), blank=True, help_text=_("What a reader must know, in a sentence.")
    )
    note_es = models.TextField(_("note, Spanish"), blank=True, help_text=_("The same in Spanish."))

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = [undated_last("announced_on"), "slug"]
        constraints = [
            status_known("extension"),
            days_agree("announced_on", "extension_announced_on_days"),
            days_agree("until", "extension_until_days"),
            models.CheckConstraint(
                condition=Q(years__isnull=True) | Q(years__gt=0),
                name="extension_years_positive",
                violation_error_message=_("An extension is by one year or more."),
            ),
        ]

    def __str__(self):
        return self.slug


class Objective(Record):
    """One of the aims the two governments agreed on."""

    shown_with = ("partnership",)
    whole = "partnership"
    named_by = "title"
    known_with = ("partnership__signed_on",)

    slug = models.SlugField(_("slug"), unique=True, help_text=_("As “peru-1”. Never change it."))
    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partnership"),
        on_delete=models.CASCADE,
        related_name="objectives",
        help_text=_("The partnership whose objective it is."),
    )
    number = models.PositiveSmallIntegerField(
        _("number"), help_text=_("Its place among the objectives: 1, 2, 3.")
    )
    title_en = models.CharField(
        _("title, English"), max_length=120, help_text=_("One word or two, as “Prosecution”.")
    )
    title_es = models.CharField(
        _("title, Spanish"), max_length=120, blank=True, help_text=_("As “Persecución penal”.")
    )
    statement_en = models.TextField(
        _("statement, English"), help_text=_("What is aimed at, in our own words.")
    )
    statement_es = models.TextField(
        _("statement, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    class Meta:
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        ordering = ["partnership", "number"]
        constraints = [
            status_known("objective"),
            models.UniqueConstraint(
                fields=["partnership", "number"],
                name="objective_number_once",
                violation_error_message=_("This partnership has an objective of this number."),
            ),
        ]

    def __str__(self):
        return f"{self.slug}: {self.words('title')}"
