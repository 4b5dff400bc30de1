"""The command line's frame: the group of commands, its help by sections, and errors put into words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dateline.model import DatelineError

SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Read reports": ("demo", "read", "add", "bulk", "rebuild"),
        "Look at the record": ("serve", "token", "events", "event", "reports", "report", "stories", "compare", "terms"),
        "Ask how things stand": (
            "relations",
            "recognizers",
            "history",
            "changes",
            "due",
            "suppose",
            "check-claim",
            "series",
            "actor",
        ),
        "Judge and check": ("judge", "check"),
        "Move data, look inside": ("import", "export", "score", "schema", "settings"),
    }
)
"""The commands in the order in which the help lists them."""

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
        """The commands' names and first lines, section by section."""
        limit = formatter.width - 6 - max(map(len, self.commands))
        for title, names in SECTIONS.items():
            listed = [(name, self.commands[name].get_short_help_str(limit)) for name in names if name in self.commands]
            if listed:
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


def print_version(wanted: bool) -> None:
    """Prints the version and stops, before a command is asked for."""
    if wanted:
        from dateline import __version__

        typer.echo(f"dateline {__version__}")
        raise typer.Exit(DONE)


Version = Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True, callback=print_version)]


@app.callback(epilog="First steps:  dateline demo   ·   dateline read report.txt   ·   dateline COMMAND --help")
def dateline(version: Version = False) -> None:
    """Turns news reports into a sourced, dated record of what states did and said."""
