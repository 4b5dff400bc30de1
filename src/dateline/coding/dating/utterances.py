"""On which day words were said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.dating.clauses import of_saying
from dateline.coding.dating.lexicon import lexicon
from dateline.coding.dating.values import edtf_of, is_day
from dateline.coding.syntax import Syntax
from dateline.model import Attribution, Form, Span, TimeMention
from dateline.resolve.times import Utterance

OPENING = 24
"""Characters at the head of what was said within which a day that dates the saying stands."""


def with_days(syntax: Syntax, attributions: Sequence[Attribution], times: Sequence[TimeMention]) -> tuple[Attribution, ...]:
    """The attributions with ``said_on``: from the time beside the cue, or from the words of the same speaker right before."""
    by_span = {m.span: m for m in times}
    done: list[Attribution] = []
    for attribution in attributions:
        day = own_day(syntax, attribution, by_span) or (carried_over(syntax, done[-1], attribution) if done else None)
        done.append(attribution if day == attribution.said_on else replace(attribution, said_on=day))
    return tuple(done)


def own_day(syntax: Syntax, attribution: Attribution, times: Mapping[Span, TimeMention]) -> str | None:
    """The day that the time expression of an attribution tells, unless it dates the passing on."""
    if attribution.said_time is None:
        return day_before_content(syntax, attribution, times)
    mention = times.get(attribution.said_time)
    if mention is None or dates_carrying(syntax, attribution, mention.span):
        return None
    return edtf_of(mention)


def day_before_content(syntax: Syntax, attribution: Attribution, times: Mapping[Span, TimeMention]) -> str | None:
    """The day that opens what was said but dates the saying: "said on Monday it would open an embassy"."""
    if not attribution.cue or not attribution.content:
        return None
    first = syntax.within(Span(attribution.content[0].start, attribution.content[0].start + OPENING))
    mention = next((m for t in first if (m := times.get(t.span)) is not None), None)
    token = syntax.head_of(mention.span) if mention else None
    verb = next((a for a in syntax.ancestors(token) if syntax.is_verb(a)), None) if token else None
    if mention is None or token is None or verb is None:
        return None
    above = of_saying(syntax, verb, token)
    return edtf_of(mention) if above is not None and any(span.covers(above.span) for span in attribution.cue) else None


def dates_carrying(syntax: Syntax, attribution: Attribution, time: Span) -> bool:
    """Whether a time hangs on a verb of passing on that is not the cue: "he wrote, quoted from TASS on July 14"."""
    token = syntax.head_of(time)
    if token is None or not attribution.relays:
        return False
    cues = {t.i for span in attribution.cue for t in syntax.within(span)}
    for above in syntax.ancestors(token):
        if above.i in cues:
            return False
        if above.lemma in lexicon().carrying:
            return True
    return False


def carried_over(syntax: Syntax, before: Attribution, now: Attribution) -> str | None:
    """The day of the attribution right before, for quoted words of the same speaker: "… said Lee on Monday. "…" Lee added."."""
    if before.said_on is None or now.form is Form.INDIRECT or not same_speaker(before, now):
        return None
    if now.channel and before.channel and now.channel != before.channel:
        return None
    return before.said_on if sentences_between(syntax, before, now) <= 1 else None


def same_speaker(a: Attribution, b: Attribution) -> bool:
    """Whether two attributions have one speaker."""
    return a.speaker is not None and b.speaker is not None and a.speaker.id == b.speaker.id


def sentences_between(syntax: Syntax, a: Attribution, b: Attribution) -> int:
    """How many sentences further the second begins than the first ends."""
    ends = [s.end for s in (*a.content, *a.cue, *a.source)]
    starts = [s.start for s in (*b.content, *b.cue, *b.source)]
    if not ends or not starts:
        return 99
    return sentence_at(syntax, min(starts)) - sentence_at(syntax, max(ends) - 1)


def sentence_at(syntax: Syntax, place: int) -> int:
    """The number of the sentence at a place."""
    words = syntax.within(Span(place, place + 1))
    return words[0].sentence if words else next((s.i for s in syntax.reading.sentences if s.span.end > place), 0)


def utterances(attributions: Sequence[Attribution]) -> tuple[Utterance, ...]:
    """Quoted words with the day on which they were said; an open day where only their passing on is dated."""
    found: list[Utterance] = []
    for a in attributions:
        if a.form is not Form.INDIRECT and (a.said_on or (a.said_time and a.relays)):
            day = a.said_on if a.said_on and is_day(a.said_on) else None
            found.extend(Utterance(span, day, f"said on {a.said_on}") for span in a.content)
    return tuple(found)
