"""Every setting once: its name, its default, one line of help.

Values come, in order of rising weight, from the file ``dateline.toml`` in the working folder (or the one that
``DATELINE_CONFIG`` names), from the environment (``DATELINE_<NAME>``) and from flags.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from dateline import knowledge
from dateline.model import UsageError

CONFIG_FILE = "dateline.toml"


def setting(default: Any, help: str) -> Any:
    """A field of :class:`Settings` with its line of help."""
    metadata = {"help": help}
    if isinstance(default, tuple):
        return field(default_factory=lambda: default, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run. Lists are tuples of paths; in the environment they are joined by the path separator."""

    archive: str = setting("dateline.db", "the archive: a file's path, sqlite:///file.db or postgresql://…")
    model: str = setting("", "the parser's model, a package's name or a path; empty: the one that comes with dateline")
    actors: tuple[str, ...] = setting((), "further catalogue files, added to and overriding the built-in ones")
    codebook: tuple[str, ...] = setting((), "further codebook files, added to and overriding the built-in ones")
    cues: tuple[str, ...] = setting((), "further files of attribution cues")
    families: tuple[str, ...] = setting((), "further files of near acts, for merging; `dateline rebuild` brings them to bear")
    universe: str = setting("un_member", "the universe in which recognizers are counted")
    policy: str = setting("actor_word", "how assertions become an answer: actor_word, two_principals, any")
    thorough: str = setting("no", "yes: read every sentence, whatever the cascade would skip")
    date_order: str = setting("mdy", "how 7/8/22 is read where the outlet does not say: mdy or dmy")


@dataclass(frozen=True, slots=True)
class Sourced:
    """A setting's value and where it comes from."""

    name: str
    value: Any
    origin: str  # default, the file's path, the environment variable, or flag
    help: str


def load(flags: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """The settings in force; flags that are None do not count."""
    return Settings(**{s.name: s.value for s in explain(flags, environ, folder)})


def explain(
    flags: Mapping[str, Any] | None = None, environ: Mapping[str, str] | None = None, folder: Path | None = None
) -> tuple[Sourced, ...]:
    """Every setting with its value and where it comes from; an unknown name in the file is a :class:`UsageError`."""
    environ = os.environ if environ is None else environ
    path = Path(environ.get("DATELINE_CONFIG") or (folder or Path()) / CONFIG_FILE)
    from_file = read_file(path)
    return tuple(
        choose(f.name, f.metadata["help"], default_of(f.name), path, from_file, environ, flags or {}) for f in fields(Settings)
    )


def default_of(name: str) -> Any:
    """The built-in value of a setting."""
    return getattr(Settings(), name)


def choose(
    name: str,
    help: str,
    default: Any,
    path: Path,
    from_file: Mapping[str, Any],
    environ: Mapping[str, str],
    flags: Mapping[str, Any],
) -> Sourced:
    """One setting by the rising weights of file, environment, flag."""
    variable = f"DATELINE_{name.upper()}"
    if flags.get(name) is not None:
        return Sourced(name, fitted(name, flags[name], default, "flag"), "flag", help)
    if variable in environ:
        return Sourced(name, fitted(name, environ[variable], default, variable), variable, help)
    if name in from_file:
        return Sourced(name, fitted(name, from_file[name], default, str(path)), str(path), help)
    return Sourced(name, default, "default", help)


def fitted(name: str, value: Any, default: Any, origin: str) -> Any:
    """The value in the default's type; anything else is a :class:`UsageError` with its place."""
    if isinstance(default, tuple):
        parts = value.split(os.pathsep) if isinstance(value, str) else value
        if isinstance(parts, (list, tuple)) and all(isinstance(p, str) for p in parts):
            return tuple(parts)
    elif isinstance(value, type(default)):
        return value
    wanted = "a list of strings" if isinstance(default, tuple) else "a string"
    raise UsageError(f"{origin}: {name} should be {wanted}, not {value!r}")


def read_file(path: Path) -> dict[str, Any]:
    """The settings in a file; none where there is no file."""
    if not path.is_file():
        return {}
    values = knowledge.own_tables(path)
    known = {f.name for f in fields(Settings)}
    for name in values:
        if name not in known:
            raise UsageError(f"{path}: unknown setting {name!r}; there are {', '.join(sorted(known))}")
    return values
