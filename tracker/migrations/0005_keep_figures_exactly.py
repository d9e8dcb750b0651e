"""Hold figures to the digits that both databases keep exactly, and put what is undated last."""

from django.db import migrations, models

from tracker.database.writes import count_writes
from tracker.database.search import index_words


class Migration(migrations.Migration):

    dependencies = [
        ('tracker', '0004_name_sources_in_spanish'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='award',
            options={'ordering': [models.OrderBy(models.F('awarded_on_earliest'), nulls_last=True), 'slug'], 'verbose_name': 'award', 'verbose_name_plural': 'awards'},
        ),
        migrations.AlterModelOptions(
            name='dialogue',
            options={'ordering': [models.OrderBy(models.F('held_on_earliest'), nulls_last=True), 'slug'], 'verbose_name': 'dialogue or other meeting', 'verbose_name_plural': 'dialogues and other meetings'},
        ),
        migrations.AlterModelOptions(
            name='extension',
            options={'ordering': [models.OrderBy(models.F('announced_on_earliest'), nulls_last=True), 'slug'], 'verbose_name': 'extension', 'verbose_name_plural': 'extensions'},
        ),
        migrations.AlterModelOptions(
            name='partnership',
            options={'ordering': ['position', models.OrderBy(models.F('signed_on_earliest'), nulls_last=True), 'slug'], 'verbose_name': 'partnership', 'verbose_name_plural': 'partnerships'},
        ),
        migrations.AlterModelOptions(
            name='pledge',
            options={'ordering': ['commitment', models.OrderBy(models.F('pledged_on_earliest'), nulls_last=True), 'id'], 'verbose_name': 'pledge', 'verbose_name_plural': 'pledges'},
        ),
        migrations.AlterModelOptions(
            name='source',
            options={'ordering': [models.OrderBy(models.F('published_on_earliest'), nulls_last=True), 'slug'], 'verbose_name': 'source', 'verbose_name_plural': 'sources'},
        ),
        migrations.AlterField(
            model_name='announcement',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, as 8000000. Leave empty if none is stated: 0 is a number.', max_digits=15, null=True, verbose_name='value'),
        ),
        migrations.AlterField(
            model_name='award',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, as 8000000. Leave empty if none is stated: 0 is a number.', max_digits=15, null=True, verbose_name='value'),
        ),
        migrations.AlterField(
            model_name='citation',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, as 8000000. Leave empty if none is stated: 0 is a number.', max_digits=15, null=True, verbose_name='value'),
        ),
        migrations.AlterField(
            model_name='delivery',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, as 8000000. Leave empty if none is stated: 0 is a number.', max_digits=15, null=True, verbose_name='value'),
        ),
        migrations.AlterField(
            model_name='pledge',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, as 8000000. Leave empty if none is stated: 0 is a number.', max_digits=15, null=True, verbose_name='value'),
        ),
        migrations.AlterField(
            model_name='recipient',
            name='value',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='The number alone, as 8000000. Leave empty if none is stated: 0 is a number.', max_digits=15, null=True, verbose_name='value'),
        ),
        # SQLite has made the tables anew, without their triggers.
        migrations.RunPython(index_words, migrations.RunPython.noop),
        migrations.RunPython(count_writes, migrations.RunPython.noop),
    ]
