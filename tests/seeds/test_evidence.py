"""The seed files hold facts with their evidence: short phrases, known sources, dates as stated."""

import tomllib
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tracker.domain.dates import span
from tracker.models.fields import PHRASE_WORDS

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FILES = sorted(SEEDS.glob("*/*.toml"))
COUNTRIES = sorted(path for path in SEEDS.iterdir() if path.is_dir() and path.name != "common")
DATES = {
    "announced_on",
    "awarded_on",
    "due_on",
    "ended_on",
    "ends_on",
    "held_on",
    "made_on",
    "period",
    "pledged_on",
    "published_on",
    "signed_on",
    "starts_on",
    "stated_on",
    "states_on",
    "until",
}
# What is somebody's statement, and so needs somebody's words.
CITED = {
    "activity",
    "announcement",
    "award",
    "commitment",
    "delivery",
    "dialogue",
    "extension",
    "objective",
    "participant",
    "partnership",
    "pledge",
    "recipient",
}


def named(path):
    return f"{path.parent.name}/{path.name}"


@cache
def records(path):
    """Return (kind, record) of every record in the file."""
    tables = tomllib.loads(path.read_text(), parse_float=Decimal)
    return [(kind, record) for kind, found in tables.items() for record in found]


def citations(path):
    return [cited for _, record in records(path) for cited in record.get("citation", [])]


def parts(path):
    """Return every record in the file and every citation."""
    return [record for _, record in records(path)] + citations(path)


@cache
def sources():
    """Return the address of every source by its slug."""
    found = [record for path in FILES for kind, record in records(path) if kind == "source"]
    return {source["slug"]: source.get("url", "") for source in found}


def by_file(test):
    return pytest.mark.parametrize("path", FILES, ids=named)(test)


def test_there_are_seeds_of_several_countries():
    assert {"ghana", "peru", "philippines"} <= {path.name for path in COUNTRIES}


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda path: path.name)
def test_every_country_has_its_partnership_its_commitments_and_its_sources(country):
    kinds = {kind for path in country.glob("*.toml") for kind, _ in records(path)}

    assert {"partnership", "commitment", "source"} <= kinds


@by_file
def test_a_phrase_has_at_most_twelve_words(path):
    phrases = [cited.get("phrase", "") for cited in citations(path)]

    assert [p for p in phrases if not 1 <= len(p.split()) <= PHRASE_WORDS] == []


@by_file
def test_every_citation_names_a_source_that_exists(path):
    assert {cited["source"] for cited in citations(path)} <= sources().keys()


def test_every_source_is_cited():
    cited = {cited["source"] for path in FILES for cited in citations(path)}

    assert sources().keys() - cited == set()


def test_one_document_is_one_source():
    addresses = Counter(url for url in sources().values() if url)

    assert [url for url, count in addresses.items() if count > 1] == []


@by_file
def test_every_statement_has_evidence(path):
    bare = [record for kind, record in records(path) if kind in CITED and "citation" not in record]

    assert bare == []


@by_file
def test_every_date_is_one_that_can_be_meant(path):
    stated = [part[name] for part in parts(path) for name in DATES & part.keys()]

    assert None not in map(span, stated)


@by_file
def test_no_figure_is_a_float(path):
    values = [part["value"] for part in parts(path) if "value" in part]

    assert [value for value in values if not isinstance(value, int | str)] == []


@by_file
def test_what_is_said_in_english_is_said_in_spanish(path):
    for part in parts(path):
        english = {name[:-3] for name in part if name.endswith("_en")}
        spanish = {name[:-3] for name in part if name.endswith("_es")}
        assert english == spanish


@by_file
def test_shelters_are_never_placed(path):
    """No report about shelters names a region: where they are is nobody's business."""
    placed = [
        record["slug"]
        for kind, record in records(path)
        if kind == "delivery" and record.get("unit") == "shelters" and "regions" in record
    ]

    assert placed == []
