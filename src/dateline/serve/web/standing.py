"""Pages on how things stand: relations, recognition, parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import Event, Layer, NotFoundError, Party, PartyKind, Relation
from dateline.register import counts
from dateline.register.register import Register
from dateline.register.rules import universes
from dateline.register.view import View
from dateline.serve import asked
from dateline.serve.api.answers import packed_cursor, start_of, unpacked_cursor
from dateline.serve.api.asking import Looking
from dateline.serve.api.room import Lookup, last_days
from dateline.serve.render.actors import name_words
from dateline.serve.web.asking import PageQuestion, RecognitionQuestion, RelationsPageAsked, RelationsQuestion
from dateline.serve.web.drawing import draw
from dateline.serve.web.ego import wheel
from dateline.serve.web.matrix import Matrix, matrix, shown
from dateline.serve.web.proofs import Proofs
from dateline.serve.web.timeline import change_days, curves, days_of, strip
from dateline.serve.web.worldmap import World, world
from dateline.store.events import EventFilter

router = APIRouter()

LAYERS = tuple(Layer)
SHOWN = 12


@router.get("/relations")
def relations(request: Request, found: Looking, question: RelationsQuestion) -> Response:
    """How a party stands to another, or to all; without a party all relations of the register."""
    view = question.view(found)
    named = [found.party(name, view.on) for name in question.actor if name]
    ids = [party.id for party in named]
    register = found.register(*ids) if ids else found.overview
    rows, next = named_rows(register, question, ids, view) if ids else all_rows(found, question, view)
    table = None if named or question.cursor else matrix(found.overview, view, found.known.parties)
    return draw(
        request,
        "relations.html",
        known=found.known,
        named=named,
        view=view,
        rows=rows,
        next=next,
        entries=register.chronicle(ids[0], ids[1], view) if len(ids) == 2 else (),
        question=question,
        matrix=table,
        cells=shown(table, found.known, str(view.on)) if table else {},
        world=around(found, question, ids, table, view),
        wheel=wheel(ids[0], register.relations(ids[0], None, view=view), found.known) if len(ids) == 1 else None,
        strip=strip(register, ids[0], ids[1], view, found.known) if len(ids) == 2 else None,
        days=slider_days(found, ids, view),
        layers=[layer.value for layer in LAYERS],
        proofs=Proofs(found, rows).of,
    )


def around(found: Lookup, question: RelationsPageAsked, ids: list[str], table: Matrix | None, view: View) -> World | None:
    """The map around a party: the one asked for, or of whom most is told in the layer; null for pairs and later pages."""
    if len(ids) == 2 or question.cursor:
        return None
    focus = found.party(question.focus).id if question.focus else ids[0] if ids else centre(found, table)
    layer = view.layer or (Layer.RELATIONS if ids and is_settled(found, focus) else Layer.STATE)
    return world(found.register(focus), focus, replace(view, layer=layer), found.known) if focus else None


def centre(found: Lookup, table: Matrix | None) -> str | None:
    """Around whom the map is drawn: of whom most is told, of recognition among those whose recognition is open to question."""
    heads = table.tos if table else ()
    disputed = [id for id in heads if table and table.layer is Layer.STATE and not is_settled(found, id)]
    return next(iter((*disputed, *heads)), None)


def is_settled(found: Lookup, id: str | None) -> bool:
    """Whether a party is a member of the United Nations, so that who recognizes it says little."""
    party = found.known.party(id) if id else None
    return party is not None and party.standing is PartyKind.UN_MEMBER


def slider_days(found: Lookup, ids: list[str], view: View) -> list[str]:
    """The stops of the slider over time, and the day that is looked at."""
    told: Iterable[str] = found.days()
    if ids:
        told = days_of(found.register(*ids).entries) if len(ids) == 2 else last_days(found.session.entries.days(*ids))
    days = set(change_days(told, max(date.today().isoformat(), str(view.on)))) | {str(view.on)}
    return sorted(days)


def named_rows(register: Register, question: RelationsPageAsked, ids: list[str], view: View) -> tuple[list[Relation], str | None]:
    """How a party, or two, stand, layer by layer, on this page, and the cursor of the next one."""
    start = start_of(question.cursor)
    told = register.relations(ids[0], ids[1] if len(ids) > 1 else None, view=view)
    rows = sorted(told, key=lambda row: (row.implied_by is not None, LAYERS.index(row.layer)))[start : start + question.limit + 1]
    return rows[: question.limit], packed_cursor([start + question.limit]) if len(rows) > question.limit else None


def all_rows(found: Lookup, question: RelationsPageAsked, view: View) -> tuple[list[Relation], str | None]:
    """What is reported of pairs, and nothing that only follows, on this page, and the cursor of the next one: the last pair."""
    after = unpacked_cursor(question.cursor, str, str) if question.cursor else ["", ""]
    rows = list[Relation]()
    for pair in found.overview.behind((after[0], after[1]), question.limit, view):
        if len(rows) >= question.limit:
            return rows, packed_cursor(after)
        rows += (row for row in found.overview.relations(*pair, view=view) if not row.implied_by)
        after = list(pair)
    return rows, None


@router.get("/recognition")
def recognized(request: Request, found: Looking, question: PageQuestion) -> Response:
    """The parties of whose recognition anything is told: those outside the UN, then its members, the most told of first."""
    told = known_among(found, found.overview.received(Layer.STATE))
    start, rows = start_of(question.cursor), sorted(told.items(), key=lambda row: (is_settled(found, row[0]), -row[1], row[0]))
    end = start + question.limit
    next = packed_cursor([end]) if end < len(rows) else None
    grouped = [(members, list(group)) for members, group in groupby(rows[start:end], key=lambda row: is_settled(found, row[0]))]
    return draw(request, "recognized.html", known=found.known, rows=rows[start:end], grouped=grouped, next=next)


@router.get("/recognition/{id}")
def recognition(request: Request, id: str, found: Looking, question: RecognitionQuestion) -> Response:
    """Who recognizes a party: in each universe, in order, over time, with the evidence."""
    view = question.view(found)
    entity = found.party(id, view.on)
    register, layer = found.register(entity.id), view.layer or Layer.STATE
    every = {name: counts.recognizers(register, entity.id, view=view, universe=name, layer=layer) for name in universes()}
    chosen = counts.recognizers(
        register, entity.id, view=view, universe=question.universe or found.room.settings.universe, layer=layer
    )
    return draw(
        request,
        "recognition.html",
        known=found.known,
        entity=entity,
        view=view,
        count=chosen,
        every=every,
        question=question,
        curves=curves(register, entity.id, view, layer),
        world=world(register, entity.id, replace(view, layer=layer), found.known),
        days=slider_days(found, [entity.id], view),
        proofs=Proofs(found, (row.relation for row in (*chosen.rows, *chosen.unknown))).of,
    )


@router.get("/actors")
def actors(request: Request, found: Looking, question: PageQuestion, name: str = "") -> Response:
    """The parties of which the register tells, or those that bear a name."""
    parties = found.known.find(name[:400]) if name else ()
    told = told_of(found)
    start, rows = start_of(question.cursor), sorted(told.items(), key=lambda row: (-row[1], row[0]))
    end = start + question.limit
    next = packed_cursor([end]) if end < len(rows) else None
    return draw(request, "actors.html", known=found.known, name=name, parties=parties, rows=rows[start:end], next=next)


def told_of(found: Lookup) -> Counter[str]:
    """To how many others each party that the catalogue knows is told to stand in some way."""
    return known_among(found, found.overview.others())


def known_among(found: Lookup, told: Counter[str]) -> Counter[str]:
    """The counts of those parties that the catalogue knows."""
    return Counter({id: n for id, n in told.items() if found.known.party(id)})


@router.get("/actors/{id}")
def actor(request: Request, id: str, found: Looking) -> Response:
    """One party: what it is, what it did, what was done to it, how it stands to others."""
    party = found.known.party(id)
    acted, _ = found.session.events.page(EventFilter(actors=(id,)), SHOWN, newest=True)
    suffered, _ = found.session.events.page(EventFilter(recipients=(id,)), SHOWN, newest=True)
    if party is None and not acted and not suffered:
        raise NotFoundError(f"no party has the id {id!r}")
    told = standing_rows(found, id) if party else []
    return draw(
        request,
        "actor.html",
        known=found.known,
        id=id,
        name=party.name if party else name_in(acted + suffered, id),
        party=party,
        names=names_of(party),
        wheel=wheel(id, told, found.known),
        acted=acted,
        suffered=suffered,
        rows=told,
    )


def name_in(events: Iterable[Event], id: str) -> str:
    """The name under which events know a party that the catalogue does not."""
    sides = (p.actor for e in events for p in (*e.actors, *e.recipients))
    return next((a.name for a in sides if id in {a.id, a.principal, a.country}), id)


def names_of(party: Party | None) -> list[tuple[str, list[str]]]:
    """A party's names by scheme."""
    found: dict[str, list[str]] = {}
    for name in party.names if party else ():
        found.setdefault(name.scheme, []).append(name_words(name))
    return list(found.items())


def standing_rows(found: Lookup, id: str) -> list[Relation]:
    """How a party stands to others today, as far as it is reported."""
    view = asked.view_of(policy=found.room.settings.policy)
    rows = found.register(id).relations(id, view=view)
    return [row for row in rows if row.answer != "unknown" and not row.implied_by][:40]
