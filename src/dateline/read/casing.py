"""Headlines in Title Case or in capitals, written as running text would write them; lengths stay as they are.

The parser takes "North Korea Recognizes Independence" for a compound of names. What is a name is told first by the
report's own body, then by a list of words that are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dateline import knowledge
from dateline.read.phrases import data

WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
SENTENCE_START = re.compile(r"(?:^|[.?!:;]|\n)[\s\"'“”‘’«»()\[\]–—-]*$")
LOOK_BACK = 12
"""So many characters before a word tell whether it begins a sentence."""


@dataclass(frozen=True, slots=True)
class CasingData:
    """The lists and thresholds of the data files."""

    small: frozenset[str]
    capitals: frozenset[str]
    words_in_capitals: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    suffixes: tuple[str, ...]
    names: re.Pattern[str]
    name_words: dict[str, str]
    before_names: frozenset[str]
    after_names: frozenset[str]
    title_case: float
    shouted: float
    fewest: int


@cache
def casing_data() -> CasingData:
    """What ``casing.toml`` and ``headline_words.txt`` hold."""
    found = data("casing.toml")
    listed = knowledge.lines(__package__, "data", "headline_words.txt")
    return CasingData(
        small=frozenset(word for line in listed for word in line.split()),
        capitals=frozenset(found["capitals"]),
        words_in_capitals=frozenset(found["words_in_capitals"]),
        endings=tuple((a, b) for a, b in found["endings"]),
        suffixes=tuple(found["suffixes"]),
        names=re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, found['names']), key=len, reverse=True))})\b", re.IGNORECASE),
        name_words={name.casefold(): name for name in found["names"]},
        before_names=frozenset(map(str.casefold, found["before_names"])),
        after_names=frozenset(map(str.casefold, found["after_names"])),
        title_case=found["title_case"],
        shouted=found["shouted"],
        fewest=found["fewest"],
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a report's body writes its words within sentences: how often small, and how often in which other form."""

    small: Counter[str]
    forms: dict[str, Counter[str]]

    def form(self, word: str) -> str | None:
        """The word as the body writes it, or None where it does not."""
        key = word.casefold()
        others = self.forms.get(key)
        if others and others.total() >= self.small[key]:
            return others.most_common(1)[0][0]
        return word.lower() if self.small[key] else None


def evidence(texts: Iterable[str]) -> Evidence:
    """How the words of running text are written; words that begin a sentence tell nothing unless they are small."""
    small: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for found in WORD.finditer(text):
            word = stem(found.group())
            if word.islower():
                small[word.casefold()] += 1
            elif not SENTENCE_START.search(text, max(0, found.start() - LOOK_BACK), found.start()):
                forms.setdefault(word.casefold(), Counter())[word] += 1
    return Evidence(small, forms)


def stem(word: str) -> str:
    """A word without its possessive ending and a full stop that is not its own."""
    word = word[:-1] if word.endswith(".") and "." not in word[:-1] else word
    return POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def is_shouted(line: str) -> bool:
    """Whether a line is set in capitals."""
    known = casing_data()
    letters = [c for c in line if c.isalpha()]
    return len(line.split()) >= known.fewest and sum(map(str.isupper, letters)) >= known.shouted * len(letters) > 0


def is_title_case(line: str) -> bool:
    """Whether a line has capitals where running text has none."""
    known = casing_data()
    words = WORD.findall(line)
    longer = [w for w in words[1:] if len(w) >= 4]
    if len(words) < known.fewest or not longer:
        return False
    capital = sum(w[0].isupper() for w in longer)
    return capital >= known.title_case * len(longer) and any(is_small(w) for w in words[1:] if w[0].isupper())


def is_small(word: str) -> bool:
    """Whether running text writes a word small, as far as the list tells."""
    known = casing_data()
    low = word.lower()
    if low in known.small or (len(low) >= 7 and low.endswith(known.suffixes)):
        return True
    return any(low.endswith(end) and low[: len(low) - len(end)] + put in known.small for end, put in known.endings)


def is_set_apart(line: str) -> bool:
    """Whether a line is written as headlines are: in capitals, or with capitals where running text has none."""
    return is_shouted(line) or is_title_case(line)


def running(line: str, body: Evidence) -> str:
    """A headline as running text would write it, of the same length."""
    if not is_set_apart(line):
        return line
    shouted = is_shouted(line)
    found = list(WORD.finditer(line))
    made = list(line)
    for i, match in enumerate(found):
        word = named(found, i) or written_word(match.group(), begins(line, match), shouted, body)
        if len(word) == match.end() - match.start():
            made[match.start() : match.end()] = word
    for name in casing_data().names.finditer(line):
        made[name.start() : name.end()] = casing_data().name_words[name.group().casefold()]
    return "".join(made)


def begins(line: str, match: re.Match[str]) -> bool:
    """Whether a word begins a sentence."""
    return match.start() == 0 or bool(SENTENCE_START.search(line, max(0, match.start() - LOOK_BACK), match.start()))


def named(found: Sequence[re.Match[str]], i: int) -> str | None:
    """A word with its capital where it is part of the name beside it: "New Zealand", "Solomon Islands"."""
    known = casing_data()
    word = found[i].group()
    after = found[i + 1] if i + 1 < len(found) else None
    before = found[i - 1] if i else None
    if word.casefold() in known.before_names and after and after.start() == found[i].end() + 1 and is_name(after.group()):
        return capitalized(word)
    if word.casefold() in known.after_names and before and before.end() + 1 == found[i].start() and is_name(before.group()):
        return capitalized(word)
    return None


def is_name(word: str) -> bool:
    """Whether a word of a headline looks like a name: with a capital, no possessive, and not in the list."""
    return word[0].isupper() and stem(word) == word and not is_small(word)


def written_word(word: str, starts: bool, shouted: bool, body: Evidence) -> str:
    """One word of a headline as running text would write it."""
    known = casing_data()
    core = stem(word)
    rest = word[len(core) :]
    told = body.form(core)
    if told is None and core in known.capitals and not (shouted and core in known.words_in_capitals):
        return word
    if told is None and "-" in core and core.lower() not in known.small:
        told = "-".join(written_word(part, False, shouted, body) for part in core.split("-"))
    if told is None:
        told = core.lower() if is_small(core) else (capitalized(core) if shouted else core)
    return (told[:1].upper() + told[1:] if starts and told.islower() else told) + (rest.lower() if shouted else rest)


def capitalized(word: str) -> str:
    """A word of a line in capitals as a name; "O'BRIEN" is O'Brien."""
    return re.sub(r"(^|['’-])(\w)", lambda m: m[1] + m[2].upper(), word.lower())
