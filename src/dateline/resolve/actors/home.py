"""Where a report is at home: the state whose government a local paper or a government page means without naming it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from dateline.model import ActorKind, Party, Reading, Report, SectionKind
from dateline.resolve.actors.words import listed, tables
from dateline.resolve.catalogue import Catalogue, holds

NAMING = frozenset(("name", "short", "adjective", "capital", "seat", "abbreviation"))
STATES = frozenset((ActorKind.STATE, ActorKind.WOULD_BE_STATE))


class Home(NamedTuple):
    """The state where a report is at home, by which words, and whether the outlet is at home there: a wire agency's report is only
    dated from there, and may tell of guests.
    """

    state: str
    why: str
    outlet: bool


def home(reading: Reading, catalogue: Catalogue) -> Home | None:
    """Where a report is at home: where its outlet is, unless it is dated from elsewhere; else, of a wire agency or an outlet of no
    known country, the state from whose capital it is dated.
    """
    report = reading.report
    from_ = dated_from(reading, catalogue)
    own = seat(report, catalogue)
    if own is None:
        return Home(from_, "the report is dated from there", outlet=False) if from_ else None
    if from_ not in {None, own}:
        return None
    return Home(own, f"the outlet is at home there: {report.outlet or report.url}", outlet=True)


def seat(report: Report, catalogue: Catalogue) -> str | None:
    """The state where an outlet is at home; None for one that writes for the whole world, and where nothing tells."""
    known = next((p for p in catalogue.find(report.outlet or "") if p.kind is ActorKind.OUTLET), None)
    if known is not None:
        party = catalogue.party(known.country or known.principal or "")
        return party.id if party and known.id not in listed("home", "wires") else None
    return only_state(report.outlet or "", catalogue, report.day) or by_address(report.url or "", catalogue)


def only_state(words: str, catalogue: Catalogue, day: str | None) -> str | None:
    """The one state that some words name, by itself or by its capital: "Nairobi Standard"; None where they name none or several."""
    owners = (o for hit in catalogue.index.find(words) for o in hit.owners if o.name.text not in listed("home", "shared"))
    states = {s.id for o in owners if o.name.scheme in NAMING and (s := state_of(catalogue, o.id)) and exists(s, day)}
    return states.pop() if len(states) == 1 else None


def state_of(catalogue: Catalogue, id: str) -> Party | None:
    """The state that a party is, or of which it is a body: the State Department's is the United States."""
    party = catalogue.party(id)
    if party is not None and party.kind is ActorKind.BODY:
        party = catalogue.party(party.principal or "")
    return party if party is not None and party.kind in STATES else None


def exists(party: Party, day: str | None) -> bool:
    """Whether a party is one on a day; without a day, whether it still is."""
    return holds(party.start, party.end, day) if day else party.end is None


def by_address(url: str, catalogue: Catalogue) -> str | None:
    """The state whose a page's address says it is: "gov.fj"."""
    try:
        end = (urlsplit(url).hostname or "").rpartition(".")[2]
    except ValueError:  # an address with half a bracket
        return None
    own: str | None = tables("home")["ends"].get(end)
    if own or len(end) != 2 or end in listed("home", "nobodys"):
        return own
    return next((p.id for p in catalogue.find(end) if p.kind in STATES), None)


def dated_from(reading: Reading, catalogue: Catalogue) -> str | None:
    """The state that a report's dateline names, by itself or by its capital."""
    lines = (s.span.of(reading.report.text).title() for s in reading.sections if s.kind is SectionKind.DATELINE)
    return next((state for line in lines if (state := only_state(line, catalogue, reading.report.day))), None)
