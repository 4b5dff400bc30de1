"""The lead before the first sentence: place, date, agency (``KYIV, July 13 (Reuters) - ``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.read.phrases import data, plain

LONGEST_DATE = 60
"""A line with nothing but a date and a time has at most so many characters."""


class Dateline(NamedTuple):
    """The parts of a lead, as they stand; ``end`` is where it stops, counted from the line's start."""

    end: int
    place: str | None
    date: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Leads:
    """What the data file says of leads, ready to use."""

    lead: re.Pattern[str]
    places: frozenset[str]
    agencies: frozenset[str]
    small: frozenset[str]
    longest: int


WORD = r"(?:(?!NAMES)[A-ZÀ-ÖØ-ÞĀ-ž][\w'’.]{0,24})"
PLACE = rf"{WORD}(?:[ \-/](?:(?:SMALL)[ \-])?{WORD}){{0,4}}"


@cache
def leads() -> Leads:
    """The patterns and lists of ``data/datelines.toml``."""
    found = data("datelines.toml")
    months = "|".join(sorted(found["months"], key=len, reverse=True))
    days = "|".join(sorted(found["weekdays"], key=len, reverse=True))
    dashes = "|".join(re.escape(d) for d in sorted(found["dashes"], key=len, reverse=True))
    place = PLACE.replace("SMALL", "|".join(found["small"])).replace("NAMES", rf"(?i:{months}|{days})\b")
    month_day = rf"(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    day_month = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:{months})\.?(?:,? \d{{4}})?"
    date = rf"(?:(?:{days})\.?,? )?(?:{month_day}|{day_month})"
    bare = "|".join(re.escape(name) for name in sorted(found["agencies"], key=len, reverse=True))
    lead = re.compile(
        rf"(?P<open>\()?(?P<place>{place}(?:, ?{place}){{0,2}})?(?P<shut>\))?"
        rf"(?:[,.]? ?\(?(?P<date>(?i:{date}))\)?)?"
        rf"(?:[,.]? ?(?:\((?P<agency>[^()\n]{{2,60}})\)|/(?P<slashed>[^/\n]{{2,40}})/|(?P<bare>(?i:{bare}))(?!\w)))?"
        rf"(?P<stop>[.,]?) ?(?P<dash>{dashes}|:)?\s?",
    )
    return Leads(
        lead,
        frozenset(map(str.casefold, found["places"])),
        frozenset(map(str.casefold, found["agencies"])),
        frozenset(found["small"]),
        found["longest"],
    )


def dateline(line: str) -> Dateline | None:
    """The lead that opens a line, or None."""
    known = leads()
    found = known.lead.match(line[: known.longest])
    if found is None or not found.end():
        return None
    agency = found["agency"] or found["slashed"] or found["bare"]
    place = found["place"] or None
    if place and place.count(".") == 1:
        place = place.rstrip(".")  # "MOSCOW. July 13", but "WASHINGTON, D.C."
    if agency is None and place:
        place, agency = apart(place, bool(found["open"]))
    if not plausible(found, place, agency, line):
        return None
    return Dateline(len(found.group().rstrip()), place, found["date"], agency)


def apart(place: str, bracketed: bool) -> tuple[str | None, str | None]:
    """Place and agency where no brackets part them: "(CNN) -- …", "Moscow, SANA- …", "ASTANA. KAZINFORM - …"."""
    first, _, last = place.replace(". ", ", ").rpartition(", ")
    if first and is_agency(last):
        return first, last
    if is_agency(place) and (bracketed or not is_place(place)):
        return None, place
    return place, None


def plausible(found: re.Match[str], place: str | None, agency: str | None, line: str) -> bool:
    """Whether what looks like a lead is one: "Olga - who gave no surname - said" and "PENCE: We know" are not."""
    signed = bool(agency and is_agency(agency)) or bool(found["slashed"])
    if bool(found["open"]) != bool(found["shut"]):
        return False
    if signed and (found["agency"] or found["slashed"] or found["open"]):
        return bool(found["dash"] or found["slashed"]) or goes_on(line[found.end() :], loose=True)
    if found["bare"]:  # "YEREVAN, March 4, ARMENPRESS. The envoy", "RIGA, March 5, BNS - The envoy"
        return bool(place and found["date"] and (found["dash"] or found["stop"])) and goes_on(line[found.end() :], loose=True)
    if not found["dash"] or not goes_on(line[found.end() :], spaced(found)):
        return False
    if found["dash"] == ":":
        return bool(found["date"]) or is_place(place)
    return signed or (bool(place) and bool(found["date"] or is_place(place) or shouted(place)))


def goes_on(rest: str, loose: bool) -> bool:
    """Whether a sentence begins after the lead, or nothing stands there."""
    first = rest.lstrip()[:1]
    return not first or (loose and (first.isupper() or first.isdigit() or first in "\"“‘'`«„([$€£"))


def spaced(found: re.Match[str]) -> bool:
    """Whether the dash stands apart from one of the words beside it; "Franco-German" is no lead."""
    return found["dash"] not in {"-", "–", "—"} or found.group()[-1:].isspace() or found.group()[found.start("dash") - 1].isspace()


def is_agency(words: str) -> bool:
    """Whether the words in brackets are an agency's, or several agencies'."""
    known = leads().agencies
    return any(part.strip().casefold() in known for part in (words, *re.split(r"[/,;&]| and ", words)))


def is_place(words: str | None) -> bool:
    """Whether wire style lets this place open a lead alone, or with its country."""
    return bool(words) and (words or "").split(",")[0].strip().casefold() in leads().places


def shouted(words: str | None) -> bool:
    """Whether a place is written in capitals."""
    first = (words or "").split(",")[0]
    return sum(map(str.isalpha, first)) > 2 and not any(map(str.islower, first.replace("Mc", "")))


def place_name(words: str) -> str:
    """A place's name without the capitals of wire style: "DAR ES SALAAM, Tanzania" → "Dar es Salaam, Tanzania"."""
    return ", ".join(tidied(part.strip()) for part in words.split(","))


def tidied(part: str) -> str:
    """One part of a place's name with its usual capitals."""
    if not shouted(part):
        return part
    known = leads()
    if part.casefold() in known.places:
        part = next(p for p in data("datelines.toml")["places"] if p.casefold() == part.casefold())
        return str(part)
    words = [w if i and w in known.small else capitalized(w) for i, w in enumerate(part.lower().split(" "))]
    return " ".join(words)


def capitalized(word: str) -> str:
    """A word with a capital at its start and after each hyphen or slash; abbreviations keep theirs ("D.C.")."""
    if "." in word[:-1]:
        return word.upper()
    return re.sub(r"(?:^|(?<=[-/]))\w", lambda found: found.group().upper(), word)


@cache
def date_words() -> frozenset[str]:
    """The words that a line with nothing but a date and a time may hold."""
    found = data("datelines.toml")
    return frozenset(map(str.casefold, found["months"] + found["weekdays"] + found["clock"]))


def is_date(line: str) -> bool:
    """Whether a line holds a date and nothing else: "Wednesday, 13 July 2022", "2022-07-13 10:04 GMT"."""
    if len(line) > LONGEST_DATE:
        return False
    words = re.findall(r"[^\W\d_]+|\d+", plain(line))
    numbers = [w for w in words if w.isdigit()]
    dated = any(len(n) == 4 for n in numbers) or any(w in date_words() and len(w) > 2 for w in words)
    return bool(numbers) and dated and all(w in date_words() or (w.isdigit() and len(w) <= 4) for w in words)
