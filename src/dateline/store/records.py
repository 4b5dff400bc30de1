"""Records as JSON text and back."""

from __future__ import annotations

import json
import re
import zlib
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

R = TypeVar("R")

HALF_PAIRS = re.compile("[\ud800-\udfff]")


@cache
def made(kind: Any) -> TypeAdapter[Any]:
    """The adapter of a class, made once."""
    return TypeAdapter(kind)


def adapter(kind: Any) -> TypeAdapter[Any]:
    """The adapter that knows how a kind of record (a class) is written."""
    return made(kind)


def packed(record: Any) -> str:
    """A record, or a plain value, as JSON."""
    made_by = adapter(type(record))
    try:
        return made_by.dump_json(record).decode()
    except ValueError:  # half a surrogate pair, which only the slow way can write
        return as_json(made_by.dump_python(record, mode="json", exclude_defaults=False))


def unpacked(kind: type[R], text: str | bytes) -> R:
    """The record that :func:`packed` made this text of."""
    made_by = adapter(kind)
    try:
        record: R = made_by.validate_json(text)
    except ValueError:  # as in packing
        record = made_by.validate_python(json.loads(text))
    return record


def pressed(record: Any) -> bytes:
    """A record as JSON, compressed: a coding is twenty times as long as its report, and says much of it often."""
    return zlib.compress(packed(record).encode("utf-8"))


def unpressed(kind: type[R], data: bytes) -> R:
    """The record that :func:`pressed` made these bytes of."""
    return unpacked(kind, zlib.decompress(data).decode("utf-8"))


def as_json(value: Any) -> str:
    """Compact JSON that every database takes: UTF-8, with half surrogate pairs (and NUL, as always in JSON) escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return HALF_PAIRS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def storable(text: str | None) -> str | None:
    """Text for a plain column, without what some database refuses."""
    return None if text is None else HALF_PAIRS.sub("\ufffd", text.replace("\0", "\ufffd"))
