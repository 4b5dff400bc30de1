"""Acts that a noun of a later sentence takes up and dates: "Fiji has expelled two envoys. *Tuesday's decision* …", "Peru and Chile
have signed an agreement. *The agreement signed on Monday* …".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.dating.acts import Acts
from dateline.coding.dating.book import own_date
from dateline.coding.dating.clauses import Dating
from dateline.coding.dating.lexicon import lexicon
from dateline.model import DateRole, EventMention, Status, Token

WHOSE = frozenset({"by", "of"})
FAR = 2
"""How many sentences behind an act a noun may take it up."""


def with_nouns(acts: Acts, datings: Iterable[Dating], events: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The events; what happened without a day has that of the nearest noun behind it that takes it up."""
    nouns = [(noun, d) for d in datings if d.side == "day" and (noun := dated_noun(acts, d)) is not None]
    return tuple(dated(acts, event, nouns) for event in events) if nouns else tuple(events)


def dated_noun(acts: Acts, dating: Dating) -> Token | None:
    """The noun that a time dates by itself ("*Tuesday's* decision") or by a participle ("the step *taken on Monday*"), and that is
    told of nobody else's.
    """
    word = dating.on
    done = word.dep == "acl" and word.tag in {"VBN", "VBD"}
    noun = acts.syntax.head(word) if done else word
    if noun is None or acts.syntax.is_verb(noun) or noun.i in acts.clauses.predicates:
        return None
    owners = (*acts.syntax.children(noun, "poss"), *(p.noun for p in acts.syntax.own_phrases(noun) if p.preposition in WHOSE))
    return noun if all(o.span.overlaps(dating.mention.span) for o in owners) else None


def dated(acts: Acts, event: EventMention, nouns: Sequence[tuple[Token, Dating]]) -> EventMention:
    """An event with the day of the first noun that takes it up; as it stands where it has a date."""
    token = acts.syntax.head_of(event.predicate)
    if token is None or event.status is not Status.HAPPENED or own_date(event) is not None:
        return event
    found = (d for noun, d in nouns if 0 < noun.sentence - token.sentence <= FAR and takes_up(acts, noun, event))
    dating = next(found, None)
    return replace(event, dates=(acts.date(dating, DateRole.HAPPENED), *event.dates)) if dating else event


def takes_up(acts: Acts, noun: Token, event: EventMention) -> bool:
    """Whether a noun takes up an act: one that does so for any act, where no other act stands between; or one of its own words."""
    own = {t.lemma.lower() for span in event.evidence for t in acts.syntax.within(span) if t.tag.startswith("NN")}
    if noun.lemma.lower() in own:
        return True
    between = (i for i in acts.clauses.predicates if event.predicate.end <= acts.syntax[i].start < noun.start)
    return noun.lemma.lower() in lexicon().anaphoric and all(acts.syntax[i].sentence == noun.sentence for i in between)
