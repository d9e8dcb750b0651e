"""No list and no page asks the database again for each of its rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.tracker.admin.rows import MAKE, fill
from tracker import models

pytestmark = pytest.mark.django_db

# Every list: the session, the editor, the count found, the count of all, the rows (5), and one
# for each filter that offers what occurs. Commitments: how they stand (3), the units (1).
LISTS = {
    models.Commitment: 12,
    models.Pledge: 6,
    models.Delivery: 8,
    models.Judgement: 6,
    models.Award: 8,
    models.ImplementingPartner: 7,
    models.Recipient: 6,
    models.Activity: 8,
    models.Dialogue: 6,
    models.Announcement: 7,
    models.Participant: 7,
    models.Source: 5,
    models.Citation: 6,
    models.Partnership: 7,
    models.Objective: 6,
    models.Extension: 6,
    models.Party: 7,
    models.Region: 5,
    models.Unit: 5,
}


def queries(desk, address):
    desk.get(address)  # the kinds of content are read once and kept
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("model", MAKE, ids=lambda model: model._meta.model_name)
def test_a_list_of_thirty_costs_what_a_list_of_two_does(desk, page, model):
    for _ in range(2):
        MAKE[model]()
    of_two = queries(desk, page(model, "changelist"))
    for _ in range(28):
        MAKE[model]()

    of_thirty = queries(desk, page(model, "changelist"))

    assert (of_two, of_thirty) == (LISTS[model], LISTS[model])


# Every page: the session, the editor, the record (3), and one for each kind of row within it.
# Each choice of several (regions, objectives): what is chosen, and its names (2). A relation of
# the record itself: its name (1). Commitments: how they stand (3), the units (1).
PAGES = {
    models.Commitment: 16,
    models.Pledge: 6,
    models.Delivery: 10,
    models.Judgement: 6,
    models.Award: 12,
    models.ImplementingPartner: 5,
    models.Recipient: 9,
    models.Activity: 8,
    models.Dialogue: 7,
    models.Announcement: 8,
    models.Participant: 6,
    models.Source: 4,
    models.Citation: 6,
    models.Partnership: 9,
    models.Objective: 5,
    models.Extension: 6,
    models.Party: 5,
    models.Region: 3,
    models.Unit: 3,
}


@pytest.mark.parametrize("model", MAKE, ids=lambda model: model._meta.model_name)
def test_a_page_with_ten_rows_of_each_kind_costs_what_one_with_two_does(desk, page, model):
    row = MAKE[model]()
    fill(row, 2)
    with_two = queries(desk, page(model, "change", row.pk))
    fill(row, 8)

    with_ten = queries(desk, page(model, "change", row.pk))

    assert (with_two, with_ten) == (PAGES[model], PAGES[model])
