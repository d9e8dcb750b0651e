"""Every public page in both languages, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from tracker.models import (
    Award,
    Commitment,
    Delivery,
    Dialogue,
    ImplementingPartner,
    Partnership,
    Party,
    Region,
    Source,
)

LISTS = (
    "overview",
    "commitments",
    "deliveries",
    "awards",
    "parties",
    "partners",
    "dialogues",
    "sources",
    "regions",
    "disagreements",
    "changes",
    "about",
)


class InBothLanguages(Sitemap):
    i18n = True
    alternates = True
    limit = 5000


class ListMap(InBothLanguages):
    def items(self):
        return LISTS

    def location(self, item):
        return reverse(f"tracker:{item}")


class RecordMap(InBothLanguages):
    """The pages of all public records of one kind."""

    def __init__(self, model):
        self.model = model

    def items(self):
        return self.model.objects.public().order_by("pk")

    def lastmod(self, item):
        return item.changed_at


RECORDS = (
    Partnership,
    Commitment,
    Delivery,
    Award,
    Party,
    ImplementingPartner,
    Dialogue,
    Source,
    Region,
)
SITEMAPS = {"lists": ListMap} | {model._meta.model_name: RecordMap(model) for model in RECORDS}
