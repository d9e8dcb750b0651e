"""
Seed files into rows: an entry of a file becomes the draft of a row, and a draft becomes a row.

The rules are those of the models and of the database, which is asked by writing. Everything
happens in one transaction, and stays only if nothing was refused. A file is read once; its
records wait in temporary files, kind by kind, so that memory holds a file or a batch, and the
identities of all records. The number of queries is that of the batches.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from tracker.seeding import files, reading
from tracker.seeding.entries import Spool
from tracker.seeding.files import Unreadable
from tracker.seeding.known import Known
from tracker.seeding.writing import Writer

__all__ = ["Report", "default_folders", "load"]

default_folders = files.default_folders


@dataclass
class Report:
    """
    What a load did. If there are `problems`, nothing was written.

    `read` counts the records of each kind in the files; `tallies` what became of them: created,
    changed, unchanged or kept; `kept` names those that a person has edited since,
    `left` the citations that are still public although the files have them no more.
    """

    problems: list[str] = field(default_factory=list)
    files: int = 0
    read: Counter[str] = field(default_factory=Counter)
    tallies: dict[str, Counter[str]] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def load(folders: Iterable[Path], *, check_only: bool = False, replace: bool = False) -> Report:
    """
    Load all seed files of the folders, or none if anything is wrong with any of them.

    A record that a person edited since the last load is kept as it is, unless `replace`. Units
    alone are always as the files say. With `check_only` what was written is taken back.
    """
    report = Report()
    if not _is_migrated():
        report.problems.append(_("The database is not up to date: run manage.py migrate first."))
        return report
    with closing(Spool()) as spool:
        known = Known()
        _read(folders, spool, known, report)
        writer = Writer(known, report.problems, replace=replace)
        _write(spool, writer, report, check_only=check_only)
    report.problems.sort(key=_file_of)
    return report


def _is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    ours = [node for node in executor.loader.graph.leaf_nodes() if node[0] == "tracker"]
    return not executor.migration_plan(ours)


def _read(folders: Iterable[Path], spool: Spool, known: Known, report: Report) -> None:
    for path in files.files(folders):
        try:
            if isinstance(path, Unreadable):
                raise path
            document = files.parse(path)
        except Unreadable as problem:
            report.problems.append(str(problem))
            continue
        report.files += 1
        for entry in reading.entries(files.name(path), document, report.problems):
            if again := known.add(entry):
                report.problems.append(entry.problem(again))
            else:
                spool.add(entry)
    report.read = spool.counts


def _write(spool: Spool, writer: Writer, report: Report, *, check_only: bool) -> None:
    """Write everything, and take it back if something is wrong or nothing was to be written."""
    with transaction.atomic():
        writer.write(spool)
        _check_references(report)
        if report.problems or check_only:
            transaction.set_rollback(True)
        else:
            report.tallies, report.kept, report.left = writer.tallies, writer.kept, writer.left


def _check_references(report: Report) -> None:
    """Have the database check now what it would check at the end of the transaction."""
    try:
        with transaction.atomic():
            connection.check_constraints()
    except IntegrityError as refused:
        report.problems.append(str(refused).splitlines()[0])


def _file_of(problem: str) -> str:
    return problem.partition(": ")[0]
