"""A phrase out of context → country, sector, party, role: what ``dateline actor`` shows; it needs no parser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import ActorKind, Party, PartyKind
from dateline.resolve.actors.naming import heading, personal
from dateline.resolve.actors.naming import phrase as named
from dateline.resolve.actors.words import Noun, NounHit, NounKind, load_anaphors, load_words, organization_words, tables
from dateline.resolve.catalogue import Catalogue, Person, Term, folded, holds
from dateline.resolve.catalogue.index import Hit, Owner

ORGANIZATIONS = frozenset(("SOC", "BUS", "EDU", "NGO", "LAB", "REL", "MED"))
STATES = frozenset((ActorKind.STATE, ActorKind.WOULD_BE_STATE, ActorKind.TERRITORY))


@dataclass(frozen=True, slots=True)
class PhraseResolution:
    """What a phrase names. ``party`` is the id of the party for which it acts or which it is, ``code`` its country or PLOVER's code
    of a body of states (IGO, UNO, EUR); ``why`` has a line a step.
    """

    phrase: str
    country: str | None = None
    code: str | None = None
    sector: str | None = None
    party: str | None = None
    role: str | None = None
    person: str | None = None
    why: tuple[str, ...] = ()


def resolve_phrase(phrase: str, on: str | None, catalogue: Catalogue) -> PhraseResolution:
    """What a phrase names on a day (now, if none is given)."""
    return PhraseReader(" ".join(phrase.split()), on, catalogue).read()


class PhraseReader:
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

    def read(self) -> PhraseResolution:
        """The resolution."""
        person = self.person()
        term = self.term(person) if person else None
        own = term.party if term and any(o.id == term.party for hit in self.hits for o in hit.owners) else None
        told = self.party() or (self.catalogue.party(term.party) if term else None)
        party = self.catalogue.party(own) if own else told
        noun = self.head_noun()
        sector = self.sector(term, party, noun)
        country = self.catalogue.country(party) or (None if party or person else self.city())
        return PhraseResolution(
            self.phrase,
            country,
            country or self.catalogue.plover(party),
            sector,
            party.id if party else None,
            self.role(noun, term, party),
            person.name if person else None,
            tuple(self.why),
        )

    # ------------------------------------------------------------------ names

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
            if not behind or behind[1].lower() not in tables("whose")["bound"] or behind[1].lower() in tables("whose")["placing"]:
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
            if self.phrase[hit.start : hit.end] in tables("whose")["ethnic"] and party.kind is ActorKind.STATE:
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

    # ------------------------------------------------------------------ people

    def person(self) -> Person | None:
        """The person whom the phrase names, by full name or by a surname beside a title."""
        for hit in self.hits:
            people = [o.id for o in self.owners(hit) if o.name.scheme == "person"]
            if people:
                return self.known(self.catalogue.people[people[0]], "full name")
        words = [] if self.phrase.lower() in load_anaphors().pronouns else NAME.findall(self.phrase)
        candidates = self.catalogue.surnames.get(folded(words[-1]), ()) if words and self.ends_with_name(words[-1]) else ()
        fitting = [p for p in candidates if self.fits(p, words)]
        return self.known(fitting[0], "surname") if len({t.party for p in fitting for t in p.terms}) == 1 else None

    def ends_with_name(self, word: str) -> bool:
        """Whether the phrase ends with a word that is no noun and no party."""
        return self.phrase.endswith(word) and not self.is_word(word) and not any(h.end == len(self.phrase) for h in self.hits)

    def fits(self, person: Person, words: Sequence[str]) -> bool:
        """Whether a surname means somebody: given names must not differ, and parties in the phrase must be theirs."""
        full = folded(person.name).split()
        given = self.given(words)
        if given and len(full) > 1 and given != full[0]:
            return False
        parties = {p.id for _, p in self.labels()}
        return not parties or any(t.party in parties for t in person.terms)

    def given(self, words: Sequence[str]) -> str:
        """The word before a surname, where it is a name too and neither a title nor a party."""
        if len(words) < 2 or self.is_word(words[-2]) or any(self.phrase[h.start : h.end].endswith(words[-2]) for h in self.hits):
            return ""
        return folded(words[-2])

    def known(self, person: Person, how: str) -> Person:
        """The person, noted."""
        self.why.append(f"{person.name} by {how}")
        return person

    def term(self, person: Person) -> Term | None:
        """The term on the day, or the last one."""
        held = [t for t in person.terms if self.on is None or holds(t.since, t.until, self.on)]
        return max(held or person.terms, key=lambda t: t.since or "", default=None)

    # ------------------------------------------------------------------ nouns

    def head_noun(self) -> Noun | None:
        """The noun that says what the phrase names: the last one before the first preposition, or any."""
        limit = next((m.start() for m in PREPOSITION.finditer(self.phrase) if not self.in_name(m.start())), len(self.phrase))
        before = [n for n in self.nouns if n.start < limit]
        early = any(h.start < limit for h, _ in self.labels())
        hit: NounHit | None = before[-1] if before else self.nouns[0] if self.nouns and not early else None
        if hit is None:
            return None
        singular = self.phrase[hit.start : hit.end].lower()
        noun = hit.of_kind(NounKind.OFFICE, NounKind.BODY, NounKind.PEOPLE)
        if singular.endswith("s"):
            noun = hit.of_kind(NounKind.PEOPLE) or hit.of_kind(NounKind.BODY) or noun
        if noun:
            noun = self.at_its_owner(noun, hit)
            self.why.append(f"{singular!r} is {noun.sector or 'no sector of its own'}")
        return noun

    def at_its_owner(self, noun: Noun, hit: NounHit) -> Noun:
        """A noun as what its owner makes of it: somebody's secretary, the head of a body, not of "the UN mission"."""
        for name, party in self.labels():
            behind = self.phrase[hit.end : name.start] + self.phrase[name.end :]
            noun = heading(noun, party.id, self.phrase[name.end : hit.start] if name.end <= hit.start else behind)
        return personal(noun, self.phrase[hit.start : hit.end].lower()) if self.is_somebodys(hit) else noun

    def is_somebodys(self, hit: NounHit) -> bool:
        """Whether a pronoun or an office with "'s" stands before a noun: "his secretary", "the king's secretary"."""
        before = self.phrase[: hit.start].replace("’", "'").rstrip()
        of_office = before.endswith("'s") and any(n.end == len(before) - 2 and n.of_kind(NounKind.OFFICE) for n in self.nouns)
        return of_office or before.rpartition(" ")[2].lower() in tables("offices")["state"]["possessive"]

    def in_name(self, where: int) -> bool:
        """Whether a place in the phrase lies inside a name: "Republic *of* Norvania soldiers"."""
        return any(h.start < where < h.end for h in self.hits)

    def sector(self, term: Term | None, party: Party | None, noun: Noun | None) -> str | None:
        """The sector: a former holder's is ELI; the noun's, the person's office's, the party's, in this order."""
        if FORMER.search(self.phrase) and noun:
            return "ELI"
        if self.phrase.lower() in load_anaphors().pronouns:
            return "UNK"
        if noun and noun.of == "any" and (inner := self.organization_behind()):
            return inner
        if noun and party and party.kind is ActorKind.GROUP and party.sector and noun.name in tables("whose")["same"]:
            return self.catalogue.sector_on(party, self.on)  # "Peshmerga fighters"
        if noun and noun.sector and noun.sector != "body":
            return noun.sector
        if term:
            return self.term_sector(term)
        if noun and noun.sector == "body":
            return party.sector or ("GOV" if party.kind in STATES else None) if party else None
        return self.party_sector(party) or self.suffix_sector()

    def organization_behind(self) -> str | None:
        """The sector of the organization to which an office belongs: "president of the Norvanian Chess Society"."""
        cut = PREPOSITION.search(self.phrase)
        behind = [n for n in self.nouns if cut and n.start > cut.start()]
        noun = behind[-1].of_kind(NounKind.PEOPLE) if behind else None
        return noun.sector if noun and noun.sector in ORGANIZATIONS else None

    def term_sector(self, term: Term) -> str:
        """The sector of an office in the catalogue; whoever left it before the day, if one is given, belongs to the elites."""
        if term.until and self.on and self.on[: len(term.until)] > term.until:
            self.why.append(f"out of office since {term.until}")
            return "ELI"
        return term.sector or "GOV"

    def party_sector(self, party: Party | None) -> str | None:
        """The sector of a party: its own; a would-be state's is PRE, a capital's is its government's."""
        if party is None:
            return None
        if party.kind is ActorKind.OUTLET and party.principal:
            return "GOV"  # the word of a state's own outlet is the state's
        if party.standing is PartyKind.LIMITED_RECOGNITION and party.kind is ActorKind.WOULD_BE_STATE:
            return "PRE"
        hit = next((h for h, p in self.labels() if p is party), None)
        scheme = next((o.name.scheme for o in self.owners(hit) if o.id == party.id), "") if hit else ""
        if scheme == "demonym" and hit and hit.end == len(self.phrase):
            return "CVL"
        return "GOV" if scheme in {"capital", "seat"} and party.sector is None else self.catalogue.sector_on(party, self.on)

    def suffix_sector(self) -> str | None:
        """The sector that the last word of a capitalised name tells: "Halmar University"."""
        words = self.phrase.split()
        return organization_words().get(words[-1].lower()) if words and words[-1][:1].isupper() else None

    def role(self, noun: Noun | None, term: Term | None, party: Party | None) -> str | None:
        """The role: the office in the phrase, or that of the catalogue."""
        office = noun.name if noun and noun.kind == NounKind.OFFICE else term.office if term else None
        link = noun.link if noun and noun.kind == NounKind.OFFICE else "of"
        return f"{office} {link} {named(self.catalogue.actor(party.id))}" if office and party else office


SCHEMES = {"name": 0, "own": 0, "person": 1, "short": 2, "abbreviation": 3, "adjective": 3, "demonym": 3, "seat": 4, "capital": 5}
PARTS = frozenset((ActorKind.GROUP, ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.OUTLET))
BOUND = re.compile(r" ?- ?(\w+)")
BASED = re.compile(r"-(?:based|led|born)\b")
PREPOSITION = re.compile(r"\b(?:of|to|at|in|from|for|with|on)\b")
CODE = re.compile(r"x-[a-z0-9-]+|[A-Z]{3}|Q\d+")
NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-]){0,40}")
FORMER = re.compile(r"\b(?:former|ex|retired|late|ousted|deposed)\b", re.IGNORECASE)
