"""
The site of every release, as `python -m tests.upgrades.make` kept it, becomes today's.

No migration may lose a trigger or an index, and no new or renamed field may make the records of
the seeds look as if a person had edited them.
"""

import lzma
import os
import re
import shutil
import sqlite3
from contextlib import closing

import psycopg
import pytest
from django.db import connection

from tests.upgrades.make import FOLDER, ROOT

ON_POSTGRESQL = connection.vendor == "postgresql"
KEPT = sorted(FOLDER.glob("*.sql.xz" if ON_POSTGRESQL else "*.sqlite3.xz"))
# Units have no status: they are always as the files say.
EVERY_RECORD = re.compile(r"^ *\[\[(?!unit\b).*\]\]\n", re.MULTILINE)
UNCHANGED = re.compile(r"^(\w+): .*, [1-9]\d* unchanged", re.MULTILINE)
EDITED = "edited since the last load"

SQLITE_SCHEMA = """
SELECT type, name, tbl_name, sql FROM sqlite_master
    WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL
UNION SELECT 'column', it.name, tables.name, it.type || it."notnull"
    FROM sqlite_master AS tables, pragma_table_info(tables.name) AS it WHERE tables.type = 'table'
"""
POSTGRESQL_SCHEMA = """
SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid)
    FROM pg_trigger WHERE NOT tgisinternal
UNION SELECT 'constraint', conrelid::regclass::text, conname, contype::text
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION SELECT 'function', '', proname, prosrc
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION SELECT 'column', table_name, column_name, data_type || is_nullable
    FROM information_schema.columns WHERE table_schema = 'public'
"""


@pytest.fixture
def database(tmp_path):
    """Return a function that makes an empty database and returns its address, by its name."""
    made = []

    def make(name):
        if not ON_POSTGRESQL:
            return f"sqlite:///{tmp_path / name}"
        made.append(f"{name}_{os.getpid()}")
        on_the_server(f"CREATE DATABASE {made[-1]}")
        return re.sub(r"/\w+(?=\?|$)", f"/{made[-1]}", os.environ["DATABASE_URL"], count=1)

    yield make
    for name in made:
        on_the_server(f"DROP DATABASE {name} WITH (FORCE)")


def on_the_server(statement):
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(statement)


def restore(kept, url):
    content = lzma.decompress(kept.read_bytes())
    if ON_POSTGRESQL:
        with psycopg.connect(url) as database:
            database.execute(content)
    else:
        with open(url.removeprefix("sqlite:///"), "wb") as file:
            file.write(content)


def schema(url):
    """Return what the database is made of: indexes, triggers, columns and the like."""
    if ON_POSTGRESQL:
        with psycopg.connect(url) as database:
            return set(database.execute(POSTGRESQL_SCHEMA))
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
        return set(database.execute(SQLITE_SCHEMA))


@pytest.fixture
def run(manage):
    """Return a function that runs a command on a database and returns what it wrote."""

    def run(url, *arguments):
        done = manage(*arguments, DEBUG="1", DATABASE_URL=url)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def withdrawn(tmp_path):
    """Return the folders of seeds in which every record has changed: all are withdrawn."""
    folders = sorted(path for path in (ROOT / "seeds").iterdir() if path.is_dir())
    copies = [shutil.copytree(folder, tmp_path / folder.name) for folder in folders]
    for path in (path for copy in copies for path in copy.glob("*.toml")):
        text = re.sub(r"^status = .*\n", "", path.read_text(), flags=re.MULTILINE)
        path.write_text(EVERY_RECORD.sub(r'\g<0>status = "withdrawn"\n', text))
    return copies


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name)
def test_an_upgraded_site_is_made_as_a_new_one(kept, database, run):
    upgraded, new = database("upgraded"), database("new")
    restore(kept, upgraded)

    run(upgraded, "migrate")
    run(new, "migrate")

    assert schema(upgraded) == schema(new)


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name)
def test_no_record_of_an_upgraded_site_looks_edited(kept, database, run, withdrawn):
    upgraded = database("upgraded")
    restore(kept, upgraded)
    run(upgraded, "migrate")

    changed = run(upgraded, "loadseeds", *withdrawn)

    assert UNCHANGED.findall(changed) == ["unit"]
    assert EDITED not in changed
    assert EDITED not in run(upgraded, "loadseeds")
    assert "Nothing changed." in run(upgraded, "loadseeds")


def test_a_site_is_kept_of_both_databases():
    releases = {path.name.partition(".")[0] for path in FOLDER.glob("*.xz")}

    assert releases
    for release in releases:
        assert {path.suffixes[0] for path in FOLDER.glob(f"{release}.*")} == {".sql", ".sqlite3"}
