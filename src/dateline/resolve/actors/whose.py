"""Whose a body, an office or a group is: the parties in the words around a noun."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dateline.model import ActorKind, Token
from dateline.resolve.actors.scene import Scene, Spot
from dateline.resolve.actors.words import NounKind, tables

REACH = 8
"""How many tokens to the left of a noun its owner may begin."""
LINKS = {
    NounKind.OFFICE: ("of", "for", "at", "from", "with"),
    NounKind.BODY: ("of", "for", "from"),
    NounKind.PEOPLE: ("of", "from", "in", "inside"),
}
Look = Callable[[int], tuple[str, ...]]


class Owned(NamedTuple):
    """The owners of a noun, and the first and last token of the words that tell them."""

    ids: tuple[str, ...]
    first: int
    last: int


def owners(scene: Scene, spot: Spot, kind: str, look: Look) -> Owned:
    """The owners that stand beside a noun: before it, in its genitive, or behind it after "of" and the like."""
    noun = spot.reading(kind)
    links = (*LINKS[kind], noun.link) if noun else LINKS[kind]
    left = left_owners(scene, spot, look)
    if left.ids:
        return left
    behind = right_owners(scene, spot, links, look)
    return Owned(behind.ids, min(left.first, spot.first), behind.last)


def left_owners(scene: Scene, spot: Spot, look: Look) -> Owned:
    """The owners right before a noun: "the Russian and Ukrainian foreign ministers", "the country's envoy", "its army"."""
    i, first = spot.first - 1, spot.first
    found: list[str] = []
    while scene.same_sentence(i, spot.first) and spot.first - i <= REACH:
        step = modifier(scene, i, spot)
        if step is None:
            break
        head, start, binding = step
        ids = look(head) if binding else ()
        start = min(start, scene.first_of(head)) if ids else start
        if ids:
            found[:0] = [id for id in ids if id not in found]
            first = start
            if not joined_before(scene, start, spot):
                break
            start -= 1
        elif binding and scene.tokens[head].tag == "PRP$":
            break
        i = start - 1
    return Owned(tuple(found), first, spot.last)


def modifier(scene: Scene, i: int, spot: Spot) -> tuple[int, int, bool] | None:
    """One modifier that ends at a token: its head, its first token, whether it may be an owner; None where the phrase begins."""
    token = scene.tokens[i]
    if token.text in {"'s", "’s", "'", "’"} or (token.tag == "POS"):
        return genitive(scene, i)
    label = scene.labels.get(i)
    if label and label.scheme != "person":
        many = scene.text(label.first, label.last) in tables("whose")["ethnic"] and spot.reading(NounKind.BODY) is None
        return label.last, label.first, not (many or attached(scene, label.first, label.last))
    if token.text.lower() in tables("whose")["bound"] and scene.tokens[i - 1].text == "-":
        return bound(scene, i)
    other = scene.spots.get(i)
    if other and other is not spot and other.reading(NounKind.BODY) and other.last == i:
        return other.head, other.first, True
    if token.tag in {"PRP$", "WP$"}:
        return i, i, True
    fits = (
        token.pos in {"ADJ", "NOUN", "NUM", "ADV"}
        or token.tag in {"VBN", "VBG", "JJ", "NNP", "NN", "NNPS"}
        or token.text in {"-", '"', "“", "”"}
    )
    return (i, i, False) if fits else None


def genitive(scene: Scene, i: int) -> tuple[int, int, bool] | None:
    """The owner before "'s": a label, a noun that points back, a name."""
    label = scene.labels.get(i - 1)
    if label and label.scheme != "person":
        return label.last, label.first, True
    owner = scene.tokens[i - 1]
    if owner.pos not in {"NOUN", "PROPN", "PRON"} or not scene.same_sentence(i - 1, i):
        return None
    run, spot = scene.runs.get(i - 1), scene.spots.get(i - 1)
    return i - 1 if not run else run.head, run.first if run else spot.first if spot else i - 1, True


def bound(scene: Scene, i: int) -> tuple[int, int, bool] | None:
    """A party in a compound that does not own the noun ("Russian-backed separatists"), or that places it ("Mali-based")."""
    label = scene.labels.get(i - 2)
    if label is None:
        return i - 2, i - 2, False
    return label.last, label.first, scene.tokens[i].text.lower() in tables("whose")["placing"]


def attached(scene: Scene, first: int, last: int) -> bool:
    """Whether a label is a part of a compound like "pro-Russian", "US-led", "Russian-speaking"."""
    before = scene.tokens[first - 1].text if first else ""
    after = scene.tokens[last + 1].text if last + 1 < len(scene.tokens) else ""
    far = scene.tokens[last + 2].text.lower() if last + 2 < len(scene.tokens) else ""
    return (before == "-" and scene.tokens[first - 2].text.lower() in tables("whose")["prefixes"]) or (
        after == "-" and far in tables("whose")["bound"] and far not in tables("whose")["placing"]
    )


def joined_before(scene: Scene, first: int, spot: Spot) -> bool:
    """Whether an owner is coordinated with one before it: "Russian *and* Ukrainian", "Russian, Ukrainian"; a comma alone may end
    a clause before the noun's: "it may recognise *Kardovia, Norvania's* minister said".
    """
    before = scene.tokens[first - 1] if first else None
    if before is None or before.text.lower() not in {"and", ",", "-"} or not scene.same_sentence(first - 2, first):
        return False
    label = scene.labels.get(first - 2)
    if label is None or label.scheme not in {"adjective", "name"} or first not in scene.labels:
        return False
    if before.text == "," and all(above.i != spot.head for above in scene.tree.ancestors(scene.tokens[label.last])):
        return False
    short = scene.text(label.first, label.last).isupper()  # "U.S. and South Korean forces": an abbreviation is its own adjective
    stray = before.text.lower() == "and" and label.scheme == "adjective"  # "Serbian and Kosovo leaders": no party by itself
    return scene.labels[first].scheme == label.scheme or short or stray


def right_owners(scene: Scene, spot: Spot, links: Sequence[str], look: Look) -> Owned:
    """The owners behind a noun: "the government of Norvania", "a spokesperson for the foreign ministry"."""
    head = scene.tokens[spot.head]
    for prep in scene.tree.children(head, "prep"):
        if prep.text.lower() not in links or prep.i < spot.head:
            continue
        for noun in scene.tree.children(prep, "pobj"):
            ids = tuple(dict.fromkeys(i for t in scene.tree.conjuncts(noun) for i in look(t.i)))
            if ids:
                return Owned(ids, spot.first, scene.tree.subtree(noun)[-1].i if len(ids) > 1 else last_of(scene, noun))
    behind = spot.last + 2  # the parse may hang "from Zubrava" on the verb, "of the Lake Federation" on "Affairs"
    the = scene.same_sentence(spot.last, behind) and scene.tokens[behind].pos == "DET"
    after = scene.labels.get(behind + the)
    if after and scene.same_sentence(spot.first, after.first) and scene.tokens[spot.last + 1].text.lower() in links:
        return Owned(look(after.last), spot.first, after.last)
    return Owned((), spot.first, spot.last)


def last_of(scene: Scene, noun: Token) -> int:
    """The last token of the name or noun phrase that a word heads, as far as it runs on."""
    label = scene.labels.get(noun.i)
    return label.last if label else noun.i


def receiver(scene: Scene, spot: Spot) -> tuple[str, str, int] | None:
    """Where a mission sits or an envoy is sent: the party's id, the words, the last token ("embassy in Moscow")."""
    head = scene.tokens[spot.head]
    for prep in scene.tree.children(head, "prep"):
        noun = scene.tree.child(prep, "pobj")
        label = scene.labels.get(noun.i) if noun else None
        if prep.text.lower() in {"in", "to", "at"} and prep.i > spot.head and label and noun:
            return label.id, scene.text(label.first, label.last), label.last
    after = spot.last + 1  # the parse may hang "in Moscow" on a verb
    if not scene.same_sentence(spot.last, after + 2) or scene.tokens[after].text.lower() not in {"in", "to"}:
        return None
    label = scene.labels.get(after + 1 if scene.tokens[after + 1].pos != "DET" else after + 2)
    return (label.id, scene.text(label.first, label.last), label.last) if label else None


def sender(scene: Scene, owned: Owned, look: Look) -> Owned | None:
    """The state before the body to which its envoy or mission is sent: "China's" in "China's UN envoy"."""
    if len(owned.ids) != 1 or scene.actor(owned.ids[0]).kind is not ActorKind.IGO:
        return None
    inner = Spot(owned.first, owned.first, owned.first, ())
    found = left_owners(scene, inner, look)
    return found if found.ids else None
