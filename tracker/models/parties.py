"""Who promises, pays, carries out and reports."""

from django.apps import apps
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tracker.models.base import Record, RecordQuerySet, one_of, status_known


class PartyKind(models.TextChoices):
    GOVERNMENT = "government", _("Government")
    MINISTRY = "ministry", _("Ministry")
    OFFICE = "office", _("Office or agency")
    REGIONAL = "regional government", _("Regional government")
    COMMISSION = "commission", _("Commission")
    INTERNATIONAL = "international organisation", _("International organisation")
    NGO = "ngo", _("Non-governmental organisation")
    UNIVERSITY = "university", _("University or research institute")
    COMPANY = "company", _("Company")
    MEDIA = "media", _("News organisation")
    GROUP = "group", _("Group a source does not name one by one")


class Party(Record):
    """A government, one of its bodies, or an organisation; it may belong to another one."""

    named_while_public = ("parent",)

    slug = models.SlugField(
        _("slug"), unique=True, help_text=_("Short name in addresses, as “ilo”. Never change it.")
    )
    kind = models.CharField(
        _("kind"), max_length=30, choices=PartyKind, help_text=_("What sort of body it is.")
    )
    name_en = models.CharField(
        _("name, English"),
        max_length=200,
        help_text=_("Full name, as “International Labour Organization”."),
    )
    name_es = models.CharField(
        _("name, Spanish"), max_length=200, blank=True, help_text=_("The official Spanish name.")
    )
    acronym = models.CharField(
        _("acronym"), max_length=30, blank=True, help_text=_("As “ILO”, if it is known by one.")
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("ISO 3166-1 code, as PE; empty for an international body."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text=_("The body it belongs to: the TIP Office belongs to the Department of State."),
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["name_en"]
        constraints = [
            status_known("party"),
            one_of("kind", PartyKind, "party_kind_known"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="party_not_its_own_parent",
                violation_error_message=_("A party cannot be part of itself."),
            ),
        ]

    def __str__(self):
        name = str(self.words("name"))
        return f"{name} ({self.acronym})" if self.acronym else name

    def get_absolute_url(self):
        return reverse("tracker:party", args=[self.slug])


class ImplementingPartnerQuerySet(RecordQuerySet):
    def with_awards(self):
        """Return the parties that carry out work under an award, as prime or sub-recipient."""
        return self.filter(receipts__isnull=False).distinct()

    def public(self):
        """Return the public parties that a public award names as recipient."""
        receipts = apps.get_model("tracker", "Recipient").objects.public()
        return super().public().filter(pk__in=receipts.values("party"))


class ImplementingPartnerManager(models.Manager.from_queryset(ImplementingPartnerQuerySet)):
    def get_queryset(self):
        return super().get_queryset().with_awards()


class ImplementingPartner(Party):
    """A party that carries out work under an award."""

    objects = ImplementingPartnerManager()

    class Meta:
        proxy = True
        verbose_name = _("implementing partner")
        verbose_name_plural = _("implementing partners")

    def get_absolute_url(self):
        return reverse("tracker:partner", args=[self.slug])
