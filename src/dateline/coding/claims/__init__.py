"""What is said and is no act: quantities, states of things, motives, predictions, evaluations, receptions, terms."""

from __future__ import annotations

from dateline.coding.claims.clause import Clauses
from dateline.coding.claims.finders import FINDERS
from dateline.model import Attribution, Claim, EventMention, Resolution


def find_claims(
    resolution: Resolution, attributions: tuple[Attribution, ...], events: tuple[EventMention, ...]
) -> tuple[Claim, ...]:
    """The claims of a report, in the order of the text, each once."""
    clauses = Clauses(resolution, attributions, events)
    found = {claim.id: claim for find in FINDERS for claim in find(clauses)}
    return tuple(sorted(found.values(), key=lambda c: (c.content, c.kind)))


__all__ = ["find_claims"]
