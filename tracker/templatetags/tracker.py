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


@register.simple_tag
def page_numbers(page):
    """Return the numbers of the pages to link to, None where some are left out."""
    found = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in found]
