"""Problems on standard error, and the exit status that they make."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from dateline.model import Problem
from dateline.serve.cli.app import DONE, WITH_PROBLEMS
from dateline.serve.text import one_line


class Complaints:
    """Prints problems as they come and remembers that there were some."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, problem: Problem) -> None:
        """Prints a problem on one line."""
        self.count += 1
        typer.echo(one_line(str(problem)), err=True)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Prints several."""
        for problem in problems:
            self.add(problem)

    def finish(self) -> None:
        """Ends the command with the status that the problems make."""
        raise typer.Exit(WITH_PROBLEMS if self.count else DONE)
