"""The cues as data: whole, without duplicates, and open to a user's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from dateline.attribute import Attributor
from dateline.attribute.channels import Channels
from dateline.attribute.frames import FRAMES
from dateline.attribute.lexicon import Lexicon
from dateline.model import Report, UsageError
from dateline.pipeline import Pipeline

KNOWN = {"quote", "object", "raise", "bare", *FRAMES}
PREPOSITIONAL = re.compile(r"(object )?(about|against|as|at|by|for|from|in|into|like|of|on|over|to|toward|upon|with)( to do)?")


def test_every_frame_is_known() -> None:
    unknown = {f for cue in Lexicon.load() for f in cue.frames if f not in KNOWN and not PREPOSITIONAL.fullmatch(f)}
    assert not unknown


def test_every_cue_has_frames_and_hundreds_are_there() -> None:
    cues = list(Lexicon.load())
    assert all(cue.frames for cue in cues)
    assert len(cues) > 500


def test_no_cue_takes_one_frame_in_two_classes_of_other_polarity() -> None:
    seen: dict[tuple[str, str, str], str] = {}
    for cue in Lexicon.load():
        for frame in cue.frames:
            key = (cue.pos, cue.name, frame)
            assert seen.setdefault(key, cue.cls.polarity) == cue.cls.polarity, key


def test_a_user_file_adds_cues_and_classes(tmp_path: Path, pipeline: Pipeline) -> None:
    file = tmp_path / "my.toml"
    own = '[leak]\nfamily = "speech"\npolarity = "+"\ncertainty = "possible"\n[leak.verb]\nleak = ["that"]\n'
    file.write_text('[say.verb]\nopenmouth = ["that"]\n' + own)
    attributor = Attributor(pipeline.catalogue, [file])
    text = "Rome said nothing; the palace leaked that the king would abdicate."  # "said": the reader knows the built-in cues only
    found = attributor.attribute(pipeline.resolver.resolve(pipeline.reader.read(Report(id="r", text=text))))
    assert ("leak", "possible") in [(a.cue_lemma, a.certainty.value) for a in found]


@pytest.mark.parametrize(
    "content",
    [
        "not toml",
        "[nowhere.verb]\nsay = ['that']",
        "[odd]\nfamily = 'speech'\npolarity = '?'\ncertainty = 'certain'",
        "[odd]\nfamily = 'speech'",
    ],
)
def test_a_broken_user_file_is_bad_use(tmp_path: Path, content: str) -> None:
    file = tmp_path / "my.toml"
    file.write_text(content)
    with pytest.raises(UsageError):
        Lexicon.load([file])


def test_channels_have_words_of_their_own() -> None:
    channels = Channels()
    assert {"telegram", "x", "facebook", "instagram", "statement", "press_conference", "interview", "letter", "speech"} <= set(
        channels.nouns
    )


def test_a_report_without_cue_or_quotation_has_no_attribution(attribute: Any) -> None:
    assert attribute("The bridge over the river was opened in May. It is long.") == ()


def test_a_report_without_cue_or_quotation_is_not_even_gone_through(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Attributor, "drafts", lambda *_: pytest.fail("looked for what cannot be there"))
    text = "The bridge over the river was opened in May. It is long."
    resolution = pipeline.resolver.resolve(pipeline.reader.read(Report(id="r", text=text)))
    assert pipeline.attributor.attribute(resolution) == ()
