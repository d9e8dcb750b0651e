"""
The site's own settings, for a server that tests start as production runs it.

Only patience differs: SQLite may wait for a lock as long as BUSY_SECONDS says, and with
READ_ONLY=1 it writes nothing.
"""

import os

from cpc.settings import *  # noqa: F403

OPTIONS = DATABASES["default"]["OPTIONS"]  # noqa: F405

if "BUSY_SECONDS" in os.environ:
    OPTIONS |= {"timeout": float(os.environ["BUSY_SECONDS"])}
# A file system would do, but to root every file can be written.
if "READ_ONLY" in os.environ:
    OPTIONS |= {"init_command": "PRAGMA query_only=1"}
