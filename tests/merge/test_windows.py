"""Where blocks are cut in time, so that what a pair did long ago is not merged again with what it does now."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.world import member

from dateline.merge import homes, merge_members
from dateline.merge.blocks import blocks
from dateline.merge.windows import CELL, RUN, cells_of, cut, moved_by, segments
from dateline.model import Member

START = date(2031, 1, 1)


def told(day: int, act: str = "warn", dated: bool = True) -> Member:
    """A warning of some day, told the day after; without a date of its own, if so wished."""
    on = (START + timedelta(days=day)).isoformat()
    published = (START + timedelta(days=day + dated)).isoformat()
    return member(f"post{day}{dated}", act, "ARV", "BLM", on if dated else None, published=published)


def test_quiet_weeks_part_segments() -> None:
    found = [told(day) for day in (0, 1, 2, 2 * CELL, 2 * CELL + 1, 4 * CELL)]
    assert [len(block) for block in blocks(found).values()] == [3, 2, 1]


def test_a_cell_is_cut_where_least_is_parted() -> None:
    busy = Counter(dict.fromkeys(range(CELL), 3))
    busy[RUN + 6] = busy[RUN + 7] = 0
    assert cut([busy]) in {RUN + 6, RUN + 7, RUN + 8}
    assert RUN <= cut([Counter({5: 2, 20: 1})]) <= CELL - RUN


def test_acts_done_once_are_cut_nowhere() -> None:
    found = [told(day, "recognize_state", dated=False) for day in (0, 100, 3000)]
    assert len(blocks(found)) == 1


def test_segments_are_bounded_however_long_a_pair_goes_on() -> None:
    found = [told(day, dated=bool(day % 2)) for day in range(400)]
    assert max(len({m.report.day for m in block}) for block in blocks(found).values()) <= 2 * CELL


def test_cutting_daily_news_parts_no_days() -> None:
    """Each day's warning is an event by itself, cut or not."""
    assert len(merge_members([told(day) for day in range(200)])) == 200


DAYS = st.lists(st.tuples(st.integers(0, 150), st.booleans()), min_size=1, max_size=40, unique=True)


@settings(max_examples=100)
@given(DAYS, st.data())
def test_one_more_mention_touches_two_segments_at_most(days: list[tuple[int, bool]], data: st.DataObject) -> None:
    found = [told(day, dated=dated) for day, dated in days]
    new = data.draw(st.sampled_from(found))
    before = segments(homes(m for m in found if m is not new))
    after = segments(homes(found))
    moved = moved_by({homes([new])[new.mention.id].cell})
    changed = {id for id in after if after[id] != before.get(id)}
    assert {after[id] for id in changed} | {before[id] for id in changed if id in before} <= moved


@settings(max_examples=100)
@given(DAYS, st.data())
def test_the_cells_of_segments_hold_all_that_is_needed(days: list[tuple[int, bool]], data: st.DataObject) -> None:
    """Merging a few segments with what their cells hold beside gives the events that merging everything gives."""
    found = [told(day, dated=dated) for day, dated in days]
    every = homes(found)
    whole = merge_members(found)
    wanted = moved_by({data.draw(st.sampled_from(sorted(home.cell for home in every.values())))})
    loaded = [m for m in found if every[m.mention.id].cell in cells_of(wanted)]
    places = segments(homes(loaded))
    mine = [m for m in loaded if places[m.mention.id] in wanted]
    part = merge_members(mine, beside=loaded)
    ids = {m.mention.id for m in mine}
    assert part == tuple(event for event in whole if event.mentions[0].event in ids)
