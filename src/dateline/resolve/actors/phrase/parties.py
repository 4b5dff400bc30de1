"""Which party a phrase names: by name, by code, by the city in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import ActorKind, Party
from dateline.resolve.actors.words import listed, load_words, organization_words
from dateline.resolve.catalogue import Catalogue, holds
from dateline.resolve.catalogue.index import Hit, Owner

STATES = frozenset((ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY))
SCHEMES = {"name": 0, "own": 0, "person": 1, "short": 2, "abbreviation": 3, "adjective": 3, "demonym": 3, "seat": 4, "capital": 5}
PARTS = frozenset((ActorKind.GROUP, ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.OUTLET))
BOUND = re.compile(r" ?- ?(\w+)")
BASED = re.compile(r"-(?:based|led|born)\b")
PREPOSITION = re.compile(r"\b(?:of|to|at|in|from|for|with|on)\b")
CODE = re.compile(r"x-[a-z0-9-]+|[A-Z]{3}|Q\d+")


class PhraseParties:
    """One phrase with the names and nouns found in it."""

    def __init__(self, phrase: str, on: str | None, catalogue: Catalogue) -> None:
        self.phrase = phrase
        self.on = on
        self.catalogue = catalogue
        self.hits = tuple(catalogue.index.find(phrase))
        self.nouns = tuple(
            n for n in load_words().find(phrase) if not any(h.start <= n.start and n.end <= h.end for h in self.hits)
        )
        self.why: list[str] = []

    def owners(self, hit: Hit) -> tuple[Owner, ...]:
        """The bearers of a name on the day, the best scheme first; all of them where none bears it then."""
        held = [o for o in hit.owners if (holds(o.name.since, o.name.until, self.on) if self.on else not o.name.until)]
        return tuple(sorted(held or hit.owners, key=lambda o: SCHEMES.get(o.name.scheme, 9)))

    def labels(self) -> Iterator[tuple[Hit, Party]]:
        """The parties named in the phrase, in order."""
        for hit in self.hits:
            owner = next((o for o in self.owners(hit) if o.name.scheme != "person"), None)
            party = self.catalogue.party(owner.id) if owner else None
            if party and not self.inside_name(hit, party):
                yield hit, party

    def inside_name(self, hit: Hit, party: Party) -> bool:
        """Whether a country's name is a part of a person's ("Vernon Jordan")."""
        before = self.phrase[: hit.start].split()
        return (
            party.kind is ActorKind.STATE
            and bool(before)
            and before[-1][:1].isupper()
            and not self.is_word(before[-1])
            and hit.end == len(self.phrase)
            and len(before) == 1
        )

    def is_word(self, word: str) -> bool:
        """Whether a word is a noun of the lists or an article."""
        return word.lower() in {"the", "a", "an"} or any(self.phrase[n.start : n.end].split()[-1] == word for n in self.nouns)

    def party(self) -> Party | None:
        """The party of the phrase: the one named first, a modifier or the head itself."""
        found = [*self.owning()] or [*self.labels()]
        if not found:
            return self.bearer_of_code()
        hit, party = self.nearest(found)
        self.why.append(f"{self.phrase[hit.start : hit.end]!r} names {party.name}")
        return party

    def bearer_of_code(self) -> Party | None:
        """The party whose id or code the whole phrase is ("DEU", "x-un", "Q183"); a code that two bear names neither."""
        bearers = self.catalogue.find(self.phrase, self.on) if CODE.fullmatch(self.phrase) else ()
        if len(bearers) != 1:
            return None
        self.why.append(f"{self.phrase!r} is a code of {bearers[0].name}")
        return bearers[0]

    def owning(self) -> Iterator[tuple[Hit, Party]]:
        """The parties named in the phrase without those that a compound only binds to it: "Norvanian-backed rebels in Kardovia"."""
        for hit, party in self.labels():
            behind = BOUND.match(self.phrase, hit.end)
            if not behind or behind[1].lower() not in listed("whose", "bound") or behind[1].lower() in listed("whose", "placing"):
                yield hit, party

    def nearest(self, found: Sequence[tuple[Hit, Party]]) -> tuple[Hit, Party]:
        """Of several parties the one meant: a state's group or body behind it ("Norvania's Red Front"), the state in which a people
        of several states is said to live ("Kurdish rebels in Norvania"), else the first.
        """
        (hit, first), *rest = found
        for other, party in rest:
            inside = first.kind in STATES and party.kind in PARTS and party.country == first.country
            if inside and other.end == len(self.phrase) and not PREPOSITION.search(self.phrase, hit.end, other.start):
                return other, party
            if self.phrase[hit.start : hit.end] in listed("whose", "ethnic") and party.kind is ActorKind.STATE:
                return other, party
        return hit, first

    def city(self) -> str | None:
        """The country of the city in the phrase, where no party is named: "Halmar University"."""
        from dateline.resolve.places import best  # reads 34,000 cities: only for phrases that nothing else tells

        words = BASED.sub(" ", self.phrase).split()
        for length in range(min(4, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                name, rest = " ".join(words[start : start + length]), words[start + length :]
                place = best(name, {}) if name[:1].isupper() and self.may_be_city(words[start], rest) else None
                if place:
                    self.why.append(f"{name!r} is a city in {place.country}")
                    return place.country
        return None

    def may_be_city(self, first: str, rest: Sequence[str]) -> bool:
        """Whether a name may be a city's: it stands alone, or before a noun ("Halmar police")."""
        return not self.is_word(first) and (not rest or any(self.is_word(w) or w.lower() in organization_words() for w in rest))
