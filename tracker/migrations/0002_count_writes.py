"""Give every table of the tracker the triggers that count its writes (SQLite)."""

from django.db import migrations

from tracker.models.revision import count_writes


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_initial")]

    operations = [migrations.RunPython(count_writes, migrations.RunPython.noop)]
