"""The site's settings with what tests need: no environment, quick passwords, plain static files."""

import os

os.environ.setdefault("SECRET_KEY", "tests-only")
os.environ.setdefault("HTTPS", "0")

from cpc.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Tests roll back, and so come to the same version with other data: no page is kept.
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
    for name in ("default", "pages")
}

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": PLAIN_FILES},  # noqa: F405
}

# Static files come from where they are written, for nothing is collected for tests.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
