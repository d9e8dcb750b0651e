"""No address of a staff list makes a 500, whatever it asks for: by filter, search, order, page."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.admin.rows import MAKE
from tests.tracker.admin.test_every_model import every_model

# 1,000 requests over all lists in every run; as many more as ODD_INPUT says.
EXAMPLES = int(os.environ.get("ODD_INPUT", "1000")) // len(MAKE)

VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["", "0", "-1", "1", "1e9", "9" * 40, "NULL", "' OR 1=1 --", "<script>", "٣"]),
    st.sampled_from(
        ["published", "2021-02-30", "0000-00-00", "999999", "x" * 2000, "1,2", "-", "."]
    ),
)
LOOKUPS = st.sampled_from(["", "__exact", "__in", "__isnull", "__gte", "__year", "__id__exact"])
OWN = st.sampled_from(["q", "o", "p", "all", "e", "_popup", "_to_field", "_changelist_filters"])


def queries(model):
    """Return a strategy of queries: the list's own parameters, lookups of fields, and odd names."""
    fields = st.sampled_from([field.name for field in model._meta.get_fields()])
    lookup = st.tuples(fields, LOOKUPS).map("".join)
    return st.lists(st.tuples(st.one_of(OWN, lookup, lookup, VALUES), VALUES), max_size=3)


@every_model
def test_no_query_of_a_staff_list_makes_a_server_error(desk, page, model):
    MAKE[model]()
    address = page(model, "changelist")

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), database=None)
    @given(queries(model))
    def every_answer_is_meant(pairs):
        assert desk.get(address, dict(pairs)).status_code in (200, 302, 400, 403, 404)

    every_answer_is_meant()
