"""A public page is made once for each version of the data, and sent again only if it changed."""

import gzip
import re
from hashlib import sha256

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from cpc.release import RELEASE
from tracker.database.writes import data_version

# "gzip;q=0" asks for anything else.
TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")
REVALIDATE = "public, max-age=0, must-revalidate"


class FreshPages:
    """
    Middleware: answer 304, or from the store, where neither data, day nor software changed.

    Only public pages are kept: they are the same for every visitor and set no cookie.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD") or not is_public(request.path_info):
            return self.get_response(request)
        tag = page_tag(request)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return _described(HttpResponseNotModified(), tag)
        return _described(_packed(self._body(request, tag), request), tag)

    def _body(self, request, tag):
        """Return the stored answer, or the one made now and stored if it is a page."""
        store = caches["pages"]
        kept = store.get(tag)
        if kept is not None:
            return _unpacked(*kept)
        response = self.get_response(request)
        if response.status_code == 200 and not response.streaming:
            plain = response.content
            packed = gzip.compress(plain, mtime=0)
            store.set(tag, (dict(response.items()), plain, packed))
            response.packed = packed
        return response


def is_public(path):
    """Whether the path is that of a public page: it begins with a language."""
    return path[1:3] in dict(settings.LANGUAGES) and path[3:4] == "/"


def page_tag(request):
    """Return the entity tag of the page as it stands: it differs when the page may."""
    today = str(timezone.localdate())
    parts = (RELEASE, settings.CONTACT, data_version(), today, request.build_absolute_uri())
    return f'W/"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'


def _unpacked(headers, plain, packed):
    response = HttpResponse(plain, headers=headers)
    response.packed = packed
    return response


def _packed(response, request):
    """Return the response compressed, if the visitor takes that and it is a stored page."""
    packed = getattr(response, "packed", None)
    if packed is None:
        return response
    if TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")):
        response.content = packed
        response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(packed))
    return response


def _described(response, tag):
    if response.status_code in (200, 304):
        response["ETag"] = tag
        patch_vary_headers(response, ("Accept-Encoding",))
        response["Cache-Control"] = REVALIDATE
    return response
