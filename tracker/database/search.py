"""Search of what is reported, by the beginnings of words, with or without accents."""

from __future__ import annotations

import re
import unicodedata

from django.db import models
from django.db.models import Func, Q

# SQLite: an index beside the table, holding no text of its own; triggers keep it.
SQLITE_INDEX = """
CREATE VIRTUAL TABLE IF NOT EXISTS tracker_delivery_words USING fts5(
    statement_en, statement_es, content='tracker_delivery', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
)
"""
_ADD = """
INSERT INTO tracker_delivery_words (rowid, statement_en, statement_es)
VALUES (new.id, new.statement_en, new.statement_es);
"""
_DROP = """
INSERT INTO tracker_delivery_words (tracker_delivery_words, rowid, statement_en, statement_es)
VALUES ('delete', old.id, old.statement_en, old.statement_es);
"""
SQLITE_TRIGGERS = {
    "tracker_delivery_words_insert": f"AFTER INSERT ON tracker_delivery BEGIN {_ADD} END",
    "tracker_delivery_words_delete": f"AFTER DELETE ON tracker_delivery BEGIN {_DROP} END",
    "tracker_delivery_words_update": (
        "AFTER UPDATE OF id, statement_en, statement_es ON tracker_delivery"
        f" BEGIN {_DROP} {_ADD} END"
    ),
}
SQLITE_FILL = "INSERT INTO tracker_delivery_words (tracker_delivery_words) VALUES ('rebuild')"
SQLITE_FOUND = "SELECT rowid FROM tracker_delivery_words WHERE tracker_delivery_words MATCH %s"

# PostgreSQL: the words without their accents; what its parser would keep together (an address,
# a number with commas) is parted as SQLite parts it. An index and a search must spell it alike.
POSTGRESQL_WORDS = """
to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(
    lower(normalize({table}statement_en || ' ' || {table}statement_es, NFD)),
    '[\\u0300-\\u036f]', '', 'g'), '[^a-z0-9\\u00c0-\\u1fff\\u2c00-\\uffff]+', ' ', 'g'))
"""


def index_words(apps, schema_editor):
    """Make the index of words anew, with what keeps it; for RunPython in a migration."""
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in _on_postgresql() if on_postgresql else _on_sqlite():
        schema_editor.execute(statement, params=None)


def _on_postgresql():
    yield "DROP INDEX IF EXISTS tracker_delivery_words"
    words = POSTGRESQL_WORDS.format(table="")
    yield f"CREATE INDEX tracker_delivery_words ON tracker_delivery USING gin ({words})"


def _on_sqlite():
    yield SQLITE_INDEX
    for name, event in SQLITE_TRIGGERS.items():
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} {event}"
    yield SQLITE_FILL


def words_of(text):
    """Return the words of a search, in small letters without accents: "Niñas, 3" is nin*, 3."""
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", text.lower())
        if unicodedata.category(letter) != "Mn"
    )
    return re.findall(r"[^\W_]+", bare)


def begins_words(text, wanted):
    """Whether for every word wanted there is one in the text that begins with it."""
    there = words_of(text)
    return all(any(word.startswith(begun) for word in there) for begun in wanted)


def saying(text):
    """Return the condition that a delivery has, for every word, one that begins with it."""
    words = words_of(text)
    return Q(Saying(words)) if words else Q(pk__in=[])


class Saying(Func):
    """
    Whether the words of a delivery begin with these.

    Words are letters and digits alone, and quoted, so that none can be read as an operator.
    """

    output_field = models.BooleanField()

    def __init__(self, words):
        super().__init__(models.F("id"))
        self.words = tuple(words)

    def as_sqlite(self, compiler, connection, **context):
        column, params = compiler.compile(self.source_expressions[0])
        wanted = " ".join(f'"{word}"*' for word in self.words)
        return f"{column} IN ({SQLITE_FOUND})", [*params, wanted]

    def as_postgresql(self, compiler, connection, **context):
        column, params = compiler.compile(self.source_expressions[0])
        words = POSTGRESQL_WORDS.format(table=column.removesuffix('"id"'))
        wanted = " & ".join(f"'{word}':*" for word in self.words)
        return f"{words} @@ to_tsquery('simple', %s)", [*params, wanted]
