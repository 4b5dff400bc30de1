"""The filters of ``events``, from words to ids and days."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from dateline import edtf
from dateline.model import Status, UsageError
from dateline.serve.cli.opening import catalogue, party_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.store import Session
    from dateline.store.events import EventFilter

FILTERS = "Filters"

Actor = Annotated[list[str] | None, typer.Option("--actor", metavar="PARTY", help="Who acted; may be given again.")]
Recipient = Annotated[list[str] | None, typer.Option("--recipient", metavar="PARTY", help="The other party; may be given again.")]
Act = Annotated[list[str] | None, typer.Option("--act", help="An act, as `recognize_state`; may be given again.")]
StatusOption = Annotated[
    list[str] | None, typer.Option("--status", help="happened, ongoing, planned, hypothetical, negated; may be given again.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="On this day or later: 2022, 2022-07, 2022-07-13.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="On this day or before.")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", help="Told by this outlet; may be given again.")]
MinPrincipals = Annotated[int, typer.Option("--min-principals", min=0, help="Asserted by at least so many principals.")]


def event_filter(
    session: Session,
    actor: list[str] | None,
    recipient: list[str] | None,
    act: list[str] | None,
    status: list[str] | None,
    since: str | None,
    until: str | None,
    outlet: list[str] | None,
    min_principals: int,
) -> EventFilter:
    """The filter that the options make; what cannot be meant is a :class:`UsageError`."""
    from dateline.store.events import EventFilter

    known = catalogue(session) if actor or recipient else None
    return EventFilter(
        actors=party_ids(known, actor or ()) if known else (),
        recipients=party_ids(known, recipient or ()) if known else (),
        acts=tuple(acts(act or ())),
        statuses=tuple(one_of("status", name, [s.value for s in Status]) for name in status or ()),
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        outlets=tuple(outlet or ()),
        min_principals=min_principals,
    )


def acts(names: Iterable[str]) -> Iterable[str]:
    """The acts of these names, once each is found in the codebook."""
    if names:
        from dateline.serve.codes import codebook

        known = sorted(codebook().acts)
        yield from (one_of("act", name, known) for name in names)


def one_of(what: str, name: str, known: list[str]) -> str:
    """The name, if it is known; else a :class:`UsageError` that names all where they are few, else what is near."""
    if name in known:
        return name
    near = known if len(known) <= 12 else get_close_matches(name, known, n=4, cutoff=0.5)
    advice = f"; there is {', '.join(near)}" if near else ""
    raise UsageError(f"there is no {what} {name!r}{advice}")


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
