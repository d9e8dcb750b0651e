"""Made-up seed files of any number of deliveries, always the same for the same number."""

import json
from itertools import islice

PER_FILE = 500
DELIVERIES_OF_A_COMMITMENT = 10
DELIVERIES_OF_A_SOURCE = 50
COMMITMENTS_OF_A_PARTNERSHIP = 50
WORDS = "Specialised shelters for child victims opened and staffed with partners in the region"


def write(folder, deliveries):
    """Write the files of so many deliveries, with all that they refer to, into a new folder."""
    commitments = max(1, deliveries // DELIVERIES_OF_A_COMMITMENT)
    partnerships = max(1, commitments // COMMITMENTS_OF_A_PARTNERSHIP)
    sources = max(1, deliveries // DELIVERIES_OF_A_SOURCE)
    folder.mkdir()
    (folder / "common.toml").write_text("".join(common()))
    write_all(folder, "sources", (source(n) for n in range(sources)))
    write_all(folder, "partnerships", (partnership(n) for n in range(partnerships)))
    write_all(folder, "commitments", (commitment(n, partnerships) for n in range(commitments)))
    write_all(folder, "deliveries", (delivery(n, commitments, sources) for n in range(deliveries)))


def write_all(folder, name, records):
    number = 0
    while texts := list(islice(records, PER_FILE)):
        number += 1
        (folder / f"{name}-{number:04}.toml").write_text("".join(texts))


def table(kind, /, **keys):
    lines = (f"{name} = {json.dumps(value)}\n" for name, value in keys.items())
    return f"\n[[{kind}]]\n" + "".join(lines)


def cited(kind, source="source-0", **keys):
    phrase = "a phrase of a few words from the source"
    return table(kind, **keys) + table(f"{kind}.citation", source=source, phrase=phrase)


def common():
    yield table(
        "unit",
        code="shelters",
        one_en="shelter",
        many_en="shelters",
        one_es="albergue",
        many_es="albergues",
        counts="not people",
    )
    for n in range(25):
        yield table("region", code=f"PE-{n}", name_en=f"Region {n}")
    for slug in ("us", "peru"):
        yield table("party", slug=slug, kind="government", name_en=slug)


def source(n):
    return table(
        "source",
        slug=f"source-{n}",
        publisher_en="Department of State",
        title=f"Report {n}",
        url=f"https://example.org/reports/{n}",
        published_on=f"20{17 + n % 8}-0{1 + n % 9}",
        reliability="primary government",
        seen="whole",
    )


def partnership(n):
    slug = f"partnership-{n}"
    return cited("partnership", slug=slug, name_en=slug, funder="us", partner="peru") + cited(
        "objective",
        slug=f"objective-{n}",
        partnership=slug,
        number=1,
        title_en="Protection",
        statement_en=WORDS,
    )


def commitment(n, partnerships):
    code = f"PE-{n + 1}"
    return cited(
        "commitment",
        code=code,
        partnership=f"partnership-{n % partnerships}",
        objective=f"objective-{n % partnerships}",
        title_en="Open shelters",
        statement_en=WORDS,
        made_by="peru",
        made_on="2017-06-13",
    ) + cited(
        "pledge",
        slug=f"pledge-{n}",
        commitment=code,
        value=200,
        unit="shelters",
        qualifier="at least",
        due_on="2024-06",
    )


def delivery(n, commitments, sources):
    return cited(
        "delivery",
        source=f"source-{n % sources}",
        slug=f"delivery-{n}",
        commitment=f"PE-{n % commitments + 1}",
        statement_en=f"{WORDS}, report {n}",
        statement_es=f"Albergues especializados para niñas y niños, informe {n}",
        reported_by="us",
        attributed_to="peru",
        deed_en="established",
        value=n,
        unit="shelters",
        stated_on=f"20{17 + n % 8}-0{1 + n % 9}",
        regions=[f"PE-{n % 25}", f"PE-{(n + 7) % 25}"],
    )
