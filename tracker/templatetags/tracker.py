"""What templates need: words in the reader's language, links, the address in another language."""

from django import template
from django.urls import translate_url

from tracker.public import labels, markup

register = template.Library()

register.filter("address", labels.address)
register.filter("kind_label", labels.kind_label)
register.filter("dated", markup.dated)
register.filter("in_words", markup.in_words)
register.filter("linked", markup.linked)
register.filter("linked_all", markup.linked_all)
register.filter("titled", markup.titled)


@register.simple_tag(takes_context=True)
def address_in(context, language):
    """Return this page's address in another language, its filters kept."""
    return translate_url(context["request"].get_full_path(), language)


@register.inclusion_tag("tracker/includes/evidence.html")
def evidence(citations, keep, brief=False, bare=False):
    """
    Show the first citation, and the others folded.

    `brief`: the publisher alone stands for the source; `bare`: without where in it, and how much
    of it was seen.
    """
    first, others = (citations[0], citations[1:]) if citations else (None, ())
    return {"first": first, "others": others, "keep": keep, "brief": brief, "bare": bare}


@register.simple_tag
def page_numbers(page):
    """Return the numbers of the pages to link to, None where some are left out."""
    found = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in found]
