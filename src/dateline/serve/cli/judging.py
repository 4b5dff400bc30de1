"""The commands of ``judge``: people's word against the machine's, kept, brought to bear, and undone."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import RulingKind, UsageError
from dateline.serve.asked import fitting
from dateline.serve.cli import options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import catalogue, desk, reading

if TYPE_CHECKING:
    from dateline.desk.desk import Desk
    from dateline.desk.judging import Draft, Signature
    from dateline.model import Judgement, Ruling
    from dateline.store import Session

judge = typer.Typer(rich_markup_mode=None, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
app.add_typer(judge, name="judge", help="Record a judgement, undo one, list what waits for one.")

Id = Annotated[str, typer.Argument(metavar="ID", help="An event or one of its mentions, by id.")]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who judges.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WHY", help="Why.")]


@judge.command(epilog='Example:  dateline judge same 3f2a91 77c0de --by ana --reason "one ceremony"')
def same(
    ids: Annotated[list[str], typer.Argument(metavar="ID ID…", help="Events, or mentions of events, by id.")],
    by: By = "",
    reason: Reason = "",
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Hold events to be one."""
    from dateline.desk import judging

    if len(ids) < 2:
        raise UsageError("to be the same takes two")
    record(lambda session: judging.same(session, ids), by, reason, archive, as_json)


@judge.command("not-same", epilog="Example:  dateline judge not-same 3f2a91 77c0de")
def not_same(
    one: Id, other: Id, by: By = "", reason: Reason = "", archive: options.Archive = None, as_json: options.AsJson = False
) -> None:
    """Hold two mentions to be two events."""
    from dateline.desk import judging

    record(lambda session: judging.not_same(session, one, other), by, reason, archive, as_json)


@judge.command(epilog="Example:  dateline judge wrong 3f2a91")
def wrong(id: Id, by: By = "", reason: Reason = "", archive: options.Archive = None, as_json: options.AsJson = False) -> None:
    """Hold an event to be none."""
    from dateline.desk import judging

    record(lambda session: judging.wrong(session, id), by, reason, archive, as_json)


@judge.command("set", epilog="Example:  dateline judge set 3f2a91 date=2022-07-13")
def set_field(
    id: Id,
    field: Annotated[str, typer.Argument(metavar="FIELD=VALUE", help="act=…, actor=…, recipient=…, date=…, status=…")],
    value: Annotated[str, typer.Argument(metavar="[VALUE]", help="The value, where it is not written behind the field.")] = "",
    by: By = "",
    reason: Reason = "",
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Hold a field of an event to be otherwise."""
    from dateline.desk import judging

    name, _, behind = field.partition("=")
    checked = fitting(name, behind or value, catalogue())
    record(lambda session: judging.otherwise(session, id, name, checked), by, reason, archive, as_json)


@judge.command(epilog="Example:  dateline judge decide 5c0fd1")
def decide(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An entry of the register, by id (`history --json`).")],
    by: By = "",
    reason: Reason = "",
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Let an entry of the register decide against whatever contradicts it."""
    rule_on(RulingKind.DECIDE, entry, by, reason, archive, as_json)


@judge.command(epilog="Example:  dateline judge reject 5c0fd1")
def reject(
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="An entry of the register, by id.")],
    by: By = "",
    reason: Reason = "",
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Hold an entry of the register to be wrong."""
    rule_on(RulingKind.WRONG, entry, by, reason, archive, as_json)


@judge.command(epilog="Example:  dateline judge undo 9ab1f0")
def undo(
    id: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The judgement's id.")],
    by: By = "",
    reason: Reason = "",
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Take a judgement back."""
    from dateline.desk import judging

    with desk(archive, create=False) as found:
        made = judging.undo(found, id, signature(found, by, reason))
    print_judged([made], (), as_json)


@judge.command("list", epilog="Example:  dateline judge list")
def list_judgements(archive: options.Archive = None, as_json: options.AsJson = False) -> None:
    """List all judgements."""
    from dateline.serve.render.page import stream, write

    with reading(archive) as session:
        made: list[Judgement | Ruling] = [*session.judgements.all(), *session.judgements.rulings()]
        undone = session.judgements.undone()
        if as_json:
            from dateline.serve.shapes.judgements import JudgedShape

            write(JudgedShape.of(made, undone=undone).json_line())
        else:
            from dateline.desk.judging import spoken_of
            from dateline.serve.render.judgements import judgement_list

            stream(judgement_list(made, undone, lambda key: spoken_of(session, key)))


@judge.callback(invoke_without_command=True)
def judge_or_list(
    context: typer.Context,
    queue: Annotated[bool, typer.Option("--queue", help="List what waits for a judgement, as `judge waiting` does.")] = False,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Record a judgement, undo one, list what waits for one."""
    if queue:
        list_waiting(archive, as_json)
    elif context.invoked_subcommand is None:
        raise UsageError("judge needs a command, or --queue; see `dateline judge --help`")


@judge.command(epilog="Example:  dateline judge waiting")
def waiting(archive: options.Archive = None, as_json: options.AsJson = False) -> None:
    """List events that bear on the register and nobody has judged, the least sure first."""
    list_waiting(archive, as_json)


def list_waiting(archive: str | None, as_json: bool) -> None:
    """Shows what waits for a judgement."""
    from dateline.desk import judging
    from dateline.serve.render.page import stream, write
    from dateline.serve.render.progress import watched

    with reading(archive) as session:
        events = watched(judging.waiting(session), "events")
        if as_json:
            from dateline.serve.shapes.judgements import JudgedShape

            write(JudgedShape.of((), (event.id for event in events)).json_line())
        else:
            from dateline.serve.render.differing import Outlets
            from dateline.serve.render.judgements import waiting_list

            stream(waiting_list(events, Outlets(session)))


def record(drafts: Callable[[Session], list[Draft]], by: str, reason: str, archive: str | None, as_json: bool) -> None:
    """Keeps the judgements of drafts, brings them to bear, and shows them."""
    from dateline.desk import judging

    with desk(archive, create=False) as found:
        with found.archive.session() as session:
            wanted = drafts(session)
        made = [judging.signed(draft, signature(found, by, reason)) for draft in wanted]
        events = judging.judge(found, made)
    print_judged(made, events, as_json)


def rule_on(kind: RulingKind, entry: str, by: str, reason: str, archive: str | None, as_json: bool) -> None:
    """Keeps a ruling on an entry and shows it."""
    from dateline.desk import judging

    with desk(archive, create=False) as found:
        made = judging.rule(found, kind, entry, signature(found, by, reason))
    print_judged([made], (), as_json)


def signature(found: Desk, by: str, reason: str) -> Signature:
    """Who judges, when, and why."""
    from dateline.desk.judging import Signature

    return Signature(by, found.now(), reason)


def print_judged(made: Collection[Judgement | Ruling], events: Collection[str], as_json: bool) -> None:
    """What was judged, for people or as JSON."""
    from dateline.serve.render.page import stream, write

    if as_json:
        from dateline.serve.shapes.judgements import JudgedShape

        write(JudgedShape.of(made, events).json_line())
    else:
        from dateline.serve.render.judgements import judged_lines

        stream(judged_lines(made, events))
