"""What each report and each speaker calls a party, inside and outside quotations, and where that takes a side."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from dateline.merge.disagreements import Given, disagreement
from dateline.merge.families import table
from dateline.merge.origins import parting_acts
from dateline.merge.parties import side
from dateline.merge.quotes import speaker
from dateline.model import ActorKind, ActorMention, Claim, ClaimKind, CodedReport, Disagreement, MentionForm, SectionKind, Span
from dateline.read.lines import paragraphs_of
from dateline.read.quotations import quotations

WORD = re.compile(r"[\w’'-]+")
LAST = re.compile(r"(?:([\w’'-]{1,40})[ \n]{1,3})?\b([\w’'-]{1,40})[ \n]{1,3}$")
OF = re.compile(r"\s{1,3}(?:of|called|named)\s{1,3}(?:the\s{1,3})?")
MARKS = "'\"’”"
OPENING, CLOSING = re.compile(r"(?:^|(?<=\s))['\"‘“](?=\w)"), re.compile(r"(?<=[^\Ws])['\"’”]\s+(?=\w)")
"""Marks with which a quotation begins, and with which it ends before further words; not the one of "the United States' ally"."""
SCARE = 2
"""Words in quotation marks up to which they are the writer's distance ("republic"), not somebody's speech."""
NEAR = 120
"""Characters behind a name in which words may be set beside it."""
SHOWN = frozenset({MentionForm.NAME, MentionForm.METONYM, MentionForm.NOMINAL})
"""Forms that are a choice of words; "it" and "Ukrainian" are none."""


@dataclass(frozen=True, slots=True)
class Term:
    """One use of words for a party: in whose mouth, and whether inside a quotation."""

    of: str
    words: str
    span: Span
    quoted: bool
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The quotations and the skipped sections of a report."""

    spoken: tuple[Span, ...]
    skipped: tuple[Span, ...]


def terms(coded: CodedReport, parties: Collection[str] | None = None) -> tuple[Term, ...]:
    """The words that a report uses for these parties, or for all, in the order of the text."""
    places = place(coded)
    claimed = [c for c in coded.claims if c.kind is ClaimKind.TERM]
    apposed = [(of, span) for m in coded.actors for of, span in set_beside(m, coded.report.text)]
    free = [c for c in claimed if not any(span.overlaps(own) for _, span in apposed for own in c.content)]
    found = [
        *(t for m in coded.actors for t in named(m, coded, places)),
        *(t for of, span in apposed for t in used(of, span, coded, places)),
        *(t for c in free for t in called(c, coded, places)),
    ]
    wanted = {t for t in found if parties is None or t.of in parties}
    return tuple(sorted(outermost(wanted), key=lambda t: (t.span, t.of, t.words)))


def place(coded: CodedReport) -> Place:
    """Where a report quotes, and what of it is boilerplate."""
    text = coded.report.text
    inner = (q.inner for q in quotations(text, paragraphs_of(text)) if q.depth == 0)
    spoken = tuple(span for span in inner if len(WORD.findall(text, span.start, span.end)) > SCARE)
    return Place(spoken, tuple(s.span for s in coded.sections if s.kind is SectionKind.BOILERPLATE))


def named(mention: ActorMention, coded: CodedReport, places: Place) -> Iterable[Term]:
    """A mention as a term of each party that it names, with a word before it that takes a side ("occupied South Ossetia")."""
    if mention.form in SHOWN:
        for actor in mention.actors:
            yield from used(actor.id, with_stance(mention.span, coded.report.text), coded, places)


def with_stance(span: Span, text: str) -> Span:
    """The span with the word right before it, where that takes a side."""
    before = LAST.search(text, max(0, span.start - 86), span.start)
    return Span(before.start(2), span.end) if before and stance(before[2]) and is_adjective(before[2], before[1] or "") else span


def is_adjective(word: str, before: str) -> bool:
    """Whether a word that takes a side stands as an adjective: "in occupied Ossetia", where "they occupied Ossetia" is an act."""
    return not word.casefold().endswith("ed") or "-" in word or before.casefold() in leading()


@cache
def leading() -> frozenset[str]:
    """The words after which a participle is an adjective."""
    return frozenset(listed("participle", "after"))


@cache
def listed(section: str, name: str) -> tuple[str, ...]:
    """A list of ``data/terms.toml``."""
    words = table("terms.toml")[section][name]
    return tuple(map(str, words if isinstance(words, list) else ()))


def set_beside(mention: ActorMention, text: str) -> Iterator[tuple[str, Span]]:
    """The term that takes a side and is set beside a party's name, or said of it: "Abkhazia, an occupied part of Georgia"."""
    if mention.form is MentionForm.NAME and len(mention.actors) == 1:
        behind = beside().match(text, mention.span.end, mention.span.end + NEAR)
        if behind and stance(behind[1]):
            yield mention.actors[0].id, Span(behind.start(1), behind.end(1))


@cache
def beside() -> re.Pattern[str]:
    """Words set beside a name: an article, up to three words, and a noun for what a party is."""
    links, nouns = ("|".join(map(re.escape, listed("beside", name))) for name in ("between", "nouns"))
    return re.compile(rf"(?:{links})(?:(?:an?|the|still|now) ){{0,2}}((?:[\w’'-]{{1,30}} ){{1,3}}(?:{nouns}))\b", re.IGNORECASE)


def called(claim: Claim, coded: CodedReport, places: Place) -> Iterable[Term]:
    """A term that takes a side: of the parties that its words are told to name, else of those that the claim is about."""
    for span in claim.content:
        for of in sorted(meant(span, claim, coded)):
            yield from used(of, span, coded, places)


def meant(span: Span, claim: Claim, coded: CodedReport) -> set[str]:
    """The parties that a term means: those whose name it holds or leads to ("the breakaway region of Abkhazia"), else those of a
    noun phrase that it is part of, the one that the claim is about, or whoever is recognized in its sentence ("recognized the
    regions as independent republics").
    """
    if told := by_name(span, coded):
        return told
    own = {a.id for m in coded.actors if m.form is MentionForm.NOMINAL and m.span.overlaps(span) for a in m.actors}
    if own or len(claim.about) == 1:
        return own or set(claim.about)
    sentence = next((s for s in coded.sentences if s.covers(span)), span)
    acts = (e for e in coded.events if e.act in parting_acts() and sentence.covers(e.predicate))
    return {id for e in acts for id in side(e.recipients)}


def by_name(span: Span, coded: CodedReport) -> set[str]:
    """The parties whose names stand in a term, or right after it; "breakaway regions of Georgia" are not Georgia."""
    after = OF.match(coded.report.text, span.end)
    names = [m for m in coded.actors if m.form is MentionForm.NAME]
    inside = {a.id for m in names if span.covers(m.span) for a in m.actors}
    following = [a for m in names if after and m.span.start == after.end() for a in m.actors]
    return inside or {a.id for a in following if a.kind is not ActorKind.STATE}


def used(of: str, span: Span, coded: CodedReport, places: Place) -> Iterable[Term]:
    """The use of some words; none in boilerplate."""
    if not any(s.covers(span) for s in places.skipped):
        quote = next((q for q in places.spoken if q.covers(span)), None)
        who = speaker(quote, coded) if quote else None
        own = within_marks(span, coded.report.text)
        yield Term(of, " ".join(own.of(coded.report.text).split()), own, quote is not None, who.name if who else None)


def within_marks(span: Span, text: str) -> Span:
    """The span without what belongs to a quotation that ends in it ("de-Nazify' the ex-Soviet country"), and with the mark that
    closes one begun in it ("so-called 'independence'").
    """
    words = span.of(text)
    opened, closed = OPENING.search(words), CLOSING.search(words)
    if closed and not (opened and opened.start() < closed.start()):
        return Span(span.start + closed.end(), span.end)
    if opened and not closed and text[span.end : span.end + 1] in MARKS and span.end < len(text):
        return Span(span.start, span.end + 1)
    return span


def outermost(found: Iterable[Term]) -> list[Term]:
    """The terms that lie in no longer one of the same party."""
    every = sorted(found, key=lambda t: (t.of, t.span.start, -t.span.end))
    return [t for t in every if not any(o.of == t.of and o.span != t.span and o.span.covers(t.span) for o in every)]


# --------------------------------------------------------------------------- stances


@cache
def stances() -> Mapping[str, str]:
    """The stance of each word that takes one."""
    classes = table("terms.toml")["stance"]
    return MappingProxyType({word: name for name, words in classes.items() if isinstance(words, list) for word in words})


def stance(words: str) -> frozenset[str]:
    """The stances that a term takes."""
    lower = [w.casefold().strip("'’-") for w in WORD.findall(words)]
    parts = {*lower, *(part for w in lower for part in w.split("-"))}
    return frozenset(stances()[w] for w in parts if w in stances())


def term_disagreements(reports: Iterable[CodedReport]) -> tuple[Disagreement, ...]:
    """For each party the stances that reports take by their own words, where they are not the same."""
    return differing_terms((t.of, coded.report.id, t.words) for coded in reports for t in terms(coded) if not t.quoted)


def differing_terms(uses: Iterable[tuple[str, str, str]]) -> tuple[Disagreement, ...]:
    """The same, out of the words themselves: each with its party and its report."""
    given: dict[str, dict[str, set[str]]] = {}
    for of, report, words in uses:
        if stance(words):
            given.setdefault(of, {}).setdefault(report, set()).add(words.casefold())
    found = ((of, disagreement("term", values(given[of]))) for of in sorted(given) if differing(given[of].values()))
    return tuple(replace(each, about=of) for of, each in found if each)


def differing(uses: Iterable[Iterable[str]]) -> bool:
    """Whether two reports take other stances."""
    return len({frozenset(s for words in each for s in stance(words)) for each in uses}) > 1


def values(by_report: Mapping[str, Iterable[str]]) -> Iterable[Given]:
    """The words of each report as one value."""
    for report, found in sorted(by_report.items()):
        yield "; ".join(sorted(found)), (report, ())
