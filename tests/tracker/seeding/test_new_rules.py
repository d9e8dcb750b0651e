"""A rule that a model is given holds for seed files too, with no change in seeding."""

from contextlib import contextmanager

import pytest
from django.db import connection
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Lower

from tests.tracker.seeding.seed_files import write
from tracker.models import Party
from tracker.seeding import load

PARTIES = """
[[party]]
slug = "ilo"
kind = "international organisation"
name_en = "Labour Organization"
name_es = "Organización del Trabajo"
acronym = "ILO"

[[party]]
slug = "iom"
kind = "international organisation"
name_en = "Migration Organization"
name_es = "Organización para las Migraciones"
acronym = "IOM"
"""
# The rule, a change of the file that breaks it, and what is said of that.
RULES = [
    (
        UniqueConstraint(Lower("name_en"), name="test_name_once"),
        ('name_en = "Migration', 'name_en = "LABOUR'),
        "name_en: Constraint “test_name_once” is violated.",
    ),
    (
        CheckConstraint(
            condition=Q(acronym__startswith="I"),
            name="test_acronym_begins",
            violation_error_message="An acronym begins with I.",
        ),
        ('acronym = "IOM"', 'acronym = "OIM"'),
        "acronym: An acronym begins with I.",
    ),
    (
        UniqueConstraint(
            fields=["country"],
            condition=Q(kind="government"),
            name="test_one_government",
            violation_error_message="This country has its government.",
        ),
        ('kind = "international organisation"', 'kind = "government"\ncountry = "PE"'),
        "kind, country: This country has its government.",
    ),
    (
        CheckConstraint(condition=~Q(name_en=F("name_es")), name="test_two_names"),
        ('name_es = "Organización para las Migraciones"', 'name_es = "Migration Organization"'),
        "name_en, name_es: Constraint “test_two_names” is violated.",
    ),
]


@contextmanager
def held(rule):
    """Have the table of parties hold the rule for as long as this lasts."""
    Party._meta.constraints.append(rule)
    try:
        with _triggers_kept(), connection.schema_editor() as editor:
            editor.add_constraint(Party, rule)
        yield
    finally:
        Party._meta.constraints.remove(rule)
        with _triggers_kept(), connection.schema_editor() as editor:
            editor.remove_constraint(Party, rule)


@contextmanager
def _triggers_kept():
    """Give the table its triggers back, which SQLite drops with the table that it remakes."""
    with connection.cursor() as cursor:
        before = _triggers(cursor)
        yield
        for trigger in sorted(set(before) - set(_triggers(cursor))):
            cursor.execute(trigger)


def _triggers(cursor):
    if connection.vendor != "sqlite":
        return []
    return [
        sql for (sql,) in cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("rule", "change", "sentence"), RULES, ids=lambda part: getattr(part, "name", "")
)
def test_a_new_rule_is_held(tmp_path, rule, change, sentence):
    broken = PARTIES.replace(*change)
    refused = [f'{tmp_path}/all.toml: party "iom": {sentence}']

    with held(rule):
        assert load([write(tmp_path, broken)], check_only=True).problems == refused
        assert load([tmp_path]).problems == refused
        assert not Party.objects.exists()

        assert load([write(tmp_path, PARTIES)]).problems == []
        assert Party.objects.count() == 2

        assert load([write(tmp_path, broken)]).problems == refused
        assert Party.objects.get(slug="iom").name_en == "Migration Organization"
