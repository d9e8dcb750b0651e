"""What templates need: words in the reader's language, links, the address in another language."""

from django import template
from django.urls import translate_url

from tracker import markup

register = template.Library()

register.filter("in_words", markup.in_words)
register.filter("linked", markup.linked)
register.filter("linked_all", markup.linked_all)


@register.simple_tag(takes_context=True)
def address_in(context, language):
    """Return this page's address in another language, its filters kept."""
    return translate_url(context["request"].get_full_path(), language)
