"""The site as it runs, without its store of finished pages; files in STATIC_FILES are served."""

import os

from cpc.settings import *  # noqa: F403

CACHES = {
    name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    for name in ("default", "pages")
}
STATIC_ROOT = os.environ.get("STATIC_FILES", "")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": PLAIN_FILES},  # noqa: F405
}
