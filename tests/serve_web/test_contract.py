"""Whatever is asked of the API that its description allows or forbids: it answers, never breaks, and keeps to the description."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance
from tests.serve_web.conftest import HERE

from dateline.serve.api import Room, application
from dateline.serve.api.guard import Access
from dateline.serve.api.limits import Limits
from dateline.settings import Settings

TOKEN = "a-token-of-more-than-sixteen-letters"  # noqa: S105  made up
HEADERS = {"host": HERE.removeprefix("http://"), "authorization": f"Bearer {TOKEN}"}

FEW = settings(
    max_examples=12,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def described(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> schemathesis.BaseSchema:
    """The description of a server over a copy of the archive, with a token that may do anything."""
    path = tmp_path_factory.mktemp("contract") / "copy.db"
    shutil.copy(archive, path)
    app = application(Room(Settings(archive=str(path))), Access(token=TOKEN), Limits({}))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HEADERS)


READING, WRITING = {"GET"}, {"POST"}
KEPT = [not_a_server_error, status_code_conformance, content_type_conformance]


def tried(described: schemathesis.BaseSchema, methods: set[str], checks: list[Any], besides: str = "export") -> int:
    """How many operations were tried, each with made-up parameters."""
    operations = [found.ok() for found in described.get_all_operations()]
    chosen = [each for each in operations if each.method.upper() in methods and besides not in each.path]
    for operation in chosen:

        @FEW
        @given(case=operation.as_strategy())
        def answers(case: schemathesis.Case) -> None:
            case.validate_response(case.call(headers=HEADERS), checks=checks)

        answers()
    return len(chosen)


def test_reading_keeps_to_the_description(described: schemathesis.BaseSchema) -> None:
    assert tried(described, READING, KEPT) >= 18


def test_writing_never_breaks(described: schemathesis.BaseSchema) -> None:
    assert tried(described, WRITING, [not_a_server_error], besides="reports") == 2
