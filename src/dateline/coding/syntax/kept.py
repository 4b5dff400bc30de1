"""Answers kept by word: the frames of a report ask for the same words again and again, and its tree stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from dateline.model import Token


class Keeping(Protocol):
    """What keeps answers, by the name of the question and the word's number."""

    answers: dict[tuple[str, int], Any]


K = TypeVar("K", bound=Keeping)
T = TypeVar("T")


def once_a_word(question: Callable[[K, Token], T]) -> Callable[[K, Token], T]:
    """The question answered once for each word of a report; the answer must hang on nothing but the word and the parse."""
    name = question.__name__

    @wraps(question)
    def answer(self: K, token: Token) -> T:
        key = (name, token.i)
        if key not in self.answers:
            self.answers[key] = question(self, token)
        kept: T = self.answers[key]
        return kept

    return answer
