"""Where sentences may begin: told by rule before the parse, left to the parser where no rule decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.read.phrases import data
from dateline.read.words import Word

NAME_LENGTH = 5
"""A name with its title has at most so many words, the verb after it counted."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What ``data/sentences.toml`` says."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    letter_names: frozenset[str]
    before_letters: frozenset[str]
    stops: frozenset[str]
    closers: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    pronouns: frozenset[str]
    longest: int


@cache
def rules() -> Rules:
    """The rules of the data file."""
    found = data("sentences.toml")
    sets = {name: frozenset(values) for name, values in found.items() if isinstance(values, list)}
    return Rules(**sets, longest=found["longest"])


def sentence_starts(words: Sequence[Word]) -> list[bool | None]:
    """For each word whether a sentence begins there: yes, no, or None where the parser decides."""
    starts: list[bool | None] = [True] if words else []
    since = 0
    for i in range(1, len(words)):
        told = starts_at(words, i)
        since = since + 1 if told is False else 0
        starts.append(None if told is False and since > rules().longest else told)
    return starts


def starts_at(words: Sequence[Word], i: int) -> bool | None:
    """Whether a sentence begins at a word that is not the first."""
    known = rules()
    k = i - 1
    while k > 0 and i - k <= 3 and words[k].shown in known.closers and not is_opener(words, k):
        k -= 1
    stop, closed = words[k].shown, k < i - 1
    if stop[-1] not in ".?!…。؟۔।" or is_opener(words, i - 1):
        return False
    if stop not in known.stops:
        name = stop[:-1] in known.letter_names and k > 0 and words[k - 1].shown in known.before_letters
        return words[i].shown[0].isupper() if name else after_abbreviation(stop, words[i].shown)
    if words[i].shown in known.closers and not is_opener(words, i):
        return False
    if closed and (words[i].shown[0].islower() or (stop in "?!" and speech_follows(words, i))):
        return False  # "Will they go?" asked the envoy. "Never!" Ambassador Kona said.
    return after_stop(words, k, i, closed)


def is_opener(words: Sequence[Word], k: int) -> bool:
    """Whether a word is a mark that opens: it clings to the word after it."""
    return (
        words[k].shown in rules().openers and not words[k].blank and (k == 0 or words[k - 1].blank or words[k].shown in "([“‘„«``")
    )


def speech_follows(words: Sequence[Word], i: int) -> bool:
    """Whether nothing but a name of a few words stands before a verb of speech."""
    for word in words[i : i + NAME_LENGTH]:
        if word.shown in rules().speech:
            return True
        if word.shown in rules().pronouns or not (word.shown[0].isupper() or word.shown[0] == "-"):
            return False
    return False


def after_abbreviation(stop: str, after: str) -> bool | None:
    """Whether a sentence may begin after a word that bears its own full stop."""
    known = rules()
    low = stop.lower()
    if low in known.before_names or after[0].islower():
        return False
    if low in known.before_numbers and after[0].isdigit():
        return False
    if len(stop) == 2 and stop[0].isupper() and after[0].isupper() and len(after) > 3:
        return False  # "J. Smith"
    return None


def after_stop(words: Sequence[Word], k: int, i: int, closed: bool) -> bool | None:
    """Whether a sentence begins after a stop that stands for itself."""
    known = rules()
    before, after = words[k - 1].shown if k else "", words[i].shown
    if (before + words[k].shown).lower() in known.before_names and not words[k - 1].blank:
        return False
    if (before + ".").lower() in known.before_numbers and after[0].isdigit():
        return False
    if words[k].shown in ("...", "…", "..", "....") or closed:
        return None
    begins = after[0].isupper() or (is_opener(words, i) and i + 1 < len(words) and words[i + 1].shown[0].isupper())
    ends = words[k].shown in ("?", "!") or (before.islower() and len(before) > 2) or before[-1:].isdigit()
    return True if begins and ends else None
