"""Give deliveries the indexes their list is read from, and an index of their words."""

from django.db import migrations, models

from tracker.database.search import index_words


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0002_count_writes"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="delivery",
            name="delivery_of_commitment",
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=[
                    "stated_on_latest",
                    "id",
                    "status",
                    "commitment",
                    "objective",
                    "reported_by",
                    "attributed_to",
                    "dialogue",
                    "stage",
                    "counts",
                ],
                name="delivery_listed",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=["commitment", "stated_on_latest", "id", "status"],
                name="delivery_of_commitment",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=["reported_by", "stated_on_latest", "id", "status"],
                name="delivery_reported_by",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=["attributed_to", "stated_on_latest", "id", "status"],
                name="delivery_attributed_to",
            ),
        ),
        migrations.RunPython(index_words, migrations.RunPython.noop),
    ]
