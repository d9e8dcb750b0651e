"""Records are published and withdrawn from the list, by those who may."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from tests import builders
from tracker.models import Delivery, Party

pytestmark = pytest.mark.django_db


@pytest.fixture
def act(page):
    """Return a function that chooses all rows of a list and does `action` to them."""

    def choose(browser, action, model=Party):
        chosen = list(model.objects.values_list("pk", flat=True))
        sent = {"action": action, "_selected_action": chosen}
        answer = browser.post(page(model, "changelist"), sent, follow=True)
        return [str(message) for message in answer.context["messages"]]

    return choose


@pytest.mark.parametrize(
    ("action", "status", "message"),
    [
        (
            "publish",
            "published",
            "2 records were changed to “Published”. 1 already had that status.",
        ),
        ("withdraw", "withdrawn", "3 records were changed to “Withdrawn”."),
        ("back_to_draft", "draft", "1 record was changed to “Draft”. 2 already had that status."),
    ],
)
def test_an_action_changes_what_is_not_so_yet_and_says_how_many(desk, act, action, status, message):
    for before in ("published", "draft", "draft"):
        builders.make_party(status=before)

    said = act(desk, action)

    assert said == [message]
    assert set(Party.objects.values_list("status", flat=True)) == {status}


def test_only_what_changed_gets_a_new_time_and_an_entry_in_the_history(desk, act):
    before = builders.make_party(status="published")
    builders.make_party(status="draft", slug="changed")

    act(desk, "publish")

    assert Party.objects.get(pk=before.pk).changed_at == before.changed_at
    assert [entry.object_id for entry in LogEntry.objects.all()] == [
        str(Party.objects.get(slug="changed").pk)
    ]


def test_a_reader_cannot_publish(client, act):
    reader = get_user_model().objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_party"))
    client.force_login(reader)
    builders.make_party(status="draft")

    act(client, "publish")

    assert Party.objects.get().status == "draft"


@pytest.mark.parametrize(("action", "status"), [("withdraw", "withdrawn"), ("publish", "draft")])
def test_what_may_not_be_published_is_named_and_can_still_be_withdrawn(desk, act, action, status):
    few = builders.make_delivery(slug="few", value=3, unit="children", status="draft")
    builders.make_delivery(slug="many", value=30, unit="children", status="draft")

    said = act(desk, action, Delivery)

    few.refresh_from_db()
    assert few.status == status
    assert Delivery.objects.get(slug="many").status == f"{action}ed".replace("awed", "awn")
    if action == "publish":
        assert said == [
            "Delivery “few”: 1 to 10 people protected are never published, for one of them could "
            "be recognised: leave the number empty, and say in words that it is small.",
            "1 record was changed to “Published”.",
        ]
