"""Characters that nobody means to enter: which are taken off text, and which are refused."""

from __future__ import annotations

import re
from enum import Enum, auto
from unicodedata import category, name

from django.utils.translation import gettext as _


class Sort(Enum):
    """What a text is, and so what may stand in it."""

    NAME = auto()  # a code, a name or a number, which people look for and programs compare
    PHRASE = auto()  # a phrase or sentence on one line
    PROSE = auto()  # of several lines


class OddCharacter(ValueError):
    """A character does not belong in the text; the message names it and says where it stands."""


_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"  # without tab and new line
_TURNING = "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of direction
_SURROGATES = "\ud800-\udfff"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_NEVER = _CONTROLS + _TURNING + _SURROGATES + _NONCHARACTERS

_LINES = "\t\n"
_WITHOUT_WIDTH = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))

_REFUSED = {
    Sort.NAME: re.compile(f"[{_NEVER}{_LINES}{_WITHOUT_WIDTH}{_SPACES}]"),
    Sort.PHRASE: re.compile(f"[{_NEVER}{_LINES}]"),
    Sort.PROSE: re.compile(f"[{_NEVER}]"),
}

# https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_CALLED = {"\t": "TAB", "\n": "NEW LINE", "\f": "FORM FEED"}
_KINDS = {"Cc": "CONTROL CHARACTER", "Cs": "SURROGATE", "Cn": "NONCHARACTER"}


def cleaned(text: str, sort: Sort) -> str:
    """
    Return the text without spaces and marks that have no width at its ends.

    Lines end in one character. Raise OddCharacter for the first that does not belong in it.
    """
    text = text.replace("\r\n", "\n").strip(f" {_LINES}{_WITHOUT_WIDTH}{_SPACES}")
    if found := _REFUSED[sort].search(text):
        sentence = _(
            "%(character)s at character %(position)d does not belong here: delete it, or write a "
            "space."
        )
        words = {"character": _described(found[0]), "position": found.start() + 1}
        raise OddCharacter(sentence % words)
    return text


def fit_for_xml(text: str) -> str:
    """Return the text without the characters that no XML document can hold."""
    return _NOT_IN_XML.sub("", text)


def _described(character: str) -> str:
    """Return its number and name: U+202E RIGHT-TO-LEFT OVERRIDE. Controls have no name."""
    called = name(character, "") or _CALLED.get(character) or _KINDS[category(character)]
    return f"U+{ord(character):04X} {called}"
