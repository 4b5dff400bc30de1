"""Quotations of two reports aligned: the same words, shortened, or another translation, with the words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from dateline.merge.speakers import may_be_one
from dateline.merge.words import rendered, stop_words
from dateline.model import Actor, CodedReport, SectionKind, Span
from dateline.read.lines import paragraphs_of
from dateline.read.quotations import quotations

WORD = re.compile(r"\w+(?:['’]\w+)*")
STOP = re.compile(r"[.!?…\"“”„«»]|''|``")
"""Between two words: the second begins a sentence, or a quotation that the same words of saying give."""

LONGEST = 400
"""Words of a quotation that are looked at: more are a document, not a quotation."""
GAP = 12
"""Words that may stand between two matching stretches of one piece."""
SOLID = 3
"""Words with content that a piece must share, unless it is the whole of a short quotation."""
WHOLE_WORDS, NEARLY = 6, 0.8
"""A piece with fewer shares this many words, and this part of its longer side: "a great day for our people", "a big day …"."""
LIKE = 0.5
"""The least share of the shorter side's words that must match."""
TURNED = 0.6
"""The share of both sides' words with content that two sentences of one speaker must have in common to be one in another order:
"Peace cannot be built on ruins", "You cannot build peace on ruins".
"""
FOREIGN = 0.8
"""The same, where the two outlets give the words to different speakers: then nothing but the words speaks for it."""


class Word(NamedTuple):
    """A word of a quotation: in small letters, as aligned (one stem for all words that translators put for each other), and where
    it stands. ``opens`` says that a sentence begins with it.
    """

    text: str
    stem: str
    start: int
    end: int
    opens: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its speaker, as far as told."""

    span: Span
    speaker: Actor | None
    words: tuple[Word, ...]


class Piece(NamedTuple):
    """Aligned stretches of two quotations: their word ranges ``[a, a_end)`` and ``[b, b_end)``, and how many words match."""

    a: int
    a_end: int
    b: int
    b_end: int
    matched: int


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One aligned piece. ``differences`` holds the words of the first and of the second report, side by side; ``other_speaker``
    is set where the second report gives the words to somebody else. ``told_apart`` are the differences as they are told: a word of
    both stands beside words that only one has ("countries", "countries soon").
    """

    speaker: str | None
    a: Span
    b: Span
    same: bool
    differences: tuple[tuple[str, str], ...]
    other_speaker: str | None = None
    told_apart: tuple[tuple[str, str], ...] = ()


def align_quotes(a: CodedReport, b: CodedReport) -> tuple[QuoteRow, ...]:
    """The quotations of two reports, piece by piece, in the order of the first one. Where one report runs together what the
    other splits, each piece is a row; kinds of quotation mark, case and punctuation make no difference.
    """
    left, right = quoted(a), quoted(b)
    pairs = [(p, x, y) for x in left for y in right for p in pieces(x, y)]
    rows = [row(piece, x, y, a.report.text, b.report.text) for piece, x, y in best(pairs)]
    return tuple(sorted(rows, key=lambda r: (r.a, r.b)))


# --------------------------------------------------------------------------- quotations


def quoted(coded: CodedReport) -> tuple[Quoted, ...]:
    """The outermost quotations of a report, those in boilerplate left out."""
    text = coded.report.text
    skipped = [s.span for s in coded.sections if s.kind is SectionKind.BOILERPLATE]
    found = (q.inner for q in quotations(text, paragraphs_of(text)) if q.depth == 0)
    inner = (span for span in found if not any(s.covers(span) for s in skipped))
    return tuple(Quoted(span, speaker(span, coded), words_of(text, span)) for span in inner)


def speaker(span: Span, coded: CodedReport) -> Actor | None:
    """Who is said to have spoken the words: the speaker of the narrowest content that holds them."""
    holding = [(c.end - c.start, a.id, a.speaker) for a in coded.attributions for c in a.content if a.speaker and shares(c, span)]
    return min(holding, key=lambda h: h[:2], default=(0, "", None))[2]


def shares(content: Span, span: Span) -> bool:
    """Whether most of the span lies in the content; a comma or a mark at its edge may not."""
    return 2 * (min(content.end, span.end) - max(content.start, span.start)) > span.end - span.start


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a quotation, as far as they are looked at."""
    found: list[Word] = []
    last = span.start
    for match in WORD.finditer(text, span.start, span.end):
        plain = match.group().casefold().replace("’", "'")
        opens = not found or STOP.search(text, last, match.start()) is not None
        found.append(Word(plain, rendered(plain), match.start(), match.end(), opens))
        last = match.end()
        if len(found) == LONGEST:
            break
    return tuple(found)


# --------------------------------------------------------------------------- pieces


def pieces(a: Quoted, b: Quoted) -> Iterator[Piece]:
    """The stretches in which two quotations say the same."""
    if not (content(a.words) & content(b.words)):
        return
    least = LIKE if may_be_one(a.speaker, b.speaker) else FOREIGN
    matcher = SequenceMatcher(None, [w.stem for w in a.words], [w.stem for w in b.words], autojunk=False)
    blocks = [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
    for run in runs(blocks):
        piece = grown(trimmed(run, a.words), a.words, b.words)
        if is_piece(piece, a.words, b.words, least):
            yield piece
    if a.speaker and b.speaker and least == LIKE:
        yield from turned(a.words, b.words)


def turned(a: Sequence[Word], b: Sequence[Word]) -> Iterator[Piece]:
    """The sentences of one speaker that say the same in another order."""
    for i, j in sentences(a):
        for k, m in sentences(b):
            mine, yours = content(a[i:j]), content(b[k:m])
            shared = len(mine & yours)
            if shared >= SOLID and shared >= TURNED * max(len(mine), len(yours)):
                yield Piece(i, j, k, m, shared)


def sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The ranges of words of each sentence; none of a quotation without any word ("?!")."""
    starts = [i for i, word in enumerate(words) if word.opens]
    return pairwise([*starts, len(words)])


def content(words: Iterable[Word]) -> set[str]:
    """The stems of the words that say something."""
    return {w.stem for w in words if w.text not in stop_words()}


def runs(blocks: Iterable[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """Matching stretches put together while little stands between them."""
    run: list[tuple[int, int, int]] = []
    for block in blocks:
        if run and max(block[0] - run[-1][0] - run[-1][2], block[1] - run[-1][1] - run[-1][2]) > GAP:
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def trimmed(run: Sequence[tuple[int, int, int]], words: Sequence[Word]) -> Piece:
    """A run without the stretches at its edges that share only words that say nothing."""
    solid = [k for k, (i, _, size) in enumerate(run) if any(w.text not in stop_words() for w in words[i : i + size])]
    kept = run[solid[0] : solid[-1] + 1] if solid else list(run)[:1]
    (a, b, _), (c, d, size) = kept[0], kept[-1]
    return Piece(a, c + size, b, d + size, sum(n for _, _, n in kept))


def grown(piece: Piece, a: Sequence[Word], b: Sequence[Word]) -> Piece:
    """A piece with what both sides have left of their sentences before and after it: there they differ. Where only one side
    goes on, the other has been cut short, which is no difference in wording.
    """
    before = (left_over(a, piece.a, -1), left_over(b, piece.b, -1))
    after = (left_over(a, piece.a_end, 1), left_over(b, piece.b_end, 1))
    if all(before):
        piece = piece._replace(a=piece.a - before[0], b=piece.b - before[1])
    if all(after):
        piece = piece._replace(a_end=piece.a_end + after[0], b_end=piece.b_end + after[1])
    return piece


def left_over(words: Sequence[Word], at: int, step: int) -> int:
    """How many words of a sentence stand before (``step`` -1) or from (1) a place to the sentence's edge."""
    n = 0
    if step < 0:
        while n < at and not words[at - n].opens:
            n += 1
        return n
    while at + n < len(words) and not words[at + n].opens:
        n += 1
    return n


def is_piece(piece: Piece, a: Sequence[Word], b: Sequence[Word], least: float) -> bool:
    """Whether enough matches: three words with content, or the whole of a quotation of two words and more."""
    shorter = min(piece.a_end - piece.a, piece.b_end - piece.b)
    if piece.matched < least * shorter:
        return False
    shared = content(a[piece.a : piece.a_end]) & content(b[piece.b : piece.b_end])
    longer = max(piece.a_end - piece.a, piece.b_end - piece.b)
    return (
        len(shared) >= SOLID
        or in_common(piece, a, b) >= max(WHOLE_WORDS, NEARLY * longer)
        or (1 < piece.matched == min(len(a), len(b)))
    )


def in_common(piece: Piece, a: Sequence[Word], b: Sequence[Word]) -> int:
    """How many words of a piece match, those at its edges that say nothing included."""
    left, right = ([w.stem for w in words] for words in (a[piece.a : piece.a_end], b[piece.b : piece.b_end]))
    return sum(m.size for m in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks())


def best(pairs: Iterable[tuple[Piece, Quoted, Quoted]]) -> Iterator[tuple[Piece, Quoted, Quoted]]:
    """The pieces that match most, no word used twice."""
    used: tuple[set[int], set[int]] = (set(), set())
    for piece, x, y in sorted(pairs, key=lambda p: (-p[0].matched, p[1].span, p[2].span, p[0])):
        own = ({w.start for w in x.words[piece.a : piece.a_end]}, {w.start for w in y.words[piece.b : piece.b_end]})
        if not (own[0] & used[0] or own[1] & used[1]):
            used[0].update(own[0])
            used[1].update(own[1])
            yield piece, x, y


# --------------------------------------------------------------------------- rows


def row(piece: Piece, x: Quoted, y: Quoted, text_a: str, text_b: str) -> QuoteRow:
    """A piece as it is shown."""
    left, right = x.words[piece.a : piece.a_end], y.words[piece.b : piece.b_end]
    apart = differences(left, right)
    found, wider = (
        tuple((words(left[i:j], text_a), words(right[k:m], text_b)) for i, j, k, m in ranges)
        for ranges in (apart, [widened(each, left) for each in apart])
    )
    first, second = x.speaker, y.speaker
    named = first or second
    other = second.name if first and second and not may_be_one(first, second) else None
    a, b = Span(left[0].start, left[-1].end), Span(right[0].start, right[-1].end)
    return QuoteRow(named.name if named else None, a, b, not found, found, other, wider)


def widened(apart: tuple[int, int, int, int], left: Sequence[Word]) -> tuple[int, int, int, int]:
    """The ranges of a difference with the word of both sides before it, else behind it, where one side has none of its own."""
    i, j, k, m = apart
    if i < j and k < m:
        return apart
    return (i - 1, j, k - 1, m) if i and k else (i, min(j + 1, len(left)), k, m + 1)


def words(found: Sequence[Word], text: str) -> str:
    """Words as they stand in the text; empty for none."""
    return text[found[0].start : found[-1].end] if found else ""


def differences(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[int, int, int, int]]:
    """The ranges of words that differ. What stands between two of them is taken in where it says nothing by itself:
    "continues to strengthen" against "continue to get stronger" is one difference, not two.
    """
    matcher = SequenceMatcher(None, [w.text for w in left], [w.text for w in right], autojunk=False)
    found: list[tuple[int, int, int, int]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        if found and bridged(left[found[-1][1] : i]):
            found[-1] = (found[-1][0], j, found[-1][2], m)
        else:
            found.append((i, j, k, m))
    return found


def bridged(between: Sequence[Word]) -> bool:
    """Whether the words between two differences say nothing by themselves."""
    return len(between) <= 2 and all(w.text in stop_words() for w in between)
