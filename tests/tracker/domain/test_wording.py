"""Words in two languages: the reader's own where there is one, never a guess."""

import pytest
from django.utils.translation import deactivate_all, override

from tracker.domain.wording import Words

BOTH, ENGLISH, SPANISH, NEITHER = (
    Words("Peru", "Perú"),
    Words("Peru"),
    Words(es="Perú"),
    Words(),
)


@pytest.mark.parametrize(
    ("language", "words", "said", "said_in", "is_translated"),
    [
        ("en", BOTH, "Peru", "en", True),
        ("es", BOTH, "Perú", "es", True),
        ("es-pe", BOTH, "Perú", "es", True),
        ("en-us", BOTH, "Peru", "en", True),
        ("en", SPANISH, "Perú", "es", False),
        ("es", ENGLISH, "Peru", "en", False),
        ("en", ENGLISH, "Peru", "en", True),
        ("es", SPANISH, "Perú", "es", True),
        ("en", NEITHER, "", "en", True),
        ("es", NEITHER, "", "es", True),
    ],
)
def test_the_reader_gets_his_language_or_the_other_one(
    language, words, said, said_in, is_translated
):
    with override(language):
        assert (str(words), words.language, words.is_translated) == (said, said_in, is_translated)


def test_without_a_language_it_is_english():
    with override(None):
        deactivate_all()

        assert (str(BOTH), BOTH.language) == ("Peru", "en")


@pytest.mark.parametrize(
    ("words", "is_there"), [(BOTH, True), (ENGLISH, True), (SPANISH, True), (NEITHER, False)]
)
def test_words_are_true_if_either_language_has_any(words, is_there):
    assert bool(words) is is_there
