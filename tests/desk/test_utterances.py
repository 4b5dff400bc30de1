"""One utterance has one id over the whole archive: in every event of which it tells, whatever came first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dateline.desk.desk import Desk
from dateline.desk.dossier import dossier
from dateline.model import Report
from dateline.pipeline import Pipeline
from dateline.store import Archive
from dateline.store.events import EventFilter

WHOLE = (
    "“Kenya shelled the old harbour of Kismayo at dawn, and Uganda closed its embassy in Mogadishu within hours,” "
    "Somali Foreign Minister Abdi Warsame said on Monday."
)
FIRST = "“Kenya shelled the old harbour of Kismayo at dawn,” Somali Foreign Minister Abdi Warsame said on Monday."
OTHER = "“Uganda closed its embassy in Mogadishu within a few hours,” Abdi Warsame, Somalia's foreign minister, said on Monday."
ELSE = "“Egypt has sent grain to our ports and opened a consulate in Kismayo,” Somali Foreign Minister Abdi Warsame said on Monday."
TEXTS = {"herald": WHOLE, "post": FIRST, "courier": OTHER, "mirror": ELSE}


def ids(folder: Path, pipeline: Pipeline, order: Sequence[str]) -> dict[str, set[str]]:
    """The utterances of the quotations of each report, over all events."""
    desk = Desk(Archive.open(str(folder / f"{'-'.join(order)}.db"), write=True), pipeline)
    for name in order:
        list(desk.add([Report(name, TEXTS[name], outlet=name.title(), published="2031-05-06")], Counter()))
    found: dict[str, set[str]] = {}
    with desk.archive.session() as session:
        for event in session.events.find(EventFilter()):
            for quotation in dossier(session, event.id).quotations:
                if quotation.utterance:
                    found.setdefault(quotation.report, set()).add(quotation.utterance)
    return found


def test_renderings_bear_one_id_in_all_events_and_in_any_order(tmp_path: Path, pipeline: Pipeline) -> None:
    found = ids(tmp_path, pipeline, ("herald", "post", "courier", "mirror"))
    assert found["herald"] == found["post"] == found["courier"]
    assert len(found["herald"]) == 1
    assert not found["herald"] & found.get("mirror", set())
    assert ids(tmp_path, pipeline, ("mirror", "courier", "post", "herald")) == found


def test_a_report_read_again_leaves_the_ids_as_they_are(tmp_path: Path, pipeline: Pipeline) -> None:
    found = ids(tmp_path, pipeline, ("herald", "courier"))
    desk = Desk(Archive.open(str(tmp_path / "herald-courier.db"), write=True), pipeline)
    desk.rebuild()
    assert ids(tmp_path, pipeline, ("courier", "herald")) == found


def test_a_quotation_without_a_word_ends_no_run(tmp_path: Path, pipeline: Pipeline) -> None:
    """ "…," he wrote: nothing is said, and the report is filed like any other."""
    texts = ('"...," President Aleksandar Vucic said on Monday.', "“?!” Vladimir Putin wrote on Telegram.")
    desk = Desk(Archive.open(str(tmp_path / "wordless.db"), write=True), pipeline)
    reports = [Report(f"r{i}", text, outlet="Post", published="2031-05-06") for i, text in enumerate(texts)]
    assert list(desk.add(reports, Counter())) == []
    with desk.archive.session() as session:
        assert set(session.reports.ids()) == {"r0", "r1"}
