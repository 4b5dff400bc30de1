"""Drafts → links: for each its speaker, and the chain on which its words came."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.attribute.answers import answered
from dateline.attribute.chains import Link, addressee, dated, is_outlet, joined, parents, region, said_time, standing
from dateline.attribute.channels import Channels
from dateline.attribute.draft import Draft
from dateline.attribute.outlets import Outlets
from dateline.attribute.sources import subject
from dateline.attribute.spans import SpanIndex
from dateline.attribute.speakers import Speakers
from dateline.attribute.words import is_word
from dateline.model import Actor, Resolution, Token
from dateline.read import Tree


class Linker:
    """Tells the speakers and chains of one report."""

    def __init__(self, tree: Tree, resolution: Resolution, outlets: Outlets, channels: Channels, citing: frozenset[int]) -> None:
        """``citing``: the tokens of citing phrases."""
        self.tree = tree
        self.resolution = resolution
        self.outlets = outlets
        self.channels = channels
        self.citing = citing
        self.times = SpanIndex((m.span, m) for m in resolution.times)
        self.speakers = Speakers(tree, resolution, channels)

    def links(self, drafts: Sequence[Draft]) -> list[Link]:
        """The links of the drafts, in the same order."""
        above = parents(drafts)
        links: list[Link] = []
        previous: Actor | None = None
        for draft, parent in zip(drafts, above, strict=True):
            over = links[parent].speaker if parent is not None and parent < len(links) else None
            speaker = self.speaker(draft, previous, over)
            links.append(self.link(draft, parent, speaker))
            if draft.family == "speech" and speaker:
                previous = speaker
        return answered(self.tree, joined(self.tree, standing(links), self.outlets.credited, self.outlets.own))

    def speaker(self, draft: Draft, previous: Actor | None, over: Actor | None) -> Actor | None:
        """The speaker of a draft; an outlet by any name is that outlet, and so is the one in which a report stands."""
        found = self.speakers.of(draft, previous, over)
        if draft.source_head is None:
            return found
        head = self.tree[draft.source_head]
        paper = self.channels.is_paper(self.tree, head) and head.i not in self.speakers.by_head
        issuer = self.speakers.issuer(head) if paper else None
        return self.outlets.at(head) or (self.outlets.at(issuer) if issuer else None) or found

    def link(self, draft: Draft, parent: int | None, speaker: Actor | None) -> Link:
        """What a draft's own clause says of its chain."""
        tokens = region(self.tree, draft)
        told = addressee(self.tree, draft)
        told_outlet = (self.outlets.at(told) or self.outlets.spoken_to(told)) if told else None
        by = [self.handing_on(self.tree[i]) for i in draft.through]
        time = dated(draft.day, self.times) if draft.day else said_time(self.tree, draft, tokens, self.times, self.citing)
        itself = draft.source_head is not None and self.outlets.at(self.tree[draft.source_head]) is not None
        channel = draft.channel or self.channels.of(self.tree, draft, tokens, itself)
        put_in = [] if is_outlet(speaker) else [*self.put_in(tokens), *self.carrier(draft)]
        relays = ([told_outlet] if told_outlet else []) + put_in + [a for a in by if a]
        others = self.speakers.others(draft, speaker)
        return Link(draft, parent, speaker, channel, tuple(relays), self.told(told, told_outlet), time, others)

    def put_in(self, region: Sequence[Token]) -> list[Actor]:
        """The outlets in which words were put: wrote in an op-ed in the Korea Herald, said on Radio Lanka."""
        nouns = [t for t in region if t.dep == "pobj" and t.pos == "PROPN" and t.i not in self.citing and self.carries(t)]
        return [outlet for noun in nouns if (outlet := self.outlets.at(noun))]

    def carrier(self, draft: Draft) -> list[Actor]:
        """The outlet that carried the paper in which words stand: Tanjug carried a statement in which the president said."""
        verb = None if draft.verb is None else self.tree[draft.verb]
        if verb is None or verb.dep not in {"relcl", "acl"}:
            return []
        above = next((a for a in self.tree.ancestors(verb) if is_word(a.lemma, "carrying")), None)
        thing, who = (self.tree.child(above, "dobj"), subject(self.tree, above)) if above else (None, None)
        outlet = self.outlets.at(who) if who and thing and self.channels.noun(self.tree, thing) else None
        return [outlet] if outlet else []

    def carries(self, noun: Token) -> bool:
        """Whether a noun's preposition, or its participle with "by", puts words into what it names."""
        link = self.tree[noun.head]
        by = link.text.lower() == "by" and is_word(self.tree[link.head].lemma, "carrying")
        return by or is_word(link.text, "put_in")

    def handing_on(self, head: Token) -> Actor | None:
        """The actor that hands words on."""
        return self.outlets.presumed(head) or self.speakers.at(head, None, None)

    def told(self, head: Token | None, outlet: Actor | None) -> str | None:
        """The name of the one told."""
        if head is None:
            return None
        if outlet is None and self.channels.is_paper(self.tree, head):  # told a news conference
            return None
        actor = outlet or self.speakers.at(head, None, None)
        return actor.name if actor else None
