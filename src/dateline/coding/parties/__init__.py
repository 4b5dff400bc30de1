"""Noun phrases → participants: who or what a phrase names, for whom it acts, and whether its acts are coded."""

from __future__ import annotations

from dateline.coding.parties.phrases import Parties
from dateline.coding.parties.society import COUNTRY, POLITICAL, STATES, distinct, without

__all__ = ["COUNTRY", "POLITICAL", "STATES", "Parties", "distinct", "without"]
