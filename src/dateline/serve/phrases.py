"""Acts in words: "North Korea recognized Donetsk People's Republic"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from dateline import knowledge
from dateline.model import Entry, Event, EventMention, Participant, Polarity, Ruling, RulingKind, Status
from dateline.serve.text import day_words, joined, one_line, unique

OPEN = "(not told)"
ACT = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
"""An act by its id, within other words."""


@cache
def phrases() -> Mapping[str, Mapping[str, str]]:
    """The phrases of every act, from ``phrases.toml`` beside this module."""
    return knowledge.tables(__package__, "phrases.toml")


def statement(event: Event | EventMention) -> str:
    """What an event says, in one plain English line."""
    actors, recipients = parties(event.actors), parties(event.recipients)
    alone = None if recipients else phrases().get(f"{event.act} alone")
    forms = alone or phrases().get(f"{event.act} {event.mode}") or phrases().get(event.act, {})
    parts = [
        joined(actors) or OPEN,
        verb(event.act, event.status, forms),
        forms.get("to", "") if recipients else "",
        joined(recipients),
        forms.get("after", "") if recipients else "",
    ]
    return " ".join(part for part in parts if part)


class Told(NamedTuple):
    """What an entry says in words between two parties, by id: who does it, "severed relations with", to whom."""

    doer: str
    words: str
    other: str


def told(entry: Entry) -> Told:
    """What an entry says is done; what the host of a mission does is told as the host's."""
    by_host = phrases().get(f"{entry.act} {entry.mode}")
    forms = by_host or phrases().get(entry.act, {})
    denied = entry.polarity is Polarity.NEGATIVE and entry.status not in {Status.PLANNED, Status.HYPOTHETICAL}
    said = verb(entry.act, Status.NEGATED if denied else entry.status, forms)
    words = f"{said} {forms.get('to', '')}".rstrip()
    return Told(entry.recipient, words, entry.actor) if by_host else Told(entry.actor, words, entry.recipient)


def act_words(act: str) -> str:
    """An act by itself, as a heading may say it: "severed relations"; what is no act of ours stays as it is."""
    return phrases().get(act, {}).get("past", act)


def withdrawal(ruling: Ruling) -> str:
    """How an entry came to count no more: "taken back on 14 Jul 2022 by Post", "judged wrong by ana: a slip"."""
    did = "taken back" if ruling.kind is RulingKind.RETRACT else "judged wrong"
    when = f" on {day_words(ruling.known)}" if ruling.known else ""
    who = f" by {one_line(ruling.by)}" if ruling.by else ""
    return f"{did}{when}{who}{f': {one_line(ruling.reason)}' if ruling.reason else ''}"


def value_words(value: str, kind: str) -> str:
    """One of the values on which reports differ, in words: a date as it is said, an act as its phrase, words in quotation marks."""
    if kind == "date":
        return day_words(value)
    if kind == "wording":
        return f"“{one_line(value)}”"
    if kind == "account":
        return ACT.sub(lambda act: act_words(act[0]), one_line(value))
    return act_words(value) if kind in {"severity", "status"} else one_line(value)


def verb(act: str, status: Status, forms: Mapping[str, str]) -> str:
    """The act's verb in the form that a status asks for."""
    base = forms.get("base", act.replace("_", " "))
    match status:
        case Status.HAPPENED:
            return forms.get("past", base)
        case Status.ONGOING:
            return forms.get("ing", base)
        case Status.NEGATED:
            return f"did not {base}"
        case Status.PLANNED | Status.HYPOTHETICAL:
            return f"to {base}"


def parties(participants: tuple[Participant, ...]) -> tuple[str, ...]:
    """The names of the parties, each once; a person through whom a party acts in brackets."""
    return unique(
        one_line(f"{p.actor.name} ({p.person})" if p.person and p.person != p.actor.name else p.actor.name) for p in participants
    )
