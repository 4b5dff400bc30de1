"""Where words were first put: the channel of an attribution, by data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline import knowledge
from dateline.attribute.draft import Draft
from dateline.attribute.phrases import Phrases
from dateline.attribute.words import is_word
from dateline.model import Token
from dateline.read import Tree

REACH = 5
"""How many words may stand between the preposition and the channel: "in a rather long joint statement"."""


class Channels:
    """The channels and the words that name them."""

    def __init__(self) -> None:
        table = knowledge.tables(__package__, "data", "channels.toml")
        self.prepositions = frozenset(table.pop("prepositions")["words"])
        self.nouns: Mapping[str, Phrases] = {name: Phrases(row.get("nouns", ())) for name, row in table.items()}
        self.all = Phrases(noun for row in table.values() for noun in row.get("nouns", ()))
        self.gatherings = frozenset(name for name, row in table.items() if row.get("gathers"))
        self.verbs: Mapping[str, str] = {verb: name for name, row in table.items() for verb in row.get("verbs", ())}

    def of(self, tree: Tree, draft: Draft, region: Sequence[Token], outlet: bool) -> str | None:
        """The channel of a draft: in its cue's surroundings, in its source, in what its speaker handed out, or in its cue.

        ``outlet``: the speaker is one; then its name may hold a channel's word and mean none ("state radio said").
        """
        if draft.verb is None:
            return None
        verb = tree[draft.verb]
        if around := self.after_preposition(region) or self.put_on(tree, verb):
            return self.first(around)
        by_cue = self.verbs.get(draft.cue.lemma) if draft.cue else None
        by_source = None if outlet else self.of_source(tree, draft)
        return (
            by_cue
            or by_source
            or self.gathered(tree, verb)
            or self.in_which(tree, verb)
            or self.handed_out(tree, verb)
            or self.used(tree, verb)
        )

    def gathered(self, tree: Tree, verb: Token) -> str | None:
        """The channel by those who are told, where these are an occasion: "told a news conference"."""
        told = tree.child(verb, "dobj", "dative") if is_word(verb.lemma, "addressed") else None
        channel = self.noun(tree, told) if told else None
        return channel if channel in self.gatherings else None

    def after_preposition(self, region: Sequence[Token]) -> list[str]:
        """The channels named in a region after a preposition that may carry one."""
        return [name for k in range(len(region)) for name in self.names(region, k) if self.carried(region, k)]

    def in_which(self, tree: Tree, verb: Token) -> str | None:
        """The paper that a relative clause is about: "a statement in which the ministry said"."""
        above = tree.head(verb)
        relative = any(c.text.lower() == "which" for p in tree.children(verb, "prep") for c in tree.children(p, "pobj"))
        if not (relative and verb.dep == "relcl" and above):
            return None
        over = tree.head(tree[above.head])  # "a statement by the president in which", where the parse takes the nearer noun
        handed = tree.child(over, "dobj") if over and above.dep == "pobj" else None
        return self.noun(tree, above) or (self.noun(tree, handed) if handed else None)

    def put_on(self, tree: Tree, verb: Token) -> list[str]:
        """The channels on which a thing was put, by the phrases on the thing: "posted a photo on its Telegram channel"."""
        thing = tree.child(verb, "dobj") if is_word(verb.lemma, "giving") else None
        return self.after_preposition([t for t in tree.subtree(thing) if t.i > thing.i]) if thing else []

    def compound(self, tree: Tree, noun: Token) -> list[Token]:
        """A noun with the words before it that belong to it."""
        return [*(t for t in tree.children(noun, "compound", "amod", "nmod") if t.i < noun.i), noun]

    def carried(self, region: Sequence[Token], k: int) -> bool:
        """Whether a preposition stands shortly before, nothing but the words of one noun phrase between."""
        for token in reversed(region[max(0, k - REACH) : k]):
            if token.pos == "ADP":
                return token.text.lower() in self.prepositions
            if token.pos in {"VERB", "PUNCT", "CCONJ"} and token.text != "-" and not is_word(token.text, "by_hand"):
                return False
        return False

    def names(self, tokens: Sequence[Token], k: int) -> list[str]:
        """The channels whose words begin at the k-th token and end a noun phrase there."""
        found: list[str] = []
        for name, phrases in self.nouns.items() if self.all.at(tokens, k) else ():
            n = phrases.at(tokens, k)
            if n and not goes_on(tokens, k + n - 1):
                found.append(name)
        return found

    def first(self, names: Sequence[str]) -> str | None:
        """The weightiest of some channels: the first in the order of the data."""
        return min(names, key=list(self.nouns).index, default=None)

    def is_paper(self, tree: Tree, head: Token) -> bool:
        """Whether a noun means words put somewhere, so that their issuer speaks: "the statement", "a post on the site"."""
        return self.noun(tree, head) is not None or is_word(head.text, "containers")

    def noun(self, tree: Tree, head: Token) -> str | None:
        """The channel that a noun phrase names by its head: "a joint statement"."""
        tokens = self.compound(tree, head)
        return self.first([name for k in range(len(tokens)) for name in self.names(tokens, k)])

    def used(self, tree: Tree, verb: Token) -> str | None:
        """The channel that is used to say a thing: "used his address to accuse Paris", "took to X to say"."""
        above = tree.head(verb)
        while above and verb.dep == "conj":  # used his speech to accuse Rome and to announce that
            verb, above = above, tree.head(above)
        if above is None or verb.tag != "VB" or not is_word(above.lemma, "using"):
            return None
        to = next((c for c in tree.children(above, "prep") if c.text.lower() == "to"), None)
        thing = tree.child(above, "dobj") or (tree.child(to, "pobj") if to else None)
        return self.noun(tree, thing) if thing else None

    def of_source(self, tree: Tree, draft: Draft) -> str | None:
        """The channel where the source is the thing itself: "the statement said", "a letter that says"."""
        if draft.source_head is None:
            return None
        head = tree[draft.source_head]
        own = self.noun(tree, head)
        behind = self.after_preposition([t for t in tree.subtree(head) if t.i >= head.i])
        if own is None:
            return self.first(behind) if is_word(head.text, "containers") else self.first(self.at_end(tree, head))
        return self.first([own, *behind])

    def at_end(self, tree: Tree, head: Token) -> list[str]:
        """The channels behind the last comma of a source: "said Jane Doe, a spokeswoman, at a briefing"."""
        words = tree.subtree(head)
        last = max((k for k, t in enumerate(words) if t.text == ","), default=None)
        tail = [] if last is None or words[last].i < head.i else words[last + 1 :]
        return self.after_preposition(tail) if tail and tail[0].pos == "ADP" else []

    def handed_out(self, tree: Tree, verb: Token) -> str | None:
        """The channel where the cue hangs on a thing handed out: "sent a letter …, acknowledging their independence"."""
        above = tree.head(verb)
        if verb.dep not in {"advcl", "xcomp", "conj"} or above is None or not is_word(above.lemma, "giving"):
            return None
        thing = tree.child(above, "dobj")
        return self.noun(tree, thing) if thing and verb.tag == "VBG" else None


def goes_on(tokens: Sequence[Token], k: int) -> bool:
    """Whether the noun phrase goes on after the k-th token: "statement" in "statement analysis" names no channel."""
    return tokens[k].dep in {"compound", "poss"} and k + 1 < len(tokens) and tokens[k + 1].pos in {"NOUN", "PROPN", "PART"}
