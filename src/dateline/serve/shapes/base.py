"""What all shapes share: compact output, rounded numbers, spans as pairs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, PlainSerializer

from dateline.model import Span

Pair = tuple[int, int]
Rounded = Annotated[float, PlainSerializer(lambda value: round(value, 3), return_type=float)]


class Shape(BaseModel):
    """A piece of output; its fields are named as in the JSON, by alias where Python keeps the word for itself."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True, extra="forbid", protected_namespaces=())

    def json_line(self) -> str:
        """The shape as one compact line of JSON."""
        return dumped(self.model_dump(mode="json"))


def dumped(value: Any) -> str:
    """Compact JSON, in UTF-8 where the text can be written so, and in ASCII where it holds half a surrogate pair."""
    line = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"))
    return line


def pairs(spans: Iterable[Span]) -> list[Pair]:
    """Spans as [start, end] pairs, in the order of the text."""
    return [(span.start, span.end) for span in sorted(spans)]
