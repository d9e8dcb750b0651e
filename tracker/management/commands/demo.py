"""Everything a first look needs: database, static files, seeds, an account, and the site itself."""

import os
import secrets
import socket
from argparse import ArgumentTypeError

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

HOST = "127.0.0.1"
ACCOUNT = "editor"


class Command(BaseCommand):
    help = (
        "Prepare and serve the tracker on this machine: migrate, collect the static files, load "
        "seeds/, make the staff account 'editor', and serve. Needs no environment. Refuses to run "
        "when SECRET_KEY is set, or when DATABASE_URL is not SQLite: both mean a real site, which "
        "this command must not touch."
    )

    def add_arguments(self, parser):
        parser.add_argument("--port", type=port_number, default=8000, help="default: 8000")
        parser.add_argument("--no-serve", action="store_true", help="prepare, then stop")
        parser.add_argument(
            "--new-password",
            action="store_true",
            help=f"give the account '{ACCOUNT}' a new password, and print it",
        )

    def handle(self, *args, port, no_serve, new_password, **options):
        refuse_a_real_site()
        if not no_serve:
            refuse_a_busy_port(port)
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("loadseeds")
        self.stdout.write(editor_account(new_password))
        if not no_serve:
            self.serve(port)

    def serve(self, port):
        self.stdout.write(f"The tracker is at http://{HOST}:{port}/ (staff: /admin/).")
        self.stdout.flush()
        # The command line is watched by a person on this machine: no production server needed.
        os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
        call_command("runserver", f"{HOST}:{port}", use_reloader=False)


def port_number(text):
    port = int(text)
    if not 0 < port < 65536:
        raise ArgumentTypeError(f"{port} is not between 1 and 65535")
    return port


def refuse_a_real_site():
    # manage.py makes a key for the demo only when there is none.
    if not settings.SECRET_KEY.startswith("demo-"):
        raise CommandError(
            "SECRET_KEY is set, so this looks like a real site. Nothing was changed. "
            "Unset it to run the demo, or start the site as the README says under Deploy."
        )
    if connection.vendor != "sqlite":
        raise CommandError(
            "DATABASE_URL is not SQLite, so this looks like a real site. Nothing was changed. "
            "Unset it to run the demo."
        )


def refuse_a_busy_port(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CommandError(
                f"Port {port} cannot be used: {error.strerror}. Choose another one with --port."
            ) from error


def editor_account(new_password):
    """Make the staff account if there is none, and return what to tell the person."""
    account, created = get_user_model().objects.get_or_create(
        username=ACCOUNT, defaults={"is_staff": True, "is_superuser": True}
    )
    if not (created or new_password):
        return f"The account '{ACCOUNT}' exists. For a new password: manage.py demo --new-password"
    password = secrets.token_urlsafe(12)
    account.set_password(password)
    account.save()
    return f"Sign in as '{ACCOUNT}' with the password {password} (shown only now)."
