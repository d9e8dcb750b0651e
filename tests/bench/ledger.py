"""
Made-up records in a migrated database, always the same for the same number of deliveries.

Deliveries are spread over seven years and over commitments, of which there are fewer the more
deliveries there are: 40 for 1,000, 400 for 100,000, 2,000 for 1,000,000.
"""

from itertools import islice

from django.apps import apps
from django.db import connection

from tracker import models
from tracker.database.search import index_words
from tracker.database.writes import count_writes

BATCH = 5_000
PARTIES = 40
REGIONS = 25
SOURCES = 200
PARTNERSHIPS = 4
COMMITMENTS = {1_000: 40, 100_000: 400, 1_000_000: 2_000}
WORDS_EN = "Specialised shelters for child victims opened and staffed with partners"
WORDS_ES = "Albergues especializados para niñas y niños víctimas abiertos con aliados"
# A word of every delivery, and a rare one that as many deliveries have in every file.
COMMON, RARE, RARE_COUNT = "quarterly", "inspection", 60

INSERT = """
WITH RECURSIVE numbers (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM numbers WHERE n < {last})
INSERT INTO {table} ({columns}) SELECT {values} FROM numbers
"""
DAY = "iif(n % 50 = 0, {none}, date('2017-06-13', (n * 97 % 260 * 10) || ' days'))"
DELIVERY = {
    "id": "n + 1",
    "slug": "'delivery-' || n",
    "status": "'published'",
    "seed_digest": "''",
    "changed_at": "'2026-11-21 00:00:00'",
    "commitment_id": "n % {commitments} + 1",
    "statement_en": "'{en}, {common} ' || iif(n % {rare} = 0, '{seldom} ', 'visit ') || n",
    "statement_es": "'{es}, informe ' || n",
    "reported_by_id": "n % 5 + 1",
    "attributed_to_id": "n % {parties} + 1",
    "deed_en": "'established'",
    "deed_es": "'estableció'",
    "value": "n % 900",
    "unit_id": "'shelters'",
    "qualifier": "'exactly'",
    "stage": "''",
    "is_cumulative": "0",
    "counts": "n % 40 > 0",
    "why_not_en": "iif(n % 40 > 0, '', 'Counted twice')",
    "why_not_es": "''",
    "stated_on": DAY.format(none="''"),
    "stated_on_earliest": DAY.format(none="NULL"),
    "stated_on_latest": DAY.format(none="NULL"),
    "is_inferred": "0",
    "dialogue_id": "n % {partnerships} + 1",
}
PLACE = {"delivery_id": "n + 1", "region_id": "n % {regions} + 1"}
CITATION = {
    "status": "'published'",
    "seed_digest": "''",
    "changed_at": "'2026-11-21 00:00:00'",
    "source_id": "n % {sources} + 1",
    "delivery_id": "n + 1",
    "locator_en": "'paragraph ' || n % 40",
    "phrase": "'a phrase of a few words from the source'",
    "qualifier": "'exactly'",
    "states_on": "''",
    "note_en": "''",
    "note_es": "''",
}


def fill(deliveries):
    """Write so many deliveries, each with a region and a citation, and all that they name."""
    commitments = COMMITMENTS.get(deliveries, max(1, deliveries // 100))
    make(models.Unit, [unit()])
    make(models.Party, (party(n) for n in range(PARTIES)))
    make(models.Region, (region(n) for n in range(REGIONS)))
    make(models.Source, (source(n) for n in range(SOURCES)))
    make(models.Partnership, (partnership(n) for n in range(PARTNERSHIPS)))
    make(models.Objective, (objective(n) for n in range(PARTNERSHIPS)))
    make(models.Commitment, (commitment(n) for n in range(commitments)))
    make(models.Pledge, (pledge(n) for n in range(commitments)))
    make(models.Dialogue, (dialogue(n) for n in range(PARTNERSHIPS)))
    with connection.schema_editor() as editor:
        write(editor, deliveries, commitments)


def write(editor, deliveries, commitments):
    """Write the long tables without their triggers, one statement each; then make those again."""
    for trigger in rows(editor, "SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        editor.execute(f"DROP TRIGGER {trigger}", params=None)
    tables = {
        models.Delivery: DELIVERY,
        models.Delivery.regions.through: PLACE,
        models.Citation: CITATION,
    }
    words = {"en": WORDS_EN, "es": WORDS_ES, "common": COMMON, "seldom": RARE}
    sizes = {"commitments": commitments, "rare": max(1, deliveries // RARE_COUNT)}
    sizes |= {"parties": PARTIES, "partnerships": PARTNERSHIPS}
    sizes |= {"regions": REGIONS, "sources": SOURCES}
    for model, columns in tables.items():
        values = ", ".join(columns.values()).format(**words, **sizes)
        into = {"table": model._meta.db_table, "columns": ", ".join(columns)}
        insert = INSERT.format(last=deliveries - 1, values=values, **into)
        editor.execute(insert, params=None)
    index_words(apps, editor)
    count_writes(apps, editor)


def rows(editor, query):
    with editor.connection.cursor() as cursor:
        cursor.execute(query)
        return [name for (name,) in cursor.fetchall()]


def make(model, rows):
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        model.objects.bulk_create(batch)


def unit():
    return models.Unit(
        code="shelters",
        one_en="shelter",
        many_en="shelters",
        one_es="albergue",
        many_es="albergues",
        counts="not people",
    )


def party(n):
    kind = "government" if n <= PARTNERSHIPS else "ministry"
    names = {"name_en": f"Ministry number {n}", "name_es": f"Ministerio número {n}"}
    return models.Party(pk=n + 1, slug=f"party-{n}", kind=kind, status="published", **names)


def region(n):
    code = f"PE-{chr(65 + n)}{chr(65 + n)}{chr(65 + n)}"
    return models.Region(pk=n + 1, code=code, name_en=f"Region {n}", status="published")


def source(n):
    return models.Source(
        pk=n + 1,
        slug=f"source-{n}",
        publisher_en="Department of State",
        title=f"Report {n}",
        url=f"https://example.org/reports/{n}",
        published_on=str(2017 + n % 8),
        reliability="primary government",
        seen="whole",
        status="published",
    )


def partnership(n):
    return models.Partnership(
        pk=n + 1,
        slug=f"partnership-{n}",
        name_en=f"Partnership {n}",
        name_es=f"Alianza {n}",
        funder_id=1,
        partner_id=n + 2,
        signed_on="2017-06-13",
        term_years=4,
        status="published",
    )


def objective(n):
    return models.Objective(
        pk=n + 1,
        slug=f"objective-{n}",
        partnership_id=n + 1,
        number=1,
        title_en="Protection",
        title_es="Protección",
        statement_en=WORDS_EN,
        status="published",
    )


def commitment(n):
    return models.Commitment(
        pk=n + 1,
        code=f"PE-{n + 1}",
        partnership_id=n % PARTNERSHIPS + 1,
        objective_id=n % PARTNERSHIPS + 1,
        title_en=f"Open specialised shelters, part {n + 1}",
        title_es=f"Abrir albergues especializados, parte {n + 1}",
        statement_en=WORDS_EN,
        statement_es=WORDS_ES,
        made_by_id=n % PARTNERSHIPS + 2,
        made_on="2017-06-13",
        status="published",
    )


def pledge(n):
    return models.Pledge(
        slug=f"pledge-{n}",
        commitment_id=n + 1,
        value=200 * (n + 1),
        unit_id="shelters",
        qualifier="at least",
        pledged_on="2017-06-13",
        due_on="2024-06",
        status="published",
    )


def dialogue(n):
    return models.Dialogue(
        pk=n + 1,
        slug=f"dialogue-{n}",
        partnership_id=n + 1,
        kind="annual dialogue",
        ordinal=1,
        name_en=f"Dialogue {n}",
        name_es=f"Diálogo {n}",
        standing="held",
        held_on="2019-11",
        status="published",
    )
