"""What the command prints, and with which status it ends."""

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from tests.tracker.seeding.seed_files import GOOD, spoiled, write
from tracker.management.commands import loadseeds
from tracker.models import Delivery, Party

pytestmark = pytest.mark.django_db

REGION = '[[region]]\ncode = "PE-CUS"\nname_en = "Cusco"\n'


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Return a function that runs the command on tmp_path/peru and returns what it prints."""
    monkeypatch.chdir(tmp_path)

    def run(*options):
        call_command("loadseeds", "peru", *options)
        return capsys.readouterr().out.splitlines()

    return run


@pytest.fixture
def refused(run, capsys):
    """Return a function that runs the command, which must fail, and returns its complaints."""

    def refused(*options):
        with pytest.raises(SystemExit) as end:
            run(*options)
        assert end.value.code == 1
        printed = capsys.readouterr()
        assert printed.out == ""
        return printed.err.splitlines()

    return refused


def test_a_load_tells_what_became_of_each_kind(run, tmp_path):
    write(tmp_path / "peru", REGION)

    assert run() == ["region: 1 created, 0 changed, 0 unchanged, 0 kept"]


def test_a_second_load_says_that_nothing_changed(run, tmp_path):
    write(tmp_path / "peru", REGION)
    run()

    assert run() == ["region: 0 created, 0 changed, 1 unchanged, 0 kept", "Nothing changed."]


def test_what_is_kept_is_named_with_the_way_out(run, tmp_path):
    write(tmp_path / "peru")
    run()
    Delivery.objects.update(value=7)

    assert run()[-2:] == [
        'peru/all.toml: delivery "shelters-2023": edited since the last load and kept; '
        "--replace undoes the edit",
        "Nothing changed.",
    ]
    assert "delivery: 0 created, 1 changed, 0 unchanged, 0 kept" in run("--replace")


def test_an_old_citation_is_named_with_the_way_out(run, tmp_path):
    write(tmp_path / "peru")
    run()
    write(tmp_path / "peru", spoiled('locator_en = "paragraph 9"', 'locator_en = "page 2"'))

    assert run()[-1] == (
        'peru/all.toml: delivery "shelters-2023": citation "state-2023, paragraph 9": '
        "no longer in the file; withdraw it in the admin"
    )


def test_a_check_of_good_files_counts_them_and_writes_nothing(run, tmp_path):
    write(tmp_path / "peru")

    assert run("--check") == [
        "No problems: 21 records and 14 citations in 1 files. Nothing was written."
    ]
    assert not Party.objects.exists()


@pytest.mark.parametrize("options", [[], ["--check"], ["--replace"]])
def test_problems_are_listed_and_nothing_is_loaded(refused, tmp_path, options):
    write(tmp_path / "peru", spoiled("ordinal = 3", "ordinal = 2.5", GOOD))

    assert refused(*options) == [
        'peru/all.toml: dialogue "peru-third": ordinal: 2.5 is not a whole number: '
        "write digits alone, as 4",
        "Nothing was loaded.",
    ]
    assert not Party.objects.exists()


def test_a_database_that_is_not_migrated_is_named(refused, tmp_path):
    write(tmp_path / "peru", REGION)
    MigrationRecorder(connection).migration_qs.filter(app="tracker").delete()

    assert refused("--check") == [
        "The database is not up to date: run manage.py migrate first.",
        "Nothing was loaded.",
    ]


def test_a_database_that_does_not_answer_is_named(refused, monkeypatch):
    def fail(*arguments, **options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(loadseeds, "load", fail)

    assert refused() == [
        "The database cannot be used: database is locked",
        "Nothing was loaded.",
    ]
