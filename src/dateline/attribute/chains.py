"""Through whom: channels, relays, addressees, nesting, and what carries over to the next quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dateline.attribute.draft import Draft
from dateline.attribute.spans import SpanIndex, covers
from dateline.attribute.words import is_word
from dateline.model import Actor, ActorKind, Form, Span, TimeMention, Token
from dateline.read import Tree


@dataclass(frozen=True, slots=True)
class Link:
    """What a draft's chain is made of before drafts are joined: everything that stands in its own clause."""

    draft: Draft
    parent: int | None = None
    speaker: Actor | None = None
    channel: str | None = None
    relays: tuple[Actor, ...] = field(default=())
    addressee: str | None = None
    said_time: Span | None = None
    with_speakers: tuple[Actor, ...] = field(default=())


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the one in whose content it stands, the innermost; never a shorter one, so that no circle can arise."""
    sizes = [d.size for d in drafts]
    places = SpanIndex((span, j) for j, d in enumerate(drafts) for span in d.content)
    found: list[int | None] = []
    for k, draft in enumerate(drafts):
        if draft.finder == "aside":  # "…, as the envoy had alleged": the report's own remark
            found.append(None)
            continue
        anchors = (*draft.cue_spans, *draft.source) or draft.content[:1]
        around = {j for j in places.over(anchors[0]) if (sizes[j], -j) > (sizes[k], -k)}
        above = [j for j in around if all(covers(drafts[j].content, anchor) for anchor in anchors)]
        found.append(min(above, key=lambda j: (sizes[j], -j), default=None))
    return found


def region(tree: Tree, draft: Draft) -> list[Token]:
    """The words of a cue's clause that belong neither to content nor to source: where channel, time and addressee stand."""
    if draft.verb is None:
        return []
    verb = tree[draft.verb]
    outside = (*draft.content, *draft.source)
    others = [c for c in tree.children(verb, "prep") if is_word(c.text, "according")]  # what somebody else told of the saying
    others += [c for c in tree.children(verb, "conj") if tree.child(c, "nsubj", "nsubjpass")]  # and what somebody else did
    without = {t.i for c in others for t in tree.subtree(c)}
    return [t for t in tree.subtree(verb) if t.i not in without and not any(s.start < t.end and t.start < s.end for s in outside)]


def addressee(tree: Tree, draft: Draft) -> Token | None:
    """The head of the one told: "told Reuters", "said to reporters"."""
    if draft.verb is None or draft.cue is None:
        return None
    verb = tree[draft.verb]
    if is_word(draft.cue.lemma, "addressed"):
        found = past_mark(tree, tree.child(verb, "dobj", "dative", "nsubjpass"))
    else:
        to = next((c for c in tree.children(verb, "prep", "dative") if c.text.lower() == "to"), None)
        found = tree.child(to, "pobj") if to else None
    return found if found and not covers((*draft.content, *draft.source), found.span) else None


def past_mark(tree: Tree, name: Token | None) -> Token | None:
    """The last word of a name that has an exclamation mark of its own: told Walla! News."""
    if name is None or name.i + 2 >= len(tree.tokens) or tree[name.i + 1].text != "!":
        return name
    return tree[name.i + 2] if tree[name.i + 2].pos == "PROPN" and tree[name.i + 1].start == name.end else name


def said_time(
    tree: Tree, draft: Draft, tokens: Iterable[Token], times: SpanIndex[TimeMention], without: frozenset[int]
) -> Span | None:
    """The time expression that dates the saying: the one nearest to the cue in its own clause."""
    if draft.verb is None:
        return None
    cue = tree[draft.verb].span
    end = cue.start if draft.reports or draft.content[0].start < cue.start else draft.content[-1].start
    here = [t for t in tokens if t.i not in without and (draft.reports or t.start < max(end, draft.content[0].start, cue.end))]
    found = [m.span for t in here for m in times.over(t.span) if m.type in {"DATE", "TIME"}]
    return min(found, key=lambda s: abs(s.start - cue.start), default=None)


def dated(day: Span, times: SpanIndex[TimeMention]) -> Span | None:
    """The time expression in a stretch of text."""
    return next((m.span for m in times.over(day)), None)


def joined(tree: Tree, links: Sequence[Link], credited: tuple[Actor, ...], own_outlet: frozenset[str]) -> list[Link]:
    """The links with the relays of their parents and of the credit line behind their own, and with what the quotation before
    hands over.
    """
    done: list[Link] = []
    last: int | None = None
    for k, link in enumerate(links):
        nobody = own_outlet | {a.name.casefold() for a in (link.speaker, *link.with_speakers) if a}
        relays = tuple(distinct((*through(links, k), *credited), nobody))
        full = link if relays == link.relays else replace(link, relays=relays)
        if last is not None and follows(tree, links[last].draft, link.draft):
            full = carried_over(links[last], done[last], link, full)
        done.append(full)
        last = k if link.parent is None else last
    return done


def standing(links: Sequence[Link]) -> list[Link]:
    """The links that stand on their own or deserve to be told within another; parents are counted anew."""
    keep = [k for k in range(len(links)) if stands(links, k)]
    place = {k: j for j, k in enumerate(keep)}
    parents = (next((place[p] for p in above(links, k) if p in place), None) for k in keep)
    return [links[k] if links[k].parent == p else replace(links[k], parent=p) for k, p in zip(keep, parents, strict=True)]


def above(links: Sequence[Link], k: int) -> Iterator[int]:
    """The parents of a link, from the innermost outward."""
    at = links[k].parent
    while at is not None:
        yield at
        at = links[at].parent


def stands(links: Sequence[Link], k: int) -> bool:
    """Whether an attribution is told apart: always at the top; inside another one only speech, and only if it is reported speech.

    "Interfax said the envoy had praised the deal" is told within Interfax's words, since an outlet hands on; but of what a
    minister says on what others want, or within quoted words, only clauses that report: "He said Rome had denied that …".
    """
    parent = links[k].parent
    if parent is None:
        return True
    draft, over = links[k].draft, links[parent]
    if draft.family != "speech":
        return False
    return is_outlet(over.speaker) or (draft.reports and over.draft.form is not Form.DIRECT)


def follows(tree: Tree, before: Draft, now: Draft) -> bool:
    """Whether no sentence lies between two drafts."""
    end, start = max(s.end for s in (*before.cue_spans, *before.content)), now.start
    sentences = tree.reading.sentences
    first = bisect_left(sentences, end, key=lambda s: s.span.start)
    return first >= len(sentences) or sentences[first].span.end > start


def through(links: Sequence[Link], k: int) -> list[Actor]:
    """The relays of a link, the nearest to its speaker first: its own, then each parent's speaker and relays."""
    found: list[Actor] = []
    at: int | None = k
    while at is not None:
        found.extend(links[at].relays)
        at = links[at].parent
        if at is not None and hands_on(links[at], links[k]):
            found.append(links[at].speaker)  # type: ignore[arg-type]
    return found


def hands_on(above: Link, below: Link) -> bool:
    """Whether the speaker of one attribution hands on the words of one that stands in it: somebody else, and by speech."""
    if above.speaker is None or above.draft.family != "speech" or below.draft.family != "speech":
        return False
    if not (above.draft.reports or is_outlet(above.speaker)):  # "The emir asked Iraq to say that": nobody has said it yet
        return False
    return below.speaker is None or below.speaker.id != above.speaker.id


def distinct(relays: Iterable[Actor], without: frozenset[str]) -> Iterable[Actor]:
    """The relays, each once, without the publishing outlet."""
    seen = set(without)
    for relay in relays:
        if relay.name.casefold() not in seen:
            seen.add(relay.name.casefold())
            yield relay


def carried_over(before: Link, before_full: Link, now: Link, full: Link) -> Link:
    """Channel and relays of the directly preceding attribution, where this is a quotation of the same speaker without its own."""
    bare = not now.channel and not now.relays and now.parent is None
    chain = before.channel or before.relays
    goes_on = (
        now.draft.form is Form.DIRECT
        or now.draft.finder == "unmarked"
        or (now.draft.cue is not None and is_word(now.draft.cue.name, "going_on"))
    )
    if not (bare and chain and goes_on and same_speaker(before, now)):
        return full
    return replace(full, channel=before_full.channel, relays=before_full.relays)


def same_speaker(before: Link, now: Link) -> bool:
    """Whether two attributions have one speaker."""
    return before.speaker is not None and now.speaker is not None and before.speaker.id == now.speaker.id


def is_outlet(actor: Actor | None) -> bool:
    """Whether a speaker is an outlet."""
    return actor is not None and actor.kind is ActorKind.OUTLET
