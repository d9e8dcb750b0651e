"""Sentences that explain what the record's own words mean."""

from django.utils.translation import gettext_lazy as _

from tracker.domain.vocabulary import State

STATE_MEANINGS = {
    State.DELIVERED: _("The least that is reported reaches what was pledged."),
    State.UNDER_WAY: _("A figure is reported, below the pledge, which is not past due."),
    State.SHORT: _("A figure is reported, below the pledge, which is past due."),
    State.AMOUNT_NOT_REPORTED: _("A source says something was given; none says how much."),
    State.NO_NUMERIC_TARGET: _(
        "A figure is reported; no number had been pledged, or only “up to” a number."
    ),
    State.NO_REPORT: _("No source read so far mentions it."),
    State.NOT_DUE: _("No source mentions it, and it is not yet due."),
    State.NOT_COMPARABLE: _(
        "Reports in different units, or totals and additions that cannot be told apart."
    ),
    State.ENDED: _("The pledge was ended by who made it, or released."),
}
