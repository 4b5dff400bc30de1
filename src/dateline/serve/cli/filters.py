"""The filters of ``events``, from words to ids and days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.serve import asked
from dateline.serve.cli.opening import catalogue, party_ids

if TYPE_CHECKING:
    from dateline.store import Session
    from dateline.store.events import EventFilter

FILTERS = "Filters"

Actor = Annotated[list[str] | None, typer.Option("--actor", metavar="PARTY", help="Who acted; may be given again.")]
Recipient = Annotated[list[str] | None, typer.Option("--recipient", metavar="PARTY", help="The other party; may be given again.")]
Act = Annotated[list[str] | None, typer.Option("--act", metavar="ACT", help="An act, as `recognize_state`; may be given again.")]
StatusOption = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="happened, ongoing, planned, hypothetical, negated; may be given again."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="On this day or later: 2022, 2022-07, 2022-07-13.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="On this day or before.")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", metavar="NAME", help="Told by this outlet; may be given again.")]
MinPrincipals = Annotated[
    int, typer.Option("--min-principals", metavar="N", min=0, help="Asserted by at least so many principals.")
]


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
    known = catalogue(session) if actor or recipient else None
    return asked.event_filter(
        actors=party_ids(known, actor or ()) if known else (),
        recipients=party_ids(known, recipient or ()) if known else (),
        act=act or (),
        status=status or (),
        since=since,
        until=until,
        outlet=outlet or (),
        min_principals=min_principals,
    )
