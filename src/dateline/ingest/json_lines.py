"""JSON objects, one a line: read as they come, never an archive in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, count, islice

from dateline.ingest.limits import LONGEST_FILE, LONGEST_LINE
from dateline.ingest.making import ReportDefaults
from dateline.ingest.records import loads, records
from dateline.ingest.source import Line, Source
from dateline.model import Problem, Report

BLANKS = re.compile(r"\s+")
PROBED = 200
"""So many lines tell broken JSONL from an object that is written over several lines."""


def objects(source: Source, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of JSONL, or of objects over several lines."""
    yield from source.guessed()
    lines = source.lines()
    probe = list(islice(lines, 1))
    if not any(map(is_record, probe)):
        probe += islice(lines, PROBED)
    if any(map(is_record, probe)) or not probe:
        yield from json_lines(chain(probe, lines), source.path, defaults)
        return
    yield from several_lines(chain(probe, lines), source.path, defaults)


def is_record(line: Line) -> bool:
    """Whether a line is a JSON object by itself."""
    try:
        return line.text is not None and isinstance(loads(line.text), dict)
    except ValueError:
        return False


def json_lines(lines: Iterator[Line], path: str, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of lines; a line that is broken is a problem, the others are read."""
    for line in lines:
        where = f"{path}:{line.number}"
        if line.text is None:
            yield Problem(where, 0, 0, "too_large", f"a line of more than {LONGEST_LINE} bytes is not read")
        elif line.text.strip():
            try:
                value = loads(line.text)
            except ValueError as error:
                yield Problem(where, 0, 0, "bad_json", str(error), line.text[:80])
            else:
                yield from records(value, where, path, defaults, line.lossy, line.guessed)


def several_lines(lines: Iterator[Line], path: str, defaults: ReportDefaults) -> Iterator[Report | Problem]:
    """The reports of objects over several lines, one or one after the other."""
    text, at = gathered(lines), 0
    decoder = json.JSONDecoder()
    for number in count(1):
        at = beyond(text, at)
        if at == len(text):
            return
        where = path if number == 1 else f"{path}:{number}"
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield Problem(where, 0, 0, "bad_json", str(error), text[at : at + 80])
            return
        yield from records(value, where, path, defaults)
        at = end


def beyond(text: str, at: int) -> int:
    """Where the blanks that stand at a place end."""
    found = BLANKS.match(text, at)
    return found.end() if found else at


def gathered(lines: Iterator[Line]) -> str:
    """The text of lines up to the limit."""
    kept: list[str] = []
    size = 0
    for line in lines:
        kept.append(line.text or "")
        size += len(kept[-1])
        if size > LONGEST_FILE:
            break
    return "".join(kept)
