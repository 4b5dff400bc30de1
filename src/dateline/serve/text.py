"""Words for people: hostile text made visible, dates as they are said, lists joined."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Control, surrogate and format characters can move the cursor, recolour the screen or turn the line round
# ("\u202e" makes "exe.txt" read "txt.exe"); joiners are left alone, since Persian and emoji need them.
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
HARMLESS = {"\n", "\u200c", "\u200d", "\u00ad"}

DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def visible(text: str) -> str:
    """The text with every character that a terminal would act upon shown as a sign instead; line ends are kept."""
    if text.isprintable():
        return text
    return "".join(map(sign, text.replace("\r\n", "\n").replace("\t", " ")))


def sign(character: str) -> str:
    """The character itself, or what stands for it where it is hidden."""
    if character in HARMLESS or unicodedata.category(character) not in HIDDEN:
        return character
    if ord(character) < 0x20:
        return chr(0x2400 + ord(character))
    return f"⟨U+{ord(character):04X}⟩"


def one_line(text: str) -> str:
    """The text on one line, visible, its white space drawn together."""
    return visible(" ".join(text.split()))


def shortened(text: str, width: int) -> str:
    """The text on one line, cut at a word's end with an ellipsis where it is longer than the width."""
    line = one_line(text)
    if len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"


def joined(names: Sequence[str], last: str = "and") -> str:
    """Names as they are read out: "Russia, Syria and North Korea"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def counted(n: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 report", "2 reports"."""
    return f"{n} {noun if n == 1 else plural or noun + 's'}"


def day_words(value: str | None) -> str:
    """An EDTF or TIMEX3 value as it is said: "13 Jul 2022", "before 14 Jul 2022", "about 2014"; other values as they are."""
    if value is None:
        return "open"
    if "/" in value:
        return interval_words(*value.split("/", 1))
    if value.endswith(("~", "?", "%")):
        return f"about {day_words(value[:-1])}"
    match = DAY.match(value)
    if match is None or not 1 <= int(match[2]) <= 12:
        return visible(value)
    year, month, day = match.groups()
    words = f"{MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {words}" if day else words


def interval_words(first: str, last: str) -> str:
    """An EDTF interval as it is said; ``..`` and nothing are open ends."""
    if first in {"", ".."} and last in {"", ".."}:
        return "open"
    if first in {"", ".."}:
        return f"by {day_words(last)}"
    if last in {"", ".."}:
        return f"from {day_words(first)}"
    return f"{day_words(first)} to {day_words(last)}"


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """The items once each, in the order of their first coming."""
    return tuple(dict.fromkeys(items))
