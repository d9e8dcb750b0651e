"""What staff judge of a commitment."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import Verdict
from tracker.models.base import Part, one_of, status_known
from tracker.models.commitments import Commitment


class Judgement(Part):
    """What staff judge of a commitment, beside the computed state and never instead of it."""

    shown_with = ("commitment",)
    whole = "commitment"
    named_by = ""

    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("commitment"),
        on_delete=models.CASCADE,
        related_name="judgements",
        help_text=_("The commitment that is judged."),
    )
    verdict = models.CharField(
        _("verdict"), max_length=20, choices=Verdict, help_text=_("Your judgement of it.")
    )
    reason_en = models.TextField(
        _("reason, English"), help_text=_("Why, and on what evidence; cite the sources below.")
    )
    reason_es = models.TextField(
        _("reason, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    judged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("judged by"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Who judged; shown by role, not by account."),
    )
    judged_on = models.DateField(_("judged on"), help_text=_("The day of the judgement."))

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ["commitment", "judged_on", "id"]
        constraints = [
            status_known("judgement"),
            one_of("verdict", Verdict, "judgement_verdict_known"),
            models.CheckConstraint(
                condition=~Q(reason_en=""),
                name="judgement_has_reason",
                violation_error_message=_("A judgement needs its reason."),
            ),
        ]

    def __str__(self):
        return self.get_verdict_display()
