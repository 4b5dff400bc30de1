"""Reports put into stories by average-link clustering, the same in whatever order they come.

How alike two reports are is told by their words, those of the lead counting more, and by their days: of one happening most
reports name the same day, and of yearly meetings each its own. The score of two groups is the mean over all pairs, drawn toward
the best pair (sources of one happening may each tell another side of it) and lowered as the group grows (a war is not one
story). Two groups that each agree in themselves on names and numbers which the other never has are two stories, however
much else they share: two arrests, two matches, two patches for the same browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.merge.cluster import unions
from dateline.merge.stories.days import days
from dateline.merge.stories.rivals import Rivals
from dateline.merge.stories.vectors import Matrix, terms, tfidf
from dateline.model import Report, Story, record_id

LEAD = 1500
"""Characters of a report that count twice over: where the happening stands and not its history."""
LEAD_WEIGHT = 1 / 3
THRESHOLD = 0.135
BEST_PAIR = 0.2
GROWTH = 0.1
ONE_DAY, ONE_DAY_FACTOR = 1, 1.1
FAR, FAR_FACTOR = 14, 0.5
EVENT_WEIGHT = 3
"""How often an event that a report tells counts as a word of it."""
CHUNK = 1000
"""Reports compared with all others at a time."""


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A report with the ids of the events that it tells, as far as they are known."""

    report: Report
    events: tuple[str, ...] = ()


def stories(items: Iterable[StoryItem]) -> tuple[Story, ...]:
    """The stories of the reports, in the order of their first day and id."""
    found = [story(members) for members in group(items)]
    return tuple(sorted(found, key=lambda s: (s.first or "~", s.id)))


def story(items: Sequence[StoryItem]) -> Story:
    """A group as a story: its title is that of the report that came first."""
    reports = sorted((item.report for item in items), key=lambda r: (r.published or "~", r.id))
    ids = tuple(sorted(r.id for r in reports))
    dated = [r.day for r in reports if r.day]
    title = next((r.title for r in reports if r.title), None) or opening(reports[0].text)
    events = tuple(sorted({event for item in items for event in item.events}))
    return Story(record_id("story", ids[0]), title, min(dated, default=None), max(dated, default=None), ids, events)


def opening(text: str) -> str:
    """The first line of a text, cut where it grows long."""
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= 100 else line[:97].rsplit(" ", 1)[0] + " …"


def group(items: Iterable[StoryItem]) -> tuple[tuple[StoryItem, ...], ...]:
    """The reports in groups, each once."""
    once = {item.report.id: item for item in items}
    every = [once[id] for id in sorted(once)]
    if not every:
        return ()
    matrix = likeness(every)
    dates = [days(item.report) for item in every]
    linked = list(links(matrix, dates))
    parts = unions(len(every), ((a, b) for a, b, _ in linked))
    return tuple(tuple(every[i] for i in ids) for part in parts for ids in grown(part, matrix, dates, every))


def likeness(items: Sequence[StoryItem]) -> Matrix:
    """The reports as rows whose products say how alike they are in their words."""
    from scipy.sparse import hstack

    whole = tfidf([[*terms(full_text(item.report)), *item.events * EVENT_WEIGHT] for item in items])
    lead = tfidf([terms(full_text(item.report)[:LEAD]) for item in items])
    rows = hstack([whole.rows * (1 - LEAD_WEIGHT) ** 0.5, lead.rows * LEAD_WEIGHT**0.5]).tocsr()
    return Matrix(rows, whole.idf)


def full_text(report: Report) -> str:
    """Title and text; a title that the text begins with counts once."""
    title = report.title or ""
    return report.text if not title or report.text.lstrip().startswith(title) else f"{title}\n{report.text}"


def links(matrix: Matrix, dates: Sequence[frozenset[int]]) -> Iterator[tuple[int, int, float]]:
    """The pairs of reports that are alike enough to be one story by themselves. No group can come to be without one, so the
    rest of the work falls into small parts.
    """
    for first in range(0, matrix.rows.shape[0], CHUNK):
        found = (matrix.rows[first : first + CHUNK] @ matrix.rows.T).tocoo()
        wanted = found.data * ONE_DAY_FACTOR >= THRESHOLD
        for i, b, value in zip(found.row[wanted], found.col[wanted], found.data[wanted], strict=True):
            a = first + int(i)
            score = float(value) * days_factor(dates[a], dates[b])
            if a < b and score >= THRESHOLD:
                yield a, int(b), score


def days_factor(a: frozenset[int], b: frozenset[int]) -> float:
    """What the days that two reports name say: more alike on one day, less alike where all lie far apart."""
    if not a or not b:
        return 1.0
    gap = min(abs(x - y) for x in a for y in b)
    if gap <= ONE_DAY:
        return ONE_DAY_FACTOR
    return FAR_FACTOR if gap > FAR else 1.0


def grown(part: Sequence[int], matrix: Matrix, dates: Sequence[frozenset[int]], items: Sequence[StoryItem]) -> list[list[int]]:
    """The reports of a part, clustered; the numbers are those of the items."""
    if len(part) == 1:
        return [list(part)]
    import numpy as np

    rows = matrix.rows[list(part)]
    pairs = np.asarray((rows @ rows.T).todense())
    factors = np.array([[days_factor(dates[a], dates[b]) for b in part] for a in part])
    found = Growth(pairs * factors, Rivals([full_text(items[i].report) for i in part])).run()
    return [[part[i] for i in sorted(ids)] for ids in found]


class Growth:
    """Groups that grow by joining the best two, until none is good enough."""

    def __init__(self, pairs: Any, rivals: Rivals) -> None:
        import numpy as np

        self.sums, self.best, self.rivals = pairs.copy(), pairs.copy(), rivals
        self.groups: dict[int, list[int]] = {i: [i] for i in range(len(pairs))}
        self.scores = pairs.copy()
        np.fill_diagonal(self.scores, -1.0)

    def run(self) -> list[list[int]]:
        """The groups in canonical order."""
        import numpy as np

        while True:
            a, b = map(int, np.unravel_index(np.argmax(self.scores), self.scores.shape))
            if self.scores[a, b] < THRESHOLD:
                return [self.groups[i] for i in sorted(self.groups)]
            if self.rivals.are(self.groups[a], self.groups[b]):
                self.scores[a, b] = self.scores[b, a] = -1.0
            else:
                self.join(min(a, b), max(a, b))

    def join(self, a: int, b: int) -> None:
        """Joins the second group into the first and scores it against the others."""
        import numpy as np

        self.groups[a] += self.groups.pop(b)
        self.sums[a] += self.sums[b]
        self.sums[:, a] = self.sums[a]
        self.best[a] = np.maximum(self.best[a], self.best[b])
        self.best[:, a] = self.best[a]
        self.scores[b] = self.scores[:, b] = -1.0
        others = [i for i in self.groups if i != a]
        sizes = np.array([len(self.groups[i]) for i in others])
        size = len(self.groups[a])
        mean = (1 - BEST_PAIR) * self.sums[a, others] / (size * sizes) + BEST_PAIR * self.best[a, others]
        self.scores[a, others] = self.scores[others, a] = mean * ((size + sizes) / 2) ** -GROWTH
