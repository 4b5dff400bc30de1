"""Acts told twice: "Fiji said that it was willing to talk" tells one act, though two words open its frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.coding.codebook import Role
from dateline.coding.matching import Match
from dateline.coding.syntax import Syntax


def without_repeats(matches: Sequence[Match], syntax: Syntax) -> list[Match]:
    """The matches without those whose content tells the same act of the same actors again: "said that it was willing to"."""
    told: defaultdict[int, list[Match]] = defaultdict(list)
    for match in matches:
        told[match.predicate.i].append(match)

    def repeats(outer: Match) -> bool:
        below = {t.i for f in outer.fillers if f.slot.role is Role.CONTENT for t in syntax.subtree(f.token)}
        acting = {p.actor.id for p in outer.parties(Role.ACTOR)}
        inner = (m for i in below if i in told for m in told[i] if m.frame.act == outer.frame.act)
        return any(acting == {p.actor.id for p in m.parties(Role.ACTOR)} for m in inner)

    return [m for m in matches if not repeats(m)]
