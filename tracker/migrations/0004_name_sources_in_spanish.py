"""Name publishers, and places in a source, in Spanish too."""

from django.db import migrations, models

from tracker.database.writes import count_writes


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0003_find_deliveries"),
    ]

    operations = [
        migrations.RenameField("source", "publisher", "publisher_en"),
        migrations.RenameField("citation", "locator", "locator_en"),
        migrations.AddField(
            model_name="source",
            name="publisher_es",
            field=models.CharField(
                blank=True,
                default="",
                help_text="The same in Spanish.",
                max_length=200,
                verbose_name="publisher, Spanish",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="citation",
            name="locator_es",
            field=models.CharField(
                blank=True,
                default="",
                help_text="As “párrafo 3”.",
                max_length=120,
                verbose_name="where in it, Spanish",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="source",
            name="publisher_en",
            field=models.CharField(
                help_text="Who published it, as “U.S. Embassy Lima”.",
                max_length=200,
                verbose_name="publisher, English",
            ),
        ),
        migrations.AlterField(
            model_name="citation",
            name="locator_en",
            field=models.CharField(
                blank=True,
                help_text="As “paragraph 3”.",
                max_length=120,
                verbose_name="where in it, English",
            ),
        ),
        migrations.RunPython(count_writes, migrations.RunPython.noop),
    ]
