"""The documentation's examples run: ``>>>`` as doctests, ``$ dateline …`` in an empty folder."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```pycon\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def sessions(page: Path) -> Iterator[tuple[str, str]]:
    """The commands of a page's console blocks with what they print; only dateline's own are run."""
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        parts = COMMAND.split(block)[1:]
        yield from zip(parts[::2], parts[1::2], strict=True)


def run(command: str, folder: Path) -> str:
    """What a command prints, run as a reader of the page would."""
    words = shlex.split(command.split("  #")[0])
    program = Path(sys.executable).with_name("dateline")
    environ = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb", "DATELINE_CONFIG": str(folder / "none.toml")}
    done = subprocess.run(  # noqa: S603  the page is ours
        [str(program), *words[1:]], cwd=folder, env=environ, capture_output=True, text=True, check=False, timeout=120
    )
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    for command, shown in sessions(page):
        if not command.startswith("dateline "):
            continue
        printed = run(command, tmp_path)
        if shown.strip():
            assert doctest.OutputChecker().check_output(
                shown.strip() + "\n", printed.strip() + "\n", doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
            ), f"{page.name}: $ {command}\n--- shown\n{shown}\n--- printed\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_examples_run(page: Path) -> None:
    examples = "\n".join(PYTHON.findall(page.read_text(encoding="utf-8")))
    test = doctest.DocTestParser().get_doctest(examples, {}, page.name, str(page), 0)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
    assert result.failed == 0


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name in menu, page.name
