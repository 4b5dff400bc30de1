"""The text form of an entry, one line each, printed and parsed.

    2022-07-13 recognize_state PRK x-donetsk-pr ; voi:103-176 according to Pushilin for x-donetsk-pr
    2024-05-28 recognize_state ESP PSE announced 2024-05-22 planned known 2024-05-22
    2017-10-27 not withdraw_recognition SUR XKX ; table facts.csv#84 according to "Foreign Ministry of Kosovo" for XKX

Before the semicolon stands what is said: the day in EDTF (``undated`` where none is known), ``not`` for what is said not to be
so, act, actor, recipient, and what qualifies them. After it stand the proofs and the voice. ``parse(printed(x)) == x``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from dateline.edtf import is_edtf
from dateline.model import Certainty, DateRole, Entry, EventDate, Evidence, KnownBasis, Polarity, Span, Standing, Status
from dateline.register.entries import entry, plain_standing
from dateline.register.words import Cursor, LineError, bare, phrase, quoted, split

UNDATED = "undated"
BASIS = "stated in the line"
STATUSES = {str(s): s for s in Status if s is not Status.HAPPENED}
CERTAINTIES = {str(c): c for c in Certainty if c is not Certainty.CERTAIN}
ROLES = {str(r): r for r in DateRole}
KNOWN_BASES = {str(k): k for k in KnownBasis if k is not KnownBasis.REPORT}
STANDINGS = {str(s): s for s in Standing}
KEYWORDS = frozenset(
    {"not", "mode", "level", "of", "known", "recorded", "presupposed", "condition", "note", "event", "basis"}
    | {"according", "for", "as", "row", "at", *STATUSES, *CERTAINTIES, *ROLES, *KNOWN_BASES}
)
PLACE = re.compile(r"([^#:]+)(?:#([0-9]{1,9}))?(?::([0-9+-]+))?")
SPANS = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(?:\+[0-9]{1,9}-[0-9]{1,9})*")
PROOF_KINDS = ("report", "table", "line")


def printed(found: Entry, recorded: bool = False) -> str:
    """The entry's line; its recorded time only where asked for."""
    said = " ".join(said_parts(found, recorded))
    proof = ", ".join(map(print_evidence, found.evidence))
    voice = " ".join(voice_parts(found))
    rest = " ".join(part for part in (proof, voice) if part)
    return f"{said} ; {rest}" if rest else said


def said_parts(found: Entry, recorded: bool) -> Iterator[str]:
    """What stands before the semicolon."""
    yield found.valid or UNDATED
    if found.polarity is Polarity.NEGATIVE:
        yield "not"
    yield from (bare(found.act, KEYWORDS), bare(found.actor, KEYWORDS), bare(found.recipient, KEYWORDS))
    for name, value in (("mode", found.mode), ("level", found.level), ("of", found.of_state)):
        if value is not None:
            yield f"{name} {bare(value)}"
    for date in found.dates:
        yield print_date(date)
    yield from qualifiers(found, recorded)


def qualifiers(found: Entry, recorded: bool) -> Iterator[str]:
    """Status, certainty, known day, condition, event and note."""
    if found.status is not Status.HAPPENED:
        yield str(found.status)
    if found.certainty is not Certainty.CERTAIN:
        yield str(found.certainty)
    if found.presupposed:
        yield "presupposed"
    if found.known is not None:
        yield f"known {bare(found.known)}"
    if found.known_basis is not KnownBasis.REPORT:
        yield str(found.known_basis)
    if recorded and found.recorded is not None:
        yield f"recorded {bare(found.recorded)}"
    for name, value in (("condition", found.condition), ("event", found.event), ("note", found.note)):
        if value:
            yield f"{name} {bare(value, KEYWORDS) if name == 'event' else quoted(value)}"


def print_date(date: EventDate) -> str:
    """A further date of the act: ``announced 2024-05-22``, with its basis where that is not this line."""
    basis = "" if date.basis == BASIS else f" basis {quoted(date.basis)}"
    return f"{date.role} {date.value or UNDATED}{basis}"


def voice_parts(found: Entry) -> Iterator[str]:
    """Who says so, for whom, and how that party stands where it is not plain from the parties."""
    if found.according_to is not None:
        yield f"according to {phrase(found.according_to, KEYWORDS)}"
    if found.principal is not None:
        yield f"for {bare(found.principal)}"
    if found.standing is not plain_standing(found.principal, found.actor, found.recipient):
        yield f"as {found.standing}"


def print_evidence(found: Evidence) -> str:
    """One proof: ``voi:103-176+180-190`` spans of a report, ``table facts.csv#84`` a row, with its words where kept."""
    kind = "" if found.kind == "report" else f"{found.kind} "
    words = f" {quoted(found.text)}" if found.text else ""
    spans = "+".join(f"{s.start}-{s.end}" for s in found.spans)
    if bare(found.ref, KEYWORDS) == found.ref and not re.search(r"[#:]", found.ref) and found.ref not in PROOF_KINDS:
        row = f"#{found.row}" if found.row is not None else ""
        return f"{kind}{found.ref}{row}{f':{spans}' if spans else ''}{words}"
    row = f" row {found.row}" if found.row is not None else ""
    return f"{kind}{quoted(found.ref)}{row}{f' at {spans}' if spans else ''}{words}"


def parse(line: str) -> Entry:
    """The entry of a line; a :class:`LineError` says what is wrong with it."""
    cursor = Cursor(split(line))
    valid = take_date(cursor)
    fields: dict[str, Any] = {"polarity": Polarity.NEGATIVE} if cursor.take("not") else {}
    act, actor, recipient = (cursor.next(f"the {wanted}") for wanted in ("act", "actor", "recipient"))
    dates: list[EventDate] = []
    while cursor.more and not cursor.take(";"):
        take_qualifier(cursor, fields, dates)
    if cursor.more:
        take_proof(cursor, fields)
    return entry(act, actor, recipient, valid, dates=tuple(dates), **fields)


def take_date(cursor: Cursor) -> str | None:
    """A date in EDTF; null for ``undated``."""
    value = cursor.next("the date")
    if value == UNDATED:
        return None
    if not is_edtf(value):
        raise LineError(f"{value!r} is no date (EDTF: 2022-07-13, 2022-07, ../2022-07-13), nor the word {UNDATED}")
    return value


def take_qualifier(cursor: Cursor, fields: dict[str, Any], dates: list[EventDate]) -> None:
    """One suffix of what is said, put where it belongs."""
    name = cursor.next("a word")
    if name in ROLES:
        value = take_date(cursor)
        basis = cursor.next("the basis") if cursor.take("basis") else BASIS
        dates.append(EventDate(ROLES[name], value, basis))
        return
    field, value_of = QUALIFIERS.get(name, (None, None))
    if field is None or value_of is None:
        raise LineError(f"unknown word {name!r}; there are {', '.join(sorted({*QUALIFIERS, *ROLES}))}")
    if field in fields:
        raise LineError(f"{field} is given twice")
    fields[field] = value_of(cursor)


def word(wanted: str) -> Callable[[Cursor], str]:
    """A reader of the next word."""
    return lambda cursor: cursor.next(wanted)


def fixed(value: object) -> Callable[[Cursor], object]:
    """A reader that takes no word: the suffix says it all."""
    return lambda _: value


QUALIFIERS: dict[str, tuple[str, Callable[[Cursor], object]]] = {
    "mode": ("mode", word("the mode")),
    "level": ("level", word("the level")),
    "of": ("of_state", word("the state")),
    "known": ("known", word("the known day")),
    "recorded": ("recorded", word("the recorded time")),
    "presupposed": ("presupposed", fixed(True)),
    "condition": ("condition", word("the condition")),
    "event": ("event", word("the event's id")),
    "note": ("note", word("the note")),
    **{name: ("status", fixed(value)) for name, value in STATUSES.items()},
    **{name: ("certainty", fixed(value)) for name, value in CERTAINTIES.items()},
    **{name: ("known_basis", fixed(value)) for name, value in KNOWN_BASES.items()},
}


def take_proof(cursor: Cursor, fields: dict[str, Any]) -> None:
    """What stands after the semicolon: the proofs, then the voice."""
    proofs: list[Evidence] = []
    while cursor.more and not (cursor.peek("according", "to") or cursor.peek("for") or cursor.peek("as")):
        proofs.append(take_evidence(cursor))
        cursor.take(",")
    fields["evidence"] = tuple(proofs)
    if cursor.take("according", "to"):
        fields["according_to"] = cursor.phrase(KEYWORDS, "the speaker")
    if cursor.take("for"):
        fields["principal"] = cursor.next("the party spoken for")
    if cursor.take("as"):
        fields["standing"] = take_standing(cursor.next("the standing"))
    if cursor.more:
        raise LineError(f"{cursor.words[cursor.at].text!r} is left over")


def take_standing(name: str) -> Standing:
    """A standing by its name."""
    if name not in STANDINGS:
        raise LineError(f"unknown standing {name!r}; there are {', '.join(STANDINGS)}")
    return STANDINGS[name]


def take_evidence(cursor: Cursor) -> Evidence:
    """One proof."""
    kind = "report"
    if any(cursor.peek(name) for name in PROOF_KINDS):
        kind = cursor.next("the kind of proof")
    ref, row, spans = take_place(cursor)
    words = cursor.next("words") if cursor.quoted else ""
    return Evidence(kind, ref, tuple(parse_spans(spans)) if spans else (), int(row) if row else None, words)


def take_place(cursor: Cursor) -> tuple[str, str | None, str | None]:
    """What a proof refers to, with row and spans, in the short form (``facts.csv#84``) or the long one (``"a b" row 84``)."""
    quoted_ref = cursor.quoted
    ref = cursor.next("a proof")
    if quoted_ref:
        row = cursor.next("the row") if cursor.take("row") else None
        spans = cursor.next("the spans") if cursor.take("at") else None
    else:
        match = PLACE.fullmatch(ref)
        ref, row, spans = match.groups() if match else (ref, None, None)
    if (row and not row.isdecimal()) or (spans and not SPANS.fullmatch(spans)):
        raise LineError(f"{row or spans!r} is no row or no list of spans (103-176+180-190)")
    return ref, row, spans


def parse_spans(text: str) -> Iterator[Span]:
    """The spans of ``103-176+180-190``."""
    for part in text.split("+"):
        start, end = map(int, part.split("-"))
        yield Span(start, end)
