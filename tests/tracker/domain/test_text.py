"""What nobody means to enter is taken off at the ends, kept in sentences, or refused by name."""

import sys
from unicodedata import category
from xml.etree import ElementTree

import pytest

from tracker.domain.text import OddCharacter, Sort, cleaned, fit_for_xml

NAME, PHRASE, PROSE = Sort

EVERY_CHARACTER = [chr(number) for number in range(sys.maxunicode + 1)]


def is_refused(character, sort):
    try:
        cleaned(f"a{character}b", sort)
    except OddCharacter:
        return True
    return False


def is_noncharacter(character):
    number = ord(character)
    return 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE


@pytest.mark.parametrize(
    ("text", "sort", "character"),
    [
        ("a\fb", PROSE, "U+000C FORM FEED at character 2"),
        ("\x07", PROSE, "U+0007 CONTROL CHARACTER at character 1"),
        ("twelve char\x85", PROSE, "U+0085 CONTROL CHARACTER at character 12"),
        ("a\rb", PROSE, "U+000D CONTROL CHARACTER at character 2"),
        ("a\u2028b", PROSE, "U+2028 LINE SEPARATOR at character 2"),
        ("abc\u202ecba", PROSE, "U+202E RIGHT-TO-LEFT OVERRIDE at character 4"),
        ("\u2066a", PROSE, "U+2066 LEFT-TO-RIGHT ISOLATE at character 1"),
        ("a\ufffe", PROSE, "U+FFFE NONCHARACTER at character 2"),
        ("a\U0010ffff", PROSE, "U+10FFFF NONCHARACTER at character 2"),
        ("a\ufdd0", PROSE, "U+FDD0 NONCHARACTER at character 2"),
        ("a\ud800", PROSE, "U+D800 SURROGATE at character 2"),
        ("a\nb", PHRASE, "U+000A NEW LINE at character 2"),
        ("a\tb", PHRASE, "U+0009 TAB at character 2"),
        ("PE\u200b-1", NAME, "U+200B ZERO WIDTH SPACE at character 3"),
        ("PE\u00a01", NAME, "U+00A0 NO-BREAK SPACE at character 3"),
        ("\u200ba\fb", PROSE, "U+000C FORM FEED at character 2"),  # counted as the text will stand
    ],
)
def test_what_does_not_belong_is_named_with_its_place(text, sort, character):
    with pytest.raises(OddCharacter) as refused:
        cleaned(text, sort)

    words = f"{character} does not belong here: delete it, or write a space."
    assert str(refused.value) == words


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("", NAME),
        ("Ministerio de la Mujer y Poblaciones Vulnerables", NAME),
        ("Ñandú, 8 000 “à” S/ 🦙", NAME),
        ("US$\u00a05\u202fmillion", PHRASE),
        ("tra\u00adfi\u200bcking", PHRASE),
        ("क्\u200dष", PROSE),  # a joiner changes how it is written
        ("first line\n\n\tsecond", PROSE),
    ],
)
def test_what_belongs_is_left_as_it_is(text, sort):
    assert cleaned(text, sort) == text


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\r\n", "\u00a0", "\u200b", "\ufeff", "\u3000"])
def test_what_cannot_be_seen_is_taken_off_at_the_ends(blank, sort):
    assert cleaned(f"{blank} a b {blank}", sort) == "a b"
    assert cleaned(blank, sort) == ""


def test_lines_end_in_one_character():
    assert cleaned("one\r\ntwo", PROSE) == "one\ntwo"


def test_every_control_surrogate_noncharacter_and_turn_is_refused_and_nothing_else():
    turns = {chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
    never = {
        character
        for character in EVERY_CHARACTER
        if category(character) in ("Cc", "Cs", "Zl", "Zp") or is_noncharacter(character)
    }

    assert {c for c in EVERY_CHARACTER if is_refused(c, PROSE)} == (never | turns) - {"\t", "\n"}
    assert {c for c in EVERY_CHARACTER if is_refused(c, PHRASE)} == never | turns


def test_a_name_has_no_space_but_the_plain_one_and_nothing_without_width():
    refused = {c for c in EVERY_CHARACTER if is_refused(c, NAME) and not is_refused(c, PHRASE)}

    assert {c for c in EVERY_CHARACTER if category(c) == "Zs"} - {" "} <= refused
    assert {category(c) for c in refused} == {"Zs", "Cf"}
    assert {"\u200b", "\u200d", "\u2060", "\ufeff"} <= refused


def test_what_is_left_for_xml_can_be_read_by_any_reader():
    text = fit_for_xml("".join(EVERY_CHARACTER).replace("<", "").replace("&", ""))

    read = ElementTree.fromstring(f"<a>{text}</a>".encode()).text  # noqa: S314

    assert read == text.replace("\r\n", "\n").replace("\r", "\n")
    assert fit_for_xml("a\fb\n") == "ab\n"
