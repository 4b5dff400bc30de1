"""What the finders hand to one another: an attribution whose spans are told and whose speaker and chain are not."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.attribute.lexicon import Cue
from dateline.model import Form, Polarity, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making. ``verb`` and ``source_head`` are indices of tokens, null where there is none."""

    cue: Cue | None
    verb: int | None
    source_head: int | None
    source: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Form
    polarity: Polarity = Polarity.POSITIVE
    finder: str = "clause"  # which rule family found it: quote, clause, adjunct, colon, noun, citation
    reports: bool = False  # whether the content is a whole clause or quoted words, not a thing or an infinitive
    through: tuple[int, ...] = ()  # the heads of those who hand the words on, the nearest to the speaker first
    channel: str | None = None  # where the finder itself tells it
    day: Span | None = None  # the words that date the saying, where the finder itself tells them

    @property
    def family(self) -> str:
        """The family of its cue: speech where there is none."""
        return self.cue.cls.family if self.cue else "speech"

    @property
    def start(self) -> int:
        """Where it begins in the order of the text: the first code point of cue and content, since a source may lie far before."""
        return min(s.start for s in (*self.cue_spans, *self.content))

    @property
    def size(self) -> int:
        """How long its content is, in code points."""
        return sum(s.end - s.start for s in self.content)
