"""
Made-up records in a migrated database, always the same for the same number of deliveries.

Deliveries are spread over seven years and over commitments, of which there are fewer the more
deliveries there are: 40 for 1,000, 400 for 100,000, 2,000 for 1,000,000. Of eight commitments one
is of money and has an award; half of all have totals to date between their increments. In every
file as many totals fall or contradict each other, and as many citations state another figure.
"""

from django.db import connection

from tracker import models
from tracker.domain.vocabulary import Stage, Status

PARTIES = 40
REGIONS = 25
SOURCES = 200
PARTNERSHIPS = 4
FEWEST, COMMITMENTS = 10, {1_000: 40, 100_000: 400, 1_000_000: 2_000}
WORDS_EN = "Specialised shelters for child victims opened and staffed with partners"
WORDS_ES = "Albergues especializados para niñas y niños víctimas abiertos con aliados"
# A word of every delivery, and a rare one that as many deliveries have in every file.
COMMON, RARE, RARE_COUNT = "quarterly", "inspection", 60
WRITTEN = {"status": f"'{Status.PUBLISHED}'", "changed_at": "'2026-11-21 00:00:00'"}

INSERT = """
WITH RECURSIVE
numbers (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM numbers WHERE n < {last}),
spread (n, c, k, day) AS (
    SELECT n, n % {commitments}, n / {commitments}, n * 97 % 260 * 10 FROM numbers
)
INSERT INTO {table} ({columns}) SELECT {values} FROM spread
"""
# In these n is the delivery, c its commitment, k which of the commitment's it is, day its day.
IS_MONEY = "c % 8 = 3"
IS_FALLING = "(c <= 16 AND c % 2 = 0 AND k < 9)"
IS_TOTAL = f"(c % 2 = 0 AND k % 3 = 0 AND (c > 16 OR {IS_FALLING}))"
UNIT = f"iif({IS_MONEY}, 'USD', 'shelters')"
DAY = "iif(n % 50 = 0, {none}, date('2017-06-13', day || ' days'))"
DELIVERY = {
    **WRITTEN,
    "id": "n + 1",
    "slug": "'delivery-' || n",
    "commitment_id": "c + 1",
    "statement_en": "'{en}, {common} ' || iif(n % {rare} = 0, '{seldom} ', 'visit ') || n",
    "statement_es": "'{es}, informe ' || n",
    "reported_by_id": "n % 5 + 1",
    "attributed_to_id": "n % {parties} + 1",
    "deed_en": "'established'",
    "deed_es": "'estableció'",
    "value": f"iif({IS_TOTAL} AND NOT {IS_FALLING}, 900 + day, n * 7 % 900)",
    "unit_id": UNIT,
    "stage": f"iif({IS_MONEY}, iif(k % 2, '{Stage.DISBURSED}', '{Stage.INVESTED}'), '')",
    "is_cumulative": IS_TOTAL,
    "counts": "n % 40 > 0",
    "why_not_en": "iif(n % 40 > 0, '', 'Counted twice')",
    "stated_on": DAY.format(none="''"),
    "stated_on_earliest": DAY.format(none="NULL"),
    "stated_on_latest": DAY.format(none="NULL"),
    "dialogue_id": "n % {partnerships} + 1",
}
PLACE = {"delivery_id": "n + 1", "region_id": "n % {regions} + 1"}
# The rare ones state another figure than the delivery they are for.
CITATION = {
    **WRITTEN,
    "source_id": "n % {sources} + 1",
    "delivery_id": "n + 1",
    "locator_en": "'paragraph ' || n % 40",
    "phrase": "'a phrase of a few words from the source'",
    "value": "iif(n % {rare} = 0, n % 900 + 1000, NULL)",
    "unit_id": f"iif(n % {{rare}} = 0, {UNIT}, NULL)",
}


def fill(deliveries):
    """Write so many deliveries, each with a region and a citation, and all that they name."""
    commitments = COMMITMENTS.get(deliveries, max(FEWEST, deliveries // 100))
    awards = [n for n in range(commitments) if n % 8 == 3]
    make(unit("shelters", "shelter", "albergue"), unit("USD", "dollar", "dólar", is_money=True))
    make(*(party(n) for n in range(PARTIES)))
    make(*(region(n) for n in range(REGIONS)))
    make(*(source(n) for n in range(SOURCES)))
    make(*(partnership(n) for n in range(PARTNERSHIPS)))
    make(*(objective(n) for n in range(PARTNERSHIPS)))
    make(*(commitment(n) for n in range(commitments)))
    make(*(pledge(n) for n in range(commitments)))
    make(*(award(n) for n in awards))
    make(*(recipient(n, role) for n in awards for role in range(2)))
    make(*(dialogue(n) for n in range(PARTNERSHIPS)))
    with connection.schema_editor() as editor:
        write(editor, deliveries, commitments)


def write(editor, deliveries, commitments):
    """Write the long tables without their triggers, one statement each; then make those again."""
    triggers = rows(editor, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    for name, _sql in triggers:
        editor.execute(f"DROP TRIGGER {name}", params=None)
    words = {"en": WORDS_EN, "es": WORDS_ES, "common": COMMON, "seldom": RARE}
    sizes = {"commitments": commitments, "rare": max(1, deliveries // RARE_COUNT)}
    sizes |= {"parties": PARTIES, "partnerships": PARTNERSHIPS}
    sizes |= {"regions": REGIONS, "sources": SOURCES, "last": deliveries - 1}
    for model, given in (
        (models.Delivery, DELIVERY),
        (models.Delivery.regions.through, PLACE),
        (models.Citation, CITATION),
    ):
        columns = defaults(model, editor) | given
        names, values = ", ".join(columns), ", ".join(columns.values())
        into = {"table": model._meta.db_table, "columns": names}
        editor.execute(
            INSERT.format(values=values.format(**words, **sizes), **into, **sizes), params=None
        )
    editor.execute("INSERT INTO tracker_delivery_words (tracker_delivery_words) VALUES ('rebuild')")
    for _name, sql in triggers:
        editor.execute(sql, params=None)


def defaults(model, editor):
    """Return, for each column, what a row is saved with of which nobody says anything, as SQL."""
    row = model()
    return {
        field.column: editor.quote_value(
            field.get_db_prep_save(field.pre_save(row, add=True), editor.connection)
        )
        for field in model._meta.concrete_fields
    }


def rows(editor, query):
    with editor.connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def make(*rows):
    type(rows[0]).objects.bulk_create(rows)


def unit(code, one_en, one_es, **fields):
    names = {"one_en": one_en, "many_en": f"{one_en}s", "one_es": one_es, "many_es": f"{one_es}s"}
    return models.Unit(code=code, counts="not people", **names, **fields)


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
    is_money = n % 8 == 3
    return models.Pledge(
        slug=f"pledge-{n}",
        commitment_id=n + 1,
        value=200 * (n + 1),
        unit_id="USD" if is_money else "shelters",
        stage=Stage.PLEDGED if is_money else "",
        qualifier="at least",
        pledged_on="2017-06-13",
        due_on="2024-06",
        status="published",
    )


def award(n):
    return models.Award(
        pk=n + 1,
        slug=f"award-{n}",
        partnership_id=n % PARTNERSHIPS + 1,
        commitment_id=n + 1,
        funder_id=1,
        title_en=f"Award {n}",
        title_es=f"Subvención {n}",
        value=100 * (n + 1),
        unit_id="USD",
        awarded_on="2017-10",
        status="published",
    )


def recipient(n, role):
    """Return the prime of an award, or the sub-recipient that works for it."""
    under = None if role == 0 else n % PARTIES + 1
    return models.Recipient(
        award_id=n + 1,
        party_id=(n + role) % PARTIES + 1,
        role=("prime", "sub")[role],
        under_id=under,
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
