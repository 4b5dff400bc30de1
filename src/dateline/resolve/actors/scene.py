"""One reading laid out for resolution: its labels, nouns and runs of names by token, and the mentions found so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dateline.model import Actor, ActorKind, MentionForm, Reading, SectionKind, Span, Token
from dateline.read.tree import Tree
from dateline.resolve.actors.home import Home, dated_from, home
from dateline.resolve.actors.labels import Label, find_labels, tokens_at
from dateline.resolve.actors.words import Noun, NounKind, listed, load_words
from dateline.resolve.catalogue import Catalogue

DEEPEST = 30
"""How many levels of a parse are climbed; sentences of newspapers have fewer."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A noun of the word lists in the text: its tokens, its head and its readings."""

    first: int
    last: int
    head: int
    nouns: tuple[Noun, ...]

    def reading(self, *kinds: str) -> Noun | None:
        """Its first reading of one of the kinds."""
        return next((n for n in self.nouns if n.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words that is no party of the catalogue: perhaps a person, a body, a place."""

    first: int
    last: int
    head: int
    entity: str
    person: str | None = None  # the id of the person in the catalogue whose full name it is


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention while the report is being read: ``ids`` are looked up in the scene's actors at the end."""

    first: int
    last: int
    head: int
    form: MentionForm
    ids: tuple[str, ...]
    why: str
    antecedent: Span | None = None
    plural: bool = False


@dataclass(slots=True)
class Scene:
    """What is known of one reading; only ``drafts``, ``actors`` and ``genders`` grow while it is resolved."""

    reading: Reading
    catalogue: Catalogue
    tree: Tree
    tokens: Sequence[Token] = field(init=False)  # the words of the reading
    labels: dict[int, Label] = field(default_factory=dict)
    spots: dict[int, Spot] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    by_head: dict[int, list[Draft]] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    subjects: dict[int, int | None] = field(default_factory=dict)
    quoted: Sequence[bool] = ()
    named: frozenset[str] = frozenset()  # the parties that the text gives by a full name
    dated: str | None = None  # the state that the dateline names, by itself or by its capital
    home: Home | None = None  # the state where the outlet is, or from which it reports

    def __post_init__(self) -> None:
        self.tokens = self.reading.tokens

    def span(self, first: int, last: int) -> Span:
        """The place of a stretch of tokens."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def text(self, first: int, last: int) -> str:
        """The words of a stretch of tokens, white space made plain, hyphens without any."""
        words = self.reading.report.text[self.tokens[first].start : self.tokens[last].end].split()
        return " ".join(words).replace("- ", "-")

    def head_of(self, first: int, last: int) -> Token:
        """The word on which the rest of a stretch of tokens hangs; its last one where none is."""
        return self.tree.top(self.tokens[first : last + 1]) or self.tokens[last]

    def same_sentence(self, i: int, k: int) -> bool:
        """Whether two tokens exist and stand in one sentence."""
        tokens = self.tokens
        return 0 <= i < len(tokens) and 0 <= k < len(tokens) and tokens[i].sentence == tokens[k].sentence

    def actor(self, id: str) -> Actor:
        """An actor that was met before, or a party of the catalogue."""
        return self.actors[id] if id in self.actors else self.catalogue.actor(id)

    def above(self, token: Token, levels: int = DEEPEST) -> list[Token]:
        """The tokens above one, from the nearest up; of trees without end only the nearest."""
        return list(islice(self.tree.ancestors(token), levels))

    def root_subject(self, sentence: int) -> int | None:
        """The head of the subject of a sentence's main clause; told once for each sentence."""
        if sentence not in self.subjects:
            place = self.reading.sentences[sentence]
            roots = [t for t in self.tokens[place.first : place.last] if t.head == t.i]
            found = (c.i for root in roots for c in self.tree.children(root, "nsubj", "nsubjpass"))
            self.subjects[sentence] = next(found, None)
        return self.subjects[sentence]

    def add(self, draft: Draft) -> None:
        """Keeps a mention."""
        self.drafts.append(draft)
        self.by_head.setdefault(draft.head, []).append(draft)

    def first_of(self, i: int) -> int:
        """The first token of the mention that a token heads, itself where it heads none."""
        return min((d.first for d in self.by_head.get(i, ())), default=i)

    def learn(self, actor: Actor, gender: str | None = None) -> str:
        """The id of an actor, who is kept in the fullest form met so far."""
        known = self.actors.get(actor.id)
        if known is None or (known.role is None and actor.role is not None):
            self.actors[actor.id] = actor
        if gender:
            self.genders.setdefault(actor.id, gender)
        return actor.id


def set_up(reading: Reading, catalogue: Catalogue) -> Scene:
    """The scene of a reading before anything is resolved."""
    scene = Scene(reading, catalogue, Tree(reading), dated=dated_from(reading, catalogue), home=home(reading, catalogue))
    found = [label for label in find_labels(reading, catalogue) if not is_own_kind(scene, label)]
    scene.labels = {i: label for label in found for i in range(label.first, label.last + 1)}
    scene.named = frozenset(label.id for label in found if label.scheme == "name")
    scene.spots = {i: spot for spot in find_spots(scene) for i in range(spot.first, spot.last + 1)}
    scene.runs = {i: run for run in find_runs(scene) for i in range(run.first, run.last + 1)}
    scene.quoted = quoted_tokens(reading)
    return scene


def is_own_kind(scene: Scene, label: Label) -> bool:
    """Whether a name of another state's body only says what sort of body it is: "the Foreign Office" of a paper of Lahore."""
    party = scene.catalogue.party(label.id)
    if scene.home is None or not scene.home.outlet or party is None or party.kind is not ActorKind.BODY:
        return False
    words = scene.text(label.first, label.last)
    whole = any(hit.of_kind(NounKind.BODY) and (hit.start, hit.end) == (0, len(words)) for hit in load_words().find(words))
    return whole and party.principal not in {None, scene.home.state}


def quoted_tokens(reading: Reading) -> list[bool]:
    """For each token whether it stands between quotation marks."""
    inside = [False] * len(reading.tokens)
    for quotation in reading.quotations:
        where = tokens_at(reading, quotation.inner.start, quotation.inner.end)
        for i in range(where[0], where[1] + 1) if where else ():
            inside[i] = True
    return inside


def find_spots(scene: Scene) -> Iterator[Spot]:
    """The nouns of the word lists that no label covers."""
    for hit in load_words().find(scene.reading.report.text):
        where = tokens_at(scene.reading, hit.start, hit.end)
        if where is None or any(i in scene.labels and scene.labels[i].scheme != "person" for i in range(where[0], where[1] + 1)):
            continue
        head = scene.tree.head_of(Span(hit.start, hit.end))
        if head and nominal(head):
            yield Spot(*where, head.i, hit.nouns)


def nominal(head: Token) -> bool:
    """Whether a word is a noun here: "officers" but not "to police", "the elderly" but not "head" in "they head north"."""
    return head.pos in {"NOUN", "PROPN"} or (head.pos == "ADJ" and head.dep in {"nsubj", "dobj", "pobj", "nsubjpass", "conj"})


def find_runs(scene: Scene) -> Iterator[Run]:
    """The runs of capitalised words between labels and offices; full names of people in the catalogue are runs too."""
    end = 0
    for i in (t.i for t in scene.tokens if capital(t) or is_particle(t) or t.i in scene.labels):
        last = run_end(scene, i) if i >= end else None
        if last is not None:
            yield run_of(scene, i, last)
            end = last + 1


def run_end(scene: Scene, first: int) -> int | None:
    """The last token of the run that begins at a token; None where none begins."""
    label = scene.labels.get(first)
    last = label.last if label and label.scheme == "person" else first
    if not (label and label.scheme == "person") and not starts_name(scene, first):
        return None
    if section_of(scene, first) is SectionKind.DATELINE:
        return None
    while scene.same_sentence(last, last + 1):
        step = next_step(scene, last)
        if step is None:
            return last
        last = step
    return last


def starts_name(scene: Scene, i: int) -> bool:
    """Whether a name may begin at a token: a capitalised proper noun, or a particle bound to one ("al-Sudani")."""
    token = scene.tokens[i]
    if i in scene.labels or is_office(scene, i):
        return False
    if is_particle(token):
        return scene.same_sentence(i, i + 2) and scene.tokens[i + 1].text == "-" and capital(scene.tokens[i + 2])
    named = token.pos in {"PROPN", "X"} or token.entity in {"PERSON", "ORG"}
    return capital(token) and named and token.entity not in NO_NAME and token.tag not in {"DT", "IN", "CC", "PRP"}


def next_step(scene: Scene, last: int) -> int | None:
    """The token up to which a run goes on behind its last one: a word, a hyphen with its word, a particle with its word, what a
    body's name says it is for ("the Front for Renewal").
    """
    following = scene.tokens[last + 1]
    if goes_on(scene, last + 1) or is_broken(scene.tokens[last], following):
        return last + 1
    joins = following.text == "-" and following.start == scene.tokens[last].end
    aim = following.text == "for" and scene.tokens[last].text.lower() in listed("organizations", "for_something")
    particle = aim or is_particle(following)
    if not (joins or particle) or not scene.same_sentence(last, last + 2):
        return None
    bound = last + 3  # "Farouk al-Sharaa"
    if particle and scene.same_sentence(last, bound) and scene.tokens[last + 2].text == "-" and bound not in scene.labels:
        return bound if capital(scene.tokens[bound]) else None
    after = scene.tokens[last + 2]
    if joins and after.start == following.end and last + 2 not in scene.labels and after.text not in HYPHENED:
        return last + 2
    return last + 2 if particle and goes_on(scene, last + 2) else None


def is_broken(token: Token, following: Token) -> bool:
    """Whether a wire broke a name behind its hyphen: "Ban Ki- moon"."""
    return token.text.endswith("-") and len(token.text) > 1 and following.text.islower() and following.text.isalpha()


def goes_on(scene: Scene, i: int) -> bool:
    """Whether a token continues a run of capitalised words."""
    token = scene.tokens[i]
    blocked = i in scene.labels or (is_office(scene, i) and not office_as_name(scene, i)) or token.entity in NO_NAME
    return not blocked and capital(token) and token.pos in {"PROPN", "X", "NOUN", "ADJ"}


def office_as_name(scene: Scene, i: int) -> bool:
    """Whether a word for an office is somebody's surname: "Tom King", but not "Prime Minister King"."""
    spot, token = scene.spots[i], scene.tokens[i]
    alone = spot.first == spot.last == i and token.entity == "PERSON" and capital(token)
    after = scene.tokens[i + 1] if scene.same_sentence(i, i + 1) else None
    before = scene.tokens[i - 1]
    return alone and not (after and after.entity == "PERSON") and before.entity == "PERSON" and i - 1 not in scene.spots


def is_office(scene: Scene, i: int) -> bool:
    """Whether a token belongs to an office, a title or a body's noun."""
    spot = scene.spots.get(i)
    return spot is not None and spot.reading(NounKind.OFFICE, NounKind.TITLE, NounKind.BODY) is not None


def is_particle(token: Token) -> bool:
    """Whether a word is a particle of names: "al", "bin"."""
    return token.text.lower() in listed("organizations", "particles")


def capital(token: Token) -> bool:
    """Whether a word begins with a capital letter."""
    return token.text[:1].isupper()


NO_NAME = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY"))
HYPHENED = frozenset(("backed", "led", "based", "born", "style", "era", "run", "held", "controlled", "occupied", "made"))


def run_of(scene: Scene, first: int, last: int) -> Run:
    """The run from its first to its last token, with the model's guess at what it names."""
    entities = [token.entity for token in scene.tokens[first : last + 1]]
    label = scene.labels.get(first)
    person = label.id if label and label.scheme == "person" else None
    return Run(first, last, scene.head_of(first, last).i, max(entities, key=entities.count), person)


def in_title(scene: Scene, i: int) -> bool:
    """Whether a token stands in a headline, where capitals tell little."""
    return section_of(scene, i) is SectionKind.TITLE


def section_of(scene: Scene, i: int) -> SectionKind:
    """The kind of the section in which a token stands."""
    return scene.reading.sentences[scene.tokens[i].sentence].kind
