"""Where every statement comes from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import Language, Reliability, Seen
from tracker.domain.wording import Words
from tracker.models.base import Part, Record, Stated, figure_is_whole, one_of, status_known
from tracker.models.fields import (
    EDTF_HELP,
    EarliestDay,
    EdtfField,
    LatestDay,
    days_agree,
    undated_last,
    validate_short,
)


class Source(Record):
    """A document: who published it, when as far as known, and how much of it we saw."""

    page = "source"
    known_from = "published_on"

    slug = models.SlugField(
        _("slug"), max_length=80, unique=True, help_text=_("As “state-2023-dialogue”.")
    )
    publisher_en = models.CharField(
        _("publisher, English"),
        max_length=200,
        help_text=_("Who published it, as “U.S. Embassy Lima”."),
    )
    publisher_es = models.CharField(
        _("publisher, Spanish"),
        max_length=200,
        blank=True,
        help_text=_("The same in Spanish."),
    )
    title = models.CharField(
        _("title"), max_length=300, help_text=_("As the document gives it, or what it is.")
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=Language,
        default=Language.ENGLISH,
        help_text=_("The language it is written in."),
    )
    url = models.URLField(
        _("address"), max_length=500, blank=True, help_text=_("Where it was found, if online.")
    )
    published_on = EdtfField(_("published on"), help_text=EDTF_HELP)
    published_on_earliest = EarliestDay("published_on")
    published_on_latest = LatestDay("published_on")
    reliability = models.CharField(
        _("reliability"),
        max_length=30,
        choices=Reliability,
        help_text=_("How close it stands to what it reports."),
    )
    is_machine_translated = models.BooleanField(
        _("machine-translated"), default=False, help_text=_("Its words are not the speaker's.")
    )
    seen = models.CharField(
        _("seen"),
        max_length=10,
        choices=Seen,
        help_text=_("Whether we read all of it. What an excerpt omits may stand further down."),
    )
    note_en = models.TextField(
        _("note, English"),
        blank=True,
        help_text=_("Traps for a reader, as “The date in its header is the day of the copy”."),
    )
    note_es = models.TextField(_("note, Spanish"), blank=True, help_text=_("The same in Spanish."))

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = [undated_last("published_on"), "slug"]
        constraints = [
            status_known("source"),
            one_of("reliability", Reliability, "source_reliability_known"),
            one_of("seen", Seen, "source_seen_known"),
            one_of("language", Language, "source_language_known"),
            days_agree("published_on", "source_published_on_days"),
        ]

    def __str__(self):
        return f"{self.words('publisher')}: {self.title}"

    def label(self):
        return Words(es=self.title) if self.language == "es" else Words(en=self.title)


# The records a citation can be for; exactly one of these is set.
TARGETS = (
    "party",
    "partnership",
    "extension",
    "objective",
    "commitment",
    "pledge",
    "judgement",
    "award",
    "recipient",
    "activity",
    "delivery",
    "dialogue",
    "participant",
    "announcement",
)


def _exactly_one(targets):
    """Return the condition that just one of the foreign keys `targets` is set."""
    condition = Q()
    for chosen in targets:
        condition |= Q(**{f"{target}__isnull": target != chosen for target in targets})
    return condition


def _target(model, verbose_name):
    return models.ForeignKey(
        f"tracker.{model}",
        verbose_name=verbose_name,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="citations",
        help_text=_("The record it is evidence for; choose exactly one."),
    )


class Citation(Part, Stated):
    """
    Ties one record to one source: where in it, and in which words.

    The figure is filled only where the source states another one than the record does.
    """

    shown_with = ("source", *TARGETS)
    whole = "source"
    named_by = ""

    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        related_name="citations",
        help_text=_("The document that says so."),
    )
    locator_en = models.CharField(
        _("where in it, English"), max_length=120, blank=True, help_text=_("As “paragraph 3”.")
    )
    locator_es = models.CharField(
        _("where in it, Spanish"), max_length=120, blank=True, help_text=_("As “párrafo 3”.")
    )
    phrase = models.CharField(
        _("phrase"),
        max_length=300,
        blank=True,
        validators=[validate_short],
        help_text=_("At most 12 words, letter for letter, as “at least eight million soles”."),
    )
    states_on = EdtfField(
        _("date stated there"), help_text=_("Only if the source gives another date.")
    )
    note_en = models.CharField(
        _("note, English"),
        max_length=300,
        blank=True,
        help_text=_("How it differs, as “Says allocated, not invested”."),
    )
    note_es = models.CharField(
        _("note, Spanish"), max_length=300, blank=True, help_text=_("The same in Spanish.")
    )

    party = _target("Party", _("party"))
    partnership = _target("Partnership", _("partnership"))
    extension = _target("Extension", _("extension"))
    objective = _target("Objective", _("objective"))
    commitment = _target("Commitment", _("commitment"))
    pledge = _target("Pledge", _("pledge"))
    judgement = _target("Judgement", _("judgement"))
    award = _target("Award", _("award"))
    recipient = _target("Recipient", _("recipient"))
    activity = _target("Activity", _("activity"))
    delivery = _target("Delivery", _("delivery"))
    dialogue = _target("Dialogue", _("dialogue"))
    participant = _target("Participant", _("participant"))
    announcement = _target("Announcement", _("announcement"))

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["id"]
        constraints = [
            status_known("citation"),
            *figure_is_whole("citation"),
            models.CheckConstraint(
                condition=_exactly_one(TARGETS),
                name="citation_for_one_record",
                violation_error_message=_("A citation is for exactly one record."),
            ),
        ]

    def __str__(self):
        return f"“{self.phrase}”"

    @property
    def target(self):
        """The record this is evidence for."""
        return next(getattr(self, name) for name in TARGETS if getattr(self, f"{name}_id"))
