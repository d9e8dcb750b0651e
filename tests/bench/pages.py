"""
Processor time of public pages as the ledger grows: `python -m tests.bench.pages [DELIVERIES ...]`.

Makes a SQLite file of each size (1,000, 100,000 and 1,000,000 if none is given) in `--folder`,
or takes the one left there, and asks a WSGI handler in a process of its own for each page, the
store of finished pages left out. A page is measured as it is asked for again (the median) and
as it is asked for first after a write. The same process serves a static file as large as the list.

Tuned datasette reads the same file, as many rows a page, where `--datasette` names a Python that
has it: make an environment, install datasette into it, and give its `python`.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZES = [1_000, 100_000, 1_000_000]


def main(sizes, folder, times, datasette):
    folder.mkdir(exist_ok=True)
    found = {size: measure(folder, size, times) for size in sizes}
    say(f"{'CPU ms':32}" + "".join(f"{size:>22,}" for size in sizes) + f"{'last/first':>12}")
    for page in found[sizes[0]]:
        row(page, [found[size][page] for size in sizes])
    against_datasette(sizes, folder, datasette)


def row(name, cells):
    """Write what a page costs at each size, (first after a write), and the ratio."""
    said = [f"{cell['again']:.2f} (first {cell['first']:.0f})" for cell in cells]
    ratio = cells[-1]["again"] / cells[0]["again"]
    say(f"{name:32}" + "".join(f"{one:>22}" for one in said) + f"{ratio:>12.2f}")


def against_datasette(sizes, folder, python):
    if subprocess.run([python, "-c", "import datasette"], capture_output=True).returncode:
        say("datasette is not installed for this Python: it was not measured.")
        return
    script = [python, HERE / "datasette_pages.py"]
    cells = [json.loads(output([*script, file_of(folder, size)])) for size in sizes]
    for page in cells[0]:
        row(f"datasette: {page}", [cell[page] for cell in cells])


def measure(folder, size, times):
    """Return the milliseconds of each page at that size."""
    if not file_of(folder, size).exists():
        made = folder / "being-made.sqlite3"
        made.unlink(missing_ok=True)
        run([ROOT / "manage.py", "migrate", "--verbosity=0"], made)
        run(["-m", "tests.bench.requests", "--fill", str(size)], made)
        made.rename(file_of(folder, size))
    asking = ["-m", "tests.bench.requests", "--times", str(times)]
    return json.loads(run(asking, file_of(folder, size)))


def file_of(folder, size):
    return folder / f"deliveries-{size}.sqlite3"


def run(arguments, database):
    given = {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "HTTPS": "0", "DEBUG": "0"}
    given |= {"SECRET_KEY": "only for measuring, and for nothing else, 0123456789"}
    given |= {"ALLOWED_HOSTS": "localhost", "DATABASE_URL": f"sqlite:///{database}"}
    return output([sys.executable, *arguments], **given)


def output(command, **given):
    done = subprocess.run(
        command, env=os.environ | given, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True
    )
    return done.stdout


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, metavar="DELIVERIES")
    parser.add_argument("--folder", type=Path, default=Path(gettempdir(), "bench-pages"))
    parser.add_argument("--times", type=int, default=40, help="how often to ask for each page")
    parser.add_argument("--datasette", default=sys.executable, metavar="PYTHON")
    asked = parser.parse_args()
    main(asked.sizes or SIZES, asked.folder, asked.times, asked.datasette)
