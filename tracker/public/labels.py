"""What codes are called in the reader's language, and where records are found: made last."""

from functools import lru_cache

from django.apps import apps
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language

from tracker.ledger.rows import Ref


def address(ref: Ref) -> str:
    """Return the address of the page that shows the record, in the reader's language."""
    return _address(ref.kind, ref.key, get_language())


def kind_label(kind: str) -> str:
    """Return what a kind of record is called: "Delivery" for "delivery"."""
    return capfirst(str(apps.get_model("tracker", kind)._meta.verbose_name))


@lru_cache(maxsize=8192)
def _address(kind: str, key: str, _language: str | None) -> str:
    return reverse(f"tracker:{kind}", args=[key])
