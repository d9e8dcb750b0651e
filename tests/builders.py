"""
Saved objects for tests: sensible fixed defaults, and any field by keyword.

Everything is published unless told otherwise. Names are numbered in the order of making. A
record that another one needs is made once and shared: two commitments have one partnership.
`unit` may be given as its code, `value` as text or a whole number, many-to-many fields as lists.
"""

from datetime import date
from decimal import Decimal

from django.contrib.auth import get_user_model

from tracker import models
from tracker.domain.vocabulary import Counts, Status
from tracker.models.sources import TARGETS

CURRENCIES = {"USD": ("dollar", "dólar", "dólares"), "PEN": ("sol", "sol", "soles")}
COUNTS = {"shelters": ("shelter", "albergue", "albergues", Counts.NOT_PEOPLE)}


def make_unit(code="shelters", **fields):
    """Make a currency for a known code of one, else a count of people protected."""
    if code in CURRENCIES:
        one_en, one_es, many_es = CURRENCIES[code]
        defaults = {"many_en": f"{one_en}s", "is_money": True, "counts": Counts.NOT_PEOPLE}
    else:
        one_en, one_es, many_es, counts = COUNTS.get(code, (code, code, code, Counts.PROTECTED))
        defaults = {"many_en": code, "counts": counts}
    defaults |= {"one_en": one_en, "one_es": one_es, "many_es": many_es}
    return models.Unit.objects.create(code=code, **defaults | fields)


def make_region(code="", **fields):
    """Make a region: the first is Cusco, further ones are numbered unless their code is given."""
    number = models.Region.objects.count()
    code = code or (f"GH-{number:02}" if number else "PE-CUS")
    return _make(models.Region, fields, code=code, name_en="Cusco", name_es="Cusco")


def make_party(**fields):
    return _make(
        models.Party,
        fields,
        slug="party-{n}",
        kind="ministry",
        name_en="Party {n}",
        name_es="Parte {n}",
    )


def make_partnership(**fields):
    """Make a partnership of the United States and Peru; both parties are shared."""
    return _make(
        models.Partnership,
        fields,
        slug="partnership-{n}",
        name_en="Partnership {n}",
        name_es="Alianza {n}",
        funder=united_states,
        partner=peru,
        signed_on="2017-06-13",
        term_years=4,
    )


def united_states():
    return _shared(
        models.Party, "us", kind="government", name_en="United States", name_es="Estados Unidos"
    )


def peru():
    return _shared(models.Party, "peru", kind="government", name_en="Peru", name_es="Perú")


def make_extension(**fields):
    return _make(
        models.Extension,
        fields,
        slug="extension-{n}",
        partnership=_a_partnership,
        announced_on="2020-12",
        years=1,
    )


def make_objective(**fields):
    return _make(
        models.Objective,
        fields,
        slug="objective-{n}",
        partnership=_a_partnership,
        number=models.Objective.objects.count() + 1,
        title_en="Prosecution",
        title_es="Persecución penal",
        statement_en="Investigate and prosecute trafficking",
    )


def make_commitment(**fields):
    """Make a commitment of Peru without a pledge."""
    return _make(
        models.Commitment,
        fields,
        code="PE-{n}",
        partnership=_a_partnership,
        title_en="Commitment {n}",
        title_es="Compromiso {n}",
        statement_en="Statement of commitment {n}",
        statement_es="Declaración del compromiso {n}",
        made_by=peru,
        made_on="2017-06-13",
    )


def make_pledge(**fields):
    """Make a first pledge of no number. Without `commitment`, one of its own is made."""
    return _make(
        models.Pledge,
        fields,
        slug="pledge-{n}",
        commitment=make_commitment,
        pledged_on="2017-06-13",
    )


def make_replacement(pledge, **fields):
    """Make the pledge that takes the place of `pledge`: an agreed change unless told otherwise."""
    fields = {"change": "agreed change", "reason_en": "Both agreed", "pledged_on": "2020"} | fields
    return make_pledge(commitment=pledge.commitment, replaces=pledge, **fields)


def make_judgement(**fields):
    return _make(
        models.Judgement,
        fields,
        commitment=_a_commitment,
        verdict="partly kept",
        reason_en="Some of it was reported",
        judged_by=make_editor,
        judged_on=date(2026, 11, 21),
    )


def make_editor():
    return get_user_model().objects.get_or_create(username="editor", is_staff=True)[0]


def make_delivery(**fields):
    """Make a report of no amount towards a commitment, or an objective if that is given."""
    towards = {} if fields.get("objective") else {"commitment": _a_commitment}
    return _make(
        models.Delivery,
        fields,
        slug="delivery-{n}",
        statement_en="Report {n}",
        statement_es="Informe {n}",
        reported_by=united_states,
        stated_on="2023-11-29",
        **towards,
    )


def make_award(**fields):
    return _make(
        models.Award,
        fields,
        slug="award-{n}",
        partnership=_a_partnership,
        funder=united_states,
        title_en="Award {n}",
        title_es="Subvención {n}",
        awarded_on="2017-10",
    )


def make_recipient(**fields):
    """Make a prime recipient. Without `party`, one of its own is made."""
    return _make(models.Recipient, fields, award=_an_award, party=make_party)


def make_activity(**fields):
    return _make(
        models.Activity,
        fields,
        slug="activity-{n}",
        award=_an_award,
        party=make_party,
        phase="announced",
        statement_en="Activity {n}",
    )


def make_dialogue(**fields):
    """Make an annual dialogue that was held; the first made is the first."""
    number = models.Dialogue.objects.count() + 1
    is_numbered = fields.get("kind", "annual dialogue") == "annual dialogue"
    return _make(
        models.Dialogue,
        fields,
        slug="dialogue-{n}",
        partnership=_a_partnership,
        ordinal=number if is_numbered else None,
        name_en="Dialogue {n}",
        name_es="Diálogo {n}",
        standing="held",
        held_on=f"{2019 + number}-11",
    )


def make_participant(**fields):
    return _make(
        models.Participant,
        fields,
        dialogue=_a_dialogue,
        party=peru,
        name="Participant {n}",
        title_en="Minister of Justice",
    )


def make_announcement(**fields):
    return _make(
        models.Announcement,
        fields,
        slug="announcement-{n}",
        dialogue=_a_dialogue,
        kind="statement",
        statement_en="Announcement {n}",
    )


def make_source(**fields):
    return _make(
        models.Source,
        fields,
        slug="source-{n}",
        publisher_en="U.S. Embassy Lima",
        title="Source {n}",
        published_on="2023-11-29",
        reliability="primary government",
        seen="whole",
    )


def make_citation(**fields):
    """Make a citation for the record given by keyword, as `delivery=`; else for a commitment."""
    target = {} if fields.keys() & set(TARGETS) else {"commitment": _a_commitment}
    return _make(
        models.Citation,
        fields,
        source=_a_source,
        locator_en="paragraph {n}",
        phrase="at least eight million soles",
        **target,
    )


def _make(model, fields, **defaults):
    """Save one object from `fields`, and from those of `defaults` that they do not give."""
    number = model.objects.count() + 1
    missing = {name: value for name, value in defaults.items() if name not in fields}
    made = {name: _default(value, number) for name, value in missing.items()}
    values = {"status": Status.PUBLISHED} | made | fields
    many = {f.name: values.pop(f.name) for f in model._meta.many_to_many if f.name in values}
    row = model.objects.create(**values | _figure(values))
    for name, rows in many.items():
        getattr(row, name).set(rows)
    return row


def _default(value, number):
    """Return the value; where it is a function what it makes, with the number for {n} in text."""
    if callable(value):
        return value()
    return value.replace("{n}", str(number)) if isinstance(value, str) else value


def _figure(values):
    """Return the value as a decimal, and the unit named by its code."""
    found = {}
    if values.get("value") is not None:
        found["value"] = Decimal(values["value"])
    if isinstance(values.get("unit"), str):
        code = values["unit"]
        found["unit"] = models.Unit.objects.filter(pk=code).first() or make_unit(code)
    return found


def _shared(model, slug, **fields):
    return model.objects.filter(slug=slug).first() or _make(model, fields, slug=slug)


def _first(model, make):
    """Return a function that returns the first row of `model`, made if there is none."""
    return lambda: model.objects.order_by("pk").first() or make()


_a_partnership = _first(models.Partnership, make_partnership)
_a_commitment = _first(models.Commitment, make_commitment)
_an_award = _first(models.Award, make_award)
_a_dialogue = _first(models.Dialogue, make_dialogue)
_a_source = _first(models.Source, make_source)
