"""How an act stands: its polarity, time and modality, and their summary."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Modality, Polarity, Status, Time

NONFACTUAL = frozenset({Modality.CONDITIONAL, Modality.REQUESTED, Modality.THREATENED, Modality.POSSIBLE, Modality.QUESTIONED})


@dataclass(frozen=True, slots=True)
class Factuality:
    """How an act stands: polarity, time, modality; whether it is taken for granted; the words that govern it."""

    negative: bool = False
    time: Time = Time.PAST
    modality: Modality = Modality.ASSERTED
    presupposed: bool = False
    governors: tuple[int, ...] = ()

    @property
    def polarity(self) -> Polarity:
        """The polarity as the records have it."""
        return Polarity.NEGATIVE if self.negative else Polarity.POSITIVE

    @property
    def status(self) -> Status:
        """The summary."""
        return summary(self.polarity, self.time, self.modality)


def summary(polarity: Polarity, time: Time, modality: Modality) -> Status:
    """The summary of polarity, time and modality, as design/acts lays it down."""
    if polarity is Polarity.NEGATIVE:
        return Status.NEGATED
    if modality in NONFACTUAL:
        return Status.HYPOTHETICAL
    if time is Time.FUTURE or modality is Modality.INTENDED:
        return Status.PLANNED
    return Status.ONGOING if time is Time.ONGOING else Status.HAPPENED
