"""Requests that no page can make sense of are refused before any page tries."""

from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpResponse, HttpResponseNotAllowed

STAFF = "/admin/"
READING = ("GET", "HEAD", "OPTIONS")


class Refusals:
    """
    Middleware: refuse what no page takes, before a body is read.

    Whoever reads a body waits for all of it: a few visitors who send half of one would keep every
    thread of the server. Staff send forms; everything else is only ever read.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(STAFF):
            refuse_what_no_form_sends(request)
        elif request.method == "OPTIONS":
            return HttpResponse(status=204, headers={"Allow": ", ".join(READING)})
        elif request.method not in READING:
            return HttpResponseNotAllowed(READING)
        return self.get_response(request)


def refuse_what_no_form_sends(request):
    """Raise SuspiciousOperation, answered 400, for a body larger than any form, and for U+0000."""
    length = str(request.META.get("CONTENT_LENGTH", ""))
    # Django itself lets a body in several parts be of any size.
    if length.isdecimal() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise RequestDataTooBig(f"a body of {length} bytes")
    # PostgreSQL cannot compare it. Public pages refuse it themselves and name the field.
    if "\0" in unquote(request.get_full_path()):
        raise SuspiciousOperation("a character U+0000 in the address")
