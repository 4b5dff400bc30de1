"""What users ask for, from their words to ids, days and names: the same on the command line, in the API and on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING

from dateline import edtf
from dateline.model import Layer, NotFoundError, Party, PartyKind, Status, UsageError

if TYPE_CHECKING:
    from dateline.register.view import View
    from dateline.resolve import Catalogue
    from dateline.store import Session
    from dateline.store.events import EventFilter

FEW = 12
"""So many names are listed in full where one of them was meant; of more only what is near."""


def one_of(what: str, name: str, known: Sequence[str]) -> str:
    """The name, if it is known; else a :class:`UsageError` that names all where they are few, else what is near."""
    if name in known:
        return name
    near = known if len(known) <= FEW else get_close_matches(name, known, n=4, cutoff=0.5)
    advice = f"; there is {', '.join(near)}" if near else ""
    raise UsageError(f"there is no {what} {name!r}{advice}")


def acts(names: Iterable[str]) -> Iterator[str]:
    """The acts of these names, once each is found in the codebook."""
    if names:
        from dateline.serve.codes import codebook

        known = sorted(codebook().acts)
        yield from (one_of("act", name, known) for name in names)


def first_day(value: str) -> str:
    """The first day that a date means."""
    return edge(value, 0)


def last_day(value: str) -> str:
    """The last day that a date means."""
    return edge(value, 1)


def edge(value: str, side: int) -> str:
    """The first or the last day of a date; a :class:`UsageError` where it is none."""
    found = edtf.bounds(value)[side] if edtf.is_edtf(value) else None
    if found is None:
        raise UsageError(f"{value!r} is no date; write 2022, 2022-07 or 2022-07-13")
    return found.isoformat()


def last_moment(value: str) -> str:
    """The last second, in UTC, that a moment or a date means; a :class:`UsageError` where it is neither."""
    if edtf.is_edtf(value):
        return f"{last_day(value)}T23:59:59Z"
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no moment; write 2022-07-13 or 2022-07-13T09:30:00Z") from error
    return f"{found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def parties_named(known: Catalogue, name: str, on: str | None = None) -> tuple[Party, ...]:
    """The parties that a user may mean by a name, a code or an id, best first; a :class:`NotFoundError` where nobody bears it."""
    found = known.find(name, on)
    if not found:
        raise NotFoundError(f"no party is called {name!r}; `dateline actor {name!r}` looks further")
    return found


def event_filter(
    actors: Iterable[str] = (),
    recipients: Iterable[str] = (),
    act: Iterable[str] = (),
    status: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    outlet: Iterable[str] = (),
    min_principals: int = 0,
    words: str | None = None,
) -> EventFilter:
    """The filter that a user's words make, the parties given by id; what cannot be meant is a :class:`UsageError`."""
    from dateline.store.events import EventFilter

    return EventFilter(
        actors=tuple(actors),
        recipients=tuple(recipients),
        acts=tuple(acts(tuple(act))),
        statuses=tuple(one_of("status", name, [s.value for s in Status]) for name in status),
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        outlets=tuple(outlet),
        min_principals=min_principals,
        words=words,
    )


def view_of(
    on: str | None = None,
    known_by: str | None = None,
    recorded_by: str | None = None,
    according_to: str | None = None,
    layer: str | None = None,
    policy: str | None = None,
) -> View:
    """The terms of a question; ``on`` is today where none is given, ``according_to`` what :func:`voice` says."""
    from dateline.register.policies import DEFAULT
    from dateline.register.view import View

    return View(
        on=last_day(on) if on else date.today().isoformat(),
        known_by=last_day(known_by) if known_by else None,
        recorded_by=last_moment(recorded_by) if recorded_by else None,
        according_to=according_to,
        layer=Layer(one_of("layer", layer, [each.value for each in Layer])) if layer else None,
        policy=policy or DEFAULT,
    ).checked()


FIELDS = ("act", "actor", "recipient", "date", "status")
"""The fields of an event on which a person can judge."""


def fitting(field: str, value: str, known: Catalogue) -> str:
    """The value of a judged field as it is kept; a :class:`UsageError` where the field cannot have it."""
    name = one_of("field", field, FIELDS)
    if name in {"actor", "recipient"}:
        return parties_named(known, value)[0].id
    if name == "act":
        return next(acts([value]))
    if name == "status":
        return one_of("status", value, [status.value for status in Status])
    if not edtf.is_edtf(value):
        raise UsageError(f"{value!r} is no date; write 2022, 2022-07, 2022-07-13 or another EDTF value")
    return value


def voice(name: str, known: Catalogue, session: Session) -> str:
    """Whose word is asked for: the id of a party that speaks for itself, else the speaker's, report's or table's name as it stands;
    a :class:`NotFoundError` where nothing in the archive is told by anybody of that name.
    """
    found = known.find(name)
    if found and found[0].standing is not PartyKind.NONE:
        return found[0].id
    if not name.strip() or not session.entries.speaks(name):
        near = session.entries.speakers(name.strip()) if name.strip() else []
        raise NotFoundError(f"nothing in the archive is told by {name!r}" + (f"; there is {', '.join(near)}" if near else ""))
    return name
