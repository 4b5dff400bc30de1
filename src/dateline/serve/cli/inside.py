"""Commands that look inside dateline: ``actor``, ``score``, ``schema``, ``settings``."""

from __future__ import annotations

from os import pathsep
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.serve.cli import options
from dateline.serve.cli.app import app
from dateline.serve.text import one_line

if TYPE_CHECKING:
    from dateline.settings import Sourced


@app.command(epilog="Example:  dateline score seeds ../shared/gold/seeds.jsonl --errors")
def score(
    task: Annotated[str, typer.Argument(help="What is scored: seeds, events, actors, us-relations, attribution, times, …")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The gold file; reports that it needs lie beside it.")],
    errors: Annotated[bool, typer.Option("--errors", help="List the failures with their sentences.")] = False,
    as_json: options.AsJson = False,
) -> None:
    """Score this version against gold data."""
    from dateline.pipeline import Pipeline
    from dateline.score import run
    from dateline.serve.render.page import stream, write

    found = run(task, gold, Pipeline(options.settings()))
    if as_json:
        from dateline.serve.shapes.scores import ScoreShape

        write(ScoreShape.of(found, errors).json_line())
    else:
        from dateline.serve.render.scores import score_pages

        stream(score_pages(found, errors))


@app.command(epilog="Example:  dateline schema events")
def schema(
    command: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="The command whose JSON is meant; all without.")
    ] = None,
) -> None:
    """Print the JSON Schema of what a command prints with --json."""
    from dateline.serve.asked import one_of
    from dateline.serve.render.page import write
    from dateline.serve.shapes.base import dumped
    from dateline.serve.shapes.schemas import SHAPES, schema_of

    if command is None:
        write(dumped({name: schema_of(name) for name in sorted(SHAPES)}))
    else:
        write(dumped(schema_of(one_of("command with JSON", command, sorted(SHAPES)))))


@app.command(epilog="Example:  dateline settings archive")
def settings(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="One setting; its value alone is printed.")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Show every setting, its value, and where it comes from."""
    from dateline.serve.asked import one_of
    from dateline.settings import explain

    found = {each.name: each for each in explain()}
    chosen = [found[one_of("setting", name, sorted(found))]] if name else list(found.values())
    if as_json:
        from dateline.serve.render.page import write
        from dateline.serve.shapes.settings import SettingsShape

        write(SettingsShape.of(chosen).json_line())
    elif name:
        typer.echo(one_line(value_of(chosen[0])))
    else:
        from dateline.serve.render.page import stream
        from dateline.serve.render.settings import settings_list

        stream(settings_list(chosen))


def value_of(setting: Sourced) -> str:
    """A setting's value on one line; the model as spaCy would load it."""
    from dateline.desk.versions import model_version

    if setting.name == "model":
        return setting.value or model_version("")[0]
    return pathsep.join(setting.value) if isinstance(setting.value, tuple) else str(setting.value)
