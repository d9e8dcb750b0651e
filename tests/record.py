"""
The record that tests of whole pages share: in it everything optional is filled, and is missing.

`full` makes a row with every optional relation, text, figure and date filled; `bare` makes one
with none of them. `tests/test_record.py` walks the models and names what never occurs.
"""

from datetime import date

from django.apps import apps
from django.db import connection
from django.db import models as fields_of
from django.utils.functional import partition

from tests import builders
from tracker import models
from tracker.models.base import Record
from tracker.models.fields import EdtfField
from tracker.models.sources import TARGETS

# The site itself counts revisions; nobody enters them. A proxy has no row of its own.
MODELS = [
    model
    for model in apps.get_app_config("tracker").get_models()
    if model is not models.Revision and not model._meta.proxy
]


def make(model, **fields):
    return getattr(builders, f"make_{model.__name__.lower()}")(**fields)


def optional(model):
    """Return the fields that an editor may leave empty, relations to many among them."""
    entered = (*model._meta.fields, *model._meta.many_to_many)
    return [one for one in entered if one.blank and one.editable and not one.primary_key]


def relations(model):
    """Return the relations to other records, each with the model it leads to."""
    entered = (*model._meta.fields, *model._meta.many_to_many)
    to_models = {one.name: one.related_model for one in entered if one.is_relation}
    return {name: to for name, to in to_models.items() if issubclass(to, Record)}


def ilo():
    """Return the party that every full row names where it may name one."""
    found = models.Party.objects.filter(slug="ilo").first()
    return found or full(models.Party, slug="ilo", parent=builders.united_states())


MONEY = {"value": "5", "unit": "PEN", "qualifier": "at least"}

# What a full row holds where any value would not do; what is empty here stays empty.
HOLDS = {
    models.Announcement: {"kind": "request", "value": "5", "unit": "shelters"},
    models.Award: MONEY,
    models.Citation: MONEY | dict.fromkeys(TARGETS),
    models.Delivery: MONEY
    | {"stage": "disbursed", "objective": None, "why_not_en": "", "why_not_es": ""},
    models.Dialogue: {"held_on": "2019-11", "is_inferred": True, "inference_en": "Inferred"},
    models.Judgement: {"judged_on": date(2023, 12, 1)},
    models.Recipient: MONEY | {"role": "sub"},
    models.Source: {"is_machine_translated": True},
}
# A report of something never pledged, which the editors leave out.
LEFT_OUT = {"commitment": None, "counts": False, "why_not_en": "Not", "why_not_es": "No"}


def replacing(commitment):
    """Return what a full pledge holds: it takes the place of the last one of the commitment."""
    last = models.Pledge.objects.filter(commitment=commitment, replaced_by=None).first()
    return MONEY | {
        "commitment": commitment,
        "replaces": last or builders.make_pledge(commitment=commitment),
        "change": "agreed change",
        "reason_en": "Both agreed",
    }


def full(model, **fields):
    """Make a row in which everything optional is filled that is not given here."""
    given = HOLDS.get(model, {}) | fields
    row = make(model, **given)
    empty = [one for one in optional(model) if one.name not in given and not _is_filled(row, one)]
    many, plain = partition(lambda field: not field.many_to_many, empty)
    for field in plain:
        setattr(row, field.name, _filling(field, row))
    row.save()
    for field in many:
        getattr(row, field.name).set([_named(field.related_model)])
    return row


def naming(model, relation=""):
    """Make a full row that names a record by the relation: of two that exclude each other, too."""
    if model is models.Citation:
        target = relation if relation in TARGETS else "commitment"
        return full(model, **{target: full_or_next(relations(model)[target])})
    if model is models.Delivery and relation == "objective":
        return full(model, commitment=None, objective=full(models.Objective))
    return full_or_next(model)


def full_or_next(model):
    """Make a full row; of a pledge the next in the chain of a commitment of its own."""
    if model is models.Pledge:
        return full(model, **replacing(full(models.Commitment)))
    return full(model)


def bare(model, **fields):
    """Make a row in which everything optional is empty that is not given here."""
    empty = {
        field.name: None if field.null else ""
        for field in optional(model)
        if not field.many_to_many
    }
    return make(model, **empty | fields)


def _is_filled(row, field):
    if field.many_to_many:
        return getattr(row, field.name).exists()
    return getattr(row, field.attname) not in (None, "")


def _filling(field, row):
    """Return a value for an empty field of the row."""
    if field.is_relation:
        return _named(field.related_model)
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, EdtfField):
        return "2020-06"
    if isinstance(field, fields_of.URLField):
        return f"https://example.org/{row.pk}"
    if isinstance(field, fields_of.CharField | fields_of.TextField):
        return f"{row._meta.model_name} {field.name} {row.pk}"[: field.max_length]
    return 1


def _named(model):
    """Return the row of `model` that full rows name: the first, made if there is none."""
    if model is models.Party:
        return ilo()
    if model is models.Unit:
        return models.Unit.objects.filter(pk="PEN").first() or builders.make_unit("PEN")
    return model.objects.order_by("pk").first() or make(model)


def whole_record(copies):
    """
    Make one record with `copies` of everything that can stand in a list or on a page.

    The first of each kind is tied to all copies, so that its own page grows with them.
    """
    builders.make_unit("PEN", symbol="S/")
    shared = full(models.Source, slug="shared")
    partnership = full(models.Partnership)
    first = {
        "objective": full(models.Objective),
        "meeting": full(models.Dialogue),
        "commitment": full(models.Commitment),
        "award": full(models.Award),
    }
    cite([partnership, *first.values()], shared)
    for _copy in range(copies):
        cite(a_copy(**first), shared)
    if connection.vendor == "postgresql":
        # As its own daemon does in time: of tables it knows nothing of it plans joins badly.
        # By name: the server's own tables are shared, and another process may be at them.
        tables = ", ".join(model._meta.db_table for model in MODELS)
        connection.cursor().execute(f"ANALYZE {tables}")


def a_copy(objective, meeting, commitment, award):
    """Make one more of each kind, full and bare, and return them; what is given is named."""
    own_commitment = full(models.Commitment, objective=objective)
    own_award = full(models.Award, commitment=commitment)
    own_meeting = bare(models.Dialogue)
    region = bare(models.Region)
    return [
        full(models.Party),
        other := bare(models.Party),
        full(models.Partnership, partner=other),
        bare(models.Partnership, funder=other),
        full(models.Extension, dialogue=meeting),
        bare(models.Extension),
        full(models.Objective),
        bare(models.Objective),
        own_commitment,
        unmeasured := bare(models.Commitment),
        bare(models.Pledge, commitment=own_commitment),
        full(models.Pledge, **replacing(own_commitment)),
        full(models.Pledge, **replacing(commitment)),
        full(models.Judgement, commitment=commitment),
        bare(models.Judgement, commitment=unmeasured),
        own_award,
        bare(models.Award),
        full(models.Recipient, award=own_award, party=ilo()),
        bare(models.Recipient, award=award, party=other, role="sub"),
        full(models.Activity, award=own_award, party=ilo()),
        bare(models.Activity, award=award),
        full(models.Delivery, commitment=commitment),
        bare(models.Delivery, commitment=own_commitment, is_cumulative=False),
        full(models.Delivery, is_inferred=True, regions=[region], objective=objective, **LEFT_OUT),
        own_meeting,
        full(models.Participant, dialogue=meeting, party=ilo()),
        bare(models.Participant, dialogue=meeting, party=other),
        bare(models.Participant, dialogue=own_meeting),
        full(models.Announcement, dialogue=meeting),
        bare(models.Announcement, dialogue=own_meeting),
    ]


def cite(rows, shared):
    """Cite for every row one source with everything filled, and another one with nothing."""
    own = bare(models.Source)
    for row in rows:
        if row._meta.model_name in TARGETS:
            full(models.Citation, source=shared, **{row._meta.model_name: row})
            bare(models.Citation, source=own, **{row._meta.model_name: row})
