"""What an outlet means by words that name nobody: "the Government", "the Foreign Minister", "our country"."""

from __future__ import annotations

from dateline.model import MentionForm, Token
from dateline.resolve.actors.home import STATES, Home
from dateline.resolve.actors.scene import Draft, Scene, Spot
from dateline.resolve.actors.whose import Look
from dateline.resolve.actors.words import Noun, listed

NAMING = frozenset(("name", "capital", "seat"))
PLURAL = frozenset(("NNS", "NNPS"))


def own_body(scene: Scene, spot: Spot, noun: Noun) -> Home | None:
    """Where a body is at home of which the text does not say whose it is: "the Government", "the army" of a local paper; in a
    report that is only dated from a capital a body that acts alone, since "the government and the rebels" may be guests there.
    """
    head = scene.tokens[spot.head]
    if scene.home is None or noun.mission or noun.sector not in listed("home", "own") or head.tag in PLURAL:
        return None
    definite = any(c.text.lower() == "the" for c in scene.tree.children(head, "det"))
    if elsewhere(scene, spot.first):
        return None
    if scene.home.outlet:
        bare = head.text[:1].isupper() and not scene.tree.children(head, "det", "poss")  # "Government has expelled …"
        return scene.home if bare or definite else None
    alone = head.dep != "conj" and not scene.tree.children(head, "conj")
    return scene.home if definite and alone and not noun.plural else None


def elsewhere(scene: Scene, i: int) -> bool:
    """Whether another state, or its capital, is named right before a noun: "*In Khartoum* the army arrested two ministers" tells
    of no army of the outlet's own.
    """
    sentence = scene.tokens[i].sentence
    first = scene.reading.sentences[max(0, sentence - 1)].first
    labels = (scene.labels.get(i) for i in range(first, i))
    named = {label.id for label in labels if label and label.scheme in NAMING}
    states = {id for id in named if (party := scene.catalogue.party(id)) and party.kind in STATES}
    return bool(states - {scene.home.state if scene.home else ""})


def faced(scene: Scene, spot: Spot, noun: Noun, look: Look) -> str | None:
    """The state whose government it is that stands beside rebels of a country: "*the government* and the Bougainville rebels"."""
    beside = scene.tree.conjuncts(scene.tokens[spot.head])[1:] if noun.sector in listed("home", "own") else []
    actors = [scene.actor(id) for token in beside for id in look(token.i)]
    countries = {a.country for a in actors if a.sector in listed("home", "against")}
    country = countries.pop() if len(countries) == 1 else None
    return country if country and scene.catalogue.party(country) else None


def own_office(scene: Scene, spot: Spot) -> Home | None:
    """Where the holder of an office is at home whom neither name nor country tells: "the Foreign Minister" of a local paper."""
    head = scene.tokens[spot.head]
    if scene.home is None or not scene.home.outlet or head.tag in PLURAL or scene.quoted[spot.head] or elsewhere(scene, spot.first):
        return None
    return scene.home if any(c.text.lower() == "the" for c in scene.tree.children(head, "det")) else None


def own_head(scene: Scene, office: Noun, i: int) -> str | None:
    """The state of a local paper's own "President Asker", told before a name; firms have presidents too, but say so."""
    home = scene.home
    fits = home is not None and home.outlet and office.name in listed("home", "heads") and not elsewhere(scene, i)
    return home.state if home and fits else None


def own_country(scene: Scene, token: Token) -> Draft | None:
    """The mention of the outlet's own country, outside of what others say: "*our country* signed", "*this country* sent"."""
    home = scene.home
    if home is None or not home.outlet or scene.quoted[token.i] or token.lemma.lower() not in listed("home", "countries"):
        return None
    mark = next((c for c in scene.tree.children(token, "poss", "det") if c.text.lower() in listed("home", "ours")), None)
    return Draft(mark.i, token.i, token.i, MentionForm.NOMINAL, (home.state,), home.why) if mark else None
