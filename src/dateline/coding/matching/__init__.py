"""Frames against clauses: which frames the words of a report open, what fills their slots, and which matches count."""

from __future__ import annotations

from dateline.coding.matching.choosing import best
from dateline.coding.matching.embedding import find_embedding, governors
from dateline.coding.matching.finding import find_matches
from dateline.coding.matching.matcher import Matcher
from dateline.coding.matching.records import Filler, Match

__all__ = ["Filler", "Match", "Matcher", "best", "find_embedding", "find_matches", "governors"]
