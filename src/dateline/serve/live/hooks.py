"""How a hook is told: one signed request, to the open internet alone unless its search allows an inner address."""

from __future__ import annotations

from hashlib import sha256
from hmac import new as hmac

from dateline.ingest.addresses import RefusedError, Resolve, Target, resolved, target
from dateline.ingest.fetching import host_header
from dateline.serve.live.searches import SavedSearch

SECONDS = 10
"""So long a hook may take."""
MOVED = 300


def post(search: SavedSearch, body: bytes, resolve: Resolve = resolved) -> None:
    """Sends a hook what it is told; an :class:`OSError` where it does not take it. Nobody's redirection is followed.

    The host is resolved once and asked by its number, so that no second answer of a name server leads into our own network.
    """
    import httpx

    try:
        where = inner(search.hook, resolve) if search.inner else target(search.hook, resolve)
    except RefusedError as error:
        raise OSError(f"{error}; `inner = true` in its table allows that") from error
    headers = {"host": host_header(where), "content-type": "application/json", "user-agent": "dateline"}
    if search.secret:
        headers["x-dateline-signature"] = "sha256=" + hmac(search.secret.encode(), body, sha256).hexdigest()
    try:
        with httpx.Client(trust_env=False, timeout=SECONDS) as client:
            there = httpx.URL(where.url).copy_with(host=where.number)
            status = client.post(there, content=body, headers=headers, extensions={"sni_hostname": where.host}).status_code
    except httpx.HTTPError as error:
        raise OSError(str(error) or type(error).__name__) from error
    if status >= MOVED:
        raise OSError(f"it answers with {status}")


def inner(url: str, resolve: Resolve) -> Target:
    """Where a request goes that may go into inner networks."""
    found: list[str] = []

    def public(host: str, port: int) -> list[str]:
        found.extend(resolve(host, port))
        return ["1.1.1.1"] if found else []  # stands for the number that is put in its place below

    return target(url, public)._replace(numbers=tuple(found))
