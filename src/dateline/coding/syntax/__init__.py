"""The parse as the coder needs it: repaired, with clauses whose arguments are told, wherever they stand."""

from __future__ import annotations

from dateline.coding.syntax.grammar import Grammar
from dateline.coding.syntax.repairs import repair
from dateline.coding.syntax.syntax import Phrase, Syntax

__all__ = ["Grammar", "Phrase", "Syntax", "repair"]
