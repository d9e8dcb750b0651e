"""What other sites add to an address to follow readers is not the page's: it is left out."""

from urllib.parse import parse_qsl, urlencode

ADDED = {"fbclid", "gclid", "igshid", "ref"}
ADDED_WITH = ("utm_", "mc_")


class WithoutTracking:
    """
    Middleware: answer an address that has such parameters as if they were not there.

    Before the store of finished pages, so that a page is stored once, and before any link is made.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.META.get("QUERY_STRING", "")
        if any(name in asked for name in (*ADDED, *ADDED_WITH)):
            pairs = parse_qsl(asked, keep_blank_values=True)
            request.META["QUERY_STRING"] = urlencode(
                [one for one in pairs if not _is_added(one[0])]
            )
        return self.get_response(request)


def _is_added(name):
    return name in ADDED or name.startswith(ADDED_WITH)
