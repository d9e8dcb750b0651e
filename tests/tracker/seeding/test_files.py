"""A folder or file that cannot be read is a sentence, never a traceback."""

import os

import pytest

from tests.tracker.seeding.seed_files import GOOD, write
from tracker.models import Party
from tracker.seeding import default_folders, load

pytestmark = pytest.mark.django_db


def problems(*folders):
    return load(folders, check_only=True).problems


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"[[party]\n", "line 1: this is not TOML: Expected ']]' at the end of an array declarat"),
        (b'a = 1\n[[party]]\nslug = "x\n', "line 3: this is not TOML: Illegal character"),
        (b'a = "', "at the end of the file: this is not TOML: Unterminated string"),
        (b"[[party]]\nslug = 1\nslug = 2\n", "line 3: this is not TOML: Cannot overwrite a value"),
        (b'\n\nslug = "\xff"\n', "line 3: this is not UTF-8 text"),
        (b"\xff\xfea\x00", "line 1: this is not UTF-8 text"),
        (b"a = " + b"[" * 100_000, "lists are nested too deeply"),
        (b"a = " + b"9" * 5000, "this is not TOML: Exceeds the limit"),
        (b"a = 2021-02-30", "this is not TOML: Invalid date or datetime"),
        (b"a = 1e9999999999999999999", "a number is too large"),
        (b"party = 1", "write [[party]], with two brackets, above each record"),
        (b"[party]\nslug = 1", "write [[party]], with two brackets, above each record"),
        (b"party = [1]", "write [[party]], with two brackets, above each record"),
    ],
)
def test_a_file_that_is_no_seed_file_says_why(tmp_path, content, sentence):
    (tmp_path / "a.toml").write_bytes(content)

    (problem,) = problems(tmp_path)

    assert sentence in problem
    assert problem.startswith(f"{tmp_path}/a.toml: ")


def test_a_missing_an_empty_and_a_wrong_folder_are_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()

    assert problems(tmp_path / "gone", tmp_path / "empty", tmp_path / "file") == [
        f"{tmp_path}/empty: there is no .toml file in this folder",
        f"{tmp_path}/file: is not a folder: name the folder it is in",
        f"{tmp_path}/gone: there is no such folder",
    ]


def test_a_file_that_cannot_be_opened_says_why(tmp_path):
    (tmp_path / "a.toml").mkdir()
    (tmp_path / "b.toml").symlink_to("nowhere")

    assert problems(tmp_path) == [
        f"{tmp_path}/a.toml: cannot be read: Is a directory",
        f"{tmp_path}/b.toml: cannot be read: No such file or directory",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_why(tmp_path):
    (write(tmp_path) / "all.toml").chmod(0)

    assert problems(tmp_path) == [f"{tmp_path}/all.toml: cannot be read: Permission denied"]


def test_a_broken_file_does_not_hide_the_problems_of_the_others(tmp_path):
    write(tmp_path, "broken\n", "a.toml")
    write(tmp_path, GOOD.replace('seen = "whole"', 'seen = "no"'), "b.toml")

    broken, other = problems(tmp_path)

    assert broken.startswith(f"{tmp_path}/a.toml: line 1: this is not TOML")
    assert other.startswith(f'{tmp_path}/b.toml: source "state-2023": seen: "no" is not one of')


def test_what_an_editor_on_windows_adds_does_no_harm(tmp_path):
    windows = GOOD.replace("\n", "\r\n").encode("utf-8-sig")
    (tmp_path / "all.toml").write_bytes(windows)

    assert load([tmp_path]).problems == []
    assert load([write(tmp_path)]).tallies["delivery"] == {"unchanged": 1}


def test_paths_are_named_as_they_would_be_typed(tmp_path, monkeypatch):
    write(tmp_path / "peru", "broken")
    monkeypatch.chdir(tmp_path)

    (problem,) = problems(tmp_path / "peru")

    assert problem.startswith("peru/all.toml: ")


def test_without_a_name_every_folder_of_seeds_is_read_in_order(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    for name in ("peru", "common", "__pycache__", ".hidden"):
        (tmp_path / "seeds" / name).mkdir(parents=True)
    (tmp_path / "seeds" / "README.md").touch()

    assert [folder.name for folder in default_folders()] == ["common", "peru"]


def test_no_folder_at_all_is_a_problem(tmp_path, settings):
    settings.BASE_DIR = tmp_path

    assert problems(*default_folders()) == ["seeds: there is no folder of seed files"]


def test_a_folder_named_twice_is_read_once(tmp_path):
    write(tmp_path)

    report = load([tmp_path, tmp_path / ".." / tmp_path.name])

    assert report.problems == []
    assert report.files == 1


def test_records_may_stand_in_any_file_and_order(tmp_path):
    blocks = GOOD.replace("\n  [[", "\n [[").split("\n[[")
    for number, block in enumerate(reversed(blocks)):
        write(tmp_path, f"[[{block.removeprefix('[[')}", f"{number:02}.toml")

    assert load([tmp_path]).problems == []
    assert Party.objects.get(slug="tip-office").parent.slug == "us"
