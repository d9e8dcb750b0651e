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
from tracker.models.reference import Counts
from tracker.vocabulary import Status

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


def make_region(code="PE-CUS", **fields):
    return _make(models.Region, fields, code=code, name_en="Cusco", name_es="Cusco")


def make_party(**fields):
    number = _number(models.Party)
    return _make(
        models.Party,
        fields,
        slug=f"party-{number}",
        kind="ministry",
        name_en=f"Party {number}",
        name_es=f"Parte {number}",
    )


def make_partnership(**fields):
    """Make a partnership of the United States and Peru; both parties are shared."""
    number = _number(models.Partnership)
    return _make(
        models.Partnership,
        fields,
        slug=f"partnership-{number}",
        name_en=f"Partnership {number}",
        name_es=f"Alianza {number}",
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
        slug=f"extension-{_number(models.Extension)}",
        partnership=_a_partnership,
        announced_on="2020-12",
        years=1,
    )


def make_objective(**fields):
    number = _number(models.Objective)
    return _make(
        models.Objective,
        fields,
        slug=f"objective-{number}",
        partnership=_a_partnership,
        number=number,
        title_en="Prosecution",
        title_es="Persecución penal",
        statement_en="Investigate and prosecute trafficking",
        statement_es="Investigar y perseguir la trata",
    )


def make_commitment(**fields):
    """Make a commitment of Peru without a pledge."""
    number = _number(models.Commitment)
    return _make(
        models.Commitment,
        fields,
        code=f"PE-{number}",
        partnership=_a_partnership,
        title_en=f"Commitment {number}",
        title_es=f"Compromiso {number}",
        statement_en=f"Statement of commitment {number}",
        statement_es=f"Declaración del compromiso {number}",
        made_by=peru,
        made_on="2017-06-13",
    )


def make_pledge(**fields):
    """Make a first pledge of no number. Without `commitment`, one of its own is made."""
    return _make(
        models.Pledge,
        fields,
        slug=f"pledge-{_number(models.Pledge)}",
        commitment=make_commitment,
        pledged_on="2017-06-13",
    )


def make_replacement(pledge, **fields):
    """Make the pledge that takes the place of `pledge`: an agreed change unless told otherwise."""
    return make_pledge(
        **{
            "commitment": pledge.commitment,
            "replaces": pledge,
            "change": "agreed change",
            "reason_en": "Both governments agreed",
            "reason_es": "Ambos gobiernos lo acordaron",
            "pledged_on": "2020-12",
        }
        | fields
    )


def make_judgement(**fields):
    return _make(
        models.Judgement,
        fields,
        commitment=_a_commitment,
        verdict="partly kept",
        reason_en="Some of it was reported",
        reason_es="Se informó una parte",
        judged_by=make_editor,
        judged_on=date(2026, 11, 21),
    )


def make_editor():
    return get_user_model().objects.get_or_create(username="editor", is_staff=True)[0]


def make_delivery(**fields):
    """Make a report of no amount towards a commitment, or an objective if that is given."""
    number = _number(models.Delivery)
    towards = {} if "objective" in fields else {"commitment": _a_commitment}
    return _make(
        models.Delivery,
        fields,
        slug=f"delivery-{number}",
        statement_en=f"Report {number}",
        statement_es=f"Informe {number}",
        reported_by=united_states,
        stated_on="2023-11-29",
        **towards,
    )


def make_award(**fields):
    number = _number(models.Award)
    return _make(
        models.Award,
        fields,
        slug=f"award-{number}",
        partnership=_a_partnership,
        funder=united_states,
        title_en=f"Award {number}",
        title_es=f"Subvención {number}",
        awarded_on="2017-10",
    )


def make_recipient(**fields):
    """Make a prime recipient. Without `party`, one of its own is made."""
    return _make(models.Recipient, fields, award=_an_award, party=make_party)


def make_activity(**fields):
    number = _number(models.Activity)
    return _make(
        models.Activity,
        fields,
        slug=f"activity-{number}",
        award=_an_award,
        party=make_party,
        phase="announced",
        statement_en=f"Activity {number}",
        statement_es=f"Actividad {number}",
    )


def make_dialogue(**fields):
    """Make an annual dialogue that was held; the first made is the first."""
    number = _number(models.Dialogue)
    kind = fields.get("kind", "annual dialogue")
    return _make(
        models.Dialogue,
        fields,
        slug=f"dialogue-{number}",
        partnership=_a_partnership,
        ordinal=number if kind == "annual dialogue" else None,
        name_en=f"Dialogue {number}",
        name_es=f"Diálogo {number}",
        standing="held",
        held_on=f"{2019 + number}-11",
    )


def make_participant(**fields):
    return _make(
        models.Participant,
        fields,
        dialogue=_a_dialogue,
        party=peru,
        name=f"Participant {_number(models.Participant)}",
        title_en="Minister of Justice",
        title_es="Ministro de Justicia",
    )


def make_announcement(**fields):
    number = _number(models.Announcement)
    return _make(
        models.Announcement,
        fields,
        slug=f"announcement-{number}",
        dialogue=_a_dialogue,
        kind="statement",
        statement_en=f"Announcement {number}",
        statement_es=f"Anuncio {number}",
    )


def make_source(**fields):
    number = _number(models.Source)
    return _make(
        models.Source,
        fields,
        slug=f"source-{number}",
        publisher="U.S. Embassy Lima",
        title=f"Source {number}",
        published_on="2023-11-29",
        reliability="primary government",
        seen="whole",
    )


def make_citation(**fields):
    """Make a citation for the record given by keyword, as `delivery=`; else for a commitment."""
    target = {} if fields.keys() & _TARGETS else {"commitment": _a_commitment}
    return _make(
        models.Citation,
        fields,
        source=_a_source,
        locator=f"paragraph {_number(models.Citation)}",
        phrase="at least eight million soles",
        **target,
    )


_TARGETS = {field.name for field in models.Citation._meta.fields if field.remote_field} - {
    "source",
    "unit",
}


def _make(model, fields, **defaults):
    """Save one object. A default that is a function is called only where it is needed."""
    missing = {name: value for name, value in defaults.items() if name not in fields}
    made = {name: value() if callable(value) else value for name, value in missing.items()}
    values = {"status": Status.PUBLISHED} | made | fields
    many = {f.name: values.pop(f.name) for f in model._meta.many_to_many if f.name in values}
    row = model.objects.create(**values | _figure(values))
    for name, rows in many.items():
        getattr(row, name).set(rows)
    return row


def _figure(values):
    """Return the value as a decimal, and the unit named by its code."""
    found = {}
    if values.get("value") is not None:
        found["value"] = Decimal(values["value"])
    if isinstance(values.get("unit"), str):
        code = values["unit"]
        found["unit"] = models.Unit.objects.filter(pk=code).first() or make_unit(code)
    return found


def _number(model):
    return model.objects.count() + 1


def _shared(model, slug, **fields):
    return model.objects.filter(slug=slug).first() or _make(model, fields, slug=slug)


def _first_or(model, make):
    return model.objects.order_by("pk").first() or make()


def _a_partnership():
    return _first_or(models.Partnership, make_partnership)


def _a_commitment():
    return _first_or(models.Commitment, make_commitment)


def _an_award():
    return _first_or(models.Award, make_award)


def _a_dialogue():
    return _first_or(models.Dialogue, make_dialogue)


def _a_source():
    return _first_or(models.Source, make_source)
