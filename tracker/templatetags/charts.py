"""Charts as SVG. The numbers they draw always stand beside them as text."""

from django import template

from tracker.domain.dates import span
from tracker.domain.vocabulary import State
from tracker.ledger.disagreements import statements_of
from tracker.public import charts

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


@register.inclusion_tag("tracker/includes/statements.html", takes_context=True)
def statements(context, line, reports, pledges=()):
    """Show every statement of a total as it was made; never a line through them."""
    found = statements_of(line, reports, pledges)
    plan = _plan(line, found)
    widths, planned = charts.statement_bars([one.quantity.figure.value for one in found], plan)
    return {
        "line": line,
        "plan": planned,
        "statements": list(zip(found, widths, strict=True)),
        "keep": context["keep"],
    }


@register.inclusion_tag("tracker/includes/timeline.html")
def timeline(page):
    """Draw the term of a partnership with its extensions, and when it paid and met."""
    term = _term(page)
    held = _spans(meeting.held_on for meeting in page.dialogues if meeting.is_held)
    announced = _spans(meeting.held_on for meeting in page.dialogues if not meeting.is_held)
    awarded = _spans(award.awarded_on for award in page.awards)
    ended = _spans([page.line.ended_on])
    all_spans = [*(one.span for one in term), *held, *announced, *awarded, *ended]
    shown = charts.years(all_spans)

    def marks(spans):
        return [charts.mark(one, shown) for one in spans]

    return {
        "years": charts.year_starts(shown),
        "term": [(charts.mark(one.span, shown), one.is_computed) for one in term],
        "ended": marks(ended),
        "held": marks(held),
        "announced": marks(announced),
        "awarded": marks(awarded),
    }


@register.inclusion_tag("tracker/includes/tiles.html", takes_context=True)
def region_tiles(context, places):
    """Draw how many records name each region, as a grid of tiles; the list beside it says it."""
    by_code = {place.code: place for place in places}
    rows = charts.tiles(by_code)
    named = [place for place in places if place.count]
    tiles = [[_tile(code, by_code) for code in row] for row in rows]
    return {"named": named, "rows": tiles, "keep": context["keep"]}


def _tile(code, by_code):
    """Return the short code and the count of a tile; None where there is no land."""
    place = by_code.get(code)
    return {"code": code[3:], "count": place.count if place else 0} if code else None


def _term(page):
    length = page.line.term.figure.value
    extensions = [(one.years, span(one.until.edtf)) for one in page.extensions]
    return charts.stretches(
        span(page.line.signed_on.edtf), None if length is None else int(length), extensions
    )


def _spans(days):
    return [found for day in days if (found := span(day.edtf))]


def _plan(line, found):
    """Return the number promised, where it can be drawn beside the statements."""
    if line.pledged is None or not found:
        return None
    figure = line.pledged.figure
    return figure.value if figure.unit == found[0].quantity.figure.unit else None
