"""Names of the catalogue in a reading: where each stands, whom it means, and whether a city stands for its government."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from ahocorasick_rs import AhoCorasick, MatchKind

from dateline.model import ActorKind, Reading, SectionKind, Token
from dateline.resolve.actors.words import listed, load_anaphors, tables
from dateline.resolve.catalogue import Catalogue, holds
from dateline.resolve.catalogue.index import Hit, Owner, is_word, same_length

SURE = frozenset(("name", "adjective", "demonym", "capital", "seat", "own"))
MODIFIER = ("adjective", "demonym")


@dataclass(frozen=True, slots=True)
class Label:
    """A name in the text: tokens from ``first`` to ``last`` (included), the parties or the person that it may mean.

    ``scheme`` is the catalogue's: name, adjective, demonym, capital, seat, short, abbreviation or person. Several ``ids``
    mean that the text does not tell which.
    """

    first: int
    last: int
    start: int
    end: int
    scheme: str
    ids: tuple[str, ...]
    why: str = ""

    @property
    def id(self) -> str:
        """The first party or person."""
        return self.ids[0]


def find_labels(reading: Reading, catalogue: Catalogue) -> tuple[Label, ...]:
    """The labels of a reading in the order of the text; unsupported short names and abbreviations are left out."""
    text = reading.report.text[: reading.paragraphs[-1].end] if reading.tokens else ""  # what is not read bears no labels
    others = decoys(text)
    hits = [h for h in catalogue.index.find(text) if not inside(h, others)]
    spans = [s.span for s in reading.sections if s.kind is SectionKind.DATELINE]
    hits = [h for h in hits if not any(s.start <= h.start < s.end for s in spans)]
    context = Context(reading, catalogue, hits)
    labels = [label for h in hits if (label := context.label(h))]
    return tuple(context.with_other_names(labels))


@cache
def decoy_finder() -> AhoCorasick:
    """The automaton over names that mean no party."""
    return AhoCorasick([same_length(d) for d in tables("ambiguous")["decoys"]], matchkind=MatchKind.LeftmostLongest)


def decoys(text: str) -> Sequence[tuple[int, int]]:
    """Where names stand that mean no party."""
    plain = same_length(text)
    return [(s, e) for _, s, e in decoy_finder().find_matches_as_indexes(plain) if is_word(plain, s, e)]


def inside(hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a hit overlaps one of the spans without being longer than it."""
    return any(s < hit.end and hit.start < e and hit.end - hit.start <= e - s for s, e in spans)


def tokens_at(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """The first and the last token of a stretch of text; None where no token lies in it."""
    starts = reading.token_starts
    first = max(0, bisect_right(starts, start) - 1)
    last = bisect_left(starts, end) - 1
    if not starts or last < first or reading.tokens[first].end <= start:
        first += 1
    return (first, last) if starts and first <= last else None


class Context:
    """What a text says surely, and from it what its doubtful names mean."""

    def __init__(self, reading: Reading, catalogue: Catalogue, hits: Sequence[Hit]) -> None:
        self.reading = reading
        self.text = reading.report.text
        self.catalogue = catalogue
        self.day = reading.report.day or self.told_year(hits)
        self.sure = frozenset(self.sure_ids(hits))
        self.introduced = self.introductions(hits)

    def told_year(self, hits: Iterable[Hit]) -> str | None:
        """The latest year that the text names, where no state of which it speaks is younger: a report on Ukraine's army that
        names 1954 alone is not of 1954.
        """
        year = latest_year(self.text)
        owners = (o for hit in hits if len({o.id for o in hit.owners}) == 1 for o in hit.owners[:1] if o.name.scheme in SURE)
        starts = (party.start for o in owners if (party := self.catalogue.party(o.id)) and party.kind is ActorKind.STATE)
        return None if year and any(start and start[:4] > year for start in starts) else year

    def sure_ids(self, hits: Iterable[Hit]) -> Iterator[str]:
        """The parties that a name means without doubt, and the countries to which they belong."""
        for hit in hits:
            ids = {o.id for o in self.fitting(hit) if o.name.scheme in SURE}
            if len(ids) == 1:
                yield from ids
                party = self.catalogue.party(next(iter(ids)))
                yield from (i for i in (party.country, party.principal) if i) if party else ()

    def fitting(self, hit: Hit) -> tuple[Owner, ...]:
        """The bearers of a name on the day of the report, or all of them where none bears it then."""
        held = tuple(o for o in hit.owners if self.day is None or holds(o.name.since, o.name.until, self.day))
        if self.day is None:
            held = tuple(o for o in hit.owners if not o.name.until) or hit.owners
        return held or hit.owners

    def introductions(self, hits: Sequence[Hit]) -> Mapping[str, str]:
        """Abbreviations that the text puts in brackets behind a name, with the party that they stand for there."""
        found: dict[str, str] = {}
        for hit in hits:
            match = BRACKETS.match(self.text, hit.end)
            ids = {o.id for o in self.fitting(hit)}
            for owner in hit.owners if match else ():
                party = self.catalogue.party(owner.id)
                short = match.group(1) if match else ""
                if party and (len(ids) == 1 or any(n.text == short and n.scheme == "abbreviation" for n in party.names)):
                    found.setdefault(short, owner.id)
        return found

    def label(self, hit: Hit) -> Label | None:
        """What a name in the text means; None where nothing supports it."""
        where = tokens_at(self.reading, hit.start, hit.end)
        if where is None:
            return None
        owners = self.fitting(hit)
        people = tuple(dict.fromkeys(o.id for o in owners if o.name.scheme == "person"))
        form = same_length(self.text[hit.start : hit.end])
        label = Label(*where, hit.start, hit.end, "name", ())
        if people and not any(o.name.scheme in SURE for o in owners):
            return replace(label, scheme="person", ids=people, why="a person in the catalogue")
        if form in self.introduced:
            return replace(label, ids=(self.introduced[form],), why="introduced by the text")
        owners = tuple(o for o in owners if o.name.scheme != "person" and self.supported(o, hit, form))
        if not owners or self.part_of_person(label):
            return None
        return self.decided(label, form, owners)

    def decided(self, label: Label, form: str, owners: tuple[Owner, ...]) -> Label:
        """The label with the party that fits best, or with all where nothing tells them apart."""
        best = min(owners, key=lambda o: ORDER.get(o.name.scheme, 9))
        ids = tuple(dict.fromkeys(o.id for o in owners if o.name.scheme == best.name.scheme))
        if len(ids) > 1:
            ids = self.told_apart(form, ids)
        return replace(label, scheme=best.name.scheme, ids=ids, why=f"{best.name.scheme} in the catalogue")

    def told_apart(self, form: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        """The parties that remain of several: by the words of ambiguous.toml, by what the text says surely, by their years."""
        for row in tables("ambiguous")["told_apart"]:
            if form in row["text"]:
                for id, words in zip(row["parties"], row["words"], strict=True):
                    if id in ids and any(w in self.text for w in words):
                        return (id,)
        sure = tuple(i for i in ids if i in self.sure)
        if len(sure) == 1:
            return sure
        alive = tuple(i for i in ids if self.exists(i))
        return alive if len(alive) == 1 else tuple(i for i in ids if not self.is_former(i)) or ids

    def is_former(self, id: str) -> bool:
        """Whether a party is no more."""
        party = self.catalogue.party(id)
        return bool(party and party.end)

    def exists(self, id: str) -> bool:
        """Whether a party exists on the day of the report."""
        party = self.catalogue.party(id)
        return bool(party) and (self.day is None or holds(party.start, party.end, self.day)) if party else False

    def supported(self, owner: Owner, hit: Hit, form: str) -> bool:
        """Whether the text supports a name: sure ones always (save in the traps of ambiguous.toml), short ones by context."""
        if owner.name.scheme == "abbreviation":
            return owner.id in self.sure or self.full_name_near(owner.id) or self.of_country(owner.id, hit)
        if owner.name.scheme != "short":
            return not self.trapped(owner.id, form)
        party = self.catalogue.party(owner.id)
        if party and (party.country or party.kind == "igo") and self.of_another(hit, party.country):
            return False
        if owner.id in self.sure or party is None:
            return True
        if self.told_by_words(owner.id, form) or self.left_open(form, hit):
            return True
        first = tokens_at(self.reading, hit.start, hit.end)
        entity = self.reading.tokens[first[1]].entity if first else ""
        by_country = party.country is not None and party.country in self.sure
        return party.kind not in ("would_be_state", "state") and (entity == "ORG" or (by_country and party.kind != "outlet"))

    def of_another(self, hit: Hit, country: str | None) -> bool:
        """Whether another country stands right before a short name: "Peru's Congress" is not that of the United States, and
        "Iran's Supreme National Security Council" not that of the United Nations.
        """
        for before in self.catalogue.index.find(self.text[max(0, hit.start - NEAR) : hit.start]):
            start = max(0, hit.start - NEAR)
            between = self.text[start + before.end : hit.start].replace("’", "'").removeprefix("'s").removeprefix("'").split()
            party = self.catalogue.party(before.owners[0].id)
            if all(w[0].isupper() for w in between) and party and party.country and party.country != country:
                return True
        return self.of_country_behind(hit, country)

    def of_country_behind(self, hit: Hit, country: str | None) -> bool:
        """Whether another country stands behind a short name and "of": "the Foreign Office of Latvia"."""
        behind = OF.match(self.text, hit.end)
        owners = self.catalogue.index.find(self.text[behind.end() : behind.end() + NEAR]) if behind else ()
        first = next((h for h in owners if h.start == 0), None)
        party = self.catalogue.party(first.owners[0].id) if first else None
        return bool(party and party.country and party.country != country)

    def with_other_names(self, labels: Sequence[Label]) -> Iterator[Label]:
        """The labels, one before a state's other name in brackets as that state: "Republic of Congo (Congo-Brazzaville)"."""
        for label, behind in zip_longest(labels, labels[1:]):
            if behind is not None and self.in_brackets(label, behind) and self.are_states(label) and self.are_states(behind):
                label = replace(label, ids=behind.ids, why="its other name stands in brackets")
            yield label

    def in_brackets(self, label: Label, behind: Label) -> bool:
        """Whether a label fills the brackets right behind another one."""
        return self.text[label.end : behind.start] == " (" and self.text[behind.end : behind.end + 1] == ")"

    def are_states(self, label: Label) -> bool:
        """Whether a label names states by their own names."""
        parties = [self.catalogue.party(id) for id in label.ids]
        return label.scheme in {"name", "own", "short"} and all(p is not None and p.kind is ActorKind.STATE for p in parties)

    def of_country(self, id: str, hit: Hit) -> bool:
        """Whether an abbreviation is a body's whose country the text names, and the model too takes it for a body."""
        party, where = self.catalogue.party(id), tokens_at(self.reading, hit.start, hit.end)
        body = where is not None and self.reading.tokens[where[1]].entity == "ORG" and hit.end - hit.start > MIN_SHORT
        return body and party is not None and party.country in self.sure

    def full_name_near(self, id: str) -> bool:
        """Whether a short name or a capital of the party stands in the text, for abbreviations: "DPR" beside "Donetsk"."""
        party = self.catalogue.party(id)
        return party is not None and any(n.scheme in {"short", "capital"} and n.text in self.text for n in party.names)

    def told_by_words(self, id: str, form: str) -> bool:
        """Whether the words of ambiguous.toml speak for one bearer of a name."""
        for row in tables("ambiguous")["told_apart"]:
            if form in row["text"] and id in row["parties"]:
                return any(w in self.text for w in row["words"][row["parties"].index(id)])
        return False

    def left_open(self, form: str, hit: Hit) -> bool:
        """Whether a name has several bearers of whom the text supports none: it names one of them, and nobody can say which."""
        rows = [row for row in tables("ambiguous")["told_apart"] if form in row["text"]]
        bearers = {o.id for o in hit.owners}
        return (
            bool(rows) and len(bearers) > 1 and not bearers & self.sure and not any(self.told_by_words(id, form) for id in bearers)
        )

    def trapped(self, id: str, form: str) -> bool:
        """Whether a name has another meaning for which the text speaks: the American state of Georgia."""
        for row in tables("ambiguous")["name"]:
            if row["text"] == form and row["party"] == id:
                return any(w in self.text for w in row["against"]) and not any(w in self.text for w in row["for"])
        return False

    def part_of_person(self, label: Label) -> bool:
        """Whether a name of one word is a part of a person's: "Vernon Jordan", "Jordan Reed"; "Breakaway Abkhazia" is nobody."""
        tokens = self.reading.tokens
        token = tokens[label.first]
        if label.first != label.last or token.entity != "PERSON" or label.scheme != "name":
            return False
        given = token.text in tables("ambiguous")["given_names"]
        near = (tokens[i] for i in (label.first - 1, *([label.last + 1] if given else [])) if 0 <= i < len(tokens))
        names = (t for t in near if t.entity == "PERSON" and t.pos == "PROPN" and t.sentence == token.sentence)
        return any(t.text.lower() not in listed("places", "place", "missions") | load_anaphors().would_be for t in names)


MIN_SHORT = 2
"""Abbreviations of so few letters count only where the text gives the full name."""
NEAR = 40
"""How many characters before a short name the country may begin to which it belongs."""
BRACKETS = re.compile(r"(?:'s|’s)? ?\(([A-Z][A-Za-z.]{1,7})\)")
OF = re.compile(r" of (?:the )?")
YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")
ORDER = {"name": 0, "own": 0, "short": 1, "abbreviation": 1, "adjective": 2, "demonym": 3, "seat": 4, "capital": 5}
"""Of several readings of one name the first counts: "Singapore" is the state before it is its own capital."""


def latest_year(text: str) -> str | None:
    """The latest year that a text names, in place of a date of publication."""
    years = YEAR.findall(text)
    return max(years) if years else None


def is_modifier(token: Token) -> bool:
    """Whether a word stands before a noun and belongs to it."""
    return token.dep in {"amod", "compound", "nmod", "poss", "npadvmod", "nummod"}
