"""Where the mentions of one event differ: on its date, how far it went, who did it, whether it was done, how many."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from dateline import edtf
from dateline.merge.amounts import Amount, amounts
from dateline.merge.dates import ROLES, SLIP, is_assumed, is_day
from dateline.merge.families import family
from dateline.merge.findings import FACT
from dateline.merge.origins import member_paths
from dateline.merge.parties import label, party
from dateline.merge.signature import evidence
from dateline.merge.sittings import is_another_day
from dateline.model import DateRole, Disagreement, DisagreementValue, Member, Participant, Polarity, Span, Status

Voice = tuple[str, tuple[str, ...]]
"""A report, and the speakers whom it has say something."""
Given = tuple[str, Voice]
"""A value with who gives it."""

GIVING = "giving"
"""The family of acts that have a sum of money."""
MONEY = re.compile(r"[$€£¥]|\b(?:dollars|euros|pounds|yen|yuan|francs|rubles|roubles)\b", re.IGNORECASE)
BETWEEN = re.compile(r" (?:[a-z]{2,20} )?")
"""What may stand between an amount and the party's words."""


def disagreements(members: Sequence[Member]) -> tuple[Disagreement, ...]:
    """Every disagreement that the mentions of one event show by themselves."""
    found = (
        date(members),
        *said(members),
        severity(members),
        direction(members),
        membership(members),
        status(members),
        number(members),
    )
    return tuple(each for each in found if each)


def voice(member: Member) -> Voice:
    """Who says what a mention says."""
    names = {path.speaker.name for path in member_paths(member) if path.speaker}
    return member.report.id, tuple(sorted(names))


def disagreement(kind: str, given: Iterable[Given]) -> Disagreement | None:
    """The disagreement of these values; null where there is only one."""
    values: dict[str, list[Voice]] = {}
    for value, who in given:
        values.setdefault(value, []).append(who)
    if len(values) < 2:
        return None
    return Disagreement(kind, tuple(with_voices(value, values[value]) for value in sorted(values)))


def with_voices(value: str, voices: Iterable[Voice]) -> DisagreementValue:
    """A value with all reports and speakers that give it."""
    every = list(voices)
    reports = sorted({report for report, _ in every})
    return DisagreementValue(value, tuple(reports), tuple(sorted({name for _, names in every for name in names})))


def facts(members: Iterable[Member]) -> list[Member]:
    """The mentions that tell the act as done, or as planned."""
    return [m for m in members if m.mention.status in {*FACT, Status.PLANNED}]


def date(members: Sequence[Member]) -> Disagreement | None:
    """Dates that share no day, of any one role; a bound counts only where it rules another date out, and a day only if told."""
    told = [(d, m) for m in facts(members) for d in m.mention.dates if not is_assumed(d) and not is_another_day(m, members)]
    given = [(d.role, d.value, m) for d, m in told if d.value and edtf.is_edtf(d.value)]
    values: list[Given] = []
    for role, whose in ((role, whose) for role in ROLES for whose in sorted({saying(r, m) for r, _, m in given if r is role})):
        of_role = [(value, m) for r, value, m in given if r is role and saying(r, m) == whose]
        apart = incompatible({value for value, _ in of_role})
        values.extend((v, voice(m)) for v, m in of_role if v in apart)
    return disagreement("date", values)


def said(members: Sequence[Member]) -> Iterator[Disagreement]:
    """For each speaker and channel the days on which reports have one and the same word said ("wrote on Telegram on July 14", "on
    Wednesday"), where these are within days and not the same; about the speaker.
    """
    given: dict[tuple[str, str], dict[str, set[str]]] = {}
    for member in members:
        own = {assertion.attribution for assertion in member.mention.assertions}
        for a in member.attributions:
            if a.id in own and a.speaker and a.channel and a.said_time and a.said_on and is_day(a.said_on):
                given.setdefault((a.speaker.name, a.channel), {}).setdefault(a.said_on, set()).add(member.report.id)
    for (name, channel), days in sorted(given.items()):
        near = {day for day in days for other in days if 0 < (edtf.days_between(day, other) or 0) <= SLIP}
        if near and not any(days[a] & days[b] for a in near for b in near if a != b):  # one report has him say it twice
            found = disagreement("date", ((day, (id, (name,))) for day in near for id in days[day]))
            yield from [replace(found, about=f"{channel}: {name}")] if found else []


def saying(role: DateRole, member: Member) -> tuple[str, ...]:
    """Whose announcement a date dates: two speakers may announce one act on two days; of all other dates there is one."""
    return voice(member)[1] if role is DateRole.ANNOUNCED else ()


def incompatible(values: Collection[str]) -> set[str]:
    """The dates that share no day with some other one."""
    return {v for v in values if any(not edtf.compatible(v, other) for other in values)}


def severity(members: Sequence[Member]) -> Disagreement | None:
    """Acts of one family that do not go equally far."""
    degrees = [(m.mention.act, voice(m)) for m in facts(members) if family(m.mention.act).degrees]
    return disagreement("severity", degrees)


def direction(members: Sequence[Member]) -> Disagreement | None:
    """Which of two sides did what binds both alike."""
    sided = [
        m for m in facts(members) if family(m.mention.act).sided and m.mention.actors and m.mention.recipients and not joined(m)
    ]
    return disagreement("direction", ((arrow(m), voice(m)) for m in sided))


def joined(member: Member) -> bool:
    """Whether a mention names both sides in one breath ("Tarn and Corvia ended relations"): who did it, it does not say."""
    ends = [span.end for p in member.mention.actors for span in p.spans]
    starts = [span.start for p in member.mention.recipients for span in p.spans]
    return any(evidence(member, end, start).split() == ["and"] for end in ends for start in starts if end < start)


def arrow(member: Member) -> str:
    """Actor and recipient in words."""
    return f"{names(labels(member.mention.actors).values())} → {names(labels(member.mention.recipients).values())}"


def labels(participants: Iterable[Participant]) -> dict[str, str]:
    """The parties of a side with their names; a ministry's or a person's state bears its id where nothing names it."""
    found: dict[str, str] = {}
    for each in participants:
        found.setdefault(party(each.actor), party(each.actor))
        if name := label(each.actor):
            found[party(each.actor)] = name
    return found


def names(found: Iterable[str]) -> str:
    """Names, or numbers, as one value."""
    return "; ".join(sorted(found))


def membership(members: Sequence[Member]) -> Disagreement | None:
    """Parties whom one report names and another has replaced: whoever merely leaves some out does not disagree."""
    by_report: dict[str, set[str]] = {}
    voices: dict[str, list[Voice]] = {}
    for member in facts(members):
        by_report.setdefault(member.report.id, set()).update(labels(comparable(member)))
        voices.setdefault(member.report.id, []).append(voice(member))
    sets = {frozenset(ids) for ids in by_report.values()}
    called = {id: name for member in members for id, name in labels(everybody(member)).items()}
    apart = told_apart(by_report, voices, lambda own: any(crosswise(own, other) for other in sets))
    return disagreement("membership", ((names(called[id] for id in own), who) for own, who in apart))


def comparable(member: Member) -> tuple[Participant, ...]:
    """Those whom two reports should name alike: of a journey, which has many stops, only who travels."""
    return member.mention.actors if family(member.mention.act).journeys else everybody(member)


def everybody(member: Member) -> tuple[Participant, ...]:
    """Both sides."""
    return (*member.mention.actors, *member.mention.recipients)


def told_apart(
    by_report: dict[str, set[str]], voices: dict[str, list[Voice]], differs: Callable[[set[str]], bool]
) -> Iterator[tuple[set[str], Voice]]:
    """The sets that differ from another one, with who gives them."""
    return ((own, who) for report, own in by_report.items() if differs(own) for who in voices[report])


def crosswise(a: AbstractSet[str], b: AbstractSet[str]) -> bool:
    """Whether each holds somebody whom the other lacks."""
    return bool(a - b and b - a)


def status(members: Sequence[Member]) -> Disagreement | None:
    """Asserted by one, denied by another."""
    done = [("happened", voice(m)) for m in members if m.mention.status in FACT and asserted(m)]
    denied = [("negated", voice(m)) for m in members if m.mention.status is Status.NEGATED]
    return disagreement("status", [*done, *denied, *(("negated", who) for m in members for who in denials(m))])


def asserted(member: Member) -> bool:
    """Whether anybody, or the outlet itself, says that it is so."""
    given = member.mention.assertions
    return not given or any(a.polarity is Polarity.POSITIVE for a in given)


def denials(member: Member) -> Iterable[Voice]:
    """Who says, in a report that tells the act as done, that it was not."""
    if member.mention.status in FACT:
        negative = {p.speaker.name for p in member_paths(member) if p.polarity is Polarity.NEGATIVE and p.speaker}
        if negative:
            yield member.report.id, tuple(sorted(negative))


def number(members: Sequence[Member]) -> Disagreement | None:
    """Amounts beside the act, in figures or in words, none of which leaves room for any that another mention gives."""
    given = [(own, m) for m in facts(members) if (own := counted(m))]
    every = {own for own, _ in given}
    return disagreement("number", ((called(own), voice(m)) for own, m in given if any(unlike(own, other) for other in every)))


def unlike(a: Collection[Amount], b: Collection[Amount]) -> bool:
    """Whether no amount of the one may be one of the other's."""
    return not any(x.allows(y) for x in a for y in b)


def called(own: Collection[Amount]) -> str:
    """Amounts as one value."""
    return names(each.words for each in own)


def counted(member: Member) -> frozenset[Amount]:
    """The amounts in the words of the act and its parties, and right before these ("two dozen German diplomats")."""
    spans = [Span(s.start - member.start, s.end - member.start) for s in member.mention.evidence]
    money = family(member.mention.act).name == GIVING
    return frozenset(
        found
        for at, found in amounts(member.quote)
        if any(stands_by(at, span, member.quote) for span in spans) or (money and is_money(at, member.quote))
    )


def is_money(amount: Span, text: str) -> bool:
    """Whether an amount is one of money ("$8.5 million", "20 million euros")."""
    return MONEY.search(text, max(0, amount.start - 4), min(len(text), amount.end + 12)) is not None


def stands_by(amount: Span, span: Span, text: str) -> bool:
    """Whether an amount stands in some words, or before them with at most one word between ("30 more Russian diplomats")."""
    return amount.overlaps(span) or BETWEEN.fullmatch(text, amount.end, max(amount.end, span.start)) is not None
