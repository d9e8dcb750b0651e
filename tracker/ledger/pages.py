"""Every record that has a page of its own."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from tracker.ledger.snapshot import Snapshot

# The models by the name of their page's address.
KINDS: dict[str, Any] = {
    page: model
    for model in apps.get_app_config("tracker").get_models()
    if (page := getattr(model, "page", ""))
}


def with_pages(snapshot: Snapshot, kind: str) -> QuerySet[Any]:
    """Return the records that have pages of that kind."""
    return snapshot.of(KINDS[kind]).order_by("pk")
