"""Rows for query budgets: no two share a relation, so that a query for each row shows."""

from tests import builders
from tracker import models

make_party = builders.make_party


def commitment():
    row = builders.make_commitment(
        made_by=make_party(), jointly_with=make_party(), objective=builders.make_objective()
    )
    pledge(commitment=row)
    delivery(commitment=row)
    return row


def pledge(**fields):
    return builders.make_pledge(value=5, unit="shelters", **fields)


def delivery(**fields):
    towards = fields or {"commitment": builders.make_commitment()}
    return builders.make_delivery(
        value=16,
        unit=f"things-{models.Unit.objects.count()}",
        reported_by=make_party(),
        attributed_to=make_party(),
        dialogue=builders.make_dialogue(),
        **towards,
    )


def judgement(**fields):
    return builders.make_judgement(**fields or {"commitment": builders.make_commitment()})


def award():
    row = builders.make_award(
        funder=make_party(), value=5, unit="USD", commitment=builders.make_commitment()
    )
    recipient(award=row)
    return row


def recipient(**fields):
    given = fields or {"award": builders.make_award()}
    defaults = {"party": make_party(), "role": "sub", "under": make_party()}
    return builders.make_recipient(value=5, unit="USD", **defaults | given)


def implementing_partner():
    return models.ImplementingPartner.objects.get(pk=recipient().party_id)


def activity(**fields):
    given = fields or {"award": builders.make_award()}
    return builders.make_activity(objective=builders.make_objective(), **given)


def dialogue():
    return builders.make_dialogue(partnership=builders.make_partnership())


def announcement(**fields):
    given = fields or {"dialogue": builders.make_dialogue()}
    return builders.make_announcement(
        kind="request",
        made_by=make_party(),
        addressed_to=make_party(),
        value=5,
        unit="shelters",
        **given,
    )


def participant(**fields):
    given = fields or {"dialogue": builders.make_dialogue()}
    return builders.make_participant(party=make_party(), **given)


def source():
    row = builders.make_source()
    citation(source=row, recipient=recipient())
    return row


def citation(**fields):
    given = {"source": builders.make_source()} | fields
    if not fields.keys() - {"source"}:
        given["participant"] = participant()
    return builders.make_citation(value=7, unit="shelters", **given)


def partnership():
    return builders.make_partnership(funder=make_party(), partner=make_party())


def objective(**fields):
    return builders.make_objective(**fields or {"partnership": partnership()})


def extension(**fields):
    given = fields or {"partnership": partnership()}
    return builders.make_extension(dialogue=builders.make_dialogue(), **given)


def party():
    return make_party(parent=make_party())


def region():
    return builders.make_region(code=f"PE-{models.Region.objects.count()}")


def unit():
    return builders.make_unit(f"unit-{models.Unit.objects.count()}")


MAKE = {
    models.Commitment: commitment,
    models.Pledge: pledge,
    models.Delivery: delivery,
    models.Judgement: judgement,
    models.Award: award,
    models.ImplementingPartner: implementing_partner,
    models.Recipient: recipient,
    models.Activity: activity,
    models.Dialogue: dialogue,
    models.Announcement: announcement,
    models.Participant: participant,
    models.Source: source,
    models.Citation: citation,
    models.Partnership: partnership,
    models.Objective: objective,
    models.Extension: extension,
    models.Party: party,
    models.Region: region,
    models.Unit: unit,
}


def chain(commitment):
    """Make one more pledge of the commitment: the first, or one that replaces the last."""
    last = commitment.pledges.filter(replaced_by=None).first()
    number = {"value": 5, "unit": "shelters"}
    if last is None:
        return builders.make_pledge(commitment=commitment, **number)
    return builders.make_replacement(last, **number)


# What stands in a record's page beside its citations: how to make one more of each.
WITHIN = {
    models.Commitment: [
        chain,
        lambda row: delivery(commitment=row),
        lambda row: judgement(commitment=row),
    ],
    models.Award: [lambda row: recipient(award=row), lambda row: activity(award=row)],
    models.ImplementingPartner: [
        lambda row: recipient(party=row, award=builders.make_award()),
    ],
    models.Dialogue: [
        lambda row: participant(dialogue=row),
        lambda row: announcement(dialogue=row),
    ],
    models.Source: [
        lambda row: citation(source=row, recipient=recipient()),
        lambda row: citation(source=row, participant=participant()),
    ],
    models.Partnership: [
        lambda row: objective(partnership=row),
        lambda row: extension(partnership=row),
    ],
}


def fill(row, times):
    """Add `times` rows of every kind that the page of `row` shows."""
    name = "party" if isinstance(row, models.Party) else row._meta.model_name
    within = list(WITHIN.get(type(row), []))
    if name in {field.name for field in models.Citation._meta.fields} - {"source", "unit"}:
        within.append(lambda row: citation(**{name: row}))
    for make in within:
        for _ in range(times):
            make(row)
