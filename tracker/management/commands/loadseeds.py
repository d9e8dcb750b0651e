"""The records of seed files, into the database."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import DatabaseError
from django.utils.translation import gettext as _

from tracker.seeding import default_folders, load
from tracker.seeding.kinds import EVERY_KIND

FATES = ("created", "changed", "unchanged", "kept")


class Command(BaseCommand):
    help = (
        "Load the records of all *.toml files of the given folders (by default every folder of "
        "seeds/), or nothing if anything is wrong with any of them. Records that a person has "
        "edited since the last load are kept. Loading twice changes nothing. See seeds/README.md."
    )

    def add_arguments(self, parser):
        parser.add_argument("folders", nargs="*", type=Path, metavar="DIR")
        parser.add_argument("--check", action="store_true", help="check the files, write nothing")
        parser.add_argument(
            "--replace", action="store_true", help="write over what a person has edited since"
        )

    def handle(self, *args, folders, check, replace, **options):
        try:
            report = load(folders or default_folders(), check_only=check, replace=replace)
        except DatabaseError as error:
            self.refuse([_("The database cannot be used: %(reason)s") % {"reason": error}])
        if report.problems:
            self.refuse(report.problems)
        elif check:
            self.stdout.write(checked(report))
        else:
            self.tell(report)

    def refuse(self, problems):
        for problem in problems:
            self.stderr.write(problem)
        self.stderr.write(_("Nothing was loaded."))
        sys.exit(1)

    def tell(self, report):
        for name in EVERY_KIND:
            if tally := report.tallies.get(name):
                self.stdout.write(line(name, tally))
        for place in report.kept:
            sentence = _(
                "%(place)s: edited since the last load and kept; --replace undoes the edit"
            )
            self.stdout.write(sentence % {"place": place})
        for place in report.left:
            sentence = _("%(place)s: no longer in the file; withdraw it in the admin")
            self.stdout.write(sentence % {"place": place})
        if not any(tally["created"] or tally["changed"] for tally in report.tallies.values()):
            self.stdout.write(_("Nothing changed."))


def line(name, tally):
    counts = ", ".join(f"{tally[fate]} {fate}" for fate in FATES)
    return f"{name}: {counts}"


def checked(report):
    records = report.read.total() - report.read["citation"]
    return _(
        "No problems: %(records)d records and %(citations)d citations in %(files)d files. "
        "Nothing was written."
    ) % {"records": records, "citations": report.read["citation"], "files": report.files}
