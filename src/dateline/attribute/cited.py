"""Drafts after citing phrases are understood: who is cited becomes the speaker, who cites becomes a relay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.attribute.citations import Citation, CitingWords, find_citations
from dateline.attribute.draft import Draft
from dateline.attribute.lexicon import Cue
from dateline.attribute.outlets import Outlets
from dateline.attribute.sources import source_tokens, subject
from dateline.attribute.spans import covers, cut, spans_of
from dateline.attribute.words import is_word
from dateline.model import Form, Span, Token
from dateline.read import Tree


class Citing:
    """Applies the citing phrases of one reading to its drafts."""

    def __init__(self, tree: Tree, outlets: Outlets, words: CitingWords, cue: Cue) -> None:
        self.tree = tree
        self.outlets = outlets
        self.words = words
        self.cue = cue
        self.citations = tuple(find_citations(tree, words))

    @property
    def phrases(self) -> frozenset[int]:
        """The tokens of all citing phrases with what hangs on them: a date among them dates the citing, not the saying."""
        return frozenset(t.i for c in self.citations for t in (*self.tree.subtree(c.words[0]), *self.tree.subtree(c.cited)))

    def applied(self, drafts: Iterable[Draft]) -> list[Draft]:
        """The drafts with speakers and relays as the citing phrases have it."""
        found = list(drafts)
        for citation in self.citations:
            found = self.through(citation, found) if citation.through else self.citing(citation, found)
        return found

    def through(self, citation: Citation, drafts: list[Draft]) -> list[Draft]:
        """With the outlet named as a relay of the draft whose words came through it."""
        k = self.hosting(citation, drafts)
        return drafts if k is None or self.outlets.at(citation.cited) is None else self.relayed(drafts, k, citation.cited)

    def relayed(self, drafts: Sequence[Draft], k: int, by: Token) -> list[Draft]:
        """With one more relay for the k-th draft."""
        return [replace(d, through=(*d.through, by.i)) if j == k else d for j, d in enumerate(drafts)]

    def without(self, drafts: Sequence[Draft], citation: Citation) -> list[Draft]:
        """The drafts with the phrase cut out of their contents."""
        phrase = Span(citation.words[0].start, self.tree.subtree_span(citation.cited).end)
        holding = [d.finder in {"clause", "trailing"} and covers(d.content, phrase) for d in drafts]
        return [replace(d, content=cut(d.content, phrase)) if held else d for d, held in zip(drafts, holding, strict=True)]

    def citing(self, citation: Citation, drafts: list[Draft]) -> list[Draft]:
        """With the one cited as the speaker where an outlet cites or nobody does, as a relay where it is an outlet itself."""
        others = [d for d in drafts if d.verb != citation.start]
        outlet = self.outlets.at(citation.cited)
        if outlet is None and not self.speaks(citation.cited):
            return drafts
        k = self.hosting(citation, others)
        if k is None:
            made = self.made(citation)
            return [*others, made] if made else drafts
        citing = self.who_cites(others[k], citation)
        if citing:
            others[k] = self.swapped(others[k], citation, citing)
            return others
        return self.relayed(self.without(others, citation), k, citation.cited) if outlet else drafts

    def speaks(self, token: Token) -> bool:
        """Whether what is cited can have said something: a person, a body, an official; not "security concerns"."""
        return token.text.lower() in self.words.sources or token.entity in {"PERSON", "ORG"} or token.tag == "PRP"

    def hosting(self, citation: Citation, drafts: Sequence[Draft]) -> int | None:
        """The index of the draft whose cue the phrase hangs on, the nearest first."""
        speech = [(k, d) for k, d in enumerate(drafts) if d.verb is not None and d.family == "speech"]
        verbs = {d.verb: k for k, d in speech if citation.through or d.finder != "adjunct"}
        above = [verbs[a.i] for a in self.tree.ancestors(citation.words[0]) if a.i in verbs]
        if self.trails(citation) and (before := verbs.get(citation.start - 2)) is not None:  # "…, the agency APS said, quoting …"
            above = [before, *above]
        outside = [k for k in above if not covers(drafts[k].content, citation.words[0].span)]
        return next(iter(outside or (above if self.trails(citation) else ())), None)

    def trails(self, citation: Citation) -> bool:
        """Whether the phrase ends its sentence behind a comma: then it is the report that cites, whatever the parse hangs it on."""
        before, after = self.tree[citation.words[0].i - 1], citation.cited.i + 1
        ends = (
            after >= len(self.tree.tokens)
            or self.tree[after].sentence != citation.cited.sentence
            or self.tree[after].text in {".", ";"}
        )
        return ends and before.text in {",", "-", "–", "—"}

    def who_cites(self, host: Draft, citation: Citation) -> Token | None:
        """The outlet that cites: the source of the draft, or where the parse takes the cited for that, what the phrase hangs on."""
        above = self.tree.head(citation.words[0])
        by_phrase = above if citation.words[0].dep == "acl" and above else None
        heads = [by_phrase, None if host.source_head is None else self.tree[host.source_head]]
        reports = host.cue is not None and is_word(host.cue.lemma, "reporting")
        names = self.outlets.presumed if reports else self.outlets.at
        return next((h for h in heads if h and h.i != citation.cited.i and names(h)), None)

    def swapped(self, host: Draft, citation: Citation, citing: Token) -> Draft:
        """The draft with the cited as its source and the one who cites as its relay."""
        source = self.cited_words(citation, host)
        cue = spans_of([t for s in host.cue_spans for t in self.tree.within(s)] + list(citation.words))
        by = (*host.through, citing.i)
        return replace(host, source=spans_of(source), source_head=citation.cited.i, cue_spans=cue, through=by)

    def cited_words(self, citation: Citation, host: Draft | None) -> list[Token]:
        """The words of the one cited, as far as they are no part of the host's content or cue."""
        taken = (*host.content, *host.cue_spans) if host else ()
        reserved = frozenset(t.i for t in citation.words)
        first = citation.words[-1].i
        return [t for t in source_tokens(self.tree, citation.cited, reserved) if t.i > first and not covers(taken, t.span)]

    def made(self, citation: Citation) -> Draft | None:
        """A draft of its own: the clause that the phrase hangs on, or the clause that follows it, is what the cited one says."""
        if citation.host is None:
            return None
        own = self.tree.child(citation.words[0], "ccomp")
        reporter = self.reporter(own or citation.host, citation)
        source = self.cited_words(citation, None)
        without = [*source, *(self.tree.subtree(reporter) if reporter else [])]
        content = spans_of(self.clause(own or citation.host, citation, without, own is None))
        by = subject(self.tree, reporter or citation.host) if own or reporter else None
        through = (by.i,) if by and self.outlets.presumed(by) else ()
        words = spans_of([*([reporter] if reporter else []), *citation.words])
        at = citation.cited.i
        draft = Draft(
            self.cue, citation.start, at, spans_of(source), words, content, Form.INDIRECT, finder="citation", reports=True
        )
        return replace(draft, through=through) if content else None

    def clause(self, root: Token, citation: Citation, without: Sequence[Token], cut_phrase: bool) -> list[Token]:
        """The words of a clause without source, citing phrase and the words of who cites."""
        dropped = {t.i for t in (*without, *citation.words)}
        if cut_phrase:
            dropped |= {t.i for t in self.tree.subtree(citation.words[0])}
        return [t for t in self.tree.subtree(root) if t.i not in dropped]

    def reporter(self, clause: Token, citation: Citation) -> Token | None:
        """The verb of who cites where the parse puts it inside: Kyodo [reported], quoting officials, that it rained."""
        for verb in self.tree.children(clause, "ccomp", "parataxis", "dep"):
            who = subject(self.tree, verb)
            if verb.i < citation.start and who and self.outlets.presumed(who) and not self.tree.child(verb, "ccomp", "dobj"):
                return verb
        return None
