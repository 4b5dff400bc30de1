"""What a disk refuses that no other task will be spared, in our words."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dateline.model import ArchiveError

FATAL: Mapping[int, str] = {
    errno.ENOSPC: "cannot grow: the disk is full",
    errno.EDQUOT: "cannot grow: the quota is used up",
    errno.EROFS: "cannot be written to",
    errno.EACCES: "cannot be written to: permission denied",
}
"""Errors in writing that no other task will be spared."""


@contextmanager
def fatal_told(out: str | Path) -> Iterator[None]:
    """Raises an :class:`ArchiveError` where a folder cannot take what is filed, and no other task would be spared."""
    try:
        yield
    except OSError as error:
        if error.errno in FATAL:
            raise ArchiveError(f"{out} {FATAL[error.errno or 0]}") from error
        raise
