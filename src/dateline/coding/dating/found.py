"""The datings of a report under the words, sentences and expressions from which they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dateline.coding.dating.clauses import Dating
from dateline.coding.dating.values import is_day
from dateline.model import Attribution, Span, Token
from dateline.resolve.times.covering import Covering


class Datings:
    """All datings of one report, in the order of the text."""

    def __init__(self, datings: Sequence[Dating]) -> None:
        self.of_word: dict[int, list[Dating]] = {}
        self.of_time: dict[Span, Dating] = {}
        self.of_sentence: dict[int, list[Dating]] = {}
        for dating in datings:
            self.of_word.setdefault(dating.on.i, []).append(dating)
            self.of_time.setdefault(dating.mention.span, dating)
            self.of_sentence.setdefault(dating.on.sentence, []).append(dating)

    def on(self, token: Token) -> Sequence[Dating]:
        """Those that date a word."""
        return self.of_word.get(token.i, ())

    @cached_property
    def days(self) -> dict[int, list[Dating]]:
        """For each sentence the datings that are a plain day."""
        return {
            sentence: [d for d in datings if d.side == "day" and is_day(d.value)] for sentence, datings in self.of_sentence.items()
        }

    @cached_property
    def spans(self) -> Covering[Dating]:
        """The expressions by the words that they hold."""
        return Covering((d.mention.span, d) for d in self.of_time.values())

    def holding(self, token: Token) -> Dating | None:
        """The one whose expression holds a word."""
        return next((d for _, d in self.spans.over(token.span)), None)


class Sayings:
    """The attributions of one report by the words that they hold."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.contents = Covering((span, a) for a in attributions for span in a.content)

    def around(self, predicate: Span) -> Attribution | None:
        """The innermost attribution with a time in whose content a predicate stands."""
        inside = [a for _, a in self.contents.over(predicate) if a.said_time]
        return min(inside, key=lambda a: sum(s.end - s.start for s in a.content), default=None)

    def first(self, predicate: Span) -> Attribution | None:
        """The first attribution with a speaker in whose content a predicate stands."""
        return next((a for _, a in self.contents.over(predicate) if a.speaker), None)
