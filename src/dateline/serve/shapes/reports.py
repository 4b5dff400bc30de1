"""``dateline reports --json`` and ``dateline stories --json``."""

from __future__ import annotations

from dateline.desk.revisions import Revision
from dateline.desk.shelf import Shelved
from dateline.model import Story
from dateline.serve.shapes.base import Shape


class HeadShape(Shape):
    """A report without its text, its events, the report that it copies, and how many versions of it there are."""

    id: str
    outlet: str | None
    title: str | None
    byline: str | None
    credit: str | None
    url: str | None
    published: str | None
    modified: str | None
    place: str | None
    language: str
    sha256: str
    events: list[str]
    copy_of: str | None
    versions: int

    @classmethod
    def of(cls, found: Shelved) -> HeadShape:
        """The shape of a report on the shelf."""
        own = {"events", "copy_of", "versions"}
        fields = {name: getattr(found.report, name) for name in cls.model_fields if name not in own}
        return cls(**fields, events=sorted(found.events), copy_of=found.copy_of, versions=found.versions)


class RevisionShape(Shape):
    """One version of a report, with the sentences that have gone and come since the one before."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    modified: str | None
    sha256: str
    dropped: list[str]
    added: list[str]

    @classmethod
    def of(cls, found: Revision) -> RevisionShape:
        """The shape of a version."""
        own = {name: getattr(found.report, name) for name in cls.model_fields if name not in {"dropped", "added"}}
        return cls(**own, dropped=list(found.dropped), added=list(found.added))


class StoryShape(Shape):
    """A group of reports about one happening."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: list[str]
    events: list[str]

    @classmethod
    def of(cls, story: Story) -> StoryShape:
        """The shape of a story."""
        return cls(
            id=story.id,
            title=story.title,
            first=story.first,
            last=story.last,
            reports=sorted(story.reports),
            events=sorted(story.events),
        )
