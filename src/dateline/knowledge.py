"""How the package's knowledge is read: tables and lists in plain files beside the code that uses them, and files of users' own."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.model import UsageError

COMMENT = "#"


def text(package: str, *path: str) -> str:
    """The text of a file that ships in a package (``dateline.read``), at a path within it (``"data", "titles.toml"``)."""
    return files(package).joinpath(*path).read_text(encoding="utf-8")


def tables(package: str, *path: str) -> dict[str, Any]:
    """The tables of a TOML file that ships in a package."""
    return tomllib.loads(text(package, *path))


def lines(package: str, *path: str) -> list[str]:
    """The lines of a list that ships in a package, without comments and empty ones."""
    return [line for line in text(package, *path).splitlines() if line and not line.startswith(COMMENT)]


def own_tables(path: Path) -> dict[str, Any]:
    """The tables of a user's own TOML file; a :class:`UsageError` where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
