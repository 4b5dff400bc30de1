"""What pages are asked for: as the API, but forms send empty fields, and other sites hang parameters of theirs on addresses."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from pydantic import ConfigDict, Field

from dateline.serve.api.asking import EventsAsked, PageAsked, ViewAsked, Word, Words

IGNORING = ConfigDict(extra="ignore")


class PagesAsked(PageAsked):
    """A list's page."""

    model_config = IGNORING


class EventPageAsked(EventsAsked):
    """The filters of events."""

    model_config = IGNORING


class RelationsPageAsked(ViewAsked, PageAsked):
    """One party, or two, and from where the register is looked at."""

    model_config = IGNORING

    actor: Words = Field([], max_length=2)
    limit: int = Field(25, ge=1, le=500)
    focus: Word | None = Field(None, description="Around whom the map is drawn.")


class RecognitionAsked(ViewAsked):
    """From where the register is looked at, and among whom is counted."""

    model_config = IGNORING

    universe: Word | None = None


class DuePageAsked(PageAsked):
    """A day, a party, and from which day on something was announced for."""

    model_config = IGNORING

    actor: Word | None = None
    on: Word | None = None
    known_by: Word | None = None
    since: Word | None = None


DueQuestion = Annotated[DuePageAsked, Query()]
EventQuestion = Annotated[EventPageAsked, Query()]
PageQuestion = Annotated[PagesAsked, Query()]
RelationsQuestion = Annotated[RelationsPageAsked, Query()]
RecognitionQuestion = Annotated[RecognitionAsked, Query()]
