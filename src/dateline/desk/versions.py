"""Which coder coded a report: a hash over everything that its record rests on, reckoned without loading any of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import dateline
from dateline.model import UsageError
from dateline.settings import Settings

PACKAGE = Path(dateline.__file__).parent
STAGES = ("model", "edtf.py", "knowledge.py", "pipeline.py", "cascade", "read", "resolve", "attribute", "coding")
"""The code and the knowledge that make a report's record, in the package's folder."""

USER_FILES = ("actors", "codebook", "cues")
"""The settings that name further files of knowledge."""


def coder_version(settings: Settings, imported: Sequence[str] = ()) -> str:
    """The version of code, codebook, catalogue (with the imported parties, by id), cues and model together; another version
    codes reports anew.
    """
    found = blake2b(digest_size=10)
    for part in (*parts(settings), *(id.encode() for id in sorted(imported))):
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def parts(settings: Settings) -> Iterator[bytes]:
    """Everything that a record rests on, as bytes."""
    for path in sources():
        yield str(path.relative_to(PACKAGE)).encode()
        yield path.read_bytes()
    for name in USER_FILES:
        yield from map(user_file, map(Path, getattr(settings, name)))
    yield settings.date_order.encode()
    yield settings.thorough.encode()
    yield repr(model_version(settings.model)).encode()


def sources() -> list[Path]:
    """The files of the stages, sorted."""
    found = (path for stage in STAGES for path in files(PACKAGE / stage))
    return sorted(path for path in found if path.suffix != ".pyc")


def files(place: Path) -> Iterable[Path]:
    """A file, or the files in a folder."""
    return (path for path in place.rglob("*") if path.is_file()) if place.is_dir() else (place,)


def user_file(path: Path) -> bytes:
    """The content of a file that a setting names; a :class:`UsageError` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}, which a setting names, cannot be read: {error.strerror}") from error


def model_version(wanted: str) -> tuple[str, ...]:
    """The parser's model that would be loaded, and the parser's own version."""
    from dateline.read.parser import MODELS

    meta = Path(wanted) / "meta.json"
    if wanted and meta.is_file():
        return meta.read_text(encoding="utf-8"), installed("spacy")
    found = next(filter(installed, (wanted,) if wanted else MODELS), wanted)
    return found, installed(found), installed("spacy")


def installed(name: str) -> str:
    """The version of an installed package; empty where it is none."""
    try:
        return metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError):
        return ""
