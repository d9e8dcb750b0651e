"""Imports run one way: words and arithmetic, then models, then rows, then pages."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each package of the tracker, and the packages of the tracker it may import besides its own parts.
MAY_IMPORT = {
    "domain": set(),
    "database": set(),
    "models": {"domain", "database"},
    "migrations": {"models"},
    "seeding": {"models", "domain"},
    "ledger": {"models", "domain", "database"},
    "public": {"ledger", "models", "domain", "database"},
    "admin": {"public", "ledger", "models", "domain"},
    "templatetags": {"public", "ledger", "domain"},
    "management": {"seeding", "models", "domain"},
    "apps": set(),
}
PURE = ["wording", "dates", "figures", "conflicts", "progress"]  # vocabulary: Django's TextChoices
NEEDS_A_DATABASE_OR_A_REQUEST = ("django.db", "django.http", "django.shortcuts", "django.conf")


def modules(package):
    top = ROOT / package
    return [path for path in sorted(top.rglob("*.py")) if path != top / "__init__.py"]


def place(path):
    """Return the name right below the tracker's folder: "models" for tracker/models/awards.py."""
    return path.relative_to(ROOT / "tracker").parts[0].removesuffix(".py")


def imports(path):
    """Return the full dotted names that a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = absolute(node, path)
            names |= {f"{source}.{alias.name}" for alias in node.names}
    return names


def absolute(node, path):
    if not node.level:
        return node.module
    package = path.relative_to(ROOT).parts[: -node.level]
    return ".".join((*package, node.module) if node.module else package)


def tracker_imports(path):
    return {name.split(".")[1] for name in imports(path) if name.startswith("tracker.")}


def any_starts(names, beginnings):
    return any(
        name == start or name.startswith(f"{start}.") for name in names for start in beginnings
    )


TRACKER = modules("tracker")


@pytest.mark.parametrize("path", TRACKER, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_comes_before_it(path):
    own = place(path)
    assert own in MAY_IMPORT, f"give tracker.{own} its place in MAY_IMPORT of tests/test_imports.py"

    too_early = tracker_imports(path) - MAY_IMPORT[own] - {own}

    assert not too_early, f"tracker.{own} must not import {', '.join(sorted(too_early))}"


@pytest.mark.parametrize("path", TRACKER, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_subject_knows_nothing_of_the_site_it_runs_in(path):
    assert [name for name in imports(path) if name.split(".")[0] == "cpc"] == []


@pytest.mark.parametrize("package", ["cpc", "tracker"])
def test_nothing_imports_the_tests(package):
    importers = [path for path in modules(package) if any_starts(imports(path), ("tests",))]

    assert importers == []


@pytest.mark.parametrize("name", PURE)
def test_the_arithmetic_needs_no_database_and_no_request(name):
    names = imports(ROOT / "tracker/domain" / f"{name}.py")

    assert not any_starts(names, NEEDS_A_DATABASE_OR_A_REQUEST)


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("from tracker.domain import progress", "tracker.domain.progress"),
        ("from tracker.domain.progress import assess", "tracker.domain.progress.assess"),
        ("import tracker.domain.progress", "tracker.domain.progress"),
        ("from ..domain import progress", "tracker.domain.progress"),
        ("from ..domain.progress import assess", "tracker.domain.progress.assess"),
        ("def f():\n    from tracker.domain import progress", "tracker.domain.progress"),
    ],
)
def test_every_way_to_write_an_import_is_seen(tmp_path, monkeypatch, statement, name):
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    path = tmp_path / "tracker" / "models" / "awards.py"
    path.parent.mkdir(parents=True)
    path.write_text(statement)

    assert imports(path) == {name}
