"""Who speaks: the actor at the head of a source, by mention, pronoun, antecedent or the text's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from dateline.attribute.channels import Channels
from dateline.attribute.draft import Draft
from dateline.attribute.sources import subject
from dateline.attribute.spans import covers
from dateline.attribute.words import is_word
from dateline.model import Actor, ActorKind, ActorMention, MentionForm, Resolution, Span, Token, record_id
from dateline.read import Tree

HUMAN = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.GROUP, ActorKind.ORGANIZATION})
"""Kinds of speakers that "he", "she" or "they" may take up; unknown names come as organizations now and then."""
PLURAL = frozenset({"NNS", "NNPS", "PRP", "CD", "DT"})
"""Tags of heads that may stand for several speakers: "the two governments", "both", "they"."""
DROPPED = frozenset(
    {"det", "predet", "relcl", "acl", "punct", "appos", "advcl", "cc", "conj", "quantmod", "nummod", "advmod", "preconj"}
)
"""What the words of an unnamed speaker leave out: "some residents of the town, who …" are "residents of the town"."""


class Speakers:
    """The speakers of one report."""

    def __init__(self, tree: Tree, resolution: Resolution, channels: Channels) -> None:
        self.tree = tree
        self.channels = channels
        self.report = resolution.reading.report.id
        self.mentions = resolution.actors

    @cached_property
    def by_head(self) -> Mapping[int, ActorMention]:
        """The mentions by their head token; of several the longest."""
        return {m.head: m for m in sorted(self.mentions, key=lambda m: m.span.end - m.span.start)}

    def of(self, draft: Draft, previous: Actor | None, above: Actor | None) -> Actor | None:
        """The speaker of a draft; ``previous`` spoke before, ``above`` speaks the words in which this draft stands."""
        if draft.source_head is None:
            return previous if draft.cue is None else None
        head = self.tree[draft.source_head]
        if draft.finder in {"colon", "post"} and head.i not in self.by_head:
            return self.labelled(draft.source[0])
        return self.at(head, previous, above)

    def others(self, draft: Draft, speaker: Actor | None) -> tuple[Actor, ...]:
        """Who says the words together with the speaker: "Cairo and Ankara announced", "the two governments said"."""
        if speaker is None or draft.source_head is None or draft.finder in {"colon", "post"}:
            return ()
        head = self.tree[draft.source_head]
        mention = self.by_head.get(head.i)
        several = self.named(head) or (mention.actors if mention and head.tag in PLURAL else ())
        apart = [c for c in self.tree.conjuncts(head) if c.i > head.i and c.text.isalpha() and covers(draft.source, c.span)]
        joined = [a for c in apart if (a := self.at(c, None, speaker))]
        own = speaker.name.casefold()
        return tuple({a.id: a for a in (*several, *joined) if a.id != speaker.id and a.name.casefold() not in own}.values())

    def named(self, head: Token) -> tuple[Actor, ...]:
        """The people named behind the office that several hold: "Presidents Juan Soto and Pedro Lima"."""
        names = [n for c in self.tree.children(head, "appos") for n in self.tree.conjuncts(c)] if head.tag in PLURAL else []
        found = [(n, self.by_head.get(n.i)) for n in names if n.pos == "PROPN"]
        people = [a for n, m in found if (a := m.actors[0] if m and m.actors else self.described(n)) and a.kind in HUMAN]
        return tuple(people) if len(people) > 1 else ()

    def at(self, head: Token, previous: Actor | None, above: Actor | None) -> Actor | None:
        """The actor that a source's head word stands for."""
        head = self.counted(head)
        word = head.text.lower()
        if is_word(word, "own"):
            return above
        if is_word(word, "relative"):
            noun = self.antecedent(head)
            return self.at(noun, previous, above) if noun else None
        mention = self.by_head.get(head.i)
        if several := self.named(head):
            return several[0]
        if mention and mention.actors:
            return self.in_full(mention, head)
        if beside := self.beside(head):
            return beside
        if is_word(word, "personal"):
            return previous if previous and previous.kind in HUMAN else None
        if self.channels.is_paper(self.tree, head):
            issuer = self.issuer(head)
            return self.at(issuer, previous, above) if issuer else previous
        return self.described(head)

    def beside(self, head: Token) -> Actor | None:
        """The person whose name stands right behind an office that is no mention of its own: "foreign minister Hugh Todd"."""
        names = [c for c in self.tree.children(head, "appos") if c.pos == "PROPN"]
        found = (a for c in names for m in self.mentions if m.span.covers(c.span) for a in m.actors[:1] if a.name.endswith(c.text))
        return next((a for a in found if a.kind is ActorKind.PERSON), None)

    def in_full(self, mention: ActorMention, head: Token) -> Actor:
        """The actor of a mention; who has neither name nor party goes by all words of the text: "people close to the talks"."""
        actor = mention.actors[0]
        if head.tag == "NNS" and actor.role and len(mention.actors) == 1:  # several: "ruling generals", no "officer of Niger"
            return replace(actor, name=self.words(head))
        if mention.form is not MentionForm.NOMINAL or actor.country or actor.principal or mention.antecedent:
            return actor
        unnamed = len(mention.actors) == 1 and actor.name.split()[-1].casefold() == head.text.casefold()
        return (self.bearer(head) or replace(actor, name=self.words(head))) if unnamed else actor

    def bearer(self, head: Token) -> Actor | None:
        """The one person named before whose office "the minister" takes up; nobody where there are two."""
        if head.tag != "NN" or not any(c.text.lower() == "the" for c in self.tree.children(head, "det")):
            return None
        words = {t.text.lower() for t in self.tree.subtree(head) if t.dep != "det"}
        people = {a.id: a for m in self.mentions for a in m.actors if m.head < head.i and a.kind is ActorKind.PERSON and a.role}
        held = [a for a in people.values() if words <= set((a.role or "").lower().split())]
        return held[0] if len(held) == 1 else None

    def labelled(self, source: Span) -> Actor | None:
        """The speaker of a transcript's turn or of a headline: somebody named in the report, or one by the words of the label;
        nobody behind "Q:" and "A:".
        """
        words = source.of(self.tree.reading.report.text)
        if is_word(words, "turn_marks"):
            return None
        surname = words.split()[-1].casefold()
        people = (a for m in self.mentions for a in m.actors if a.kind is ActorKind.PERSON)
        known = next((a for a in people if a.name.casefold().split()[-1:] == [surname]), None)
        return known or Actor(record_id("actor", self.report, words.casefold()), words, ActorKind.UNKNOWN)

    def issuer(self, paper: Token) -> Token | None:
        """Who speaks where the source is a paper: the ministry's statement, one by it, on its website or on that of it."""
        sites = self.behind(paper, {"on", "at", "in"})
        owners = [p for noun in (paper, *sites) for p in self.tree.children(noun, "poss")]
        named = [n for n in sites if n.pos == "PROPN" and not self.channels.noun(self.tree, n) and not self.is_setting(n)]
        holders = [n for site in sites if self.channels.is_paper(self.tree, site) for n in self.behind(site, {"of"})]
        for part in (*owners, *self.behind(paper, {"by", "from", "of"}), *holders, *named):
            if not is_word(part.text, "personal"):
                return part
        if giver := self.giver(paper):
            return giver
        return next(
            (c for c in reversed(self.tree.children(paper, "compound")) if c.i < paper.i and not is_word(c.text, "paper_kinds")),
            None,
        )

    def is_setting(self, name: Token) -> bool:
        """Whether a name only tells where or when a paper was issued: "a statement in Geneva", not "a report in Der Spiegel"."""
        return name.entity in {"GPE", "LOC", "FAC", "DATE", "TIME"} and name.i not in self.by_head

    def giver(self, paper: Token) -> Token | None:
        """Who hands out a paper: issued a statement saying, handed her a note demanding; the parse may make the note a subject."""
        above = self.tree.head(paper)
        if above and paper.dep == "nsubj" and above.dep == "advcl" and above.tag == "VBG":
            above = self.tree.head(above)
            return subject(self.tree, above) if above and above.i < paper.i and is_word(above.lemma, "giving") else None
        return subject(self.tree, above) if above and paper.dep == "dobj" else None

    def behind(self, noun: Token, prepositions: set[str]) -> list[Token]:
        """The nouns behind a noun's prepositions, also behind "issued by"."""
        holders = [noun, *(v for v in self.tree.children(noun, "acl") if is_word(v.lemma, "giving"))]  # issued by, not seen by
        phrases = [p for h in holders for p in self.tree.children(h, "prep", "agent") if p.text.lower() in prepositions]
        return [n for p in phrases if (n := self.tree.child(p, "pobj"))]

    def counted(self, head: Token) -> Token:
        """The noun of which some are counted: "diplomats" in "one of its diplomats"."""
        of = next((c for c in self.tree.children(head, "prep") if c.text.lower() == "of"), None)
        noun = self.tree.child(of, "pobj") if of and is_word(head.text, "counting") else None
        return noun if noun and head.i not in self.by_head else head

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that a relative pronoun stands for."""
        for above in self.tree.ancestors(pronoun):
            if above.dep == "relcl":
                noun = self.tree.head(above)
                return noun if noun and not is_word(noun.text, "relative") else None
        return None

    def described(self, head: Token) -> Actor | None:
        """An actor of the report's own, named by the text's words."""
        some = is_word(head.text, "counting") and self.tree.children(head, "prep")
        if head.pos not in {"NOUN", "PROPN", "ADJ", "NUM", "DET"} and not some:
            return None
        owner = self.owner(head)
        words = f"{self.words(head)} of {owner.name}" if owner else self.words(head)
        kind = ActorKind.PERSON if head.entity == "PERSON" else ActorKind.UNKNOWN
        return Actor(record_id("actor", self.report, words.casefold()), words, kind, owner.country if owner else None)

    def tells_who(self, clause: Token, head: Token) -> bool:
        """Whether a participle right behind a noun says who is meant: people BRIEFED on the matter; not minutes SEEN by AFP."""
        by = self.tree.child(clause, "agent")
        return clause.dep == "acl" and clause.tag == "VBN" and clause.i == head.i + 1 and by is None

    def owner(self, head: Token) -> Actor | None:
        """The state whose people speak where a pronoun says so: "its diplomats"."""
        pronoun = next((c for c in self.tree.children(head, "poss") if c.tag == "PRP$"), None)
        mention = self.by_head.get(pronoun.i) if pronoun else None
        found = mention.actors[0] if mention and len(mention.actors) == 1 else None
        return found if found and found.kind in {ActorKind.STATE, ActorKind.WOULD_BE_STATE} else None

    def words(self, head: Token) -> str:
        """The words of a noun phrase without articles, quantifiers and clauses."""
        before = [c for c in self.tree.children(head) if c.i < head.i and (c.tag == "PRP$" or is_word(c.text, "counting"))]
        dropped = [*before, *(c for c in self.tree.children(head) if c.dep in DROPPED and not self.tells_who(c, head))]
        left = {t.i for c in dropped for t in self.tree.subtree(c)}
        kept = [t for t in self.tree.subtree(head) if t.i not in left]
        run = [t for t in kept if t.i <= head.i] + following(kept, head)
        while is_link(run[-1]) and run[-1].i > head.i:  # "a second secretary at": the parse takes the rest away
            del run[-1]
        return self.tree.reading.report.text[run[0].start : run[-1].end] if contiguous(run) else " ".join(t.text for t in run)


def is_link(token: Token) -> bool:
    """Whether a token only joins others, so that no name ends in it."""
    return token.pos in {"ADP", "PUNCT", "PART"}


def following(tokens: list[Token], head: Token) -> list[Token]:
    """The tokens right after the head, as far as they run on."""
    found: list[Token] = []
    for token in tokens:
        if token.i > head.i and token.i == head.i + len(found) + 1:
            found.append(token)
    return found


def contiguous(tokens: list[Token]) -> bool:
    """Whether tokens stand side by side."""
    return tokens[-1].i - tokens[0].i == len(tokens) - 1
