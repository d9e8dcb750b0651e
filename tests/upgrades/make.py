"""
Keep the site of this release, to try later releases on: `python -m tests.upgrades.make`.

Migrates an empty database of each kind, loads the seeds, and writes what it holds beside this file,
compressed and named after the last migration. Run it once for each release and commit the files;
those of earlier releases stay as they are.
"""

import lzma
import re
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from tests import postgres
from tests.serving import ROOT, new_site

FOLDER = Path(__file__).resolve().parent
# Lines for psql alone, which no server understands.
FOR_PSQL = re.compile(rb"^\\.*\n", re.MULTILINE)


def main():
    release = max((ROOT / "tracker/migrations").glob("[0-9]*.py")).stem
    with tempfile.TemporaryDirectory() as name:
        keep(f"{release}.sqlite3", of_sqlite(Path(name)))
        keep(f"{release}.sql", of_postgresql(Path(name)))


def of_sqlite(folder):
    load(new_site(folder))
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database:
        database.execute("VACUUM INTO ?", [str(folder / "kept.sqlite3")])
    return (folder / "kept.sqlite3").read_bytes()


def of_postgresql(folder):
    with postgres.server() as server:
        load(new_site(folder, server.get_uri()))
        dump = [server.bin_path / "pg_dump", "--no-owner", "--no-privileges"]
        dump += ["--rows-per-insert=100", server.get_uri()]
        done = subprocess.run(dump, check=True, stdout=subprocess.PIPE)
    return FOR_PSQL.sub(b"", done.stdout)


def load(site):
    site.manage("migrate", "--verbosity=0")
    site.manage("loadseeds")


def keep(name, content):
    (FOLDER / f"{name}.xz").write_bytes(lzma.compress(content, preset=9))


if __name__ == "__main__":
    main()
