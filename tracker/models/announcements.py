"""What was announced, planned or asked for at a meeting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import AnnouncementKind
from tracker.models.base import Part, Stated, figure_is_whole, one_of, status_known
from tracker.models.dialogues import Dialogue


class Announcement(Part, Stated):
    """Something said at a meeting. A request makes no pledge, and no state."""

    shown_with = ("dialogue", "made_by", "addressed_to")
    whole = "dialogue"
    named_by = "statement"
    known_with = ("dialogue__held_on",)

    slug = models.SlugField(
        _("slug"), unique=True, help_text=_("As “third-fund-policy”. Never change it.")
    )
    dialogue = models.ForeignKey(
        Dialogue,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="announcements",
        help_text=_("The meeting at which it was said."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=AnnouncementKind,
        help_text=_("Asking for something is a request, whatever the answer was."),
    )
    statement_en = models.TextField(
        _("statement, English"), help_text=_("What was announced, in our own words.")
    )
    statement_es = models.TextField(
        _("statement, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    made_by = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("made by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="announcements",
        help_text=_("Who announced or asked; empty if both governments did."),
    )
    speaker = models.CharField(
        _("speaker"), max_length=120, blank=True, help_text=_("The office-holder who said it.")
    )
    addressed_to = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("addressed to"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="requests_received",
        help_text=_("For a request: who was asked."),
    )

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ["dialogue", "id"]
        constraints = [
            status_known("announcement"),
            *figure_is_whole("announcement"),
            one_of("kind", AnnouncementKind, "announcement_kind_known"),
            models.CheckConstraint(
                condition=Q(addressed_to__isnull=True) | Q(kind=AnnouncementKind.REQUEST),
                name="announcement_address_is_request",
                violation_error_message=_("Only a request is addressed to somebody."),
            ),
        ]

    def __str__(self):
        return self.slug
