"""Meetings of the partnership, and who took part."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import Format, Involvement, MeetingKind, Standing
from tracker.models.base import Part, Record, one_of, status_known
from tracker.models.fields import (
    EDTF_HELP,
    EarliestDay,
    EdtfField,
    LatestDay,
    days_agree,
    undated_last,
)


class Dialogue(Record):
    """One annual dialogue, or another meeting at which something was signed or announced."""

    page = "dialogue"
    shown_with = ("partnership",)
    known_from = "held_on"
    known_with = ("partnership__signed_on",)

    # What
    slug = models.SlugField(
        _("slug"), unique=True, help_text=_("As “peru-third”. Never change it.")
    )
    partnership = models.ForeignKey(
        "tracker.Partnership",
        verbose_name=_("partnership"),
        on_delete=models.PROTECT,
        related_name="dialogues",
        help_text=_("The partnership that met."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=MeetingKind,
        default=MeetingKind.ANNUAL,
        help_text=_("Only annual dialogues are numbered."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"),
        null=True,
        blank=True,
        help_text=_("3 for the third annual dialogue; empty if no source numbers it."),
    )
    name_en = models.CharField(
        _("name, English"), max_length=120, help_text=_("As “Third annual dialogue”.")
    )
    name_es = models.CharField(
        _("name, Spanish"), max_length=120, blank=True, help_text=_("As “Tercer diálogo anual”.")
    )
    standing = models.CharField(
        _("standing"),
        max_length=10,
        choices=Standing,
        help_text=_("An announcement alone does not show that it took place."),
    )
    format = models.CharField(
        _("format"),
        max_length=10,
        choices=Format,
        blank=True,
        help_text=_("Empty if no source says."),
    )
    place_en = models.CharField(
        _("place, English"), max_length=80, blank=True, help_text=_("The city, as “Lima”.")
    )
    place_es = models.CharField(
        _("place, Spanish"), max_length=80, blank=True, help_text=_("The same in Spanish.")
    )
    summary_en = models.TextField(
        _("summary, English"), blank=True, help_text=_("What it dealt with, in our own words.")
    )
    summary_es = models.TextField(
        _("summary, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    # When
    held_on = EdtfField(_("held on"), help_text=EDTF_HELP)
    held_on_earliest = EarliestDay("held_on")
    held_on_latest = LatestDay("held_on")
    is_inferred = models.BooleanField(
        _("date is inferred"),
        default=False,
        help_text=_("Tick if no source states the date and it is our inference."),
    )
    inference_en = models.TextField(
        _("inference, English"), blank=True, help_text=_("What the date is inferred from.")
    )
    inference_es = models.TextField(
        _("inference, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    class Meta:
        verbose_name = _("dialogue or other meeting")
        verbose_name_plural = _("dialogues and other meetings")
        ordering = [undated_last("held_on"), "slug"]
        constraints = [
            status_known("dialogue"),
            one_of("kind", MeetingKind, "dialogue_kind_known"),
            one_of("standing", Standing, "dialogue_standing_known"),
            days_agree("held_on", "dialogue_held_on_days"),
            models.CheckConstraint(
                condition=Q(format__in=["", *Format.values]),
                name="dialogue_format_known",
                violation_error_message=_("This is not one of the formats."),
            ),
            models.CheckConstraint(
                condition=Q(ordinal__isnull=True) | Q(kind=MeetingKind.ANNUAL),
                name="dialogue_ordinal_is_annual",
                violation_error_message=_("Only annual dialogues are numbered."),
            ),
            models.CheckConstraint(
                condition=Q(is_inferred=False) | (~Q(inference_en="") & ~Q(held_on="")),
                name="dialogue_inference_is_explained",
                violation_error_message=_("Say what the date is inferred from."),
            ),
            models.UniqueConstraint(
                fields=["partnership", "ordinal"],
                name="dialogue_ordinal_once",
                violation_error_message=_("This partnership has a dialogue of this number."),
            ),
        ]

    def __str__(self):
        return str(self.words("name"))


class Participant(Part):
    """An office-holder or institution at a meeting, with the title held then."""

    shown_with = ("dialogue", "party")
    whole = "dialogue"
    named_by = "title"
    known_with = ("dialogue__held_on",)

    dialogue = models.ForeignKey(
        Dialogue,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="participants",
        help_text=_("The meeting."),
    )
    name = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("Only office-holders acting in public. Empty for an institution as such."),
    )
    title_en = models.CharField(
        _("title, English"),
        max_length=200,
        blank=True,
        help_text=_("The title held then, as “Acting Director”."),
    )
    title_es = models.CharField(
        _("title, Spanish"), max_length=200, blank=True, help_text=_("The same in Spanish.")
    )
    party = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("for"),
        on_delete=models.PROTECT,
        related_name="participations",
        help_text=_("The institution represented."),
    )
    part = models.CharField(
        _("part"),
        max_length=20,
        choices=Involvement,
        default=Involvement.TOOK_PART,
        help_text=_("What the person did, as the source says it."),
    )

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["dialogue", "id"]
        constraints = [
            status_known("participant"),
            one_of("part", Involvement, "participant_part_known"),
            models.UniqueConstraint(
                fields=["dialogue", "party", "name"],
                name="participant_once",
                violation_error_message=_("This participant is already entered."),
            ),
            models.CheckConstraint(
                condition=Q(name="") | ~Q(title_en=""),
                name="participant_has_title",
                violation_error_message=_("Give the title this person held then."),
            ),
        ]

    def __str__(self):
        return self.name or str(self.party)
