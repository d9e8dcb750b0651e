"""Every model with a function that makes a row of it, for tests that hold for all of them."""

from django.apps import apps

from tests import builders
from tracker.models import ImplementingPartner
from tracker.models.base import Record, Stated
from tracker.models.fields import EdtfField

# The site itself counts revisions; nobody enters them.
MODELS = [m for m in apps.get_app_config("tracker").get_models() if m.__name__ != "Revision"]
RECORDS = [model for model in MODELS if issubclass(model, Record)]
STATED = [model for model in MODELS if issubclass(model, Stated)]


def make(model, **fields):
    """Make a row of the model with the builder that is named for it."""
    if model is ImplementingPartner:
        return model.objects.get(pk=builders.make_recipient().party_id)
    return getattr(builders, f"make_{model.__name__.lower()}")(**fields)


def stated_dates():
    """Return every model with the name of each of its stated dates that has days beside it."""
    return [
        (model, field.name)
        for model in MODELS
        for field in model._meta.local_fields
        if isinstance(field, EdtfField) and hasattr(model, f"{field.name}_earliest")
    ]
