"""Which version of the data this is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Revision(models.Model):
    """
    A number that is another one after everything written, whichever way it is written.

    One row. Triggers write it, so that no path past the models is missed, at random, so that no
    number comes twice: not when a database is emptied, restored, or a transaction undone. Who
    writes waits until who wrote before has finished, on PostgreSQL as on SQLite.
    """

    number = models.BigIntegerField(
        _("number"), default=0, help_text=_("Another one after every write.")
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")

    def __str__(self):
        return str(self.number)
