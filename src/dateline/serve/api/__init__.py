"""The HTTP API: the commands' JSON under ``/api/``, and the pages beside it, as one ASGI application."""

from dateline.serve.api.app import application
from dateline.serve.api.room import Room

__all__ = ["Room", "application"]
