"""What staff edit, in the sections and the order an editor meets them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from tracker import models
from tracker.admin.awards import ActivityAdmin, AwardAdmin, RecipientAdmin
from tracker.admin.commitments import CommitmentAdmin, JudgementAdmin, PledgeAdmin
from tracker.admin.deliveries import DeliveryAdmin
from tracker.admin.dialogues import AnnouncementAdmin, DialogueAdmin, ParticipantAdmin
from tracker.admin.parties import ImplementingPartnerAdmin, PartyAdmin
from tracker.admin.partnerships import ExtensionAdmin, ObjectiveAdmin, PartnershipAdmin
from tracker.admin.reference import RegionAdmin, UnitAdmin
from tracker.admin.sources import CitationAdmin, SourceAdmin

SECTIONS = [
    (
        _("Promises and reports"),
        {
            models.Commitment: CommitmentAdmin,
            models.Pledge: PledgeAdmin,
            models.Delivery: DeliveryAdmin,
            models.Judgement: JudgementAdmin,
        },
    ),
    (
        _("Money and work"),
        {
            models.Award: AwardAdmin,
            models.ImplementingPartner: ImplementingPartnerAdmin,
            models.Recipient: RecipientAdmin,
            models.Activity: ActivityAdmin,
        },
    ),
    (
        _("Meetings"),
        {
            models.Dialogue: DialogueAdmin,
            models.Announcement: AnnouncementAdmin,
            models.Participant: ParticipantAdmin,
        },
    ),
    (_("Evidence"), {models.Source: SourceAdmin, models.Citation: CitationAdmin}),
    (
        _("Partnerships"),
        {
            models.Partnership: PartnershipAdmin,
            models.Objective: ObjectiveAdmin,
            models.Extension: ExtensionAdmin,
        },
    ),
    (
        _("Names used everywhere"),
        {models.Party: PartyAdmin, models.Region: RegionAdmin, models.Unit: UnitAdmin},
    ),
]

for section, admins in SECTIONS:
    for model, model_admin in admins.items():
        admin.site.register(model, model_admin, section=section)
