"""seeds/README.md explains every kind and every key, and nothing that does not exist."""

import re
import tomllib
from decimal import Decimal

import pytest

from tests.conftest import ROOT
from tracker.models import Commitment
from tracker.seeding import load
from tracker.seeding.kinds import EVERY_KIND
from tracker.seeding.reading import READ

README = (ROOT / "seeds" / "README.md").read_text()
SECTION = re.compile(r"^### (\w+)\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| `(\w+)` \| (yes|) ?\| (.+) \| `(.+)` \|$", re.MULTILINE)
SECTIONS = dict(SECTION.findall(README))


def explained(kind):
    """Return what the README says of each key: whether it is needed, its meaning, an example."""
    rows = ROW.findall(SECTIONS[kind.name])
    return {name: (needed == "yes", meaning, example) for name, needed, meaning, example in rows}


def value(example):
    return tomllib.loads(f"value = {example}", parse_float=Decimal)["value"]


def test_every_kind_is_explained_and_no_other():
    assert list(SECTIONS) == list(EVERY_KIND)


@pytest.mark.parametrize("kind", EVERY_KIND.values(), ids=EVERY_KIND)
def test_every_key_is_explained_and_no_other(kind):
    rows = [line for line in SECTIONS[kind.name].splitlines() if line.startswith("| `")]

    assert len(rows) == len(explained(kind))
    assert set(explained(kind)) == set(kind.keys)


@pytest.mark.parametrize("kind", EVERY_KIND.values(), ids=EVERY_KIND)
def test_the_keys_that_are_needed_are_marked(kind):
    marked = {name for name, (needed, _, _) in explained(kind).items() if needed}

    assert marked == {name for name, key in kind.keys.items() if key.is_required}


@pytest.mark.parametrize("kind", EVERY_KIND.values(), ids=EVERY_KIND)
def test_every_choice_is_named_and_every_example_can_be_used(kind):
    for name, (_, meaning, example) in explained(kind).items():
        key = kind.keys[name]
        choices = [] if key.to else [choice for choice, _ in key.field.flatchoices if choice]

        read = READ[key.sort](value(example))

        assert [choice for choice in choices if f"`{choice}`" not in meaning] == [], name
        assert not choices or read in choices, name
        if not key.to:
            key.field.clean(read, kind.model())


@pytest.mark.parametrize("kind", EVERY_KIND.values(), ids=EVERY_KIND)
def test_what_leaving_a_key_out_means_is_said(kind):
    for name, (_, meaning, _) in explained(kind).items():
        default = kind.keys[name].default
        if default in ("", None, []):
            continue
        said = str(default).lower() if isinstance(default, bool | int) else f"`{default}`"
        assert f"left out: {said}" in meaning, name


def test_the_kinds_that_need_a_citation_are_listed():
    sentence = re.search(r"\*\*Citations\*\*: every (.*?) needs at least one", README, re.DOTALL)

    listed = re.split(r",\s+|\s+and\s+", sentence[1])

    assert set(listed) == {kind.name for kind in EVERY_KIND.values() if kind.must_be_cited}


def test_the_names_that_never_change_are_those_that_identify():
    for kind in EVERY_KIND.values():
        if kind.identity in (("slug",), ("code",)):
            (name,) = kind.identity
            assert "never change it" in explained(kind)[name][1]


@pytest.mark.django_db
def test_the_example_can_be_loaded_beside_the_seeds(tmp_path):
    (example,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "example.toml").write_text(example)

    report = load([ROOT / "seeds" / "common", ROOT / "seeds" / "peru", tmp_path])

    assert report.problems == []
    assert Commitment.objects.get(code="PE-90").deliveries.get().value == 2
