"""A text in layers: cut where anything begins or ends, each piece with all that lies over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import CodedReport, Member, SectionKind, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that lies over a stretch of a text: of which kind, what it says, and under which name it can be pointed at."""

    span: Span
    kind: str
    told: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text with the kinds of the marks over it, what they say, and the anchors of those that begin in it."""

    text: str
    kinds: tuple[str, ...] = ()
    told: str = ""
    anchors: tuple[str, ...] = ()


def pieces(text: str, marks: Iterable[Mark], first: int = 0) -> Iterator[Piece]:
    """The pieces of a text that begins at an offset of its report; marks that reach beyond it are cut."""
    whole = Span(first, first + len(text))
    inside = sorted((m for m in marks if m.span.overlaps(whole) and m.span.start < m.span.end), key=lambda m: (m.span, m.kind))
    cuts = sorted({whole.start, whole.end} | {at for m in inside for at in m.span if whole.start < at < whole.end})
    open_: list[Mark] = []
    waiting = iter([*inside, None])
    coming = next(waiting)
    for start, end in pairwise(cuts):
        open_ = [m for m in open_ if m.span.end > start]
        begun: list[Mark] = []
        while coming and coming.span.start <= start:
            begun.append(coming)
            coming = next(waiting)
        open_ += begun
        kinds = tuple(dict.fromkeys(m.kind for m in open_))
        told = " · ".join(dict.fromkeys(m.told for m in open_ if m.told))
        yield Piece(text[start - first : end - first], kinds, told, tuple(dict.fromkeys(m.anchor for m in begun if m.anchor)))


def evidence(member: Member) -> list[Piece]:
    """The sentence of a mention with its evidence marked."""
    return list(pieces(member.quote, (Mark(span, "evidence") for span in member.mention.evidence), member.start))


def report_marks(coded: CodedReport) -> Iterator[Mark]:
    """Everything that lies over a report's text."""
    for section in coded.sections:
        if section.kind is not SectionKind.BODY:
            yield Mark(section.span, section.kind.value)
    for event in coded.events:
        yield Mark(event.predicate, "predicate", anchor=f"event-{event.id}")
        yield from (Mark(span, "evidence", anchor=f"at-{span.start}") for span in event.evidence)
    for said in coded.attributions:
        for kind, spans in (("said", said.content), ("cue", said.cue), ("source", said.source)):
            yield from (Mark(span, kind, anchor=f"said-{said.id}" if kind == "said" else "") for span in spans)
    yield from (Mark(m.span, "actor", " and ".join(f"{a.name} ({a.id})" for a in m.actors)) for m in coded.actors)
    yield from (Mark(m.span, "place", m.place.name) for m in coded.places)
    yield from (Mark(m.span, "time", f"{m.value or 'open'}: {m.basis or m.symbolic}") for m in coded.times)
    yield from (Mark(span, "claim", anchor=f"claim-{claim.id}") for claim in coded.claims for span in claim.content)


def differing(text: str, words: Iterable[str]) -> list[Piece]:
    """The text with these words marked, each where it first comes after the one before."""
    marks, at = [], 0
    for each in words:
        found = text.find(each, at) if each else -1
        if found >= 0:
            at = found + len(each)
            marks.append(Mark(Span(found, at), "differs"))
    return list(pieces(text, marks))
