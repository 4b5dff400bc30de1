"""Where the token is given, on addresses that need one."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.serve.api.guard import COOKIE, Access
from dateline.serve.web.drawing import draw

router = APIRouter()

LONGEST = 4096
"""Bytes of a form that are read: a token is shorter."""


@router.get("/sign-in")
def sign_in(request: Request) -> Response:
    """The page on which the token is given."""
    return draw(request, "sign_in.html", wrong=False)


@router.post("/sign-in")
async def signed_in(request: Request) -> Response:
    """The desk, for a browser that gave the token."""
    access: Access = request.app.state.access
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST:
            break
    token = parse_qs(body[:LONGEST].decode("utf-8", "replace")).get("token", [""])[0].strip()
    if not access.knows(token):
        return draw(request, "sign_in.html", 401, wrong=True)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, access.secret, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer
