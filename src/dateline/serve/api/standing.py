"""How things stand: relations, recognizers, history, and what changed, is due, does not fit or would follow."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from dateline.desk.findings import findings
from dateline.desk.overview import changed
from dateline.desk.overview import due as due_of
from dateline.model import Layer, NotFoundError, Party, Relation, UsageError
from dateline.register import claims, counts
from dateline.register.register import Register
from dateline.register.view import View
from dateline.serve import asked
from dateline.serve.api.answers import Json, Listed, listed, one, packed_cursor, page, unpacked_cursor
from dateline.serve.api.asking import Asked, Looking, Nothing, PageAsked, PairAsked, ViewAsked, Word
from dateline.serve.api.room import Lookup
from dateline.serve.shapes.actors import PartyShape, PhraseShape
from dateline.serve.shapes.parties import NamedShape
from dateline.serve.shapes.questions import ChangeShape, ChangesShape, ClaimCheckShape, DueRowShape, DueShape
from dateline.serve.shapes.register import EntryShape, FindingShape, RecognizersShape, RelationShape

router = APIRouter(tags=["standing"])


class RecognizersAsked(ViewAsked):
    """An entity, and among whom is counted."""

    entity: Word = Field(description="A party by name, code or id.")
    universe: Word | None = Field(None, description="Among whom is counted: un_member, un, all, …")
    ordinal: Word | None = Field(None, description="Which place this party has in the order.")


class ChangesAsked(Asked):
    """Two days."""

    since: Word = Field(description="The first day.")
    until: Word = Field(description="The second day.")
    actor: Word | None = Field(None, description="Of this party alone.")
    known_by: Word | None = None
    policy: Word | None = None


class DueAsked(Asked):
    """A day."""

    on: Word | None = None
    actor: Word | None = Field(None, description="Of this party alone.")
    known_by: Word | None = None
    policy: Word | None = None


class ClaimAsked(ViewAsked):
    """A count, or a place in an order, in words."""

    claim: Word
    actor: Word | None = Field(None, description="Who is said to have that place.")


class PhraseAsked(Asked):
    """A name, a title, a code: as a report might have it."""

    phrase: Word
    on: Word | None = None


@router.get("/relations", response_model=Listed[RelationShape])
def relations(found: Looking, question: Annotated[PairAsked, Query()]) -> Json:
    """How a party stands to another, or to all; without a party all relations of the register."""
    view = question.view(found)
    named = question.parties(found, view.on)
    if not named:
        rows, next = all_relations(found, view, question)
        return page((RelationShape.of(row, str(view.on)) for row in rows), next)
    told = found.register(*named).relations(named[0], named[1] if len(named) > 1 else None, view=view)
    return listed(told, lambda row: RelationShape.of(row, str(view.on)), question.cursor, question.limit)


def all_relations(found: Lookup, view: View, question: PageAsked) -> tuple[list[Relation], str | None]:
    """The next relations of all pairs, and the cursor of those after them: a pair, and how many of its rows were given."""
    a, b, skip = unpacked_cursor(question.cursor, str, str, int) if question.cursor else ("", "", 0)
    rows = list[Relation]()
    begun = [(a, b)] if question.cursor else []
    for pair in chain(begun, found.overview.behind((a, b), question.limit, view)):
        own = found.overview.relations(*pair, view=view)[skip if pair == (a, b) else 0 :]
        if len(rows) + len(own) > question.limit:
            given = question.limit - len(rows)
            return [*rows, *own[:given]], packed_cursor([*pair, given + (skip if pair == (a, b) else 0)])
        rows += own
    return rows, None


@router.get("/recognizers", response_model=RecognizersShape)
def recognizers(found: Looking, question: Annotated[RecognizersAsked, Query()]) -> Json:
    """Who recognizes an entity, with the order and the evidence."""
    view = question.view(found)
    entity = found.party(question.entity, view.on)
    other = found.party(question.ordinal, view.on) if question.ordinal else None
    universe = question.universe or found.room.settings.universe
    layer = view.layer or Layer.STATE
    count = counts.recognizers(found.register(entity.id), entity.id, view=view, universe=universe, layer=layer)
    return one(RecognizersShape.of(count, entity.name, NamedShape(id=other.id, name=other.name) if other else None))


@router.get("/history", response_model=Listed[EntryShape])
def history(found: Looking, question: Annotated[PairAsked, Query()]) -> Json:
    """Every entry between two parties, in order, and what was taken back."""
    view = question.view(found)
    named = question.parties(found, view.on)
    if len(named) != 2:
        raise UsageError("a history needs two parties: give `actor` twice")
    first, second = named
    told = found.register(first, second).chronicle(first, second, view)
    return listed(told, lambda row: EntryShape.of(row[0], ruling=row[1]), question.cursor, question.limit)


@router.get("/changes", response_model=ChangesShape)
def changes(found: Looking, question: Annotated[ChangesAsked, Query()]) -> Json:
    """Which relations stand otherwise on the second day than on the first."""
    first, second = asked.first_day(question.since), asked.last_day(question.until)
    view = asked.view_of(second, question.known_by, policy=question.policy or found.room.settings.policy)
    who = found.party(question.actor).id if question.actor else None
    rows = changed(found.session, found.known, first, second, view, who)
    return one(ChangesShape(since=first, until=second, actor=who, changes=[ChangeShape.of(row, first, second) for row in rows]))


@router.get("/due", response_model=DueShape)
def due(found: Looking, question: Annotated[DueAsked, Query()]) -> Json:
    """What was announced and is not reported done."""
    view = asked.view_of(question.on, question.known_by, policy=question.policy or found.room.settings.policy)
    who = found.party(question.actor).id if question.actor else None
    rows = due_of(found.session, found.known, view, who)
    return one(DueShape(on=str(view.on), due=[DueRowShape.of(row, str(view.on)) for row in rows]))


@router.get("/check", response_model=Listed[FindingShape])
def check(found: Looking, question: Annotated[PageAsked, Query()]) -> Json:
    """Disagreements between reports, register and imported tables."""
    view = asked.view_of(policy=found.room.settings.policy)
    return listed(findings(found.overview, view), FindingShape.of, question.cursor, question.limit)


@router.get("/check-claim", response_model=ClaimCheckShape)
def check_claim(found: Looking, question: Annotated[ClaimAsked, Query()]) -> Json:
    """Whether a count or an ordinal holds, and in which universe."""
    view = question.view(found)
    who = found.party(question.actor, view.on).id if question.actor else None
    parsed = claims.parse_claim(Register((), found.known), question.claim, view.on)
    answers = claims.check_claim(found.register(parsed.entity), parsed, view, who)
    return one(ClaimCheckShape.of(question.claim, parsed, who, answers))


@router.get("/actor", response_model=PhraseShape)
def actor(found: Looking, question: Annotated[PhraseAsked, Query()]) -> Json:
    """How a name or phrase resolves, and why."""
    from dateline.resolve.actors import resolve_phrase

    day = asked.last_day(question.on) if question.on else None
    resolved = resolve_phrase(question.phrase, day, found.known)
    return one(PhraseShape.of(resolved, day, found.known.find(question.phrase, day)))


@router.get("/actors/{id}", response_model=PartyShape)
def party(id: str, found: Looking, _: Annotated[Nothing, Query()]) -> Json:
    """One party of the catalogue, by its id."""
    return one(PartyShape.of(known_party(found, id)))


def known_party(found: Looking, id: str) -> Party:
    """The party with this id."""
    known = found.known.party(id)
    if known is None:
        raise NotFoundError(f"no party has the id {id!r}")
    return known
