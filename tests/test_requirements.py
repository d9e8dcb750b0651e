"""What is installed is exactly what was pinned, file by file, with nothing fetched on trust."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
RUNTIME = PROJECT["dependencies"]
EVERYTHING = RUNTIME + PROJECT["optional-dependencies"]["dev"]

PIN = re.compile(r"(?P<name>[a-z0-9._-]+)(\[[a-z]+\])?==(?P<version>[0-9][0-9a-z.]*)")
MARKER = r"( ; [a-z_]+ [!=<>]+ '[\w.-]+')?"
HASHES = r"( +--hash=sha256:[0-9a-f]{64})+"
FILES = [("requirements.txt", RUNTIME), ("requirements-dev.txt", EVERYTHING)]


def requirements(name):
    """Return the requirements of a file, each as one line without its continuation marks."""
    return (ROOT / name).read_text().replace("\\\n", " ").splitlines()


def pins(lines):
    return {match["name"]: match["version"] for line in lines if (match := PIN.match(line))}


@pytest.mark.parametrize("dependency", EVERYTHING)
def test_every_dependency_has_one_exact_version(dependency):
    assert PIN.fullmatch(dependency)


def test_every_dependency_says_why_it_is_here():
    lines = (ROOT / "pyproject.toml").read_text().splitlines()
    dependencies = [line for line in lines if "==" in line and PIN.match(line.strip(' "'))]

    assert len(dependencies) == len(EVERYTHING)
    assert [line for line in dependencies if "  # " not in line] == []


@pytest.mark.parametrize(("name", "dependencies"), FILES)
def test_a_requirements_file_has_every_pin_of_the_project(name, dependencies):
    assert pins(dependencies).items() <= pins(requirements(name)).items()


@pytest.mark.parametrize(("name", "dependencies"), FILES)
def test_every_line_is_a_pin_with_its_hashes_and_nothing_else(name, dependencies):
    line = re.compile(PIN.pattern + MARKER + HASHES)

    assert [text for text in requirements(name) if not line.fullmatch(text)] == []


def test_the_site_runs_on_the_versions_it_was_tested_with():
    site, tests = (pins(requirements(name)) for name, _ in FILES)

    assert site.items() <= tests.items()
