"""Which shape each command prints with ``--json``, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from dateline.serve.shapes.actors import PhraseShape
from dateline.serve.shapes.base import Shape
from dateline.serve.shapes.comparisons import ComparisonShape, TermShape
from dateline.serve.shapes.dossier import DossierShape
from dateline.serve.shapes.events import EventShape
from dateline.serve.shapes.judgements import JudgedShape
from dateline.serve.shapes.questions import ChangesShape, ClaimCheckShape, DueShape, SupposedShape
from dateline.serve.shapes.readings import ReadingShape
from dateline.serve.shapes.register import EntryShape, FindingShape, RecognizersShape, RelationShape
from dateline.serve.shapes.reports import HeadShape, StoryShape
from dateline.serve.shapes.runs import BulkShape, RunShape
from dateline.serve.shapes.scores import ScoreShape
from dateline.serve.shapes.settings import SettingsShape
from dateline.serve.shapes.tables import ExportShape, ImportShape, SeriesShape

SHAPES: Mapping[str, type[Shape]] = MappingProxyType(
    {
        "actor": PhraseShape,
        "add": RunShape,
        "bulk": BulkShape,
        "changes": ChangesShape,
        "check": FindingShape,
        "check-claim": ClaimCheckShape,
        "compare": ComparisonShape,
        "due": DueShape,
        "event": DossierShape,
        "events": EventShape,
        "export": ExportShape,
        "history": EntryShape,
        "import": ImportShape,
        "judge": JudgedShape,
        "read": ReadingShape,
        "rebuild": RunShape,
        "recognizers": RecognizersShape,
        "relations": RelationShape,
        "report": ReadingShape,
        "reports": HeadShape,
        "score": ScoreShape,
        "series": SeriesShape,
        "settings": SettingsShape,
        "stories": StoryShape,
        "suppose": SupposedShape,
        "terms": TermShape,
    }
)
"""The shape of one object; ``LINES`` says which commands print one on each line."""

LINES = frozenset({"read", "events", "reports", "stories", "relations", "history", "check", "terms"})
"""The commands that print one object a line; the others print one object."""


def schema_of(command: str) -> dict[str, Any]:
    """The JSON Schema of one object that a command prints."""
    schema = SHAPES[command].model_json_schema(mode="serialization")
    many = "one object a line" if command in LINES else "one object"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$comment": f"dateline {command} --json: {many}"}
