"""Forms that browsers send: small, of this site, and signed for the browser that gave the token."""

from __future__ import annotations

from hmac import compare_digest
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from dateline.serve.api.guard import Access, cookie
from dateline.serve.api.tokens import Grant

LONGEST = 16_384
"""Bytes of a form that are read."""


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, the last of each name."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            raise HTTPException(413, "the form is too long")
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=100))


async def signed_form(request: Request) -> dict[str, str]:
    """The fields of a form that writes; without the signature that our own pages send a browser's form is refused."""
    form = await form_of(request)
    access: Access = request.app.state.access
    grant: Grant | None = request.state.grant
    if cookie(request.headers) and not (grant and compare_digest(access.csrf(grant), form.get("csrf", ""))):
        raise HTTPException(403, "the form has expired: load the page again")
    return form
