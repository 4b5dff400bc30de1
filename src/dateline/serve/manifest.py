"""What made a table, so that it can be cited and made again: versions of program, coder, codebook and catalogue, and its hash."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from dateline import __version__


@cache
def manifest() -> dict[str, str]:
    """The versions of everything that coded events rest on."""
    from dateline.desk.versions import coder_version, model_version
    from dateline.settings import load

    settings = load()
    return {
        "program": f"dateline {__version__}",
        "coder": coder_version(settings),
        "codebook": digest(folder("coding", "codebook"), settings.codebook),
        "catalogue": digest(folder("resolve", "catalogue", "data"), settings.actors),
        "register": digest(folder("register"), ()),
        "model": " ".join(model_version(settings.model)[:1]),
    }


def folder(*parts: str) -> list[Path]:
    """The files of data in one of the package's folders, sorted."""
    import dateline

    place = Path(dateline.__file__).parent.joinpath(*parts)
    return sorted(p for p in place.rglob("*") if p.suffix in {".toml", ".csv", ".py"})


def digest(paths: Iterable[Path], more: Iterable[str]) -> str:
    """A short hash over the contents of files."""
    found = sha256()
    for path in (*paths, *map(Path, more)):
        content = path.read_bytes()
        found.update(len(content).to_bytes(8, "big") + content)
    return found.hexdigest()[:20]


def content_hash(data: bytes) -> str:
    """The SHA-256 of a file's bytes."""
    return sha256(data).hexdigest()
