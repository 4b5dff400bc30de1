"""Status: polarity, time and modality of an act, and the summary of the three."""

from __future__ import annotations

from dateline.coding.status.cues import Cues, Effect
from dateline.coding.status.factuality import StatusReader
from dateline.coding.status.standing import Factuality, summary

__all__ = ["Cues", "Effect", "Factuality", "StatusReader", "summary"]
