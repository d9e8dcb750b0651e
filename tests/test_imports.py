"""Imports run one way: words and arithmetic, then models, then rows, then pages."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TRACKER = ROOT / "tracker"

# The packages of the tracker, each with those it may import besides itself.
PACKAGES = {
    "domain": set(),
    "database": set(),
    "models": {"domain", "database"},
    "migrations": {"models"},
    "seeding": {"models", "domain"},
    "ledger": {"models", "domain", "database"},
    "public": {"ledger", "domain"},
    "admin": {"ledger", "models", "domain"},
    "templatetags": {"public", "ledger", "domain"},
    "management": {"seeding", "models", "domain"},
    "apps": set(),
}

# The inner order of a package: a module imports only modules that stand before it.
INNER = {
    "domain": "text vocabulary wording dates figures conflicts progress",
    "database": "plans search writes",
    "models": "fields base reference parties partnerships commitments sources judgements awards "
    "dialogues deliveries announcements revision",
    "ledger": "cache units snapshot rows assessments paging deliveries commitments awards "
    "dialogues regions disagreements parties partnerships sources changes choices pages overview",
    "public": "sentences labels markup charts asked lists.columns lists.base lists.awards "
    "lists.commitments lists.deliveries lists.dialogues lists.parties lists.sources views "
    "sitemaps feeds urls",
}
# Migrations hold their own SQL, and need of the tracker only what Django writes into them.
OF_A_MIGRATION = "tracker.models.fields"
PURE = [
    "text",
    "wording",
    "dates",
    "figures",
    "conflicts",
    "progress",
]  # vocabulary: Django's TextChoices
NEEDS_A_DATABASE_OR_A_REQUEST = ("django.db", "django.http", "django.shortcuts", "django.conf")


def modules(folder):
    return [path for path in sorted(folder.rglob("*.py")) if path != folder / "__init__.py"]


def dotted(path):
    """Return the name of a module: "tracker.models.awards"; of a package its own."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


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


def packages_imported(path):
    return {name.split(".")[1] for name in imports(path) if name.startswith("tracker.")}


def any_starts(names, beginnings):
    return any(
        name == start or name.startswith(f"{start}.") for name in names for start in beginnings
    )


ALL = modules(TRACKER)


@pytest.mark.parametrize("path", ALL, ids=dotted)
def test_a_package_imports_only_what_comes_before_it(path):
    own = dotted(path).split(".")[1]
    assert own in PACKAGES, f"give tracker.{own} its place in PACKAGES of tests/test_imports.py"

    too_early = packages_imported(path) - PACKAGES[own] - {own}

    assert not too_early, f"tracker.{own} must not import {', '.join(sorted(too_early))}"


@pytest.mark.parametrize("package", INNER)
def test_a_module_imports_only_what_comes_before_it_in_its_package(package):
    order = [f"tracker.{package}.{name}" for name in INNER[package].split()]
    for place, name in enumerate(order):
        path = ROOT / f"{name.replace('.', '/')}.py"
        later = [other for other in order[place + 1 :] if any_starts(imports(path), (other,))]
        assert not later, f"{name} must not import {', '.join(later)}"


def test_the_packages_and_orders_name_what_exists_and_all_of_it():
    assert {dotted(path).split(".")[1] for path in ALL} == set(PACKAGES)
    for package, order in INNER.items():
        found = {dotted(path) for path in ALL if dotted(path).startswith(f"tracker.{package}.")}
        named = {f"tracker.{package}.{name}" for name in order.split()}
        assert found - {f"tracker.{package}.lists"} == named


@pytest.mark.parametrize("path", modules(TRACKER / "migrations"), ids=dotted)
def test_a_migration_needs_nothing_of_the_tracker_but_its_fields(path):
    names = {name for name in imports(path) if name.startswith("tracker")}

    assert all(any_starts({name}, (OF_A_MIGRATION,)) for name in names)


@pytest.mark.parametrize("path", ALL, ids=dotted)
def test_the_subject_knows_nothing_of_the_site_it_runs_in(path):
    assert [name for name in imports(path) if name.split(".")[0] == "cpc"] == []


@pytest.mark.parametrize("package", ["cpc", "tracker"])
def test_nothing_imports_the_tests(package):
    importers = [path for path in modules(ROOT / package) if any_starts(imports(path), ("tests",))]

    assert importers == []


@pytest.mark.parametrize("name", PURE)
def test_the_arithmetic_needs_no_database_and_no_request(name):
    names = imports(TRACKER / "domain" / f"{name}.py")

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
