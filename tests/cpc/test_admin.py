"""The site for staff: its first page, and its pages under the policy."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

pytestmark = pytest.mark.django_db

INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", re.IGNORECASE
)


@pytest.fixture
def desk(client):
    client.force_login(get_user_model().objects.create_superuser("rosa"))
    return client


def sections(browser):
    apps = browser.get(reverse("admin:index")).context["app_list"]
    return {str(app["name"]): [str(entry["name"]) for entry in app["models"]] for app in apps}


def test_the_first_page_is_ordered_as_an_editor_works(desk):
    assert list(sections(desk).items()) == [
        ("Promises and reports", ["Commitments", "Pledges", "Deliveries", "Judgements"]),
        ("Money and work", ["Awards", "Implementing partners", "Recipients", "Activities"]),
        ("Meetings", ["Dialogues and other meetings", "Announcements", "Participants"]),
        ("Evidence", ["Sources", "Citations"]),
        ("Partnerships", ["Partnerships", "Objectives", "Extensions"]),
        ("Names used everywhere", ["Parties", "Regions", "Units"]),
        ("Authentication and Authorization", ["Groups", "Users"]),
    ]


def test_an_editor_sees_only_what_the_editor_may_touch(client):
    reader = get_user_model().objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_source"))
    client.force_login(reader)

    assert sections(client) == {"Evidence": ["Sources"]}


def test_the_site_has_its_own_name(desk):
    assert "Commitment tracker" in desk.get(reverse("admin:index")).content.decode()


# An implementing partner is added on the page of an award.
PAGES = [
    (model, name)
    for model in admin.site._registry
    for name in ("changelist", "add")
    if (model._meta.model_name, name) != ("implementingpartner", "add")
]


@pytest.mark.parametrize(("model", "name"), PAGES)
def test_no_page_needs_what_the_policy_forbids(desk, model, name):
    shown = desk.get(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}"))

    assert shown.status_code == 200
    assert INLINE.findall(shown.content.decode()) == []
