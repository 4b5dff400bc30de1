"""Acts told twice: "Fiji said that it was willing to talk" tells one act, though two words open its frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.coding.codebook import Role
from dateline.coding.matching import Match, governors
from dateline.coding.syntax import Syntax

ByPredicate = Mapping[int, Sequence[Match]]


def without_repeats(matches: Sequence[Match], syntax: Syntax) -> list[Match]:
    """The matches without those whose content tells the same act again ("said that it was willing to"), and without what another
    match's word does: "signed a communiqué to *establish* relations", "ordered Fiji's embassy to *close*".
    """
    told = by_predicate(matches)
    once = [m for m in matches if not repeats(m, told, syntax)]
    kept = by_predicate(once)
    return [m for m in once if not performed(m, kept, syntax)]


def by_predicate(matches: Iterable[Match]) -> ByPredicate:
    """The matches by their predicate's number."""
    told: dict[int, list[Match]] = {}
    for match in matches:
        told.setdefault(match.predicate.i, []).append(match)
    return told


def repeats(outer: Match, told: ByPredicate, syntax: Syntax) -> bool:
    """Whether an act's content tells the same act of the same actors."""
    below = {t.i for f in outer.fillers if f.slot.role is Role.CONTENT for t in syntax.subtree(f.token)}
    inner = (m for i in below for m in told.get(i, ()) if m.frame.act == outer.frame.act)
    return any(ids(m, Role.ACTOR) == ids(outer, Role.ACTOR) for m in inner)


def performed(inner: Match, told: ByPredicate, syntax: Syntax) -> bool:
    """Whether the word above an act tells the same act between the same parties."""
    outer = (m for above in governors(syntax, inner.predicate) for m in told.get(above.i, ()) if m.frame.act == inner.frame.act)
    every = (Role.ACTOR, Role.RECIPIENT, Role.BOTH)
    return any(ids(m, *every) == ids(inner, *every) for m in outer)


def ids(match: Match, *roles: Role) -> set[str]:
    """The ids of the parties in some roles."""
    return {p.actor.id for p in match.parties(*roles)}
