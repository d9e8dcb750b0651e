"""What is wrong in a seed file is said by file, record and key, and nothing is written."""

from collections import Counter

import pytest

from tests import builders
from tests.tracker.seeding.seed_files import GOOD, spoiled, write
from tracker.models import Party
from tracker.seeding import load
from tracker.seeding.drafts import MANY
from tracker.seeding.entries import BATCH

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
    (
        LIMA,
        LIMA.replace("LIM", "CUS"),
        'region "PE-CUS": appears twice in this file: keep one of the',
    ),
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
    (GRANT, r'title_en = "\u0000"', f"{AWARD}: title_en: U+0000 CONTROL CHARACTER at"),
    (STATED, "stated_on = 2023-11-29", f'{DELIVERY}: stated_on: write it in quotes: "2023-11-29"'),
]
OF_THE_MODELS = [
    (AMOUNT, 'value = "1.005"', f"{AWARD}: value: Ensure that there are no more than 2 decimal pl"),
    (AMOUNT, f"value = {10**17}", f"{AWARD}: value: Ensure that there are no more than 15 digits"),
    (AMOUNT, "value = -1", f"{AWARD}: value: A number cannot be negative."),
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
        'pledge "pe-3b": replaces, change: A pledge that replaces another needs the kind of ch',
    ),
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
    (MONEY, 'unit = "shelter"', 'one of the units: USD, shelters; did you mean "shelters"?'),
    (MONEY, 'unit = "CLP"', f'{AWARD}: unit: no unit "CLP": give this currency its own [[unit]]'),
    (PARENT, f'{PARENT}\nparent = "tip-office"', 'party "us": parent: this chain leads back'),
    (
        'replaces = "pe-3a"',
        'replaces = "pe-3b"',
        'pledge "pe-3b": replaces: this chain leads b',
    ),
]
OF_CITATIONS = [
    (CITED, "", f"{MEETING}: no source: every dialogue needs a [[dialogue.citation]]"),
    (CITED, "citation = []\n", f"{MEETING}: no source: every dialogue needs a [[dialogue.citati"),
    (CITED, CITED.replace("citation", "citations"), 'key "citations"; did you mean "citation"?'),
    (CITED, ONE_BRACKET, f"{MEETING}: write [[dialogue.citation]], with two brackets, above each"),
    ('"paragraph 9"', '"paragraph 4"', 'citation "state-2023, paragraph 4": appears twice: give'),
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
        f'b.toml: region "PE-CUS": also appears in {tmp_path}/a.toml: keep one of the two'
    ]


AGAIN = """
[[pledge]]
slug = "second"
commitment = "PE-3"
citation = [{source = "state-2023", phrase = "x"}]
"""
FIRST = "commitment: This commitment has its pledge: replace that one, or enter another commitment."


def test_a_commitment_has_one_first_pledge(tmp_path):
    assert problems(write(tmp_path, GOOD + AGAIN)) == [f'all.toml: pledge "second": {FIRST}']


def test_two_pledges_cannot_replace_the_same_one(tmp_path):
    change = 'replaces = "pe-3a"\nchange = "ended"\nreason_en = "It was"\ncitation'
    again = AGAIN.replace("citation", change)

    assert problems(write(tmp_path, GOOD + again)) == [
        'all.toml: pledge "second": replaces: only one record can have this value'
    ]


def test_what_a_row_of_the_database_has_is_taken(tmp_path):
    us, other = builders.make_party(slug="us"), builders.make_party(slug="other")
    partnership = builders.make_partnership(slug="peru", funder=us, partner=other)
    builders.make_objective(slug="entered-by-hand", partnership=partnership, number=1)

    assert problems(write(tmp_path)) == [
        'all.toml: objective "peru-1": partnership, number: '
        "This partnership has an objective of this number."
    ]


def test_every_rule_that_a_record_breaks_is_named(tmp_path):
    broken = spoiled(MONEY, "value = -1", spoiled("[[award]]", '[[award]]\nstarts_on = "2021"'))
    broken = spoiled('starts_on = "2021"', 'starts_on = "2021"\nends_on = "2020"', broken)

    assert problems(write(tmp_path, broken)) == [
        f"all.toml: {AWARD}: value: A number needs its unit: a currency or what is counted.",
        f"all.toml: {AWARD}: value: A number cannot be negative.",
        f"all.toml: {AWARD}: starts_on, ends_on: An award cannot end before it starts.",
    ]


def test_of_many_records_each_that_is_refused_is_named(tmp_path):
    delivery = GOOD[GOOD.index("[[delivery]]") : GOOD.index("[[participant]]")]
    wrong = {3, 40, 41, 499, 777}
    many = "".join(
        delivery.replace("shelters-2023", f"d{n}").replace(
            "value = 6", f"value = {-1 if n in wrong else 6}"
        )
        for n in range(800)
    )

    assert problems(write(tmp_path, GOOD + many)) == [
        f'all.toml: delivery "d{n}": value: A number cannot be negative.' for n in sorted(wrong)
    ]


def test_once_much_is_wrong_each_record_is_still_named(tmp_path):
    delivery = GOOD[GOOD.index("[[delivery]]") : GOOD.index("[[participant]]")]
    delivery = spoiled('value = 6\nunit = "shelters"', "value = -1", delivery)
    places = [f'delivery "d{n}"' for n in range(BATCH + MANY)]
    many = "".join(delivery.replace("shelters-2023", f"d{n}") for n in range(len(places)))

    found = Counter(line.split(": ")[1] for line in problems(write(tmp_path, GOOD + many)))

    assert list(found) == places
    assert (found[places[0]], found[places[-1]]) == (2, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title_en = "Protection"', 'title_en = ""'),  # the file's form
        ('title_en = "Protection"', f'title_en = "{"x" * 121}"'),  # a field's rule
        ("number = 1", 'number = 1\nstatus = "shown"'),  # a choice
        (MONEY, 'value = 1\nunit = "shelters"'),  # the model's clean()
        (MONEY, "value = 1"),  # the database's rule
        ('parent = "us"', 'parent = "uss"'),  # a reference
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_who_refers_to_a_wrong_record_is_not_named_for_that(tmp_path, old, new, is_first):
    if not is_first:
        load([write(tmp_path)])
    write(tmp_path, spoiled(old, new))

    (problem,) = load([tmp_path]).problems

    assert problem.startswith(f"{tmp_path}/all.toml: ")


def test_a_wrong_record_does_not_hide_what_else_is_wrong(tmp_path):
    wrong = spoiled('phrase = "established six shelters"', f'phrase = "{THIRTEEN}"')
    wrong = spoiled("number = 1", "number = -1", wrong)

    objective, citation = problems(write(tmp_path, wrong))

    assert objective.startswith('all.toml: objective "peru-1": number: ')
    assert citation.startswith(f'all.toml: {DELIVERY}: citation "state-2023, paragraph 4": phrase')


def test_a_circle_by_way_of_the_database_is_refused(tmp_path):
    load([write(tmp_path)])
    us = GOOD[GOOD.index('[[party]]\nslug = "us"') : GOOD.index("[[partnership]]")]

    report = load([write(tmp_path, spoiled(PARENT, f'{PARENT}\nparent = "tip-office"', us))])

    assert report.problems == [
        f'{tmp_path}/all.toml: party "us": parent: this chain leads back to where it began'
    ]


def test_what_the_database_checks_last_is_named_by_table(tmp_path):
    astray = Party.objects.create(slug="astray", kind="ngo", name_en="A", parent_id=10**6)

    (problem,) = load([write(tmp_path)], check_only=True).problems

    assert "tracker_party" in problem
    astray.delete()


def test_the_names_of_the_database_are_offered_too(tmp_path):
    builders.make_party(slug="monitor-org")
    child = '[[party]]\nslug = "x"\nkind = "ngo"\nname_en = "X"\nparent = "monitor-orgs"\n'

    (problem,) = problems(write(tmp_path, child))

    assert problem.endswith('no party "monitor-orgs"; did you mean "monitor-org"?')
