"""The count of everything written."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """
    A number that grows with everything written, whichever way it is written.

    One row. Triggers count, so that no path past the models is missed. On SQLite a table that a
    later migration remakes loses its triggers and has to be given them again. Who writes waits
    until who wrote before has finished, on PostgreSQL as on SQLite.
    """

    number = models.BigIntegerField(
        _("number"), default=0, help_text=_("How many rows were ever written.")
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")

    def __str__(self):
        return str(self.number)
