"""Give every table of the tracker the triggers that count its writes (SQLite)."""

from django.db import migrations

from tracker.database.writes import count_writes


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_initial")]

    operations = [migrations.RunPython(count_writes, migrations.RunPython.noop)]
