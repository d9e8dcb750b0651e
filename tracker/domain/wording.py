"""Words of a record in the two languages of the public."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Words:
    """
    The same words in English and Spanish; either may be missing, never guessed.

    `str()` gives the reader's language, or the other one where a translation is missing;
    `language` tells which it was, for the page's `lang` attribute.
    """

    en: str = ""
    es: str = ""

    @property
    def language(self) -> str:
        """The language `str()` answers in: "en" or "es"."""
        wanted = "es" if (get_language() or "en").startswith("es") else "en"
        if wanted == "es":
            return "es" if self.es or not self.en else "en"
        return "en" if self.en or not self.es else "es"

    @property
    def is_translated(self) -> bool:
        """Whether the reader's own language is the one `str()` answers in."""
        return (get_language() or "en").startswith(self.language)

    def __str__(self) -> str:
        return self.es if self.language == "es" else self.en

    def __bool__(self) -> bool:
        return bool(self.en or self.es)
