"""Where the token is given, on addresses that need one, and before anything is written."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.serve.api.guard import COOKIE, Access
from dateline.serve.web.drawing import draw
from dateline.serve.web.forms import form_of

router = APIRouter()

HOURS = 12
"""So long a browser remembers that it gave the token."""


@router.get("/sign-in")
def sign_in(request: Request, to: Annotated[str, Query(max_length=2000)] = "/") -> Response:
    """The page on which the token is given."""
    return draw(request, "sign_in.html", wrong=False, to=to)


@router.post("/sign-in")
async def signed_in(request: Request) -> Response:
    """The page that was asked for, for a browser that gave the token."""
    access: Access = request.app.state.access
    form = await form_of(request)
    to, grant = form.get("to", "/"), access.knows(form.get("token", "").strip())
    if grant is None:
        return draw(request, "sign_in.html", 401, wrong=True, to=to)
    answer = RedirectResponse(inside(to), 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(COOKIE, access.session(grant), httponly=True, samesite="strict", secure=secure, max_age=HOURS * 3600)
    return answer


@router.post("/sign-out")
async def signed_out() -> Response:
    """The page on which the token is given, for a browser that forgets it."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer


def inside(address: str) -> str:
    """An address of this server; the desk's where it leads anywhere else."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable() else "/"
