"""What an answer is about: "Vilnius said it had recalled its ambassador. Beijing denied the claim." denies the recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.attribute.chains import Link
from dateline.attribute.spans import bounds
from dateline.attribute.words import is_word
from dateline.model import Span
from dateline.read import Tree

NEAR = 3
"""How many sentences back the words may stand that are denied or confirmed."""
TOLD = 12
"""How many code points of speech can be denied."""
SHORT = 3
"""How many words the thing denied may have: "all such reports"."""


def answered(tree: Tree, links: Sequence[Link]) -> list[Link]:
    """The links, those that deny or confirm "the report", "this" or "it" with the words that these stand for."""
    found = ((link, told_again(tree, links, k)) for k, link in enumerate(links))
    return [k if words is k.draft.content else replace(k, draft=replace(k.draft, content=words)) for k, words in found]


def told_again(tree: Tree, links: Sequence[Link], k: int) -> tuple[Span, ...]:
    """The content of a link, with what was said before where it only points at that."""
    own = links[k].draft.content
    if not points_back(tree, links[k]):
        return own
    before = next((links[j] for j in range(k - 1, -1, -1) if is_answered(tree, links[j], links[k])), None)
    return own if before is None else (*before.draft.content, *own)


def points_back(tree: Tree, link: Link) -> bool:
    """Whether what is denied or confirmed is nothing but "the report", "the claims", "this", "it"."""
    draft = link.draft
    name = draft.cue.cls.name if draft.cue else ""
    rejects = is_word(name, "rejecting")
    if len(draft.content) != 1 or not (rejects or is_word(name, "answering")):
        return False
    words = [t for t in tree.within(draft.content[0]) if t.pos != "PUNCT"]
    if len(words) == 1:
        return is_word(words[0].text, "pointing") and not rejects
    definite = bool(words) and (is_word(words[0].text, "pointing") or words[0].text.lower() == "the")
    return definite and len(words) <= SHORT and is_word(words[-1].lemma, "things_said")


def is_answered(tree: Tree, before: Link, now: Link) -> bool:
    """Whether a link is what another answers: somebody else's speech, more than a name, a few sentences before."""
    if before.draft.family != "speech" or before.draft.size < TOLD:
        return False
    if before.speaker is not None and now.speaker is not None and before.speaker.id == now.speaker.id:
        return False
    end, start = bounds(before.draft.content).end, now.draft.start
    if end > start:
        return False
    here, there = (tree.within(Span(i - 1, i + 1)) for i in (start, end))
    return bool(here and there) and here[-1].sentence - there[0].sentence <= NEAR
