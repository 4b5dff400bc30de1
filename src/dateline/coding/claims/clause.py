"""What the finders of claims are given: one report's parse with what is already known of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.coding.claims.lexicon import Lexicon, lexicon
from dateline.coding.spans import Spans, sayings
from dateline.model import (
    ActorMention,
    Attribution,
    Claim,
    ClaimKind,
    EventMention,
    Resolution,
    SectionKind,
    Span,
    Token,
    record_id,
)
from dateline.read import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "xcomp", "acl", "pcomp"})
INNER_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis"})


@dataclass(frozen=True)
class Clauses:
    """A report's clauses, with the tokens that code acts and the attributions over them."""

    resolution: Resolution
    attributions: tuple[Attribution, ...]
    events: tuple[EventMention, ...]

    @cached_property
    def tree(self) -> Tree:
        """The parse."""
        return Tree(self.resolution.reading)

    @cached_property
    def words(self) -> Lexicon:
        """The lexicon in force."""
        return lexicon()

    @cached_property
    def acts(self) -> frozenset[int]:
        """The tokens that are the predicate of an act."""
        return frozenset(t.i for e in self.events for t in self.tree.within(e.predicate))

    @cached_property
    def predicates(self) -> tuple[Token, ...]:
        """The verbs that head a clause of the body or of the title, in the order of the text."""
        reading = self.resolution.reading
        return tuple(
            t
            for s in reading.sentences
            if s.kind is not SectionKind.BOILERPLATE
            for t in reading.tokens[s.first : s.last]
            if t.pos in {"VERB", "AUX"} and t.dep in CLAUSES
        )

    @cached_property
    def cues(self) -> frozenset[int]:
        """The tokens of the words of saying: they carry claims and are none."""
        return frozenset(t.i for a in self.attributions for s in a.cue for t in self.tree.within(s))

    def claim(self, kind: ClaimKind, content: tuple[Span, ...], at: Span, **more: object) -> Claim:
        """A claim of this report; its id rests on the report, the kind and the words."""
        id = record_id("claim", self.resolution.reading.report.id, kind.value, [list(s) for s in content])
        return Claim(id, kind, content, self.attribution(at), **more)  # type: ignore[arg-type]

    def attribution(self, at: Span) -> str | None:
        """The innermost attribution in whose content a span lies."""
        over = [(span.end - span.start, a.id) for span, (_, a) in self.sayings.over(at)]
        return min(over)[1] if over else None

    @cached_property
    def sayings(self) -> Spans[tuple[int, Attribution]]:
        """The attributions by what is said in them."""
        return sayings(self.attributions)

    @cached_property
    def named(self) -> Spans[ActorMention]:
        """The mentions of actors by their place."""
        return Spans.of((m.span, m) for m in self.resolution.actors)

    @cached_property
    def told(self) -> Spans[EventMention]:
        """The acts by their predicates."""
        return Spans.of((e.predicate, e) for e in self.events)

    def span(self, predicate: Token) -> Span:
        """A clause's words, without the mark or adverb that joins it, outer punctuation and clauses that say who speaks."""
        below = self.tree.children(predicate)
        joints = [c for c in below if c.dep == "mark" or (c.dep == "advmod" and c.i + 1 < predicate.i and self.is_comma(c.i + 1))]
        cut = {t.i for c in (*joints, *(c for c in below if c.i in self.cues)) for t in self.tree.subtree(c)}
        kept = [t for t in self.tree.subtree(predicate) if t.i not in cut]
        while kept and kept[0].pos == "PUNCT":
            kept = kept[1:]
        while kept and kept[-1].pos == "PUNCT":
            kept = kept[:-1]
        return Span(kept[0].start, kept[-1].end) if kept else predicate.span

    def is_comma(self, i: int) -> bool:
        """Whether a token is a comma ("However, the news was welcomed")."""
        return self.resolution.reading.tokens[i].text == ","

    def subject(self, predicate: Token) -> Token | None:
        """The clause's subject, or that of the clause on which it depends without one of its own."""
        for token in (predicate, *self.tree.ancestors(predicate)):
            found = self.tree.child(token, *SUBJECTS)
            if found:
                return found
            if token.dep not in {"conj", "xcomp"}:
                return None
        return None

    def about(self, token: Token | None) -> tuple[str, ...]:
        """The ids of the actors named in a noun phrase."""
        if token is None:
            return ()
        inside = self.named.inside(self.tree.subtree_span(token))
        return tuple(dict.fromkeys(a.id for m in inside for a in m.actors))
