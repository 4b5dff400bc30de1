"""Every command with its options, and every setting, stands in docs/commands.md."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import typer

from dateline.serve.cli.app import SECTIONS, app
from dateline.settings import Settings

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
COMMON = {"--archive", "--json", "--help", "-h"}


def section(name: str) -> str:
    """What the page says of a command, under its heading."""
    found = re.search(rf"^### `dateline {name}(?: [^`]*)?`$(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no heading for {name}"
    return found[1]


def commands() -> dict[str, Any]:
    found: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_with_its_options_is_documented(name: str) -> None:
    text = section(name)
    command = commands()[name]
    for sub in getattr(command, "commands", {}):
        assert f"`dateline {name} {sub}" in text
    for each in getattr(command, "commands", {"": command}).values():
        options = {option for parameter in each.params for option in parameter.opts if option.startswith("--")}
        assert [option for option in sorted(options - COMMON) if f"`{option}" not in text] == []


def test_commands_stand_in_the_order_of_the_help() -> None:
    listed = re.findall(r"^### `dateline ([a-z-]+)", PAGE, re.MULTILINE)
    assert listed == [name for names in SECTIONS.values() for name in names if name in commands()]
    assert re.findall(r"^## (.*)$", PAGE, re.MULTILINE) == list(SECTIONS)


@pytest.mark.parametrize("name", [each.name for each in fields(Settings)])
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in PAGE
