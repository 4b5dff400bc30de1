"""Two reports side by side: their events, quotations, terms, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.merge.amounts import Amount, bounded
from dateline.merge.counts import count_disagreements, counts_told
from dateline.merge.crossed import crossed_events
from dateline.merge.disagreements import disagreement, unlike
from dateline.merge.events import merge_members
from dateline.merge.figures import counting
from dateline.merge.members import members_of
from dateline.merge.quotes import QuoteRow, align_quotes
from dateline.merge.reversals import reversed_events
from dateline.merge.terms import Term, term_disagreements, terms
from dateline.merge.wordings import of_two
from dateline.model import Claim, ClaimKind, CodedReport, Disagreement, Event, Judgement

QUOTED = frozenset({"wording", "speaker"})
"""Kinds of disagreement that the quotations of two reports show in full, beyond those that assert an event."""


@dataclass(frozen=True, slots=True)
class TermRow:
    """The words of two reports for one party."""

    of: str
    a: tuple[str, ...]
    b: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports share and where they differ."""

    both: tuple[Event, ...]
    only_a: tuple[Event, ...]
    only_b: tuple[Event, ...]
    quotes: tuple[QuoteRow, ...]
    terms: tuple[TermRow, ...]
    disagreements: tuple[Disagreement, ...]


def compare(
    a: CodedReport,
    b: CodedReport,
    *,
    parents: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Comparison:
    """The comparison of two reports, ``a`` on the left."""
    events = merge_members((*members_of(a), *members_of(b)), parents=parents, judgements=judgements)
    first, second = a.report.id, b.report.id
    rows = align_quotes(a, b)
    return Comparison(
        both=tuple(e for e in events if {first, second} <= set(e.reports)),
        only_a=tuple(e for e in events if second not in e.reports),
        only_b=tuple(e for e in events if first not in e.reports),
        quotes=rows,
        terms=term_rows(terms(a), terms(b)),
        disagreements=(
            *(replace(d, about=d.about or e.id) for e in events for d in e.disagreements if d.kind not in QUOTED),
            *(each for row in rows for each in of_two(row, first, second)),
            *reversed_events(events),
            *crossed_events(events),
            *count_disagreements((coded.report.id, count) for coded in (a, b) for count in counts_told(coded)),
            *numbers(a, b),
            *term_disagreements((a, b)),
        ),
    )


def term_rows(a: Sequence[Term], b: Sequence[Term]) -> tuple[TermRow, ...]:
    """For each party that both name the words of each, where they are not the same."""
    of = sorted({t.of for t in a} & {t.of for t in b})
    rows = (TermRow(id, distinct(id, a), distinct(id, b)) for id in of)
    return tuple(row for row in rows if row.a != row.b)


def distinct(of: str, found: Iterable[Term]) -> tuple[str, ...]:
    """The words for a party, each once, sorted without regard to case; quoted ones in quotation marks."""
    given = {f"“{t.words}”" if t.quoted else t.words for t in found if t.of == of}
    return tuple(sorted(given, key=lambda words: (words.casefold().strip("“”"), words)))


def numbers(a: CodedReport, b: CodedReport) -> Iterable[Disagreement]:
    """Quantities of one thing that cannot both be, but for those of states, which are counted in a universe."""
    left, right = quantities(a), quantities(b)
    for what in sorted(left.keys() & right.keys()):
        if unlike(left[what], right[what]):
            given = [(n.words, (r.report.id, ())) for r, of in ((a, left), (b, right)) for n in sorted(of[what])]
            if found := disagreement("number", given):
                yield replace(found, about=" ".join(what))


def quantities(coded: CodedReport) -> dict[tuple[str, ...], set[Amount]]:
    """The amounts in a report's claims, by what is counted and what became of it; states are counted in a universe."""
    found: dict[tuple[str, ...], set[Amount]] = {}
    for claim in coded.claims:
        value = dict(claim.value)
        if claim.kind is ClaimKind.QUANTITY and "count" in value and value.get("of") not in counting("states"):
            bound, count = str(value.get("approx", "")), float(value["count"])
            found.setdefault(counted(claim), set()).add(bounded(bound, count, f"{bound} {count:.12g}".strip()))
    return found


def counted(claim: Claim) -> tuple[str, ...]:
    """What a claim counts ("people killed")."""
    value = dict(claim.value)
    return tuple(str(value[key]).casefold() for key in ("of", "what") if value.get(key))
