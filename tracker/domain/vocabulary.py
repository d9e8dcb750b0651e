"""Words that several modules share. A choice that one model alone uses is nested in that model."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """Who may see a record."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Qualifier(TextChoices):
    """How a source limits the number it states."""

    EXACTLY = "exactly", _("exactly")
    AT_LEAST = "at least", _("at least")
    MORE_THAN = "more than", _("more than")
    UP_TO = "up to", _("up to")
    LESS_THAN = "less than", _("less than")
    ABOUT = "about", _("about")


class Stage(TextChoices):
    """What had happened to money when it was stated. Two stages are never added together."""

    PLANNED = "planned", _("Planned")
    PLEDGED = "pledged", _("Pledged")
    AWARDED = "awarded", _("Awarded")
    DISBURSED = "disbursed", _("Disbursed")
    INVESTED = "invested", _("Stated as invested")


class State(TextChoices):
    """What the reports known on a day say of a pledge."""

    DELIVERED = "delivered", _("Delivered")
    UNDER_WAY = "under-way", _("Under way")
    SHORT = "short", _("Short")
    AMOUNT_NOT_REPORTED = "amount-not-reported", _("Amount not reported")
    NO_NUMERIC_TARGET = "no-numeric-target", _("Reported, no numeric target")
    NO_REPORT = "no-report", _("No report found")
    NOT_DUE = "not-due", _("Not yet due")
    NOT_COMPARABLE = "not-comparable", _("Not comparable")
    ENDED = "ended", _("Ended")


class LeftOut(TextChoices):
    """Why a report did not feed the figure."""

    AFTER = "after", _("Dated after the day asked for")
    EDITOR = "editor", _("Left out by the editors")
    UNDATED = "undated", _("Undated")
    NO_FIGURE = "no-figure", _("Amount not stated")
    SUPERSEDED = "superseded", _("An earlier total to date; a later one stands")
    NOT_COMPARABLE = "not-comparable", _("Cannot be compared with the other reports")


class Disagreement(TextChoices):
    """How two statements about one thing differ."""

    FALLS = "falls", _("A total to date falls")
    CONTRADICTS = "contradicts", _("Two totals as of the same time cannot both be true")
    WEAKER = "weaker", _("Later statements claim less")
    CITED = "cited", _("A source states another figure than the record")


class PartyKind(TextChoices):
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
    GROUP = "group", _("Group whose members the source does not name")


class MeetingKind(TextChoices):
    """What a meeting was for; only annual dialogues are numbered."""

    ANNUAL = "annual dialogue", _("Annual dialogue")
    SIGNING = "signing", _("Signing")
    LAUNCH = "launch", _("Launch")
    WORKSHOP = "workshop", _("Workshop")
    PRESENTATION = "presentation", _("Presentation")


class Standing(TextChoices):
    """Whether a meeting is known to have taken place."""

    ANNOUNCED = "announced", _("Announced; no source says that it took place")
    HELD = "held", _("Held")


class Format(TextChoices):
    IN_PERSON = "in person", _("In person")
    VIRTUAL = "virtual", _("Virtual")


class Involvement(TextChoices):
    TOOK_PART = "took part", _("Took part")
    SIGNED = "signed", _("Signed")
    SPOKE = "spoke", _("Spoke")
    PRE_RECORDED = "pre-recorded", _("Pre-recorded remarks")
    ANNOUNCED = "announced", _("Announced to take part")
    QUOTED = "quoted", _("Quoted")


class AnnouncementKind(TextChoices):
    EXTENSION = "extension", _("Extension")
    AWARD = "award", _("Award")
    PLAN = "plan", _("Plan or intention")
    REQUEST = "request", _("Request")
    STATEMENT = "statement", _("Statement")


class Role(TextChoices):
    PRIME = "prime", _("Prime recipient")
    SUB = "sub", _("Sub-recipient")


class Phase(TextChoices):
    ANNOUNCED = "announced", _("Announced")
    UNDER_WAY = "under way", _("Described as under way")
    DONE = "done", _("Described as done")


class Verdict(TextChoices):
    KEPT = "kept", _("Kept")
    PARTLY = "partly kept", _("Partly kept")
    NOT_KEPT = "not kept", _("Not kept")
    OPEN = "cannot be judged", _("Cannot be judged")


class Reliability(TextChoices):
    PRIMARY = "primary government", _("Primary: government")
    INTERGOVERNMENTAL = "intergovernmental", _("Intergovernmental organisation")
    PARTNER = "implementing partner", _("Implementing partner or contractor")
    NGO = "ngo", _("Non-governmental organisation")
    NEWS = "news", _("News")
    MIRROR_OF_PRIMARY = "mirror of primary", _("Copy of a primary source, by another site")
    MIRROR = "mirror", _("Copy or aggregator")


class Language(TextChoices):
    ENGLISH = "en", _("English")
    SPANISH = "es", _("Spanish")
    FRENCH = "fr", _("French")


class Seen(TextChoices):
    WHOLE = "whole", _("Read in full")
    EXCERPT = "excerpt", _("Read in part")


class PledgeChange(TextChoices):
    """Why a pledge takes the place of another."""

    AGREED = "agreed change", _("Agreed change")
    ENDED = "ended", _("Ended by the one who promised")
    RELEASED = "released", _("Released by the one it was promised to")
    CORRECTION = "correction", _("Correction of our record")


class Counts(TextChoices):
    """Whom a unit counts."""

    PROTECTED = "people protected", _("People protected: victims, children, beneficiaries")
    OTHER_PEOPLE = "other people", _("Other people: officials, professionals, defendants")
    NOT_PEOPLE = "not people", _("Not people: money, buildings, laws")
