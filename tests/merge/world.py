"""A made-up world of small states, and members built from a few words."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import (
    Actor,
    ActorKind,
    Assertion,
    Attribution,
    DateRole,
    EventDate,
    EventMention,
    Form,
    Link,
    Member,
    Modality,
    Participant,
    Polarity,
    Report,
    Span,
    Status,
    Time,
    record_id,
)

NAMES = {
    "ARV": "Arvenia",
    "BLM": "Belmark",
    "CRV": "Corvia",
    "DUN": "Dunholt",
    "x-free-belmark": "Free Belmark",
    "x-east-belmark": "East Belmark",
}
PARENTS = {"x-free-belmark": "BLM", "x-east-belmark": "BLM"}


def party(id: str) -> Actor:
    """A party of the made-up world."""
    kind = ActorKind.WOULD_BE_STATE if id.startswith("x-") else ActorKind.STATE
    return Actor(id, NAMES[id], kind, None if id.startswith("x-") else id, "GOV")


def speaker(name: str, principal: str | None = None, kind: ActorKind = ActorKind.PERSON) -> Actor:
    """Somebody who speaks, for a party or for nobody."""
    return Actor(record_id("actor", name, principal), name, kind, principal=principal)


def said(who: Actor | None, *relays: str, channel: str | None = None, parent: str | None = None) -> Attribution:
    """An attribution to a speaker, through relays."""
    id = record_id("attribution", who.name if who else None, relays, channel, parent)
    return Attribution(id, (), (), (), Form.INDIRECT, speaker=who, channel=channel, relays=relays, parent=parent)


def member(
    report: str,
    act: str,
    actor: str | None,
    recipient: str | None = None,
    date: str | None = None,
    *,
    at: int = 100,
    published: str | None = "2031-05-10",
    status: Status = Status.HAPPENED,
    by: tuple[Attribution, ...] = (),
    presupposed: bool = False,
    denied: bool = False,
    quote: str = "",
    links: tuple[Link, ...] = (),
    person: str | None = None,
    role: DateRole = DateRole.HAPPENED,
) -> Member:
    """One mention: ``member("post", "recognize_state", "ARV", "x-free-belmark", "2031-05-09")``; several parties of a side are
    joined by a blank."""
    predicate = Span(at, at + 10)
    actors, recipients = side(actor, person), side(recipient)
    mention = EventMention(
        id=record_id("mention", report, at, act, actor, recipient),
        act=act,
        predicate=predicate,
        actors=actors,
        recipients=recipients,
        polarity=Polarity.NEGATIVE if status is Status.NEGATED else Polarity.POSITIVE,
        time=Time.PAST,
        modality=Modality.ASSERTED,
        status=status,
        evidence=(predicate, Span(at, at + len(quote))),
        dates=(EventDate(role, date, "as written"),) if date else (),
        assertions=assertions(by, presupposed, denied),
        links=links,
    )
    return Member(Report(report, "", outlet=report.title(), published=published), mention, by, quote, at)


def assertions(by: tuple[Attribution, ...], presupposed: bool, denied: bool) -> tuple[Assertion, ...]:
    """One assertion for each attribution; the outlet's own where there is none."""
    polarity = Polarity.NEGATIVE if denied else Polarity.POSITIVE
    return tuple(Assertion(a.id, polarity, presupposed=presupposed) for a in by) or (Assertion(None, polarity),)


def side(ids: str | None, person: str | None = None) -> tuple[Participant, ...]:
    """The participants of one side."""
    return tuple(Participant(party(id), person) for id in (ids or "").split())


def linked(one: Member, *links: Link) -> Member:
    """The member with links."""
    return replace(one, mention=replace(one.mention, links=links))
