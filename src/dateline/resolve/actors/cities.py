"""Names that are a place here and a party there: capitals, and short names of would-be states that are also cities."""

from __future__ import annotations

from functools import cache

from dateline.model import ActorKind, Token
from dateline.read.tree import Tree
from dateline.resolve.actors.labels import Label
from dateline.resolve.actors.scene import Scene
from dateline.resolve.actors.words import NounKind, load_anaphors, tables

AROUND = 60
"""How many tokens to both sides of a name are looked at for what is said of it."""


@cache
def words(name: str) -> frozenset[str]:
    """One of the lists of places.toml."""
    return frozenset(tables("places")["place"][name])


def is_place(scene: Scene, label: Label) -> bool:
    """Whether a city, or a seat of government, is named as a place and not for the government that sits there."""
    if label.first and scene.tokens[label.first - 1].text.lower() in words("missions"):
        return True
    head = first_conjunct(scene, head_of(scene, label))
    above = scene.tree.head(head)
    if above is None:
        return False
    if head.dep == "pobj":
        return place_after(scene.tree, above)
    if head.dep in {"dobj", "nsubjpass", "oprd"}:
        return above.lemma in words("object_verbs")
    if head.dep == "poss":
        return above.text.lower() in words("owned")
    if head.dep in {"compound", "amod", "nmod"}:
        return above.lemma.lower() in words("heads") or above.i in scene.runs
    return head.dep in {"npadvmod", "appos"} and label.scheme != "seat"


def head_of(scene: Scene, label: Label) -> Token:
    """The head word of a label."""
    return scene.head_of(label.first, label.last)


def first_conjunct(scene: Scene, token: Token) -> Token:
    """The first of the words with which a word is coordinated: of "between Moscow and Kyiv" Moscow."""
    while token.dep == "conj" and token.head != token.i:
        above = scene.tokens[token.head]
        if above.pos not in {"NOUN", "PROPN"}:
            break
        token = above
    return token


def place_after(tree: Tree, prep: Token) -> bool:
    """Whether a preposition makes its city a place."""
    word = prep.text.lower()
    above = tree.head(prep)
    if word in words("prepositions"):
        return True
    if above is None or word not in {"of", "to", "from", "for"}:
        return False
    if word == "for":
        return above.lemma in {"leave", "depart", "head", "bind"}
    if word == "to" and above.lemma in words("send_verbs"):
        return any(c.lemma.lower() in words("sent") for c in tree.children(above, "dobj", "nsubjpass"))
    return above.lemma.lower() in words({"of": "of_nouns", "to": "to_verbs", "from": "from_verbs"}[word])


def would_be(scene: Scene, label: Label) -> tuple[str, ...] | None:
    """What a short name that is also a city's means: the would-be state, the region around the city, or (empty) the city.

    None where the label is no such name. "Recognized Donetsk and Luhansk" names would-be states, "the Donetsk and Luhansk
    regions of Ukraine" regions, "shops in Donetsk" a city.
    """
    party = scene.catalogue.party(label.id)
    if party is None or party.kind is not ActorKind.WOULD_BE_STATE or label.scheme not in {"short", "capital"}:
        return None
    if region := region_of(scene, label):
        return (region,)
    return label.ids if means_state(scene, label) else ()


def region_of(scene: Scene, label: Label) -> str | None:
    """The region that bears a city's name: "the Donetsk and Luhansk regions", "Donetsk region"."""
    head = first_conjunct(scene, head_of(scene, label))
    noun = scene.tree.head(head)
    following = scene.tokens[label.last + 1] if label.last + 1 < len(scene.tokens) else None
    for candidate in (noun if head.dep in {"compound", "amod", "nmod"} else None, following):
        if candidate and candidate.lemma.lower() in words("regions"):
            found = scene.catalogue.find(f"{scene.text(label.first, label.last)} region")
            if found and not set(modifiers(scene, candidate)) & load_anaphors().would_be:
                return found[0].id
    return None


def modifiers(scene: Scene, noun: Token) -> list[str]:
    """The words before a noun that belong to it, in lower case, compounds with a hyphen put together."""
    low = [t.text.lower() for t in scene.tree.children(noun, "amod", "compound", "nmod", "acl")]
    left = scene.text(max(0, noun.i - 6), noun.i).lower().replace(" - ", "-")
    return [*low, *(w.strip("\"“”'‘’") for w in left.split())]


def means_state(scene: Scene, label: Label) -> bool:
    """Whether the words around a short name speak of the would-be state."""
    head = head_of(scene, label)
    first = first_conjunct(scene, head)
    above = scene.tree.head(first)
    if introduces(scene, label) or beside_full_name(scene, label):
        return True
    if above is None or is_place(scene, label):
        return recognized(scene, first)
    if acts_for(scene, label) or recognized(scene, first):
        return True
    in_text = label.id in scene.named
    spoken_of = load_anaphors().would_be & set(scene.text(*sentence_of(scene, head)).lower().split())
    return head.dep in {"nsubj", "nsubjpass", "poss", "conj", "dobj", "pobj"} and (in_text or bool(spoken_of))


def sentence_of(scene: Scene, token: Token) -> tuple[int, int]:
    """The first and the last token of the sentence of a token, of one without end those around it."""
    sentence = scene.reading.sentences[token.sentence]
    return max(sentence.first, token.i - AROUND), min(sentence.last - 1, token.i + AROUND)


def introduces(scene: Scene, label: Label) -> bool:
    """Whether the name stands before its own abbreviation in brackets: "Donetsk (DPR)"."""
    tokens = scene.tokens
    if not scene.same_sentence(label.last, label.last + 2) or tokens[label.last + 1].text != "(":
        return False
    inside = scene.labels.get(label.last + 2)
    return inside is not None and inside.id == label.id


def beside_full_name(scene: Scene, label: Label) -> bool:
    """Whether the name is coordinated with the full name of another would-be state: "Donetsk and Luhansk People's Republics"."""
    tokens = scene.tokens
    i = label.last + 1
    if not scene.same_sentence(label.last, i + 1) or tokens[i].text.lower() not in {"and", "&", ","}:
        return False
    other = scene.labels.get(i + 1)
    party = scene.catalogue.party(other.id) if other and other.scheme == "name" else None
    return (
        party is not None and party.kind is ActorKind.WOULD_BE_STATE and "Republic" in scene.text(other.first, other.last)
        if other
        else False
    )


def recognized(scene: Scene, token: Token) -> bool:
    """Whether a word is what is recognized, or whose independence it is."""
    return any(above.lemma.lower() in words("recognition") for above in scene.above(token, 3))


def acts_for(scene: Scene, label: Label) -> bool:
    """Whether an office or a body stands right behind the name: "Donetsk leader", "the Donetsk authorities"."""
    i = label.last + 1
    if i < len(scene.tokens) and scene.tokens[i].tag == "POS":
        i += 1
    while scene.same_sentence(label.last, i) and scene.tokens[i].pos == "ADJ" and i - label.last < 4:
        i += 1
    spot = scene.spots.get(i)
    return (
        spot is not None
        and scene.same_sentence(label.last, i)
        and spot.reading(NounKind.OFFICE, NounKind.BODY) is not None
        and scene.tokens[spot.head].text.lower() not in words("of_city")
    )
