"""Readings kept on disk between runs of the scorers, so that a change after the parse costs no new parse."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import dateline.read.parser
from dateline.model import Quotation, Reading, Report, Sentence, Token, record_id
from dateline.read.reader import Reader


class KeptReader(Reader):
    """A reader that keeps its readings in a folder; they lapse when the reading stage or the model changes."""

    def __init__(self, folder: Path, model: str | None = None) -> None:
        super().__init__(model)
        self.folder = folder
        self.stage = stage_hash()

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """As the reader's, from the folder where it can."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for report in reports:
            path = self.folder / f"{record_id('reading', self.stage, self.parser.wanted or '', repr(report))}.pickle"
            if path.is_file():
                yield pickle.loads(path.read_bytes())  # noqa: S301  written by this class alone
            else:
                reading = next(super().read_many([report]))
                part = path.with_suffix(f".{os.getpid()}.part")
                part.write_bytes(pickle.dumps(reading))
                part.rename(path)
                yield reading


def stage_hash() -> str:
    """A hash over the sources of the reading stage and the shape of its records."""
    folder = Path(dateline.read.parser.__file__).parent
    sources = sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".toml", ".txt", ".csv"})
    shape = [f.name for record in (Report, Reading, Sentence, Token, Quotation) for f in fields(record)]
    return hashlib.sha256(b"".join(p.read_bytes() for p in sources) + repr(shape).encode()).hexdigest()[:16]
