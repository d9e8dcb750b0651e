"""
Small pieces of HTML that tables and templates both need.

A page has hundreds of them, so they are put together plainly: `format_html` costs four times as
much. Whatever is not HTML already goes through `html`.
"""

from html import escape

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tracker.domain.wording import Words
from tracker.ledger.rows import Day, Ref
from tracker.public.labels import address


def html(value: object) -> str:
    """Return the value as HTML: as it is if it is HTML already, else as text; None is ""."""
    if isinstance(value, SafeString):
        return value
    return "" if value is None else SafeString(escape(str(value)))


def strong(value: object) -> str:
    """Return the value in bold, as figures are in a list."""
    return SafeString(f"<b>{html(value)}</b>")


def unknown(words: object) -> str:
    """Return the words that stand where there is no figure, so that it cannot be taken for one."""
    return format_html('<i class="unknown">{}</i>', words)


def in_words(words: Words) -> str:
    """Return the words, marked with their language where the reader's own is missing."""
    if words.is_translated or not words:
        return html(words)
    return format_html(
        '<span lang="{}">{}</span> <small>{}</small>',
        words.language,
        str(words),
        _("(in English)") if words.language == "en" else _("(in Spanish)"),
    )


def linked(ref: Ref | None, keep: str = "") -> str:
    """
    Return a link to the record by its name, or "" for None.

    `keep` is the query that every link carries on, as "?as_of=2021-06-01".
    """
    if not ref:
        return ""
    return SafeString(f'<a href="{html(address(ref) + keep)}">{in_words(ref.name)}</a>')


def linked_all(refs: tuple[Ref, ...], keep: str = "") -> str:
    """Return links with commas between them."""
    return SafeString(", ".join(linked(ref, keep) for ref in refs))


def titled(source: Ref, keep: str = "") -> str:
    """Return a link to a document by its title, in the language it is written in."""
    words = source.name
    return format_html(
        '<a href="{}{}" lang="{}">{}</a>', address(source), keep, words.language, str(words)
    )


def dated(day: Day) -> str:
    """Return the date in words, marked where it is our inference."""
    if not day.is_inferred:
        return html(day)
    return format_html('{} <span class="inferred">{}</span>', day, _("(date inferred)"))
