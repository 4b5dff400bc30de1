"""How fast the command line answers, and that heavy libraries stay away until they are needed."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from dateline import __version__
from dateline.serve.cli.app import SECTIONS, app

PROGRAM = Path(sys.executable).with_name("dateline")


def commands() -> list[str]:
    return [name for names in SECTIONS.values() for name in names]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(PROGRAM), *arguments], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  ours


def test_help_is_quick() -> None:
    """In the processor's time, since other work on the machine is none of ours."""
    run("--help")
    taken = []
    for _ in range(5):
        before = children()
        assert run("--help").returncode == 0
        taken.append(children() - before)
    assert min(taken) < 0.5


def test_the_version_is_told_without_a_command() -> None:
    told = run("--version")
    assert (told.returncode, told.stdout) == (0, f"dateline {__version__}\n")
    module = [sys.executable, "-m", "dateline", "--version"]
    again = subprocess.run(module, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603  ours
    assert again.stdout == told.stdout


def children() -> float:
    """The processor's time that ended child processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_help_imports_nothing_heavy() -> None:
    heavy = ["spacy", "sqlalchemy", "alembic", "pydantic", "rich", "sklearn", "numpy", "jsonschema"]
    script = f"import sys; import dateline.serve.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603  ours
    assert done.stdout.strip() == "[]"


def test_every_command_stands_in_a_section() -> None:
    import typer

    assert sorted(typer.main.get_command(app).commands) == sorted(commands())  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", commands())
def test_every_command_has_an_example(name: str) -> None:
    import typer

    command = typer.main.get_command(app).commands[name]  # type: ignore[attr-defined]
    for each in getattr(command, "commands", {"": command}).values():
        assert f"Example:  dateline {name}" in each.epilog


def test_wrong_use_is_told_in_a_line_and_ends_with_2(tmp_path: Path) -> None:
    for arguments in (["nonsense"], ["read"], ["read", "nowhere.txt"], ["events", "--archive", str(tmp_path / "none.db")]):
        done = run(*arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert done.stderr.strip()


def test_completion_is_offered() -> None:
    assert "--install-completion" in run("--help").stdout
