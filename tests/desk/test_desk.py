from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.desk.helpers import KeptPipeline, dump

from dateline.desk import desk as desk_module
from dateline.desk.coding import code_reports
from dateline.desk.desk import Desk
from dateline.model import CodedReport, Problem, Report
from dateline.pipeline import Pipeline
from dateline.store import Archive

Samples = tuple[Report, ...]
MakeDesk = Callable[..., Desk]


def add(desk: Desk, *items: Report | Problem) -> list[Problem]:
    return list(desk.add(items, Counter()))


def test_desk_files_the_samples_into_events_and_stories(make_desk: MakeDesk, samples: Samples) -> None:
    desk = make_desk()
    add(desk, *samples)
    shown = dump(desk.archive)
    assert len(shown["reports"]) == len(samples)
    assert shown["events"]
    assert len(shown["stories"]) == 4
    assert shown["entries"]
    assert shown["owed"] == []


def test_desk_files_nothing_twice(make_desk: MakeDesk, samples: Samples) -> None:
    desk = make_desk()
    add(desk, *samples)
    before = dump(desk.archive)
    again = make_desk()
    assert add(again, *samples) == []
    assert isinstance(again.pipeline, KeptPipeline)
    assert again.pipeline.asked == []
    assert dump(again.archive) == before


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_desk_shows_the_same_in_any_order_and_batches(
    tmp_path_factory: pytest.TempPathFactory,
    pipeline: Pipeline,
    codings: dict[str, CodedReport],
    samples: Samples,
    data: st.DataObject,
) -> None:
    order = data.draw(st.permutations(samples))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(samples) - 1), max_size=4)))
    shown = []
    for runs in ([samples], [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]):
        path = tmp_path_factory.mktemp("order") / "kept.db"
        with Archive.open(str(path), write=True) as archive:
            for run in runs:
                add(Desk(archive, KeptPipeline(codings, pipeline.catalogue)), *run)
            shown.append(dump(archive))
    assert shown[0] == shown[1]


def test_desk_rebuilds_the_same(make_desk: MakeDesk, samples: Samples) -> None:
    desk = make_desk()
    for sample in reversed(samples):
        add(desk, sample)
    before = dump(desk.archive)
    desk.rebuild()
    assert dump(desk.archive) == before


def test_desk_takes_up_a_rebuild_that_was_cut_off(make_desk: MakeDesk, samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = make_desk()
    add(desk, *samples)
    before = dump(desk.archive)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(desk_module, "BATCH", 2)
        desk.rebuild(tick=interrupt)
    assert dump(desk.archive) != before
    add(make_desk())
    assert dump(desk.archive) == before


def interrupt(_: int) -> None:
    raise KeyboardInterrupt


def test_desk_takes_up_an_addition_that_was_cut_off(make_desk: MakeDesk, samples: Samples, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = make_desk("whole.db")
    add(whole, *samples)
    monkeypatch.setattr(desk_module, "BATCH", 2)
    desk = make_desk()
    with pytest.raises(KeyboardInterrupt):
        list(desk.add(samples, Counter(), interrupt))
    assert dump(desk.archive)["owed"]
    add(make_desk(), *samples)
    assert dump(desk.archive) == dump(whole.archive)


def test_desk_puts_a_new_version_in_the_place_of_the_old(make_desk: MakeDesk, samples: Samples) -> None:
    desk, other = make_desk(), make_desk("other.db")
    add(desk, *samples)
    withdrawn = replace(samples[0], text="This report was withdrawn.", modified="2030-01-01")
    assert isinstance(desk.pipeline, KeptPipeline)
    desk.pipeline.codings = {**desk.pipeline.codings, withdrawn.id: CodedReport(withdrawn)}
    add(desk, withdrawn)
    add(other, *samples[1:])
    shown, expected = dump(desk.archive), dump(other.archive)
    assert shown["events"] == expected["events"]
    assert shown["mentions"] == expected["mentions"]
    assert shown["owed"] == []


def test_desk_lets_no_report_lose_another_one(make_desk: MakeDesk, samples: Samples) -> None:
    desk = make_desk()
    bad = [Report("bad-1", "this breaks the reader"), Report("bad-2", "this breaks the coder")]
    passed_on = Problem("nowhere.txt", 0, 0, "unreadable", "no such file")
    problems = add(desk, samples[0], bad[0], passed_on, samples[1], bad[1], samples[2])
    assert [(p.where, p.code) for p in problems if p.code in {"not_coded", "unreadable"}] == [
        ("bad-1", "not_coded"),
        ("nowhere.txt", "unreadable"),
        ("bad-2", "not_coded"),
    ]
    with desk.archive.session() as session:
        assert {head.id for head in session.reports.heads()} == {sample.id for sample in samples[:3]}


def test_desk_writes_down_its_runs(make_desk: MakeDesk, samples: Samples) -> None:
    desk = make_desk()
    add(desk, samples[0])
    with desk.archive.session() as session:
        (run,) = session.runs.all()
    assert (run.command, run.coder, run.finished) == ("add", desk.coder, "2026-01-02T03:04:05Z")
    assert '"coded":1' in run.counts


def test_desk_codes_anew_what_another_coder_coded(make_desk: MakeDesk, samples: Samples) -> None:
    add(make_desk(), *samples)
    desk = make_desk()
    before = dump(desk.archive)
    desk.coder = "another"
    add(desk, *samples)
    assert isinstance(desk.pipeline, KeptPipeline)
    assert len(desk.pipeline.asked) == len(samples)
    assert dump(desk.archive) == before


def test_desk_finds_the_same_coder_version_twice(tmp_path: Path) -> None:
    from dateline.desk.versions import coder_version
    from dateline.model import UsageError
    from dateline.settings import Settings

    own = tmp_path / "actors.toml"
    own.write_text("")
    versions = [
        coder_version(Settings()),
        coder_version(Settings(archive="elsewhere.db")),
        coder_version(Settings(date_order="dmy")),
        coder_version(Settings(actors=(str(own),))),
    ]
    assert versions[0] == versions[1]
    assert len(set(versions)) == 3
    own.write_text("# a comment")
    assert coder_version(Settings(actors=(str(own),))) != versions[3]
    with pytest.raises(UsageError, match="cannot be read"):
        coder_version(Settings(actors=("nowhere.toml",)))


def test_desk_finds_copies(make_desk: MakeDesk, samples: Samples) -> None:
    desk = make_desk()
    original = samples[0]
    copy = replace(original, id="copy", outlet="Example Echo", published="2009-09-12", text=original.text + "\n\nMore later.")
    add(desk, copy, *samples)
    with desk.archive.session() as session:
        assert session.stories.copies() == {"copy": original.id}


def test_desk_knows_a_report_again_by_what_its_text_says_of_it(make_desk: MakeDesk, pipeline: Pipeline) -> None:
    """The text gives place and credit; nobody handed them in, and the second time nobody does either."""
    report = Report("day", "LA PAZ (AFP) - Bolivia severed relations with Peru on Tuesday.", published="2024-05-22")
    desk = Desk(make_desk().archive, pipeline, lambda: "2026-01-02T03:04:05Z")
    first, second = Counter[str](), Counter[str]()
    list(desk.add([report], first))
    list(desk.add([report], second))
    assert (first["coded"], second["coded"]) == (1, 0)


def test_desk_keeps_the_problems_of_an_input_with_its_report(pipeline: Pipeline) -> None:
    """However the batches fall, a date that was none is among the report's own problems."""
    items: list[Report | Problem] = []
    for number in range(3):
        items.append(Report(f"r{number}", "Peru met Chile."))
        items.append(Problem(f"r{number}", 0, 0, "bad_date", "published should be a day"))
    coded = list(code_reports(pipeline, items, batch=2))
    assert [[p.code for p in each.problems] for each in coded if isinstance(each, CodedReport)] == [["bad_date"]] * 3
    assert len(coded) == 3


def test_desk_codes_a_report_once_that_comes_twice_in_a_batch(make_desk: MakeDesk, samples: Samples) -> None:
    desk, other = make_desk(), make_desk("other.db")
    add(desk, samples[0], samples[1], samples[0])
    add(other, samples[0], samples[1])
    assert isinstance(desk.pipeline, KeptPipeline)
    assert desk.pipeline.asked == [samples[0].id, samples[1].id]
    assert dump(desk.archive) == dump(other.archive)


def test_desk_lets_a_copy_go_with_its_original_in_any_order(make_desk: MakeDesk, samples: Samples) -> None:
    copy = replace(samples[0], id="0-copy", outlet="Example Echo", text=samples[0].text + "\n\nMore later.")
    desk, other = make_desk(), make_desk("other.db")
    add(desk, samples[0], *samples[1:3], copy)
    add(other, copy)
    add(other, samples[2], samples[1])
    add(other, samples[0])
    assert dump(desk.archive) == dump(other.archive)
    with desk.archive.session() as session:
        (story,) = [story for story in session.stories.all() if copy.id in story.reports]
    assert samples[0].id in story.reports
