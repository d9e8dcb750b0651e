"""Search of what is reported, by the beginnings of words, with or without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, Q
from django.db.models.sql.compiler import SQLCompiler

SQLITE_FOUND = "SELECT rowid FROM tracker_delivery_words WHERE tracker_delivery_words MATCH %s"

# PostgreSQL: the words without their accents; what its parser would keep together (an address,
# a number with commas) is parted as SQLite parts it. Spelt as in the migration that indexes it.
POSTGRESQL_WORDS = """
to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(
    lower(normalize({table}statement_en || ' ' || {table}statement_es, NFD)),
    '[\\u0300-\\u036f]', '', 'g'), '[^a-z0-9\\u00c0-\\u1fff\\u2c00-\\uffff]+', ' ', 'g'))
"""


def words_of(text: str) -> list[str]:
    """Return the words of a search, in small letters without accents: "Niñas, 3" is nin*, 3."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", text.lower())
        if unicodedata.category(letter) != "Mn"
    )
    return re.findall(r"[^\W_]+", bare)


def begins_words(text: str, wanted: Iterable[str]) -> bool:
    """Whether for every word wanted there is one in the text that begins with it."""
    there = words_of(text)
    return all(any(word.startswith(begun) for word in there) for begun in wanted)


def saying(text: str) -> Q:
    """Return the condition that a delivery has, for every word, one that begins with it."""
    words = words_of(text)
    return Q(Saying(words)) if words else Q(pk__in=[])


class Saying(Func):
    """
    Whether the words of a delivery begin with these.

    Words are letters and digits alone, and quoted, so that none can be read as an operator.
    """

    output_field = models.BooleanField()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(models.F("id"))
        self.words = tuple(words)

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        column, params = compiler.compile(self.source_expressions[0])
        wanted = " ".join(f'"{word}"*' for word in self.words)
        return f"{column} IN ({SQLITE_FOUND})", [*params, wanted]

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, list[Any]]:
        column, params = compiler.compile(self.source_expressions[0])
        words = POSTGRESQL_WORDS.format(table=column.removesuffix('"id"'))
        wanted = " & ".join(f"'{word}':*" for word in self.words)
        return f"{words} @@ to_tsquery('simple', %s)", [*params, wanted]
