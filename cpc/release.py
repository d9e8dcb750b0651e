"""Which version of the software runs: a digest of what pages are made of."""

from hashlib import sha256
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
MADE_OF = (
    "cpc/**/*.py",
    "tracker/**/*.py",
    "tracker/**/*.mo",
    "tracker/static/**/*",
    "templates/**/*",
)


def release():
    """Return a digest that differs whenever code, templates, words or static files do."""
    digest = sha256()
    for pattern in MADE_OF:
        for path in sorted(BASE_DIR.glob(pattern)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()


RELEASE = release()
