"""Commands that ask how things stand: ``relations``, ``recognizers``, ``history``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import Layer
from dateline.serve import asked
from dateline.serve.cli import options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import catalogue, party, reading

if TYPE_CHECKING:
    from dateline.register.view import View
    from dateline.resolve import Catalogue
    from dateline.store import Session

On = Annotated[str | None, typer.Option("--on", metavar="DAY", help="As of this day; today without.")]
KnownBy = Annotated[str | None, typer.Option("--known-by", metavar="DAY", help="As the world could know it by this day.")]
RecordedBy = Annotated[str | None, typer.Option("--recorded-by", metavar="MOMENT", help="As this archive knew it by then.")]
AccordingTo = Annotated[str | None, typer.Option("--according-to", metavar="WHO", help="By this speaker, party, report or table.")]
LayerName = Annotated[
    str | None, typer.Option("--layer", metavar="LAYER", help="state, government, relations, mission, territory, membership.")
]
Policy = Annotated[str | None, typer.Option("--policy", metavar="POLICY", help="actor_word, two_principals, any.")]
Recorded = Annotated[bool, typer.Option("--recorded", help="Print when each entry was recorded.")]


def view_of(
    on: str | None,
    known_by: str | None,
    recorded_by: str | None,
    according_to: str | None,
    layer: str | None,
    policy: str | None,
) -> View:
    """The terms of a question as the options name them; ``according_to`` is what :func:`voice` says."""
    return asked.view_of(on, known_by, recorded_by, according_to, layer, policy or options.settings().policy)


def voice(according_to: str | None, known: Catalogue, session: Session) -> str | None:
    """Whose word alone is asked for, if anybody's."""
    return None if according_to is None else asked.voice(according_to, known, session)


@app.command(epilog='Example:  dateline relations Ukraine "North Korea" --on 2022-07-15')
def relations(
    one: Annotated[str, typer.Argument(metavar="ACTOR", help="A party by name, code or id.")],
    other: Annotated[str | None, typer.Argument(metavar="[ACTOR]", help="The other party; all of them without.")] = None,
    on: On = None,
    known_by: KnownBy = None,
    recorded_by: RecordedBy = None,
    according_to: AccordingTo = None,
    layer: LayerName = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Show how a party stands to another, or to all, with evidence."""
    from dateline.desk.standing import register_of

    with reading(archive) as session:
        known = catalogue(session)
        view = view_of(on, known_by, recorded_by, voice(according_to, known, session), layer, policy)
        a, b = party(known, one, view.on).id, party(known, other, view.on).id if other else None
        rows = register_of(session, known, a, b).relations(a, b, view=view)
        if as_json:
            from dateline.serve.render.page import write
            from dateline.serve.shapes.register import RelationShape

            for row in rows:
                write(RelationShape.of(row, str(view.on)).json_line())
        else:
            from dateline.serve.render.page import stream
            from dateline.serve.render.register import relation_list

            stream(relation_list(rows, view, known, session))


@app.command(epilog="""Example:  dateline recognizers "Donetsk People's Republic" --on 2022-07-15""")
def recognizers(
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="A party by name, code or id.")],
    on: On = None,
    known_by: KnownBy = None,
    recorded_by: RecordedBy = None,
    according_to: AccordingTo = None,
    universe: Annotated[
        str | None,
        typer.Option("--universe", metavar="NAME", help="Among whom is counted: un_member, un, all, …; see the setting."),
    ] = None,
    ordinal: Annotated[
        str | None, typer.Option("--ordinal", metavar="ACTOR", help="Which place this party has in the order.")
    ] = None,
    layer: LayerName = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Count who recognizes an entity, with the list, the order, and the evidence."""
    from dateline.desk.standing import register_of
    from dateline.register import counts

    with reading(archive) as session:
        known = catalogue(session)
        view = view_of(on, known_by, recorded_by, voice(according_to, known, session), layer or Layer.STATE.value, policy)
        found = party(known, entity, view.on)
        asked = party(known, ordinal, view.on) if ordinal else None
        register = register_of(session, known, found.id)
        among = universe or options.settings().universe
        count = counts.recognizers(register, found.id, view=view, universe=among, layer=view.layer or Layer.STATE)
        if as_json:
            from dateline.serve.render.page import write
            from dateline.serve.shapes.parties import NamedShape
            from dateline.serve.shapes.register import RecognizersShape

            named = NamedShape(id=asked.id, name=asked.name) if asked else None
            write(RecognizersShape.of(count, found.name, named).json_line())
        else:
            from dateline.serve.render.page import stream
            from dateline.serve.render.register import count_pages

            stream(count_pages(count, found, asked, session))


@app.command(epilog='Example:  dateline history Ukraine "North Korea"')
def history(
    one: Annotated[str, typer.Argument(metavar="ACTOR", help="A party by name, code or id.")],
    other: Annotated[str, typer.Argument(metavar="ACTOR", help="The other party.")],
    known_by: KnownBy = None,
    recorded_by: RecordedBy = None,
    according_to: AccordingTo = None,
    recorded: Recorded = False,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """List every entry between two parties, in order, and what was taken back."""
    from dateline.desk.standing import register_of

    with reading(archive) as session:
        known = catalogue(session)
        view = view_of(None, known_by, recorded_by, voice(according_to, known, session), None, None)
        a, b = party(known, one).id, party(known, other).id
        entries = register_of(session, known, a, b).chronicle(a, b, view)
        if as_json:
            from dateline.serve.render.page import write
            from dateline.serve.shapes.register import EntryShape

            for entry, ruling in entries:
                write(EntryShape.of(entry, recorded, ruling).json_line())
        else:
            from dateline.serve.render.page import stream
            from dateline.serve.render.register import entry_list

            stream(entry_list(entries, known, session, recorded))
