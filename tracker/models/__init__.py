from tracker.models.announcements import Announcement
from tracker.models.awards import Activity, Award, Recipient
from tracker.models.commitments import Commitment, Pledge
from tracker.models.deliveries import Delivery
from tracker.models.dialogues import Dialogue, Participant
from tracker.models.judgements import Judgement
from tracker.models.parties import ImplementingPartner, Party
from tracker.models.partnerships import Extension, Objective, Partnership
from tracker.models.reference import Region, Unit
from tracker.models.revision import Revision
from tracker.models.sources import Citation, Source

__all__ = [
    "Activity",
    "Announcement",
    "Award",
    "Citation",
    "Commitment",
    "Delivery",
    "Dialogue",
    "Extension",
    "ImplementingPartner",
    "Judgement",
    "Objective",
    "Participant",
    "Partnership",
    "Party",
    "Pledge",
    "Recipient",
    "Region",
    "Revision",
    "Source",
    "Unit",
]
