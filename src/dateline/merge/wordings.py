"""One quotation in two renderings, or in two mouths: the words that differ, or the speakers, with who gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.merge.disagreements import Given, Voice, disagreement
from dateline.merge.quotes import Quoted, QuoteRow, best, pieces, row, words_of
from dateline.merge.speakers import may_be_one
from dateline.merge.utterances import candidates
from dateline.merge.words import content_words
from dateline.model import Actor, Attribution, Disagreement, Form, Member, Span

Rendering = tuple[str, Quoted, str]
"""A quotation as one report gives it: the report, the quotation, and the text to which its offsets belong."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A quotation as reports give it word for word: one of them, the text to which its offsets belong, and all who give it so."""

    quote: Quoted
    text: str
    voices: tuple[tuple[str, Actor | None], ...]  # report and speaker

    @property
    def reports(self) -> frozenset[str]:
        """The reports that give it."""
        return frozenset(report for report, _ in self.voices)


def of_event(members: Sequence[Member]) -> tuple[Disagreement, ...]:
    """The wordings, and the speakers, of the quotations in which an event is asserted, where reports have them differently."""
    return of_quotations(given for member in members for given in quotations_of(member))


def of_quotations(given: Iterable[Rendering]) -> tuple[Disagreement, ...]:
    """The same of any quotations, each with its report and the text to which its offsets belong."""
    heard = distinct(given)
    pairs = [(heard[i], heard[j]) for i, j in candidates([h.quote for h in heard])]
    apart = [(a, b) for a, b in pairs if len(a.reports | b.reports) > 1]
    rows = [(aligned, a, b) for a, b in apart for aligned in between(a, b)]
    found = [each for aligned, a, b in rows for each in of_row(aligned, voices(a), voices(b))]
    alone = (mouths(h.voices) for h in heard)
    together = (mouths((*a.voices, *b.voices)) for _, a, b in rows)
    return (*joined("wording", found), *joined("speaker", (each for each in (*alone, *together) if each)))


def distinct(given: Iterable[Rendering]) -> list[Heard]:
    """The quotations, each wording once."""
    found: dict[tuple[str, ...], list[Rendering]] = {}
    for report, quote, text in given:
        found.setdefault(tuple(word.text for word in quote.words), []).append((report, quote, text))
    return [heard_of(found[words]) for words in sorted(found) if words]


def heard_of(same: Iterable[Rendering]) -> Heard:
    """The quotations with the same words as one."""
    every = sorted(same, key=lambda each: (each[0], each[1].span, each[2], repr(each[1].speaker)))
    voices = dict.fromkeys((report, quote.speaker) for report, quote, _ in every)
    return Heard(every[0][1], every[0][2], tuple(voices))


def quotations_of(member: Member) -> Iterator[Rendering]:
    """The direct quotations of a mention's speakers, as far as its sentence holds them, with its report and that sentence."""
    end = member.start + len(member.quote)
    for attribution in member.attributions:
        if attribution.form is Form.DIRECT and is_asserted(attribution, member):
            for span in attribution.content:
                inside = Span(max(span.start, member.start) - member.start, min(span.end, end) - member.start)
                if inside.start < inside.end:
                    yield member.report.id, Quoted(inside, attribution.speaker, words_of(member.quote, inside)), member.quote


def is_asserted(attribution: Attribution, member: Member) -> bool:
    """Whether the attribution is one of those that tell the mention."""
    return any(a.attribution == attribution.id for a in member.mention.assertions)


def between(a: Heard, b: Heard) -> list[QuoteRow]:
    """Two quotations aligned, piece by piece."""
    pairs = [(piece, a.quote, b.quote) for piece in pieces(a.quote, b.quote)]
    return [row(piece, x, y, a.text, b.text) for piece, x, y in best(pairs)]


def voices(heard: Heard) -> list[Voice]:
    """The reports that give a quotation, with the speakers."""
    return [(report, (speaker.name,) if speaker else ()) for report, speaker in heard.voices]


def of_row(aligned: QuoteRow, left: Sequence[Voice], right: Sequence[Voice]) -> Iterator[Disagreement]:
    """The differences of one aligned piece; "the" against nothing is no other wording."""
    for (mine, yours), told in zip(aligned.differences, aligned.told_apart, strict=True):
        given: list[Given] = [*((told[0], voice) for voice in left), *((told[1], voice) for voice in right)]
        if content_words(f"{mine} {yours}") and (found := disagreement("wording", given)):
            yield found


def mouths(found: Sequence[tuple[str, Actor | None]]) -> Disagreement | None:
    """The speakers to whom two reports give one quotation, where they cannot be one."""
    named = [(report, speaker) for report, speaker in found if speaker]
    apart = [(r, s) for r, s in named if any(r != other and not may_be_one(s, o) for other, o in named)]
    return disagreement("speaker", ((speaker.name, (report, (speaker.name,))) for report, speaker in apart))


def of_two(aligned: QuoteRow, a: str, b: str) -> Iterator[Disagreement]:
    """The differences of a piece that two reports share, in words and in who is said to have spoken it."""
    own = (aligned.speaker,) if aligned.speaker else ()
    other = aligned.other_speaker
    yield from of_row(aligned, [(a, own)], [(b, (other,) if other else own)])
    if aligned.speaker and other and (found := disagreement("speaker", ((aligned.speaker, (a, own)), (other, (b, (other,)))))):
        yield found


def joined(kind: str, found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """The disagreements with those put together that hold the same values, found between several reports."""
    by_values: dict[tuple[str, ...], list[Given]] = {}
    for each in found:
        key = tuple(value.value for value in each.values)
        by_values.setdefault(key, []).extend((v.value, (report, v.speakers)) for v in each.values for report in v.reports)
    for key in sorted(by_values):
        if whole := disagreement(kind, by_values[key]):
            yield whole
