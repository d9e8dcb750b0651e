"""Read the environment, and refuse an odd value by name in one plain sentence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True)
class Environment:
    """
    Checked readers of environment variables. A variable that is empty counts as not set.

    Every reader raises ImproperlyConfigured, naming the variable, for a value it cannot use.
    """

    variables: Mapping[str, str]

    def text(self, name: str, default: str = "") -> str:
        return self.variables.get(name, "").strip() or default

    def flag(self, name: str, default: bool) -> bool:
        value = self.text(name, "1" if default else "0")
        if value not in ("0", "1"):
            raise ImproperlyConfigured(f'{name} is "{value}": use 1 or 0.')
        return value == "1"

    def choice(self, name: str, allowed: Collection[str], default: str) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise ImproperlyConfigured(f'{name} is "{value}": use one of {", ".join(allowed)}.')
        return value

    def names(self, name: str, default: str = "") -> list[str]:
        """Return the parts between commas, without the spaces around them."""
        return [part.strip() for part in self.text(name, default).split(",") if part.strip()]

    def hosts(self, name: str, default: str = "") -> list[str]:
        hosts = self.names(name, default)
        for host in hosts:
            if "/" in host or " " in host:
                raise ImproperlyConfigured(
                    f'{name} holds "{host}": write host names alone, '
                    "with commas between them, such as tracker.example.org."
                )
        return hosts

    def origins(self, name: str) -> list[str]:
        origins = self.names(name)
        for origin in origins:
            if not origin.startswith(("https://", "http://")):
                raise ImproperlyConfigured(
                    f'{name} holds "{origin}": write the scheme too, '
                    "such as https://tracker.example.org."
                )
        return origins

    def secret_key(self, name: str, debug: bool) -> str:
        key = self.text(name)
        if key:
            return key
        if debug:
            return "only-for-development"
        raise ImproperlyConfigured(
            f"{name} is not set. Set it to a long random text that stays the same between "
            'restarts; python -c "import secrets; print(secrets.token_urlsafe(50))" prints one. '
            "For a local try, run manage.py demo or set DEBUG=1."
        )
