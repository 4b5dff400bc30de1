"""Page furniture told by its phrases: headings of link lists, credits, small print."""

from __future__ import annotations

from enum import Enum

from dateline.read.casing import is_small
from dateline.read.datelines import is_agency, is_date
from dateline.read.lines import CLOSERS
from dateline.read.phrases import bare, phrases, plain

QUOTES = "\"“«„'‘`"


class Furniture(Enum):
    """What a line is, if it is no part of the report."""

    NONE = "none"
    HEADING = "heading"  # of a list of links
    LINK = "link"  # a heading with its link on the same line
    CREDIT = "credit"
    BYLINE = "byline"
    PRINT = "print"


def furniture(line: str, at_edge: bool) -> Furniture:
    """What a line is; credits and bylines count ``at_edge`` alone, at a report's head or tail."""
    known = phrases()
    if len(line) > known.longest_credit:
        return Furniture.NONE
    smooth, core = plain(line), bare(line)
    if core in known.headings:
        return Furniture.HEADING
    if core in known.whole:
        return Furniture.PRINT
    if is_link(line, smooth):
        return Furniture.LINK
    if at_edge and is_credit(line, smooth):
        return Furniture.CREDIT
    if at_edge and is_byline(line):
        return Furniture.BYLINE
    return Furniture.PRINT if is_print(line, smooth) else Furniture.NONE


def has_stop(line: str) -> bool:
    """Whether a line ends as a sentence does and a headline does not: with a full stop, inside closing marks or before them.

    A question ends a line of speech ("Who will help us?"), but a headline too: it counts between quotation marks alone.
    """
    core = line.rstrip().rstrip(CLOSERS)
    if core.endswith(("?", "!")):
        return line[:1] in QUOTES and core != line.rstrip()
    return core.endswith(".") and not core.endswith("..")


def is_link(line: str, smooth: str) -> bool:
    """Whether a line is a heading with its link: "READ MORE: Two envoys leave"."""
    known = phrases()
    if len(line) > known.longest_link or has_stop(line):
        return False
    parts = (smooth.partition(mark) for mark in (":", "|", "»", ">"))
    return any(mark and bare(heading) in known.headings | known.inline for heading, mark, _ in parts)


def is_credit(line: str, smooth: str) -> bool:
    """Whether a line says who wrote, edited or supplied the report."""
    known = phrases()
    inner = smooth.lstrip("([*-–—_ ")
    if any(phrase in smooth for phrase in known.credit_holds):
        return True
    if inner.startswith(known.credit_starts):
        return not has_stop(line) or line.startswith("(") or ";" in line or len(line) < known.longest_byline
    return is_agency(line.strip("()[]-–—_*/. ")) and len(line.split()) <= 4


def is_byline(line: str) -> bool:
    """Whether a line names its author: "By Jane Doe", "By JANE DOE and John Roe, Example Wire"."""
    known = phrases()
    words = line.split()
    if len(line) > known.longest_byline or len(words) < 2 or words[0].casefold() not in known.byline_starts:
        return False
    return words[1][:1].isupper() and not has_stop(line) and mostly_names(words[1:])


def mostly_names(words: list[str]) -> bool:
    """Whether at least two thirds of the words are names; "By Recognizing Abkhazia, Nauru Joins Three" is a headline."""
    return sum(w[:1].isupper() and not is_small(w.strip(",.;")) for w in words) * 3 >= len(words) * 2


def is_print(line: str, smooth: str) -> bool:
    """Whether a line is small print: copyright, an invitation, a time stamp, a bare link."""
    known = phrases()
    if len(line) > known.longest_print:
        return False
    if smooth.startswith(known.copyright) or any(phrase in smooth for phrase in known.holds):
        return True
    if smooth.startswith(known.starts):
        return not has_stop(line) or len(line) <= known.longest_invitation
    stamp = next((s for s in known.stamps if smooth.startswith(s)), None)
    return stamp is not None and is_date(smooth[len(stamp) :])
