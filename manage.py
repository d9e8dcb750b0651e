#!/usr/bin/env python
"""Run a Django command; `demo` needs no environment at all."""

import os
import secrets
import sys

LOCAL_ENVIRONMENT = {
    # `demo` refuses every key but one that starts like this, so a real site cannot run it.
    "SECRET_KEY": f"demo-{secrets.token_urlsafe(50)}",
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "HTTPS": "0",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cpc.settings")
    if sys.argv[1:2] == ["demo"]:
        for name, value in LOCAL_ENVIRONMENT.items():
            os.environ.setdefault(name, value)

    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(str(error))


if __name__ == "__main__":
    main()
