"""No address of a list or of a page for a new record makes a 500, whatever it asks for."""

import pytest
from django.db.models import ForeignKey, ManyToManyField

from tests.tracker.admin.conftest import as_shown
from tests.tracker.admin.rows import MAKE
from tests.tracker.admin.test_every_model import every_model, filters_of
from tracker.models import Commitment, ImplementingPartner

KEYS = ["US-1", "0", "-1", "9" * 40, "1,x", "٣", "\x01", " "]
VALUES = [*KEYS, "x" * 2000, "2021-02-30", "(a+)+$", "<script>"]
LOOKUPS = [
    *("exact", "iexact", "contains", "endswith", "regex", "iregex", "in", "range", "gt", "isnull"),
    *("isempty", "pk", "id__exact", "date", "year", "week_day", "nothing"),
]
OWN = [
    *({"_popup": "1", "_to_field": name} for name in ("id", "pk", "code", "slug", "..", "")),
    *({name: value} for name in ("p", "o", "q") for value in KEYS),
    *({name: "x"} for name in ("all", "e", "_facets", "_popup")),
    {"o": "1.2.3.-4.99"},
    {"_changelist_filters": "status__exact=%FF&_popup=1"},
]


@pytest.fixture
def desk(desk):
    """The browser of an editor, who sees a page where a test would see why it failed."""
    desk.raise_request_exception = False
    return desk


def lookups(model):
    """Return lookups of every field, and of fields beyond every relation."""
    fields = model._meta.get_fields()
    beyond = ("id", "code", "status", "changed_at__year", "status__regex")
    return [
        *(field.name for field in fields),
        *(f"{field.name}__{lookup}" for field in fields for lookup in LOOKUPS),
        *(f"{field.name}__{path}" for field in fields if field.is_relation for path in beyond),
        "no_such_field",
    ]


def offered(model):
    """Return the parameters by which the filters of a list are asked: for a value, or for any."""
    filters = filters_of(model)
    paths = [entry for entry in filters if isinstance(entry, str)]
    asked = ("exact", "id__exact", "isnull", "isempty")
    own = {entry.parameter_name for entry in filters if entry not in paths}
    return own | {*paths, *(f"{path}__{lookup}" for path in paths for lookup in asked)}


@every_model
def test_a_list_answers_what_its_filters_offer_and_no_other_lookup(desk, page, model):
    MAKE[model]()
    address = page(model, "changelist")

    answers = {
        name: desk.get(address, {name: "(a+)+$"}).status_code
        for name in lookups(model)
        if name not in offered(model)
    }

    # What is no field at all leads back to the whole list.
    assert {name: code for name, code in answers.items() if code not in (302, 400)} == {}


@every_model
def test_a_list_answers_any_value_of_what_it_takes(desk, page, model):
    MAKE[model]()
    address = page(model, "changelist")
    taken = [{name: value} for name in offered(model) for value in VALUES]

    answers = {str(query): desk.get(address, query).status_code for query in [*taken, *OWN]}

    assert {query: code for query, code in answers.items() if code not in (200, 302, 400)} == {}


def choices(model):
    """Return the names of what is chosen among other records on the page of a new one."""
    fields = [*model._meta.fields, *model._meta.many_to_many]
    kinds = ForeignKey | ManyToManyField
    return [field.name for field in fields if isinstance(field, kinds)]


can_be_added = pytest.mark.parametrize(
    "model",
    [model for model in MAKE if model is not ImplementingPartner],
    ids=lambda model: model._meta.model_name,
)


@can_be_added
def test_the_page_of_a_new_record_is_filled_in_with_anything(desk, page, model):
    MAKE[model]()
    fields = [field.name for field in model._meta.get_fields()]
    asked = [dict.fromkeys(fields, value) for value in VALUES] + OWN

    answers = {str(query): desk.get(page(model, "add"), query).status_code for query in asked}

    assert {query: code for query, code in answers.items() if code not in (200, 400)} == {}


@can_be_added
def test_a_choice_that_cannot_be_is_refused_where_it_stands(desk, page, model):
    address = page(model, "add")
    shown = as_shown(desk.get(address).context)
    chosen = set(choices(model)) - {"judged_by"}  # filled with whoever is signed in
    for key in KEYS:
        answer = desk.post(address, {**shown, **dict.fromkeys(chosen, key)})
        assert answer.status_code == 200, key
        assert chosen <= answer.context["adminform"].form.errors.keys(), key


def test_a_choice_by_key_is_filled_in(desk, page):
    commitment = MAKE[Commitment]()

    shown = desk.get(page(Commitment, "add"), {"partnership": commitment.partnership_id})

    assert f'<option value="{commitment.partnership_id}" selected>' in shown.content.decode()
