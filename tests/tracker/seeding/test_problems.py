"""What is wrong in a seed file is said by file, record and key, and nothing is written."""

import pytest

from tests import builders
from tests.tracker.seeding.seed_files import GOOD, spoiled, write
from tracker.models import Party
from tracker.seeding import load

pytestmark = pytest.mark.django_db

DELIVERY = 'delivery "shelters-2023"'
SECOND = f'{DELIVERY}: citation "state-2023, paragraph 9"'
STATED = 'stated_on = "2023-11"'
THIRTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen"
CITED = '  [[dialogue.citation]]\n  source = "state-2023"\n  phrase = "the third dialogue"\n'
ONE_BRACKET = CITED.replace("[[", "[").replace("]]", "]")
PARENT = 'name_en = "United States"'


def problems(folder):
    """Return what a load says is wrong, without the folder; assure that nothing was loaded."""
    report = load([folder])
    assert report.tallies == {}
    assert not Party.objects.filter(slug="peru").exists()
    return [problem.removeprefix(f"{folder}/") for problem in report.problems]


NUMBER = 'is not a number: write digits alone, as 8000000 or "598400.50"'
WHOLE = "is not a whole number: write digits alone, as 4"
AMOUNT = 'value = "5000000.50"'
MONEY = f'{AMOUNT}\nunit = "USD"'
GRANT = 'title_en = "Grant"'
LIMA = '[[region]]\ncode = "PE-LIM"\nname_en = "Lima"'
BOTH = 'regions = ["PE-CUS", "PE-LIM"]'
AWARD = 'award "peru-2017"'
MEETING = 'dialogue "peru-third"'

OF_KINDS_AND_KEYS = [
    ('[[region]]\ncode = "PE-L', '[[regio]]\ncode = "PE-L', '"regio" is not a kind of record'),
    ('[[region]]\ncode = "PE-L', '[[regio]]\ncode = "PE-L', 'record; did you mean "region"?'),
    (STATED, "zebra = 1", f'{DELIVERY}: a delivery has no key "zebra"'),
    (STATED, "stated_in = 1", 'no key "stated_in"; did you mean "stated_on"?'),
    (STATED, 'stated_on_latest = "2023"', f'{DELIVERY}: a delivery has no key "stated_on_latest"'),
    ('seen = "whole"\n', "", 'source "state-2023": seen: is missing'),
    (GRANT, 'title_en = " "', f"{AWARD}: title_en: is empty"),
    ('slug = "shelters-2023"\n', "", "delivery 1: slug: is missing"),
    (LIMA, LIMA.replace("LIM", "CUS"), 'region "PE-CUS": is twice in this file: keep one of the'),
]
OF_SORTS_OF_VALUES = [
    (
        AMOUNT,
        "value = 2.5",
        f'{AWARD}: value: 2.5 is written as a float: write it in quotes, "2.5"',
    ),
    (AMOUNT, 'value = "six"', f'{AWARD}: value: "six" {NUMBER}'),
    (AMOUNT, 'value = "8,000,000"', f'{AWARD}: value: "8,000,000" {NUMBER}'),
    (AMOUNT, 'value = "NaN"', f'{AWARD}: value: "NaN" {NUMBER}'),
    (AMOUNT, "value = true", f"{AWARD}: value: true {WHOLE}"),
    (AMOUNT, f"value = 0x{'F' * 9000}", f"{AWARD}: value: a number this long {WHOLE}"),
    ("ordinal = 3", 'ordinal = "3"', f'{MEETING}: ordinal: "3" {WHOLE}'),
    ("is_money = true", "is_money = 1", 'unit "USD": is_money: 1 is neither true nor false: write'),
    (BOTH, 'regions = "PE-CUS"', f'{DELIVERY}: regions: "PE-CUS" is not a list: write it in brac'),
    (BOTH, "regions = [1]", f"{DELIVERY}: regions: 1 is not text: write it in quotes"),
    (GRANT, "title_en = [1]", f"{AWARD}: title_en: a list is not text: write it in quotes"),
    (GRANT, "title_en = {a = 1}", f"{AWARD}: title_en: a table is not text: write it in quotes"),
    (GRANT, r'title_en = "\u0000"', f"{AWARD}: title_en: has a character that cannot be stored"),
    (STATED, "stated_on = 2023-11-29", f'{DELIVERY}: stated_on: write it in quotes: "2023-11-29"'),
]
OF_THE_MODELS = [
    (AMOUNT, 'value = "1.005"', f"{AWARD}: value: Ensure that there are no more than 2 decimal pl"),
    (AMOUNT, f"value = {10**17}", f"{AWARD}: value: Ensure that there are no more than 15 digits"),
    (AMOUNT, "value = -1", f"{AWARD}: A number cannot be negative."),
    ("ordinal = 3", "ordinal = -3", f"{MEETING}: ordinal: Ensure this value is greater than or eq"),
    ("ordinal = 3", f"ordinal = {10**20}", f"{MEETING}: ordinal: Ensure this value is less than"),
    (GRANT, f'title_en = "{"x" * 201}"', f"{AWARD}: title_en: Ensure this value has at most 200"),
    (STATED, 'stated_on = "June"', f"{DELIVERY}: stated_on: “June” is not a date: write 2017-06-"),
    ('seen = "whole"', 'seen = "hole"', 'seen: "hole" is not one of: whole, excerpt; did you mean'),
    ('"about"', '"circa"', f'{SECOND}: qualifier: "circa" is not one of: exactly, at least, more'),
    ('code = "USD"', 'code = "USDX"', 'unit "USDX": code: “USDX” is not an ISO 4217 code.'),
    (
        'reason_en = "One more was agreed"\n',
        "",
        'pledge "pe-3b": A pledge that replaces another ne',
    ),
    ('replaces = "pe-3a"', 'replaces = "pe-3b"', 'pledge "pe-3b": A pledge cannot replace itself.'),
    (MONEY, 'unit = "shelters"', f"{AWARD}: unit: An award is money: choose a currency."),
    ('"about seven shelters"', f'"{THIRTEEN}"', f"{SECOND}: phrase: A phrase of evidence has at m"),
]
OF_REFERENCES = [
    ('reported_by = "us"', 'reported_by = "uss"', f'{DELIVERY}: reported_by: no party "uss"; did'),
    ('reported_by = "us"', 'reported_by = ""', f"{DELIVERY}: reported_by: is empty"),
    (BOTH, 'regions = ["PE-CUS", "XX-1"]', f'{DELIVERY}: regions: no region "XX-1"'),
    (
        MONEY,
        'unit = "sol"',
        'unit: "sol" is not an ISO 4217 code, nor one of the units: USD, shelters',
    ),
    (MONEY, 'unit = "CLP"', f'{AWARD}: unit: no unit "CLP": give this currency its own [[unit]]'),
    (PARENT, f'{PARENT}\nparent = "tip-office"', 'party "us": parent: followed from one to the'),
]
OF_CITATIONS = [
    (CITED, "", f"{MEETING}: no source: every dialogue needs a [[dialogue.citation]]"),
    (CITED, "citation = []\n", f"{MEETING}: no source: every dialogue needs a [[dialogue.citati"),
    (CITED, ONE_BRACKET, f"{MEETING}: write [[dialogue.citation]], with two brackets, above each"),
    ('"paragraph 9"', '"paragraph 4"', 'citation "state-2023, paragraph 4": is there twice: give'),
    ('phrase = "about seven shelters"\n', "", f"{SECOND}: phrase: is missing"),
    ('locator_en = "paragraph 9"', 'party = "us"', 'a citation has no key "party"'),
    (LIMA, f'{LIMA}\n[[region.citation]]\nsource = "x"', 'region "PE-LIM": a region has no citat'),
]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [*OF_KINDS_AND_KEYS, *OF_SORTS_OF_VALUES, *OF_THE_MODELS, *OF_REFERENCES, *OF_CITATIONS],
)
def test_a_problem_names_file_record_and_key(tmp_path, old, new, problem):
    write(tmp_path, spoiled(old, new))

    found = problems(tmp_path)

    assert all(line.startswith("all.toml: ") for line in found)
    assert any(problem in line for line in found), found


def test_all_problems_are_named_at_once_file_by_file(tmp_path):
    spoiled_twice = spoiled(STATED, "stated_on = 2023", spoiled("ordinal = 3", 'ordinal = "3"'))
    write(tmp_path, spoiled_twice, "b.toml")
    write(tmp_path, '[[party]]\nslug = "x"\nparent = "y"\nkind = "ngo"\nname_en = 1\n', "a.toml")

    assert problems(tmp_path) == [
        'a.toml: party "x": name_en: 1 is not text: write it in quotes',
        'a.toml: party "x": parent: no party "y"',
        f'b.toml: {MEETING}: ordinal: "3" {WHOLE}',
        f"b.toml: {DELIVERY}: stated_on: 2023 is not text: write it in quotes",
    ]


def test_a_record_of_two_files_names_both(tmp_path):
    write(tmp_path, name="a.toml")
    write(tmp_path, '[[region]]\ncode = "PE-CUS"\nname_en = "Cuzco"\n', "b.toml")

    assert problems(tmp_path) == [
        f'b.toml: region "PE-CUS": is also in {tmp_path}/a.toml: keep one of the two'
    ]


def test_a_pledge_that_comes_first_twice_names_the_other_one(tmp_path):
    cited = 'citation = [{source = "state-2023", phrase = "x"}]'
    again = f'[[pledge]]\nslug = "second"\ncommitment = "PE-3"\n{cited}\n'
    write(tmp_path, GOOD, "a.toml")
    write(tmp_path, again, "b.toml")

    assert problems(tmp_path) == [
        'b.toml: pledge "second": This commitment has its pledge: replace that one, or enter '
        f'another commitment. ({tmp_path}/a.toml: pledge "pe-3a")'
    ]


def test_two_pledges_cannot_replace_the_same_one(tmp_path):
    again = GOOD[
        GOOD.index('[[pledge]]\nslug = "pe-3b"') : GOOD.index('[[pledge]]\nslug = "pe-3a"')
    ]
    write(tmp_path, GOOD, "a.toml")
    write(tmp_path, again.replace("pe-3b", "pe-3c"), "b.toml")

    assert problems(tmp_path) == [
        'b.toml: pledge "pe-3c": replaces: only one record can have this value '
        f'({tmp_path}/a.toml: pledge "pe-3b")'
    ]


def test_what_a_row_of_the_database_has_is_taken(tmp_path):
    us, other = builders.make_party(slug="us"), builders.make_party(slug="other")
    partnership = builders.make_partnership(slug="peru", funder=us, partner=other)
    builders.make_objective(slug="entered-by-hand", partnership=partnership, number=1)

    assert problems(write(tmp_path)) == [
        'all.toml: objective "peru-1": This partnership has an objective of this number. '
        '(objective "entered-by-hand" in the database)'
    ]


def test_the_names_of_the_database_are_offered_too(tmp_path):
    builders.make_party(slug="monitor-org")
    child = '[[party]]\nslug = "x"\nkind = "ngo"\nname_en = "X"\nparent = "monitor-orgs"\n'

    (problem,) = problems(write(tmp_path, child))

    assert problem.endswith('no party "monitor-orgs"; did you mean "monitor-org"?')
