"""Whole chains, by the sentences of ``chains.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dateline.model import Attribution

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "chains.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:50] for c in CASES])
def test_chains_come_out_as_written(case: dict[str, Any], attribute: Any) -> None:
    text = case["text"]
    found = attribute(text)
    for wanted in case.get("says", []):
        assert told(best(found, wanted["content"], text), found, text, wanted) == expected(wanted)
    for words in case.get("never", []):
        assert not [a for a in found if any(words in s.of(text) for s in a.content)]


def best(found: tuple[Attribution, ...], words: str, text: str) -> Attribution:
    """The attribution whose content holds the words and least beside them."""
    holding = [a for a in found if any(words in s.of(text) for s in a.content)]
    assert holding, f"nobody says {words!r}"
    return min(holding, key=lambda a: sum(s.end - s.start for s in a.content))


def expected(wanted: dict[str, Any]) -> dict[str, Any]:
    """What a case asks for, with what it leaves unsaid filled in."""
    return {"channel": None, "relays": [], "sign": "+", **{k: v for k, v in wanted.items() if k != "content"}}


def told(a: Attribution, found: tuple[Attribution, ...], text: str, wanted: dict[str, Any]) -> dict[str, Any]:
    """What an attribution tells of the things that a case asks for."""
    name = a.speaker.name if a.speaker else ""
    asked, parent = wanted.get("speaker", ""), next((p for p in found if p.id == a.parent), None)
    around = " ".join(s.of(text) for s in parent.content) if parent else ""
    everything = {
        "speaker": asked if asked and asked.lower() in name.lower() else name,
        "with": [s.name for s in a.with_speakers],
        "channel": a.channel,
        "relays": list(a.relays),
        "sign": a.polarity.value,
        "sure": a.certainty.value,
        "class": a.cue_class,
        "to": a.addressee,
        "time": a.said_time.of(text) if a.said_time else None,
        "within": wanted.get("within") if parent and wanted.get("within", "") in around else around,
    }
    return {k: v for k, v in everything.items() if k in expected(wanted)}
