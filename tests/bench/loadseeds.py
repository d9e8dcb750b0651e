"""
Processor time and peak memory of loadseeds: `python -m tests.bench.loadseeds [DELIVERIES ...]`.

Each run is a process of its own on a new SQLite file: a check, a first load, a second load that
changes nothing, and a load of files in which every delivery has changed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import seeds

ROOT = Path(__file__).resolve().parent.parent.parent
SIZES = [1_250, 5_000, 20_000]
RUNS = ("check", "first load", "second load", "all changed")


def main(sizes):
    write("deliveries", RUNS)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found = measure(Path(folder), size)
            write(f"{size:,}", [f"{seconds:.1f} s {peak:.0f} MB" for seconds, peak in found])


def write(first, cells):
    sys.stdout.write(f"{first:>10}" + "".join(f"{cell:>16}" for cell in cells) + "\n")
    sys.stdout.flush()


def measure(folder, size):
    seeds.write(folder / "seeds", size)
    run(folder, "migrate", "--verbosity=0")
    yield run(folder, "loadseeds", folder / "seeds", "--check")
    yield run(folder, "loadseeds", folder / "seeds")
    yield run(folder, "loadseeds", folder / "seeds")
    for path in (folder / "seeds").glob("deliveries-*.toml"):
        path.write_text(path.read_text().replace(", report ", ", account "))
    yield run(folder, "loadseeds", folder / "seeds")


def run(folder, *arguments):
    """Return the processor's seconds and the peak megabytes of one command."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "manage.py", *arguments],
        env={**os.environ, "DEBUG": "0", "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "localhost"}
        | {"DATABASE_URL": f"sqlite:///{folder / 'bench.sqlite3'}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{arguments} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="DELIVERIES")
    main(parser.parse_args().sizes)
