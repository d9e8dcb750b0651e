"""Loading creates, changes and leaves alone; what a person has edited since is kept."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders
from tests.bench import seeds
from tests.tracker.seeding.seed_files import GOOD, spoiled, write
from tracker.database.writes import data_version
from tracker.models import (
    Announcement,
    Award,
    Citation,
    Commitment,
    Delivery,
    Objective,
    Party,
    Pledge,
    Region,
    Source,
    Unit,
)
from tracker.seeding import load
from tracker.seeding.entries import BATCH
from tracker.seeding.kinds import EVERY_KIND, KINDS

pytestmark = pytest.mark.django_db

SIX = 'value = 6\nunit = "shelters"\nstated_on'
FIVE = 'value = 5\nunit = "shelters"\nstated_on'
KEPT = 'all.toml: delivery "shelters-2023"'


@pytest.fixture
def loaded(tmp_path):
    """Load the good file, and return its folder."""
    assert load([write(tmp_path)]).problems == []
    return tmp_path


def reload(folder, text=GOOD, **options):
    report = load([write(folder, text)], **options)
    assert report.problems == []
    return report


def fates(report):
    """Return what became of the records, kinds that are unchanged left out."""
    return {
        name: dict(tally) for name, tally in report.tallies.items() if set(tally) != {"unchanged"}
    }


def kept(report, folder):
    return [place.removeprefix(f"{folder}/") for place in report.kept]


def shelters():
    return Delivery.objects.get(slug="shelters-2023")


def test_every_record_of_a_file_becomes_a_row(loaded):
    delivery = shelters()

    assert delivery.value == 6
    assert delivery.unit_id == "shelters"
    assert delivery.commitment == Commitment.objects.get(code="PE-3")
    assert str(delivery.stated_on_latest) == "2023-11-30"
    assert sorted(region.code for region in delivery.regions.all()) == ["PE-CUS", "PE-LIM"]
    assert [c.locator_en for c in delivery.citations.all()] == ["paragraph 4", "paragraph 9"]
    assert Award.objects.get().value == Decimal("5000000.50")
    assert {kind.name for kind in EVERY_KIND.values() if kind.model.objects.exists()} == set(
        EVERY_KIND
    )


def test_what_is_left_out_is_published_and_not_stated(loaded):
    announcement = Announcement.objects.get()

    assert (announcement.status, announcement.value, announcement.unit) == ("published", None, None)


def test_a_record_is_written_after_the_one_it_follows_in_its_own_kind(loaded):
    assert Party.objects.get(slug="tip-office").parent.slug == "us"
    assert Pledge.objects.get(slug="pe-3b").replaces.slug == "pe-3a"


def test_a_long_chain_is_written_from_its_beginning(tmp_path):
    text = "".join(
        f'[[party]]\nslug = "p{n}"\nkind = "ngo"\nname_en = "P"\nparent = "p{n + 1}"\n'
        for n in range(1200)
    )
    reload(tmp_path, f'{text}[[party]]\nslug = "p1200"\nkind = "ngo"\nname_en = "P"\n')

    assert Party.objects.get(slug="p0").parent.slug == "p1"


def test_loading_twice_changes_nothing(loaded):
    before, at = data_version(), shelters().changed_at

    report = reload(loaded)

    assert fates(report) == {}
    assert data_version() == before
    assert shelters().changed_at == at


def test_a_check_writes_nothing(tmp_path):
    before = data_version()

    report = reload(tmp_path, check_only=True)

    assert (report.read["delivery"], report.read["citation"]) == (1, 14)
    assert data_version() == before
    assert not Party.objects.exists()


def test_an_edit_of_the_file_changes_the_row_and_nothing_else(loaded):
    at = shelters().changed_at
    others = {party.slug: party.changed_at for party in Party.objects.all()}

    report = reload(loaded, spoiled(SIX, FIVE))

    assert fates(report) == {"delivery": {"changed": 1}}
    assert shelters().value == 5
    assert shelters().changed_at > at
    assert {party.slug: party.changed_at for party in Party.objects.all()} == others


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [
        ('stated_on = "2023-11"', 'stated_on = "2023-12"', {"delivery": {"changed": 1}}),
        ('stated_on = "2023-11"\n', "", {"delivery": {"changed": 1}}),
        ('["PE-CUS", "PE-LIM"]', '["PE-LIM"]', {"delivery": {"changed": 1}}),
        ('["PE-CUS", "PE-LIM"]', '["PE-LIM", "PE-CUS", "PE-LIM"]', {}),
        ('qualifier = "about"', "", {"citation": {"changed": 1, "unchanged": 13}}),
        ('locator_en = "paragraph 9"', "", {"citation": {"created": 1, "unchanged": 13}}),
        ('many_en = "shelters"', 'many_en = "homes"', {"unit": {"changed": 1, "unchanged": 1}}),
        ('name_en = "Lima"', 'name_en = " Lima "', {}),
        ('"5000000.50"', '"5000000.5"', {}),
        ('reported_by = "us"', 'reported_by = "peru"', {"delivery": {"changed": 1}}),
        ('stated_on = "2023-11"', 'stated_on = "2023-11"\nstatus = "published"', {}),
    ],
)
def test_what_counts_as_a_change(loaded, old, new, fate):
    assert fates(reload(loaded, spoiled(old, new))) == fate


def test_a_changed_date_changes_its_days(loaded):
    reload(loaded, spoiled('stated_on = "2023-11"', 'stated_on = "2022~"'))

    assert str(shelters().stated_on_earliest) == "2022-01-01"


def test_a_changed_list_is_the_list_of_the_file(loaded):
    reload(loaded, spoiled('["PE-CUS", "PE-LIM"]', '["PE-LIM"]'))

    assert [region.code for region in shelters().regions.all()] == ["PE-LIM"]


EDITS = {
    "save": lambda: Delivery.objects.update_or_create(slug="shelters-2023", defaults={"value": 9}),
    "update": lambda: Delivery.objects.update(value=None),
    "status": lambda: Delivery.objects.update(status="withdrawn"),
    "reference": lambda: Delivery.objects.update(reported_by=Party.objects.get(slug="peru")),
    "list": lambda: shelters().regions.clear(),
    "text": lambda: Delivery.objects.update(statement_es="Seis albergues"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_a_person_edited_is_kept_and_named(loaded, edit):
    edit()
    edited = Delivery.objects.values().get()

    report = reload(loaded, spoiled(SIX, FIVE))

    assert fates(report) == {"delivery": {"kept": 1}}
    assert kept(report, loaded) == [KEPT]
    assert Delivery.objects.values().get() == edited


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_replacing_undoes_what_a_person_edited(loaded, edit):
    before = Delivery.objects.values().get()
    edit()

    report = reload(loaded, replace=True)

    assert fates(report) == {"delivery": {"changed": 1}}
    assert Delivery.objects.values().get() == before | {"changed_at": shelters().changed_at}
    assert shelters().regions.count() == 2


def test_an_edited_citation_is_kept_by_itself(loaded):
    Citation.objects.filter(locator_en="paragraph 9").update(note_en="Says more")

    report = reload(loaded, spoiled(SIX, FIVE))

    assert fates(report) == {
        "delivery": {"changed": 1},
        "citation": {"kept": 1, "unchanged": 13},
    }
    assert kept(report, loaded) == [f'{KEPT}: citation "state-2023, paragraph 9"']


def test_line_ends_and_spaces_of_a_form_are_no_edit(loaded):
    two_lines = spoiled('"Six shelters established"', '"Six shelters\\nestablished"')
    reload(loaded, two_lines)
    Delivery.objects.update(statement_en="Six shelters\r\nestablished")

    assert fates(reload(loaded, two_lines)) == {}


def test_an_edit_that_says_what_the_file_comes_to_say_is_no_edit_any_more(loaded):
    Delivery.objects.update(value=5)
    five = spoiled(SIX, FIVE)

    assert fates(reload(loaded, five)) == {}
    assert fates(reload(loaded)) == {"delivery": {"changed": 1}}


def test_a_row_entered_by_hand_under_the_same_name_is_kept(tmp_path):
    builders.make_party(slug="us", name_en="The United States", kind="government")

    report = reload(tmp_path)

    assert kept(report, tmp_path) == ['all.toml: party "us"']
    assert Party.objects.get(slug="us").name_en == "The United States"


def test_units_are_always_as_the_files_say(loaded):
    Unit.objects.filter(code="shelters").update(many_en="homes")

    assert fates(reload(loaded)) == {"unit": {"changed": 1, "unchanged": 1}}


def test_what_has_no_width_at_the_ends_is_no_part_of_a_name(tmp_path):
    odd = GOOD.replace('"PE-LIM"\nname_en = "Lima"', '"PE-LIM\u200b"\nname_en = "Lima\u00a0"')
    odd = odd.replace('reported_by = "us"', 'reported_by = "us\u200b"')
    reload(tmp_path, odd)

    assert Region.objects.get(code="PE-LIM").name_en == "Lima"
    assert shelters().regions.count() == 2
    assert fates(reload(tmp_path, odd)) == {}
    assert fates(reload(tmp_path)) == {}


def test_what_the_model_cleans_is_written_clean(tmp_path, monkeypatch):
    def clean_fields(region, exclude=None):
        region.name_en = region.name_en.upper()

    monkeypatch.setattr(Region, "clean_fields", clean_fields)
    reload(tmp_path)

    assert Region.objects.get(code="PE-LIM").name_en == "LIMA"
    assert fates(reload(tmp_path)) == {}


def test_what_is_taken_out_of_a_file_stays_in_the_database(loaded):
    reload(loaded, GOOD[: GOOD.index("[[announcement]]")])

    assert Announcement.objects.exists()


def test_a_citation_that_is_taken_out_or_placed_elsewhere_is_named(loaded):
    elsewhere = spoiled('locator_en = "paragraph 9"', 'locator_en = "page 2"')

    report = reload(loaded, elsewhere)

    assert [place.removeprefix(f"{loaded}/") for place in report.left] == [
        f'{KEPT}: citation "state-2023, paragraph 9"'
    ]
    Citation.objects.filter(locator_en="paragraph 9").update(status="withdrawn")
    assert reload(loaded, elsewhere).left == []


def test_a_reference_may_be_to_what_the_database_has(loaded):
    reload(loaded, '[[party]]\nslug = "new"\nkind = "ngo"\nname_en = "New"\nparent = "us"\n')

    assert Party.objects.get(slug="new").parent.slug == "us"


def test_a_refusal_by_way_of_an_edited_row_undoes_all(loaded):
    Objective.objects.update(number=2)
    second = GOOD[GOOD.index("[[objective]]") : GOOD.index("[[commitment]]")]
    second = second.replace('"peru-1"', '"peru-2"').replace("number = 1", "number = 2")

    report = load([write(loaded, f"{second}{spoiled('Fourth dialogue', 'Fifth')}")])

    assert report.problems == [
        f'{loaded}/all.toml: objective "peru-2": partnership, number: '
        "This partnership has an objective of this number."
    ]
    assert (report.tallies, report.kept) == ({}, [])
    assert Source.objects.get().title == "Fourth dialogue"


def test_a_changed_record_makes_room_for_a_new_one(loaded):
    second = GOOD[GOOD.index("[[objective]]") : GOOD.index("[[commitment]]")]
    moved = spoiled("number = 1", "number = 2")

    report = reload(loaded, second.replace('"peru-1"', '"peru-0"') + moved)

    assert fates(report)["objective"] == {"created": 1, "changed": 1}


def test_a_change_obeys_the_rules_of_the_database(loaded):
    report = load([write(loaded, spoiled(SIX, SIX.replace("6", "-6")))])

    assert report.problems == [f"{loaded}/{KEPT}: value: A number cannot be negative."]
    assert shelters().value == 6


def test_kinds_are_written_after_those_they_refer_to():
    done = set()
    for kind in KINDS.values():
        done.add(kind.name)
        assert {key.to for key in kind.keys.values() if key.to} <= done, kind.name


def questions_of_a_load(folder, deliveries):
    """Load so many deliveries, and return how often something was asked of the database."""
    seeds.write(folder, deliveries)
    with CaptureQueriesContext(connection) as captured:
        assert load([folder]).problems == []
    return sum(query["sql"].startswith("SELECT") for query in captured)


def test_the_number_of_queries_is_that_of_the_batches_not_of_the_records(tmp_path):
    numbers = (10, BATCH // 5, BATCH)

    first, few, more = (questions_of_a_load(tmp_path / str(number), number) for number in numbers)

    # The first one finds no rows, and does not ask for the lists of none.
    assert first < few == more
