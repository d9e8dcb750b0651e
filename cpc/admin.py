"""The site for staff: its name, and its lists in the sections that their apps ask for."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class StaffSite(admin.AdminSite):
    site_header = _("Commitment tracker: editing")
    site_title = _("Commitment tracker")
    index_title = _("What would you like to edit?")
    enable_nav_sidebar = False  # lists need its room for what they say

    def get_app_list(self, request, app_label=None):
        """
        Return the apps as Django does, each split into the sections its admins name.

        Sections and what they hold come in the order in which they were registered. An app
        that names none is left whole, after the others.
        """
        apps = super().get_app_list(request, app_label)
        split = [section for app in apps for section in self._sections(app)]
        return sorted(split, key=lambda app: "section" not in app)

    def _sections(self, app):
        order = list(self._registry)
        sections = {}
        for entry in sorted(app["models"], key=lambda entry: order.index(entry["model"])):
            name = getattr(self.get_model_admin(entry["model"]), "section", None)
            sections.setdefault(name, []).append(entry)
        if None in sections:
            return [app]
        return [{**app, "name": n, "section": n, "models": sections[n]} for n in sections]
