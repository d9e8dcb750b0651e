"""Migrations stand by themselves: a later change of code cannot change what they did."""

import pytest

from tests.test_imports import ROOT, imports

MIGRATIONS = sorted((ROOT / "tracker/migrations").glob("[0-9]*.py"))


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_a_migration_imports_nothing_of_ours_but_fields(path):
    ours = {name for name in imports(path) if name.split(".")[0] in ("tracker", "cpc")}

    assert {name for name in ours if not name.startswith("tracker.models.fields")} == set()
