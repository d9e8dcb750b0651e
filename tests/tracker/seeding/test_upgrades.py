"""A release that adds, renames or removes a field makes no record look edited."""

import pytest
from django.apps import apps
from django.db.migrations.operations import RenameField
from django.db.migrations.state import ProjectState

from tests.tracker.seeding.seed_files import write
from tracker.models import Region
from tracker.seeding import load
from tracker.seeding.kinds import EVERY_KIND, KINDS, Kind
from tracker.seeding.stored import digest

pytestmark = pytest.mark.django_db

LIMA = '[[region]]\ncode = "PE-LIM"\nname_en = "Lima"\n'
SPANISH = 'name_es = "Lima"\n'
LOUD = LIMA.replace("Lima", "LIMA")


@pytest.fixture
def release(monkeypatch):
    """Return a function that has regions be another kind from now on."""

    def release(kind):
        for kinds in (KINDS, EVERY_KIND):
            monkeypatch.setitem(kinds, "region", kind)

    return release


def without_spanish():
    """Return the kind of regions as it was before, or will be after, they had a Spanish name."""
    kind = Kind(Region, identity=("code",))
    kind.keys.pop("name_es")
    return kind


def fate(folder, text):
    report = load([write(folder, text)])
    assert report.problems == []
    (found,) = report.tallies["region"]
    return found


@pytest.mark.parametrize("text", [LOUD, LOUD + SPANISH, LIMA + SPANISH])
def test_a_new_field_makes_no_record_look_edited(tmp_path, release, text):
    now = KINDS["region"]
    release(without_spanish())
    fate(tmp_path, LIMA)

    release(now)

    assert fate(tmp_path, text) == "changed"
    Region.objects.update(name_en="Edited")
    assert fate(tmp_path, LIMA) == "kept"


def test_an_edit_made_before_a_new_field_came_is_found(tmp_path, release):
    now = KINDS["region"]
    release(without_spanish())
    fate(tmp_path, LIMA)
    Region.objects.update(name_en="Edited")

    release(now)

    assert fate(tmp_path, LIMA + SPANISH) == "kept"


def test_a_field_that_went_makes_no_record_look_edited(tmp_path, release):
    fate(tmp_path, LIMA + SPANISH)

    release(without_spanish())

    assert fate(tmp_path, LIMA) == "unchanged"
    assert fate(tmp_path, LOUD) == "changed"
    Region.objects.update(name_en="Edited")
    assert fate(tmp_path, LIMA) == "kept"


def noted_before_the_renaming():
    """Return what a release noted of Lima in which the Spanish name was called title_es."""
    state = ProjectState.from_apps(apps)
    RenameField("region", "name_es", "title_es").state_forwards("tracker", state)
    before = Kind(state.apps.get_model("tracker", "region"), identity=("code",))
    said = {"code": "PE-LIM", "name_en": "Lima", "title_es": "Lima"}
    return digest(before, before.complete(said))


def test_a_renamed_field_that_is_declared_makes_no_record_look_edited(tmp_path, release):
    fate(tmp_path, LIMA + SPANISH)
    Region.objects.update(seed_digest=noted_before_the_renaming())

    release(Kind(Region, identity=("code",), formerly={"name_es": "title_es"}))

    assert fate(tmp_path, LOUD + SPANISH) == "changed"
    Region.objects.update(name_es="Edited")
    assert fate(tmp_path, LIMA + SPANISH) == "kept"


def test_a_renamed_field_that_is_not_declared_does(tmp_path):
    fate(tmp_path, LIMA + SPANISH)
    Region.objects.update(seed_digest=noted_before_the_renaming())

    assert fate(tmp_path, LOUD + SPANISH) == "kept"


def test_former_names_are_of_keys_that_exist_and_of_no_other_key():
    for kind in EVERY_KIND.values():
        assert kind.formerly.keys() <= kind.keys.keys(), kind.name
        assert not set(kind.formerly.values()) & kind.keys.keys(), kind.name
