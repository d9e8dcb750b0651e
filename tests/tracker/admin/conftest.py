"""An editor who is signed in, and ways to send what the editor entered."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse


@pytest.fixture
def editor(db):
    return get_user_model().objects.create_superuser("rosa", password="made-up")


@pytest.fixture
def desk(client, editor):
    """The browser of an editor."""
    client.force_login(editor)
    return client


@pytest.fixture
def page():
    """Return the address of a page of the admin: `page(Commitment, "changelist")`."""

    def address(model, name, *arguments):
        options = model._meta
        return reverse(f"admin:{options.app_label}_{options.model_name}_{name}", args=arguments)

    return address


@pytest.fixture
def submit(desk):
    """
    Return a function that opens a page, fills in what it is given and presses "Save".

    `rows` are new rows of an inline, by its prefix. It returns the answer: a redirect to
    somewhere else if all was saved, else the page with its messages.
    """

    def send(address, rows=None, **entered):
        form = as_shown(desk.get(address).context)
        for prefix, added in (rows or {}).items():
            already = form[f"{prefix}-TOTAL_FORMS"]
            form[f"{prefix}-TOTAL_FORMS"] = already + len(added)
            for number, row in enumerate(added, already):
                form |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
        return desk.post(address, form | entered)

    return send


def as_shown(context):
    """Return what a browser would send if the editor changed nothing."""
    shown = values(context["adminform"].form)
    for inline in context["inline_admin_formsets"]:
        formset = inline.formset
        shown |= {f"{formset.prefix}-{k}": v for k, v in formset.management_form.initial.items()}
        for form in formset.forms:
            shown |= values(form)
    return shown


def values(form):
    shown = {}
    for field in form:
        value = field.value()
        if field.field.disabled or value is None or value is False:
            continue
        shown[field.html_name] = "on" if value is True else value
    return shown


def messages(answer):
    """Return every message of a page that was not saved: field by field, and of the whole."""
    assert answer.status_code == 200, f"saved, or failed: {answer.status_code}"
    forms = [answer.context["adminform"].form]
    found = []
    for inline in answer.context["inline_admin_formsets"]:
        found += inline.formset.non_form_errors()
        forms += inline.formset.forms
    for form in forms:
        found += [(name, said) for name, errors in form.errors.items() for said in errors]
    return found
