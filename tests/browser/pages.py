"""The public pages that a browser looks at, each with a record of the seeds that shows much."""

PAGES = {
    "overview": "",
    "overview as of a day": "?as_of=2021-06-01",
    "partnership": "partnerships/peru/",
    "partnership with few records": "partnerships/mongolia/",
    "commitments": "commitments/",
    "commitments filtered": "commitments/?partnership=peru&sources=disagree&sort=-code",
    "commitments, none found": "commitments/?q=qqqq",
    "commitment": "commitments/PE-1/",
    "commitment in dispute": "commitments/US-PE-1/",
    "commitment as of a day": "commitments/US-PE-1/?as_of=2021-06-01",
    "commitment without a number": "commitments/PE-3/",
    "deliveries": "deliveries/",
    "deliveries, second page": "deliveries/?page=2",
    "delivery": "deliveries/us-peru-2022/",
    "awards": "awards/",
    "award": "awards/peru-2017/",
    "parties": "parties/",
    "party": "parties/mimp/",
    "partners": "partners/",
    "partner": "partners/ilo/",
    "dialogues": "dialogues/",
    "dialogue": "dialogues/peru-third/",
    "sources": "sources/",
    "source": "sources/state-archive-peru/",
    "regions": "regions/",
    "region": "regions/PE-CUS/",
    "disagreements": "disagreements/",
    "changes": "changes/",
    "about": "about/",
}

# Pages that say no, and the status with which they do.
REFUSALS = {
    "no such page": ("no-such-page/", 404),
    "no such record": ("commitments/XX-99/", 404),
    "beyond the last page": ("commitments/?page=999", 404),
    "unknown parameter": ("commitments/?colour=red", 400),
    "bad value": ("deliveries/?as_of=yesterday&sort=luck", 400),
    "not a request": ("/admin/?q=%00", 400),
}

# Addresses that answer with something that is not a page.
DOCUMENTS = {"feed"}

LANGUAGES = ("en", "es")
SCHEMES = ("light", "dark")
WIDTHS = (1280, 375, 320)

# Where every rule of accessibility is tried. In the dark only colours differ, and words differ
# in nothing that colours depend on: each width is tried in one of the languages.
TRIED_AT = {
    ("en", "light"): (1280, 320),
    ("es", "light"): (1280, 320),
    ("en", "dark"): (1280,),
    ("es", "dark"): (320,),
}


def address(path, language):
    """Return the path from the root; one that begins there already is the same in any language."""
    return path if path.startswith("/") else f"/{language}/{path}"


def status(name):
    return REFUSALS[name][1] if name in REFUSALS else 200


def path(name):
    return REFUSALS[name][0] if name in REFUSALS else PAGES[name]
