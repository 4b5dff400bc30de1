"""Commands that ask further: ``changes``, ``due``, ``suppose``, ``check-claim``, ``check``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.model import Entry, Problem, UsageError
from dateline.serve.asked import first_day
from dateline.serve.cli import options
from dateline.serve.cli.app import app
from dateline.serve.cli.opening import catalogue, party, reading
from dateline.serve.cli.standing import AccordingTo, KnownBy, On, Policy, RecordedBy, view_of, voice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.register.ledger import Expectation
    from dateline.serve.cli.problems import Complaints


@app.command(epilog="Example:  dateline changes --from 2022-07-01 --to 2022-07-31 --actor Ukraine")
def changes(
    since: Annotated[str, typer.Option("--from", metavar="DAY", help="The first day.")],
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="The second day; today without.")] = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="PARTY", help="Of this party alone.")] = None,
    known_by: KnownBy = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Show which relations stand otherwise on the second day than on the first."""
    from dateline.desk.overview import changed
    from dateline.serve.render.page import stream, write

    view = view_of(until, known_by, None, None, None, policy)
    first, second = first_day(since), str(view.on)
    if first > second:
        raise UsageError(f"the first day, {first}, comes after the second, {second}")
    with reading(archive) as session:
        known = catalogue(session)
        who = party(known, actor).id if actor else None
        found = list(changed(session, known, first, second, view, who))
    if as_json:
        from dateline.serve.shapes.questions import ChangeShape, ChangesShape

        shapes = [ChangeShape.of(each, first, second) for each in found]
        write(ChangesShape(since=first, until=second, actor=who, changes=shapes).json_line())
    else:
        from dateline.serve.render.questions import change_list

        stream(change_list(found, first, second, known))


@app.command(epilog="Example:  dateline due --on 2023-05-10")
def due(
    on: On = None,
    actor: Annotated[str | None, typer.Option("--actor", metavar="PARTY", help="Of this party alone.")] = None,
    known_by: KnownBy = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """List what was announced and is not reported done."""
    from dateline.desk.overview import due as due_of
    from dateline.serve.render.page import stream, write

    view = view_of(on, known_by, None, None, None, policy)
    with reading(archive) as session:
        known = catalogue(session)
        who = party(known, actor).id if actor else None
        found = due_of(session, known, view, who)
        if as_json:
            from dateline.serve.shapes.questions import DueRowShape, DueShape

            rows = [DueRowShape.of(each, str(view.on)) for each in found]
            write(DueShape(on=str(view.on), due=rows).json_line())
        else:
            from dateline.serve.render.questions import due_list

            stream(due_list(found, known, session))


@app.command(epilog='Example:  dateline suppose "2026-01-15 recognize_state ISR x-somaliland"')
def suppose(
    lines: Annotated[list[str], typer.Argument(metavar="ENTRY…", help="Entries in their text form: DATE ACT ACTOR RECIPIENT.")],
    on: On = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Show what would follow if these entries were in the register; keep nothing."""
    from dateline.desk.importing import checked
    from dateline.desk.standing import register_around
    from dateline.register.questions import suppose as suppose_of
    from dateline.serve.render.page import stream, write

    view = view_of(on, None, None, None, None, policy)
    entries = list(map(entry_of, lines))
    with reading(archive) as session:
        known = catalogue(session)
        for line, entry in zip(lines, entries, strict=True):
            refuse_strangers(line, checked(entry, known))
        concerned = {id for e in entries for id in (e.actor, e.recipient, e.of_state) if id}
        found = suppose_of(register_around(session, known, concerned), entries, view)
    if as_json:
        from dateline.serve.shapes.questions import SupposedShape

        write(SupposedShape.of(found, str(view.on)).json_line())
    else:
        from dateline.serve.render.questions import supposed_pages

        stream(supposed_pages(found, view, known))


def entry_of(line: str) -> Entry:
    """The entry that a line says; a :class:`UsageError` where it says none."""
    from dateline.register.ledger import read_ledger

    found = next(read_ledger([line], "command line"), None)
    if isinstance(found, Entry):
        return found
    reason = found.message if isinstance(found, Problem) else "it is no entry"
    raise UsageError(f"{line!r}: {reason}; write DATE ACT ACTOR RECIPIENT, as in '2022-07-13 recognize_state PRK x-donetsk-pr'")


def refuse_strangers(line: str, found: object) -> None:
    """Raises a :class:`UsageError` where the line of a supposed entry names an act or a party that nobody knows."""
    if isinstance(found, Problem):
        raise UsageError(f"{line!r}: {found.message}")


@app.command(epilog='Example:  dateline check-claim "third to recognize Abkhazia" --actor Venezuela --on 2009-09-11')
def check_claim(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="A count, or a place in an order, in words.")],
    actor: Annotated[str | None, typer.Option("--actor", metavar="PARTY", help="Who is said to have that place.")] = None,
    on: On = None,
    known_by: KnownBy = None,
    recorded_by: RecordedBy = None,
    according_to: AccordingTo = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """Check whether a count or an ordinal holds, and in which universe."""
    from dateline.desk.standing import register_of
    from dateline.register import claims
    from dateline.register.register import Register
    from dateline.serve.render.page import stream, write

    with reading(archive) as session:
        known = catalogue(session)
        view = view_of(on, known_by, recorded_by, voice(according_to, known, session), None, policy)
        who = party(known, actor, view.on) if actor else None
        parsed = claims.parse_claim(Register((), known), claim, view.on)
        answers = claims.check_claim(register_of(session, known, parsed.entity), parsed, view, who.id if who else None)
    if as_json:
        from dateline.serve.shapes.questions import ClaimCheckShape

        write(ClaimCheckShape.of(claim, parsed, who.id if who else None, answers).json_line())
    else:
        from dateline.serve.render.questions import claim_pages

        stream(claim_pages(parsed, answers, who, known))


@app.command(epilog="Example:  dateline check expectations.register")
def check(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH]…", help="Files of register lines with expectations to check.")
    ] = None,
    known_by: KnownBy = None,
    policy: Policy = None,
    archive: options.Archive = None,
    as_json: options.AsJson = False,
) -> None:
    """List disagreements between reports, register, imported tables and expectations."""
    from dateline.desk.findings import findings
    from dateline.desk.overview import Overview
    from dateline.serve.cli.problems import Complaints
    from dateline.serve.render.page import stream, write
    from dateline.serve.render.progress import watched

    complaints = Complaints()
    expected = list(expectations(paths or (), complaints))
    view = view_of(None, known_by, None, None, None, policy)
    with reading(archive) as session:
        known = catalogue(session)
        found = watched(findings(Overview(session, known), view, expected), "disagreements")
        if as_json:
            from dateline.serve.shapes.register import FindingShape

            for each in found:
                write(FindingShape.of(each).json_line())
        else:
            from dateline.serve.render.questions import finding_list

            stream(finding_list(found, known, session))
    complaints.finish()


def expectations(paths: Iterable[Path], complaints: Complaints) -> Iterable[Expectation]:
    """The expectations in files of register lines; what cannot be read is a problem."""
    from dateline.register.ledger import Expectation, read_ledger

    for path in paths:
        for item in read_ledger(lines_of(path), str(path)):
            if isinstance(item, Problem):
                complaints.add(item)
            elif isinstance(item, Expectation):
                yield item


def lines_of(path: Path) -> list[str]:
    """The lines of a file; a :class:`UsageError` where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
