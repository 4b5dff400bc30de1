"""One quotation in two renderings: the words that differ, with who gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.merge.disagreements import Given, disagreement
from dateline.merge.quotes import Quoted, QuoteRow, best, pieces, row, words_of
from dateline.merge.words import content_words
from dateline.model import Attribution, Disagreement, Form, Member, Span

Heard = tuple[str, Quoted, str]
"""A report, a quotation in it, and the text to which the quotation's offsets belong."""


def of_event(members: Sequence[Member]) -> tuple[Disagreement, ...]:
    """The wordings of the quotations in which an event is asserted, where reports render one quotation differently."""
    heard = sorted({(h[1].words, h[0]): h for m in members for h in quotations_of(m)}.values(), key=lambda h: (h[0], h[1].span))
    found = [each for i, a in enumerate(heard) for b in heard[i + 1 :] if a[0] != b[0] for each in between(a, b)]
    return tuple(joined(found))


def quotations_of(member: Member) -> Iterator[Heard]:
    """The direct quotations of a mention's speakers, as far as its sentence holds them."""
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


def between(a: Heard, b: Heard) -> Iterable[Disagreement]:
    """The differences between two quotations of two reports."""
    pairs = [(piece, a[1], b[1]) for piece in pieces(a[1], b[1])]
    return (each for piece, x, y in best(pairs) for each in of_row(row(piece, x, y, a[2], b[2]), a[0], b[0]))


def of_row(aligned: QuoteRow, a: str, b: str) -> Iterator[Disagreement]:
    """The differences of one aligned piece; "the" against nothing is no other wording."""
    own = (aligned.speaker,) if aligned.speaker else ()
    others = (aligned.other_speaker or aligned.speaker,)
    for left, right in aligned.differences:
        given: list[Given] = [(left, (a, own)), (right, (b, tuple(name for name in others if name)))]
        if content_words(f"{left} {right}") and (found := disagreement("wording", given)):
            yield found


def joined(found: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """The disagreements with those put together that hold the same words, found between several reports."""
    by_words: dict[tuple[str, ...], list[Given]] = {}
    for each in found:
        key = tuple(value.value for value in each.values)
        by_words.setdefault(key, []).extend((v.value, (report, v.speakers)) for v in each.values for report in v.reports)
    for key in sorted(by_words):
        if whole := disagreement("wording", by_words[key]):
            yield whole
