"""The application: API, pages, static files, errors, and the guard around all of it."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from starlette.middleware.gzip import GZipMiddleware

from dateline import __version__
from dateline.serve.api import exports, record, standing, writing
from dateline.serve.api.answers import ErrorAnswer
from dateline.serve.api.errors import answer_errors
from dateline.serve.api.fresh import Fresh
from dateline.serve.api.guard import Access, Guard
from dateline.serve.api.limits import Limits
from dateline.serve.api.room import Room

DESCRIPTION = (
    "What states did and said, sourced and dated: the JSON of the commands, over HTTP. Lists come in pages: go on with `next`."
)


def application(room: Room, access: Access | None = None, limits: Limits | None = None) -> FastAPI:
    """The application over a room; without more it is meant for loopback."""
    from dateline.serve.web import add_pages, problem_page

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        gc.collect()
        gc.freeze()  # the catalogue and the code stay: to look through them again and again holds up every tenth page
        yield
        room.close()

    app = FastAPI(
        title="dateline",
        version=__version__,
        description=DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,  # the framework's own pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.room = room
    app.state.access = access or Access()
    app.include_router(api(), prefix="/api")
    add_pages(app)
    answer_errors(app, problem_page)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Fresh, room=room)
    app.add_middleware(Guard, access=app.state.access, limits=limits)
    return app


def api() -> APIRouter:
    """The API's routes, with the errors that each of them may answer."""
    errors = {
        401: "no token", 403: "the token does not allow it", 404: "nobody and nothing is called so",
        413: "too much at once", 422: "a bad value or an unknown parameter", 429: "too many requests",
    }  # fmt: skip
    router = APIRouter(responses={status: {"model": ErrorAnswer, "description": said} for status, said in errors.items()})
    router.include_router(record.router)
    router.include_router(standing.router)
    router.include_router(writing.router)
    router.include_router(exports.router)
    return router
