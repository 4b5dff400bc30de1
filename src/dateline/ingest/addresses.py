"""Which hosts may be asked: none within the networks of whoever runs dateline, whatever a name or a redirect leads to."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

SCHEMES = {"http": 80, "https": 443}
Resolve = Callable[[str, int], list[str]]


class RefusedError(ValueError):
    """An address that is not asked."""


class Target(NamedTuple):
    """Where a request goes: the address as it is written, its host and port, and the numbers under which the host is reached."""

    url: str
    scheme: str
    host: str
    port: int
    numbers: tuple[str, ...]

    @property
    def number(self) -> str:
        """The number that is asked first."""
        return self.numbers[0]

    @property
    def site(self) -> str:
        """Scheme, host and port: what robots.txt and politeness hold for."""
        return f"{self.scheme}://{bracketed(self.host)}:{self.port}"


def is_address(path: str) -> bool:
    """Whether a path is a web address."""
    return path.lower().startswith(("http://", "https://"))


def joined(*parts: str | None) -> str | None:
    """The web address that parts make, each within the one before; none where they make none."""
    whole = ""
    try:
        for part in parts:
            whole = urljoin(whole, part.strip()) if part else whole
    except ValueError:
        return None
    return whole if is_address(whole) else None


def resolved(host: str, port: int) -> list[str]:
    """The numbers of a host, in the order in which this machine's system would try them."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def target(url: str, resolve: Resolve = resolved) -> Target:
    """Where a request for an address goes; a :class:`RefusedError` where it may not go.

    The name is resolved here and once: whoever connects uses these numbers, so that no second answer can lead elsewhere.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or SCHEMES.get(parts.scheme.lower(), 0)
    except ValueError as error:
        raise RefusedError("this is no web address") from error
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme.lower() not in SCHEMES or not host or parts.username is not None:
        raise RefusedError("only plain http and https addresses are read")
    try:
        numbers = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise RefusedError(f"{host} has no address") from error
    if not numbers or not all(map(is_public, numbers)):
        raise RefusedError(f"{host} lies in an inner network")
    return Target(url, parts.scheme.lower(), host, port, tuple(numbers))


def is_public(number: str) -> bool:
    """Whether a number belongs to the open internet; those that carry another number inside are judged by it as well."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    inner = [found] if found.version == 4 else [found, *filter(None, (found.ipv4_mapped, found.sixtofour, *(found.teredo or ())))]
    nat = ipaddress.ip_network("64:ff9b::/96")
    if found.version == 6 and found in nat:
        inner.append(ipaddress.ip_address(int(found) & 0xFFFFFFFF))
    mapped = found.version == 6 and found.ipv4_mapped is not None
    judged = inner[1:] if mapped else inner
    return all(each.is_global and not each.is_multicast for each in judged)


def bracketed(host: str) -> str:
    """A host as it stands in addresses."""
    return f"[{host}]" if ":" in host else host
