"""
What the lists share: filtered, sorted, one page of keys, and the rows for those.

The ledger hands out a QuerySet, django-filter filters it and a table's columns sort it; a page of
its keys is taken, and the ledger gives the rows that the table shows.
"""

import re

import django_filters
import django_tables2 as tables
from django.core.paginator import EmptyPage, Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View

from tracker.ledger.snapshot import snapshot_of
from tracker.public.asked import (
    Problem,
    day_asked,
    day_problems,
    kept,
    refused,
    unknown,
)

ROWS_PER_PAGE = 25
PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


class ListFilter(django_filters.FilterSet):
    """
    The filters of a list. `request.snapshot` says what they may choose among.

    `offers` has, by filter, the function of the ledger that lists what can be chosen.
    """

    offers = {}

    def get_form_class(self):
        for name, choices in self.offers.items():
            named = [(key, str(words)) for key, words in choices(self.request.snapshot)]
            self.filters[name].extra["choices"] = named
        return super().get_form_class()

    @property
    def asked(self):
        """What the address asks for, by parameter."""
        given = self.form.cleaned_data.items()
        return {name: value for name, value in given if value not in (None, "")}

    @property
    def chips(self):
        """The filters in force: label, value, and the query without each."""
        return [
            {"label": field.label, "value": self._label(name, field), "without": self._rest(name)}
            for name, field in self.form.fields.items()
            if name in self.asked
        ]

    def _label(self, name, field):
        value = self.form.cleaned_data[name]
        return dict(getattr(field, "choices", ())).get(value, value)

    def _rest(self, name):
        rest = self.data.copy()
        for gone in (name, "page"):
            rest.pop(gone, None)
        return rest.urlencode()


def by_name(choices):
    """Return the function that lists the same choices as a reader would look for them."""
    return lambda snapshot: sorted(choices(snapshot), key=lambda one: str(one[1]).casefold())


def one_of(label, choices=(), **options):
    """Return a filter that offers choices, and all of them first."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, empty_label=gettext_lazy("All"), **options
    )


class ListTable(tables.Table):
    """One page of rows. `row_header` names the column that says what a row is."""

    row_header = ""
    # The query that links carry on, as "?as_of=2021-06-01".
    keep = ""
    snapshot = None

    @classmethod
    def sortable(cls):
        """Return the names this table can be sorted by."""
        return [name for name, column in cls.base_columns.items() if column.orderable is not False]


class ListPage(View):
    """
    A list as its address asks for it; 400 for what it does not know, by name.

    `records` is the function of the ledger that hands out what the list chooses among, and `rows`
    the one that gives the rows for a page of keys. `counted` says how many there are.
    """

    http_method_names = ["get", "head", "options"]
    title = ""
    section = ""
    filter_class = ListFilter
    table_class = ListTable
    records = None
    rows = None
    counted = None

    def keys(self, snapshot, found, name, sort):
        """Return the keys of all that was found, in order; `name` tells this list from others."""
        return snapshot.kept.get(("keys", name), lambda: list(found.values_list("pk", flat=True)))

    def get(self, request):
        day = day_problems(request.GET)
        as_of = day_asked({} if day else request.GET)
        request.snapshot = snapshot_of(as_of)
        found = self.filter_class(request.GET, self.records(request.snapshot), request=request)
        if problems := self._problems(request.GET, found) + day:
            return refused(request, problems)
        context = {"listing": self, "filter": found, **kept(as_of)}
        context |= self._page(request, found, context["keep"])
        return render(request, "tracker/list.html", context)

    def _page(self, request, found, keep):
        """Return the page that is asked for: its rows in a table, and the heading that sorts."""
        snapshot, sort = request.snapshot, request.GET.get("sort") or ""
        # A table of records sorts them, and heads the columns; the rows of a page fill it.
        heading = self.table_class(found.qs)
        heading.snapshot, heading.order_by = snapshot, sort
        name = (type(self).__name__, *found.asked.items(), sort, sort and request.LANGUAGE_CODE)
        keys = self.keys(snapshot, heading.data.data, name, sort)
        page = _page_of(keys, int(request.GET.get("page") or 1))
        shown = tuple(page.object_list)
        rows = snapshot.kept.get((type(self), shown), lambda: self.rows(snapshot, shown))
        table = self.table_class(rows, default="")
        table.keep = keep
        caption = self.counted % {"count": len(keys)}
        return {"heading": heading, "table": table, "page": page, "caption": caption}

    def _problems(self, data, found):
        own = ("sort", "page", "as_of")
        invalid = [
            Problem(name, message)
            for name, messages in found.form.errors.items()
            for message in messages
        ]
        strange = unknown(data, (*found.filters, *own))
        return strange + invalid + self._sort_problems(data) + _page_problems(data)

    def _sort_problems(self, data):
        wanted, known = data.get("sort") or "", self.table_class.sortable()
        if not wanted or wanted.removeprefix("-") in known:
            return []
        names = {"names": ", ".join(known)}
        return [Problem("sort", _("Sort by one of these: %(names)s.") % names)]


def _page_problems(data):
    if PAGE_NUMBER.fullmatch(data.get("page") or "1"):
        return []
    return [Problem("page", _("Pages are numbered from 1."))]


def _page_of(keys, wanted):
    """Return the wanted page of the keys; a page beyond the last is not found."""
    try:
        return Paginator(keys, ROWS_PER_PAGE).page(wanted)
    except EmptyPage:
        raise Http404 from None
