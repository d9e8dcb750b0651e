"""What a form refuses, a seed file is refused too, by file, record and key."""

import pytest

from tests.tracker.seeding.seed_files import spoiled, write
from tracker.models import Delivery
from tracker.models.base import FEW_PROTECTED
from tracker.seeding import load

pytestmark = pytest.mark.django_db

STATEMENT = "Six shelters established"
DELIVERY = 'delivery "shelters-2023"'


def problems(tmp_path, text):
    report = load([write(tmp_path / "seeds", text)])
    assert not Delivery.objects.exists()
    return [problem.partition("all.toml: ")[2] for problem in report.problems]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (
            STATEMENT,
            "Six \\fshelters",
            f"{DELIVERY}: statement_en: U+000C FORM FEED at character 5",
        ),
        (
            STATEMENT,
            "\u202eSix",
            f"{DELIVERY}: statement_en: U+202E RIGHT-TO-LEFT OVERRIDE at char",
        ),
        ("Lima", "Li\u200bma", 'region "PE-LIM": name_en: U+200B ZERO WIDTH SPACE at character 3'),
        ("about seven shelters", "a\\ufdd0", "phrase: U+FDD0 NONCHARACTER at character 2"),
    ],
)
def test_an_odd_character_is_named_with_its_record_and_key(tmp_path, old, new, place):
    (said,) = problems(tmp_path, spoiled(old, new))

    assert place in said


def test_few_people_protected_are_refused_wherever_they_stand(tmp_path):
    children = 'many_es = "albergues"\ncounts = "people protected"'

    said = problems(tmp_path, spoiled('many_es = "albergues"\ncounts = "not people"', children))

    places = (
        'pledge "pe-3b"',
        'pledge "pe-3a"',
        DELIVERY,
        f'{DELIVERY}: citation "state-2023, paragraph 9"',
    )
    assert sorted(said) == sorted(f"{place}: value: {FEW_PROTECTED}" for place in places)
