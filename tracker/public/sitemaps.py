"""Every public page in both languages, for search engines."""

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from tracker.ledger.pages import KINDS, with_pages
from tracker.ledger.snapshot import present

LISTS = (
    *("overview", "commitments", "deliveries", "awards", "parties", "partners", "dialogues"),
    *("sources", "regions", "disagreements", "changes", "about"),
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

    def __init__(self, kind):
        self.kind = kind

    def items(self):
        return with_pages(present(), self.kind)

    def lastmod(self, item):
        return item.changed_at


SITEMAPS = {"lists": ListMap} | {kind: RecordMap(kind) for kind in KINDS}
