"""The slots into which parties from outside of a clause are put."""

from __future__ import annotations

from dateline.coding.codebook import Place, Role, Slot

TAKEN_ACTOR = Slot(Role.ACTOR, Place.SUBJECT, inherits=True)
TAKEN_RECIPIENT = Slot(Role.RECIPIENT, Place.PHRASE, inherits=True)
LENT = Slot(Role.RECIPIENT, Place.CLAUSE, optional=True)
"""What the act's own clause tells all the same: in what is said, or by the place."""
TABLE = Slot(Role.BOTH, Place.SUBJECT, inherits=True)
SCENE = Slot(Role.BOTH, Place.PHRASE, inherits=True)
"""Of talks at which somebody says something: "told the six-party talks"."""
