"""What was promised, and the measurable part of it."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tracker.database.search import begins_words, words_of
from tracker.domain.vocabulary import PledgeChange, Stage
from tracker.models.base import (
    Part,
    Record,
    RecordQuerySet,
    Stated,
    figure_is_whole,
    status_known,
)
from tracker.models.fields import (
    EDTF_HELP,
    EarliestDay,
    EdtfField,
    LatestDay,
    days_agree,
    undated_last,
)


class CommitmentQuerySet(RecordQuerySet):
    def saying(self, text):
        """Return the commitments that have, for every word of the text, one that begins with it."""
        wanted = words_of(text)
        columns = ("code", "title_en", "title_es", "statement_en", "statement_es")
        texts = self.order_by().values_list("pk", *columns) if wanted else ()
        found = [pk for pk, *words in texts if begins_words(" ".join(words), wanted)]
        return self.filter(pk__in=found)

    def promised_by(self, slug):
        """Return the commitments that this party made, alone or with another."""
        return self.filter(Q(made_by__slug=slug) | Q(jointly_with__slug=slug))


class Commitment(Record):
    """What one party, or two together, promised."""

    page = "commitment"
    keyed_by = "code"
    shown_with = ("partnership", "made_by", "jointly_with", "objective")
    named_while_public = ("regions",)
    named_by = "title"
    known_from = "made_on"
    known_with = ("partnership__signed_on",)

    # What
    code = models.CharField(
        _("code"),
        max_length=12,
        unique=True,
        validators=[
            RegexValidator(
                r"^[A-Z]{1,3}(-[A-Z]{2})?-[1-9][0-9]*$",
                _("Write capitals and a number, as PE-1 or US-PE-1."),
            )
        ],
        help_text=_("PE-1 is Peru's first; US-PE-1 the first of the U.S. towards Peru."),
    )
    partnership = models.ForeignKey(
        "tracker.Partnership",
        verbose_name=_("partnership"),
        on_delete=models.PROTECT,
        related_name="commitments",
        help_text=_("The partnership under which it was promised."),
    )
    objective = models.ForeignKey(
        "tracker.Objective",
        verbose_name=_("objective"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        help_text=_("Leave empty if it serves all objectives."),
    )
    title_en = models.CharField(
        _("title, English"),
        max_length=160,
        help_text=_("What is promised, as an action: “Provide at least eight million soles”."),
    )
    title_es = models.CharField(
        _("title, Spanish"), max_length=160, blank=True, help_text=_("The same in Spanish.")
    )
    statement_en = models.TextField(
        _("statement, English"),
        help_text=_("The promise in our own words; the source's words go into its citation."),
    )
    statement_es = models.TextField(
        _("statement, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )
    regions = models.ManyToManyField(
        "tracker.Region",
        verbose_name=_("regions"),
        blank=True,
        related_name="commitments",
        help_text=_("Only regions that a source names for this commitment."),
    )

    # Who
    made_by = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("made by"),
        on_delete=models.PROTECT,
        related_name="commitments",
        help_text=_("Who promised, as “Peru”."),
    )
    jointly_with = models.ForeignKey(
        "tracker.Party",
        verbose_name=_("jointly with"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="joint_commitments",
        help_text=_("The second party, if two promised together."),
    )

    # When
    made_on = EdtfField(_("made on"), help_text=EDTF_HELP)
    made_on_earliest = EarliestDay("made_on")
    made_on_latest = LatestDay("made_on")

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["code"]
        constraints = [
            status_known("commitment"),
            days_agree("made_on", "commitment_made_on_days"),
            models.CheckConstraint(
                condition=Q(jointly_with__isnull=True) | ~Q(jointly_with=F("made_by")),
                name="commitment_joint_with_other",
                violation_error_message=_("A joint commitment needs two different parties."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.words('title')}"

    def clean(self):
        objective = self.objective
        if objective and objective.partnership_id != self.partnership_id:
            raise ValidationError(
                {"objective": _("This objective belongs to another partnership.")}
            )


class Pledge(Part, Stated):
    """
    The measurable part of a commitment; with no amount where no number was pledged.

    A commitment has one pledge. A changed pledge is a new row that replaces the old one,
    which stays for ever; a promise of another measure is another commitment.
    """

    shown_with = ("commitment",)
    whole = "commitment"
    named_by = ""
    known_from = "pledged_on"
    known_with = ("commitment__made_on", "commitment__partnership__signed_on")

    # What
    slug = models.SlugField(_("slug"), unique=True, help_text=_("As “pe-1a”. Never change it."))
    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("commitment"),
        on_delete=models.PROTECT,
        related_name="pledges",
        help_text=_("The commitment it makes measurable."),
    )
    stage = models.CharField(
        _("stage"),
        max_length=10,
        choices=Stage,
        blank=True,
        help_text=_("For money only: “planned” or “pledged”."),
    )

    # When
    pledged_on = EdtfField(_("pledged on"), help_text=EDTF_HELP)
    pledged_on_earliest = EarliestDay("pledged_on")
    pledged_on_latest = LatestDay("pledged_on")
    due_on = EdtfField(_("due on"), help_text=_("Empty if no due date was stated."))
    due_on_earliest = EarliestDay("due_on")
    due_on_latest = LatestDay("due_on")

    # In place of
    replaces = models.OneToOneField(
        "self",
        verbose_name=_("replaces"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        help_text=_("The pledge that this one changes or ends."),
    )
    change = models.CharField(
        _("kind of change"),
        max_length=20,
        choices=PledgeChange,
        blank=True,
        help_text=_("Only for a pledge that replaces another."),
    )
    reason_en = models.TextField(
        _("reason, English"), blank=True, help_text=_("Why it was changed, in a sentence.")
    )
    reason_es = models.TextField(
        _("reason, Spanish"), blank=True, help_text=_("The same in Spanish.")
    )

    class Meta:
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        ordering = ["commitment", undated_last("pledged_on"), "id"]
        constraints = [
            status_known("pledge"),
            *figure_is_whole("pledge"),
            days_agree("pledged_on", "pledge_pledged_on_days"),
            days_agree("due_on", "pledge_due_on_days"),
            models.UniqueConstraint(
                fields=["commitment"],
                condition=Q(replaces__isnull=True),
                name="pledge_one_first",
                violation_error_message=_(
                    "This commitment has its pledge: replace that one, or enter another commitment."
                ),
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True, change="")
                | (Q(replaces__isnull=False) & ~Q(change="") & ~Q(reason_en="")),
                name="pledge_change_is_explained",
                violation_error_message=_(
                    "A pledge that replaces another needs the kind of change and the reason; "
                    "a first pledge has neither."
                ),
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="pledge_not_its_own_successor",
                violation_error_message=_("A pledge cannot replace itself."),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["", *Stage.values]),
                name="pledge_stage_known",
                violation_error_message=_("This is not one of the stages."),
            ),
            models.CheckConstraint(
                condition=Q(change__in=["", *PledgeChange.values]),
                name="pledge_change_known",
                violation_error_message=_("This is not one of the kinds of change."),
            ),
        ]

    def __str__(self):
        return self.slug

    def clean(self):
        super().clean()
        if self.replaces and self.replaces.commitment_id != self.commitment_id:
            raise ValidationError({"replaces": _("It belongs to another commitment.")})
        if self.stage and self.unit and not self.unit.is_money:
            raise ValidationError({"stage": _("Only money has a stage.")})

    @property
    def is_ended(self):
        """Whether this row says that nothing is owed any more."""
        return self.change in (PledgeChange.ENDED, PledgeChange.RELEASED)
