"""What the tests of attribution share: a resolution without a pipeline's later stages, and the attributions of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Attribution, Report, record_id
from dateline.pipeline import Pipeline

Attribute = Callable[..., tuple[Attribution, ...]]


@pytest.fixture(scope="session")
def attribute(pipeline: Pipeline) -> Attribute:
    """The attributions of a text: ``attribute("Paris agreed, Rome said.", outlet="Example Post")``."""

    def run(text: str, **fields: str) -> tuple[Attribution, ...]:
        given = {"outlet": "Example Post", "published": "2023-05-05", **fields}
        report = Report(id=record_id("report", text, given), text=text, **given)
        return pipeline.attributor.attribute(pipeline.resolver.resolve(pipeline.reader.read(report)))

    return run
