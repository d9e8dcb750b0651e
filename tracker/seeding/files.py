"""From folders to parsed files; whatever cannot be read is a sentence, never a traceback."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Unreadable(Exception):
    """A folder or file cannot be read; the message names it and says why."""


def default_folders() -> list[Path]:
    """Return the folders of seeds/ in the order of their names."""
    return sorted(path for path in (settings.BASE_DIR / "seeds").glob("[!._]*/"))


def files(folders: Iterable[Path]) -> Iterator[Path | Unreadable]:
    """Yield the files of each folder in the order of their names, each once."""
    seen = set()
    folders = list(folders)
    if not folders:
        yield _unreadable(settings.BASE_DIR / "seeds", _("there is no folder of seed files"))
    for folder in folders:
        try:
            found = [path for path in _files_of(folder) if path.resolve() not in seen]
        except Unreadable as problem:
            yield problem
        else:
            seen |= {path.resolve() for path in found}
            yield from found


def _files_of(folder: Path) -> list[Path]:
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except FileNotFoundError:
        raise _unreadable(folder, _("there is no such folder")) from None
    except NotADirectoryError:
        raise _unreadable(folder, _("is not a folder: name the folder it is in")) from None
    except OSError as error:
        raise _unreadable(folder, _cannot_be_read(error)) from None
    if not found:
        raise _unreadable(folder, _("there is no .toml file in this folder"))
    return found


def parse(path: Path) -> dict[str, Any]:
    """Return what a file says. Raise Unreadable if it cannot be read or is not TOML."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text, parse_float=Decimal)
    except OSError as error:
        raise _unreadable(path, _cannot_be_read(error)) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        sentence = _("line %(line)d: this is not UTF-8 text") % {"line": line}
        raise _unreadable(path, sentence) from None
    except RecursionError:
        raise _unreadable(path, _("lists are nested too deeply")) from None
    except ArithmeticError:
        raise _unreadable(path, _("a number is too large")) from None
    except ValueError as error:
        raise _unreadable(path, _not_toml(str(error))) from None


def name(path: Path) -> str:
    """Return the path as a person would type it: from here, else from the project's folder."""
    for start in (Path.cwd(), settings.BASE_DIR):
        if path.resolve().is_relative_to(start):
            return str(path.resolve().relative_to(start))
    return str(path)


def _unreadable(path: Path, sentence: str) -> Unreadable:
    return Unreadable(f"{name(path)}: {sentence}")


def _cannot_be_read(error: OSError) -> str:
    return _("cannot be read: %(reason)s") % {"reason": error.strerror}


def _not_toml(message: str) -> str:
    where = WHERE.search(message)
    reason = {"reason": WHERE.sub("", message)}
    if where and where[1]:
        return _("line %(line)s: this is not TOML: %(reason)s") % {**reason, "line": where[1]}
    if where:
        return _("at the end of the file: this is not TOML: %(reason)s") % reason
    return _("this is not TOML: %(reason)s") % reason
