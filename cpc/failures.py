"""What a visitor is told when something fails: 400, 404, 500, and 503 for the database."""

import sys

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string
from django.utils.translation import (
    get_language_from_path,
    get_language_from_request,
    override,
)

RETRY_AFTER = "10"


def bad_request(request, exception):
    """Answer a request that is refused before any page, and so before a language is chosen."""
    with override(_language(request)):
        return HttpResponseBadRequest(render_to_string("400.html"))


def server_error(request):
    """
    Answer a failure; one of the database is 503 and says when to try again.

    The page needs no database, no session and no user. Nothing was saved: the request's
    transaction ended with the error.
    """
    is_database = isinstance(sys.exc_info()[1], (OperationalError, InterfaceError))
    status = 503 if is_database else 500
    with override(_language(request)):
        response = HttpResponse(render_to_string(f"{status}.html"), status=status)
    if is_database:
        response["Retry-After"] = RETRY_AFTER
        leave_connection()
    return response


def _language(request):
    """Return the language of the address, or else the one the visitor asks for."""
    return get_language_from_path(request.path_info) or get_language_from_request(request)


def leave_connection():
    """Let the next request make a connection: to a file since replaced, this one fails for ever."""
    if not connection.in_atomic_block:
        connection.close()
