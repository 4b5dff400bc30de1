"""Ids, spans, errors, and what is wrong with the data."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import NamedTuple

CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=list)
"""How ids write what makes a record itself; made once, since each attribution and each act has one."""


def record_id(kind: str, *parts: object) -> str:
    """The URL-safe id of a record: a hash over the canonical JSON array of its kind and of what makes it itself.

    An array, never joined strings: ``("ab", "c")`` and ``("a", "bc")`` must not collide.
    """
    canonical = CANONICAL.encode([kind, *parts])
    return hashlib.blake2b(canonical.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


class Span(NamedTuple):
    """A stretch of a report's text, in code points, end excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


class DatelineError(Exception):
    """Bad use: a wrong option, an unknown name, an archive that cannot be opened. Put into words only in ``serve/``."""


class UsageError(DatelineError):
    """An argument or a setting that cannot be."""


class NotFoundError(DatelineError):
    """A party, report or event that nobody knows."""


class ArchiveError(DatelineError):
    """An archive that cannot be opened, read or written."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the data, as a value: which input, where in it, what, and the text concerned."""

    where: str  # a report's id, or the path (and line) of an input that became no report
    start: int
    end: int
    code: str  # one of the codes that docs/problems.md explains
    message: str
    text: str = ""

    def __str__(self) -> str:
        place = f"{self.where}:{self.start}-{self.end}" if self.end else self.where
        return f"{place} {self.code}: {self.message}"
