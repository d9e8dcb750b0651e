"""Requests that no page can make sense of are refused before any page tries."""

from urllib.parse import unquote

from django.core.exceptions import SuspiciousOperation

from cpc.page_cache import is_public


class NoNul:
    """
    Middleware: refuse U+0000 in the address of a staff page, which PostgreSQL cannot compare.

    The public pages refuse it themselves and name the field.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not is_public(request.path_info) and "\0" in unquote(request.get_full_path()):
            raise SuspiciousOperation("a character U+0000 in the address")
        return self.get_response(request)
