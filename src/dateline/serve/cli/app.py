"""The command line's frame: the group of commands, its help by sections, and errors put into words."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from dateline.model import DatelineError

READ = "Read reports"
RECORD = "Look at the record"
REGISTER = "Ask how things stand"
PEOPLE = "Judge and check"
TABLES = "Move data, look inside"

DONE, WITH_PROBLEMS, WRONG_USE = 0, 1, 2


class Group(TyperGroup):
    """The commands, listed under their sections; bad use ends in one clear line and exit status 2."""

    def invoke(self, ctx: Any) -> Any:
        """What the command returns; a :class:`DatelineError` is put into words here and nowhere else."""
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            typer.echo(f"dateline: {plain(str(error))}", err=True)
            raise typer.Exit(WRONG_USE) from error

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  the frame passes both
        """The commands' names and first lines, section by section, in the order in which they were added."""
        sections: dict[str, list[tuple[str, str]]] = {}
        limit = formatter.width - 6 - max(map(len, self.commands))
        for name, command in self.commands.items():
            panel = getattr(command, "rich_help_panel", None) or "Commands"
            sections.setdefault(panel, []).append((name, command.get_short_help_str(limit)))
        for title, listed in sections.items():
            with formatter.section(title):
                formatter.write_dl(listed)


def plain(text: str) -> str:
    """A message on one line with hidden characters made visible."""
    from dateline.serve.text import one_line

    return one_line(text)


# Rich's own help takes 0.2 s to import; the plain one leaves ``dateline --help`` room to breathe.
app = typer.Typer(
    name="dateline",
    cls=Group,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(epilog="First steps:  dateline demo   ·   dateline read report.txt   ·   dateline COMMAND --help")
def dateline(version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True)) -> None:
    """Turns news reports into a sourced, dated record of what states did and said."""
    if version:
        from dateline import __version__

        typer.echo(f"dateline {__version__}")
        raise typer.Exit(DONE)
