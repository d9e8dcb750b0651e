"""The newest changes as an Atom feed, one in each language."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from tracker.domain.text import fit_for_xml
from tracker.ledger.changes import change_rows
from tracker.ledger.snapshot import present
from tracker.public.labels import address, kind_label


class Changes(Feed):
    """Each entry is one record as it was last changed."""

    feed_type = Atom1Feed

    def title(self):
        return _("Compact Tracker: changes")

    def subtitle(self):
        return _("What was last added to the record or changed in it.")

    def link(self):
        return reverse("tracker:changes")

    def feed_url(self):
        return reverse("tracker:feed")

    def author_name(self):
        return _("Compact Tracker")

    def items(self):
        return change_rows(present())

    def item_title(self, item):
        # What was stored before the models refused such characters must not fail for everybody.
        return fit_for_xml(f"{kind_label(item.kind)}: {item.record}")

    def item_description(self, item):
        return None

    def item_link(self, item):
        return address(item.record)

    def item_updateddate(self, item):
        return item.changed_at

    def item_guid(self, item):
        return f"tag:tracker,{item.changed_at:%Y-%m-%d}:{item.key}"

    item_guid_is_permalink = False
