"""Names of places → coordinates: cities of GeoNames where the text speaks of a place, the country told by the text."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping

from dateline.model import ActorMention, MentionForm, Place, PlaceMention, Reading, SectionKind, Span, Token
from dateline.read.tree import Tree
from dateline.resolve.actors.cities import place_after, words
from dateline.resolve.gazetteer import gazetteer

FAMOUS = 20
"""So many times as many people make a city the one that is meant, whatever the text speaks of: "an Indian minister left for Dhaka"
means no town in Bihar.
"""
LONGEST = 5
NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X", "DET"})
"""What a place's name may begin with, as the parse has it."""


def find_places(reading: Reading, actors: tuple[ActorMention, ...]) -> tuple[PlaceMention, ...]:
    """The mentions of cities in locative position, in the order of the text."""
    tree = Tree(reading)
    taken = [a.span for a in actors if a.form in {MentionForm.NAME, MentionForm.METONYM}]
    countries = Counter(c for a in actors for c in {actor.country for actor in a.actors if actor.country})
    houses = posts(reading, actors)
    found: list[PlaceMention] = []
    last = 0
    for token in reading.tokens:
        if token.i < last or not (starts_place(token) and (token.entity != "PERSON" or after_mission(tree, token.i))):
            continue
        for end in range(run_end(reading, token.i), token.i, -1):
            if reading.tokens[end - 1].text in words("lands"):
                last = end
                break
            name = reading.report.text[token.start : reading.tokens[end - 1].end]
            place = best(name, countries, houses.get(token.i))
            if place is None or not locative(tree, token.i, end):
                continue
            span = Span(token.start, token.start + len(name))
            if not any(s.overlaps(span) and s.covers(span) for s in taken):
                found.append(PlaceMention(span, place))
                last = end
                break
    return tuple(found)


def starts_place(token: Token) -> bool:
    """Whether a place's name may begin with a word."""
    text = token.text
    return text[:1].isupper() and token.pos in NAMING and len(text) > 1 and token.entity not in {"DATE", "TIME"}


def run_end(reading: Reading, first: int) -> int:
    """The token behind the longest run of capitalised words that begins at one."""
    end = first + 1
    while end < len(reading.tokens) and end - first < LONGEST and reading.tokens[end].sentence == reading.tokens[first].sentence:
        token = reading.tokens[end]
        if not (token.text[:1].isupper() or token.text in {"-", "de", "of", "al", "el", "la", "le", "sur"}):
            break
        end += 1
    return end


def locative(tree: Tree, first: int, end: int) -> bool:
    """Whether a name stands where a place is meant: in a dateline, after "in", as what is visited or attacked."""
    sentence = tree.reading.sentences[tree[first].sentence]
    if sentence.kind is SectionKind.DATELINE:
        return first == sentence.first or tree[first - 1].text in {",", "/", "-"}  # never the agency in brackets
    if after_mission(tree, first):
        return True
    head = tree.head_of(Span(tree[first].start, tree[end - 1].end))
    while head and head.dep in {"conj", "appos"} and head.head != head.i:
        head = tree[head.head]
    above = tree.head(head) if head else None
    if head is None or above is None:
        return False
    if head.dep == "pobj":
        return place_after(tree, above)
    if head.dep in {"dobj", "nsubjpass"}:
        return above.lemma in words("object_verbs")
    return head.dep == "poss" and above.text.lower() in words("owned")


def after_mission(tree: Tree, first: int) -> bool:
    """Whether a name stands right behind a mission, which is in that city: "Embassy Halmar was opened"."""
    return first > 0 and tree[first - 1].text.lower() in words("missions")


def posts(reading: Reading, actors: Iterable[ActorMention]) -> Mapping[int, str]:
    """For each token behind a mission or an envoy and "at" or "in" the country sent from: "the Danish Embassy at *Kingston*"."""
    found: dict[int, str] = {}
    for mention in actors:
        country = mention.actors[0].country if mention.actors else None
        after = bisect_left(reading.token_starts, mention.span.end)
        is_post = bool(words("posts") & set(mention.span.of(reading.report.text).lower().split()))
        if country and is_post and after < len(reading.tokens) and reading.tokens[after].text.lower() in {"at", "in"}:
            found[after + 1] = country
    return found


def best(name: str, countries: Mapping[str, int], abroad: str | None = None) -> Place | None:
    """The city that a name means in a text that speaks of some countries: theirs first, but for hamlets, then the largest.

    ``abroad``: the country whose mission sits there: it lies in another one, and rather in its capital.
    """
    candidates = [c for c in gazetteer().named(name) if abroad is None or c.place.country != abroad]
    if not candidates:
        return None
    largest = {own: max(c.population for c in candidates if c.own >= own) for own in {c.own for c in candidates}}
    known = [c for c in candidates if c.capital or FAMOUS * c.population >= largest[c.own]]
    return max(
        known, key=lambda c: (countries.get(c.place.country or "", 0) > 0, bool(abroad and c.capital), c.own, c.population)
    ).place
