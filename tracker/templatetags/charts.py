"""Charts as SVG. The numbers they draw always stand beside them as text."""

from django import template

from tracker import charts
from tracker.dates import span
from tracker.ledger.statements import statements_of
from tracker.vocabulary import State

register = template.Library()


@register.inclusion_tag("tracker/includes/pledge_bar.html")
def pledge_bar(line):
    """Draw what was delivered against what was promised."""
    progress = line.progress
    bar = charts.pledge_bar(
        line.pledged.figure if line.pledged else None,
        progress.delivered,
        progress.strongest,
        is_given=line.state == State.AMOUNT_NOT_REPORTED,
    )
    return {"bar": bar}


@register.inclusion_tag("tracker/includes/statements.html")
def statements(line, reports):
    """Show every statement of a total as it was made; never a line through them."""
    said = statements_of(line, reports)
    plan = _plan(line, said)
    widths, planned = charts.statement_bars([one.quantity.figure.value for one in said], plan)
    return {"line": line, "plan": planned, "statements": list(zip(said, widths, strict=True))}


@register.inclusion_tag("tracker/includes/timeline.html")
def timeline(page):
    """Draw when a partnership was signed, met, paid and was extended."""
    days = {
        "term": [page.line.signed_on, page.line.ended_on],
        "extensions": [extension.until for extension in page.extensions],
        "awards": [award.awarded_on for award in page.awards],
        "dialogues": [meeting.held_on for meeting in page.dialogues if meeting.is_held],
    }
    spans = {name: [span(day.edtf) for day in found if day] for name, found in days.items()}
    shown = charts.years([one for found in spans.values() for one in found])
    lanes = {name: [charts.mark(one, shown) for one in found] for name, found in spans.items()}
    return {"years": charts.year_starts(shown), "lanes": lanes}


def _plan(line, said):
    """Return the number promised, where it can be drawn beside the statements."""
    if line.pledged is None or not said:
        return None
    figure = line.pledged.figure
    return figure.value if figure.unit == said[0].quantity.figure.unit else None
