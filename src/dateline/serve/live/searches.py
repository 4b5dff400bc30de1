"""Saved searches: a file of filters, each with the address that is told when another event fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from dateline import knowledge
from dateline.model import UsageError
from dateline.serve.api.asking import EventsAsked

HOOK, SECRET, INNER = "hook", "secret", "inner"
SECURE = frozenset({"https", "http"})


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with its name; ``secret`` signs what the hook is told, so that it can know that we said it; ``inner`` says that the
    hook may lie in our own network.
    """

    name: str
    question: EventsAsked
    hook: str
    secret: str = ""
    inner: bool = False


def read_searches(path: Path) -> tuple[SavedSearch, ...]:
    """The searches of a file; a :class:`UsageError` says what is wrong in it.

    Each table is a search: the filters of ``/api/events``, ``hook`` and, if wanted, ``secret`` and ``inner``.
    """
    return tuple(search_of(f"{path}: {name}", name, row) for name, row in knowledge.own_tables(path).items())


def search_of(where: str, name: str, row: Any) -> SavedSearch:
    """One search."""
    if not isinstance(row, dict):
        raise UsageError(f"{where} is no table")
    hook, secret = row.get(HOOK, ""), row.get(SECRET, "")
    if not isinstance(hook, str) or urlsplit(hook).scheme not in SECURE or not urlsplit(hook).netloc:
        raise UsageError(f"{where}: hook should be an address that begins with https://")
    inner = row.get(INNER, False)
    if not isinstance(inner, bool):
        raise UsageError(f"{where}: inner should be true or false")
    question = question_of(where, {k: v for k, v in row.items() if k not in {HOOK, SECRET, INNER}})
    return SavedSearch(name, question, hook, str(secret), inner)


def question_of(where: str, fields: Mapping[str, Any]) -> EventsAsked:
    """The filters of a search; single values are lists of one."""
    lists = {name for name, field in EventsAsked.model_fields.items() if field.default == []}
    values = {k: [v] if k in lists and isinstance(v, str) else v for k, v in fields.items()}
    try:
        return EventsAsked.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise UsageError(f"{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
