"""
The site's own settings, for a server that tests start as production runs it.

Only places and patience differ: static files are collected into STATIC_ROOT, and SQLite may wait
for a lock as long as BUSY_SECONDS says.
"""

import os

from cpc.settings import *  # noqa: F403

STATIC_ROOT = os.environ.get("STATIC_ROOT", STATIC_ROOT)  # noqa: F405

if "BUSY_SECONDS" in os.environ:
    OPTIONS = DATABASES["default"]["OPTIONS"]  # noqa: F405
    DATABASES["default"]["OPTIONS"] = OPTIONS | {"timeout": float(os.environ["BUSY_SECONDS"])}  # noqa: F405
