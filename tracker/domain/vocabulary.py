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
    NO_REPORT = "no-report", _("No report yet")
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
