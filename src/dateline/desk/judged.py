"""What people judged, and what merging must know of the parties for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.desk.strays import stray_bonds
from dateline.merge import apply_judgements, homes
from dateline.merge.judgements import in_force, is_meant
from dateline.merge.windows import around
from dateline.model import Actor, Judgement, Member, Verdict
from dateline.resolve import Catalogue
from dateline.store import Session


class Judged:
    """The judgements of an archive with the catalogue in whose light they are read."""

    def __init__(self, judgements: Sequence[Judgement], catalogue: Catalogue) -> None:
        self.judgements = tuple(judgements)
        self.parents: Mapping[str, str] = {p.id: p.parent for p in catalogue.parties.values() if p.parent}
        values = {j.value for j in judgements if j.verdict is Verdict.SET and j.field in {"actor", "recipient"}}
        self.actors: Mapping[str, Actor] = {id: catalogue.actor(id) for id in values if id and catalogue.party(id)}

    def keys(self, members: Sequence[Member]) -> dict[str, str]:
        """The cell of each mention of one report, by its id, with its fields as they are judged."""
        return {id: home.cell for id, home in (homes(members) | homes(self.members(members))).items()}

    def members(self, members: Sequence[Member]) -> tuple[Member, ...]:
        """The members as people want them read."""
        return apply_judgements(members, self.judgements, self.actors).members

    def together(self, session: Session, cells: Iterable[str]) -> list[list[str]]:
        """The cells in groups that have to be merged at one time: each with those that judgements bind to it."""
        wanted = set(cells)
        groups = joined([*({cell} for cell in sorted(wanted)), *self.bonds(session), *stray_bonds(session, wanted)])
        return sorted(sorted(group) for group in groups if group & wanted)

    def bonds(self, session: Session) -> Iterator[set[str]]:
        """The sets of cells in which, or beside which, mentions lie that were judged to be the same."""
        for judgement in in_force(self.judgements):
            if judgement.verdict is Verdict.SAME:
                cells = set(session.mentions.blocks_of(meant(session, judgement)).values())
                yield {other for cell in cells for other in around(cell)}


def meant(session: Session, judgement: Judgement) -> set[str]:
    """The ids of the mentions of which a judgement speaks."""
    keys = [key for key in (judgement.subject, judgement.other) if key]
    return {m.mention.id for key in keys for m in session.mentions.of_reports([key.report]) if is_meant(key, m)}


def joined(sets: Iterable[set[str]]) -> list[set[str]]:
    """The sets with those put together that share something, however far round."""
    found: list[set[str]] = []
    for each in sets:
        touching = [group for group in found if group & each]
        found = [group for group in found if not group & each]
        found.append(each.union(*touching))
    return found
