"""The Spanish catalogue is complete, compiled, and says what the English says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation import override

from tracker.domain.vocabulary import State

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tracker/locale/es/LC_MESSAGES"
EXTRACT = ("makemessages", "-l", "es", "--no-obsolete", "--add-location", "file")
ADVICE = "collecting the words of the code needs xgettext: apt-get install gettext"
HELD = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}|</?\w+>")  # placeholders, and the tags of a sentence


def messages(path):
    """Return the catalogue's messages by what they translate, the header left out."""
    with path.open("rb") as file:
        found = read_po(file) if path.suffix == ".po" else read_mo(file)
    return {(one.context, *forms(one.id)): one for one in found if one.id}


def forms(text):
    """Return what is said for one and for many; a message without a plural has one form."""
    return (text,) if isinstance(text, str) else tuple(text)


CATALOGUE = messages(FOLDER / "django.po")


def test_every_text_is_translated():
    missing = [key for key, one in CATALOGUE.items() if not all(forms(one.string))]

    assert len(CATALOGUE) > 500
    assert missing == []


def test_no_translation_is_a_guess_of_the_tools():
    assert [key for key, one in CATALOGUE.items() if one.fuzzy] == []


def test_what_is_shipped_is_what_the_catalogue_compiles_to():
    shipped = {key: forms(one.string) for key, one in messages(FOLDER / "django.mo").items()}

    assert shipped == {key: forms(one.string) for key, one in CATALOGUE.items()}


def test_a_translation_holds_what_its_original_holds():
    differing = {
        original: translation
        for (_, *originals), one in CATALOGUE.items()
        for original in originals
        for translation in forms(one.string)
        if sorted(set(HELD.findall(original))) != sorted(set(HELD.findall(translation)))
    }

    assert differing == {}


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("%(count)d source", "%(cuenta)d fuente"),
        ("%(who)s promised", "%(who) prometió"),
        ("(%(share)s%% of it)", "(%(share)s)"),
        ("<b>no source</b>", "<b>ninguna fuente"),
    ],
)
def test_a_lost_placeholder_would_be_seen(original, translation):
    assert HELD.findall(original) != HELD.findall(translation)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.DELIVERED, "Entregado"),
        (State.UNDER_WAY, "En curso"),
        (State.SHORT, "Incompleto"),
        (State.AMOUNT_NOT_REPORTED, "Monto no informado"),
        (State.NO_NUMERIC_TARGET, "Informado, sin meta numérica"),
        (State.NO_REPORT, "Sin informe a la fecha"),
        (State.NOT_DUE, "Aún no exigible"),
        (State.NOT_COMPARABLE, "No comparable"),
        (State.ENDED, "Terminado"),
    ],
)
def test_a_state_is_said_in_one_way(state, said):
    with override("es"):
        assert state.label == said


def test_the_three_unknowns_are_three_texts():
    english = ["Amount not reported", "No report found", "No numeric target"]

    assert len({CATALOGUE[None, text].string for text in english}) == len(english)


@pytest.fixture
def extracted(tmp_path):
    """Return the texts of the code as `makemessages` collects them, in a copy of it."""
    if shutil.which("xgettext") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(ADVICE)
    for name in ("cpc", "tracker", "templates"):
        ignored = shutil.ignore_patterns("__pycache__", "locale")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "manage.py", tmp_path)
    subprocess.run(
        [sys.executable, "manage.py", *EXTRACT],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "DEBUG": "1"},
        check=True,
        capture_output=True,
    )
    return messages(tmp_path / (FOLDER / "django.po").relative_to(ROOT))


def test_the_catalogue_has_the_texts_of_the_code_and_no_others(extracted):
    assert extracted.keys() ^ CATALOGUE.keys() == set()
