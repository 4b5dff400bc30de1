"""The model's entity types, decoded for all tokens of a batch at once.

spaCy's recognizer walks each text token by token and weighs every move at each step, which takes half of its whole pipeline's
time. The same network with the same moves can be asked faster, because outside an entity a decision hangs on its token alone:
all of these are made in one go, and only the few tokens inside entities are walked. What comes out is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.read.encoder import Encoder, encoder, kinds_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

FEATURES = 3
"""The recognizer's state is told by so many tokens: the one at hand, the entity's first, the one before. Other models have more."""


AT_ONCE = 16
"""Entities of up to so many tokens are walked side by side; longer ones, of which nonsense may have one at every word, in turn."""


TOKENS = ("tok2vec", "list2array", "linear")
"""The layers before the recognizer's own."""


class Network(NamedTuple):
    """What a recognizer's network consists of; arrays of numpy."""

    words: Encoder  # gives a vector for each token
    narrowed: Any  # the layer that makes these shorter
    lower: Any  # the layer from vectors to parts of a state
    bias: Any
    weights: Any
    upper_bias: Any
    closed: Any  # for each move whether it may be made outside an entity
    begins: Any  # for each move whether it opens an entity
    inside: tuple[int, ...]  # for each move the number of "in" of its label, -1 where there is none
    last: tuple[int, ...]
    labels: tuple[str, ...]


def network(language: Language) -> Network | None:
    """The parts of a model's recognizer, or None where it has none of the form that is known here."""
    if "ner" not in language.pipe_names:
        return None
    pipe: Any = language.get_pipe("ner")
    model = pipe.model
    known = pipe.__class__.__name__ == "EntityRecognizer" and model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
    if not known or model.get_ref("lower").get_dim("nF") != FEATURES or model.get_ref("lower").get_dim("nP") < 2:
        return None
    tokens = model.get_ref("tok2vec")
    words = encoder(tokens.layers[0]) if len(tokens.layers) == len(TOKENS) and kinds_of(tokens)[1:] == TOKENS[1:] else None
    return words and parts_of(model, words, [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)])


def parts_of(model: Any, words: Encoder, moves: Sequence[str]) -> Network:
    """The network of a model whose moves these are ("B-GPE", "O")."""
    import numpy as np

    number = {move: i for i, move in enumerate(moves)}
    labels = tuple(move.partition("-")[2] for move in moves)
    opening = ("B-", "U-")
    lower, upper = model.get_ref("lower"), model.get_ref("upper")
    return Network(
        words=words,
        narrowed=model.get_ref("tok2vec").layers[2],
        lower=lower,
        bias=lower.get_param("b"),
        weights=upper.get_param("W"),
        upper_bias=upper.get_param("b"),
        closed=np.array([move == "O" or (move.startswith(opening) and len(move) > 2) for move in moves]),
        begins=np.array([move.startswith("B-") for move in moves]),
        inside=tuple(number.get(f"I-{label}", -1) for label in labels),
        last=tuple(number.get(f"L-{label}", -1) for label in labels),
        labels=labels,
    )


def entity_types(net: Network, docs: Sequence[Doc], ends: Sequence[Sequence[bool]]) -> list[list[str]]:
    """For each token of each text its entity's type, or ""; ``ends`` says of each token whether its sentence ends with it."""
    import numpy as np

    stops = np.array([end for own in ends for end in own], dtype=bool)
    if not len(stops):
        return [[] for _ in docs]
    vectors, places = net.words.vectors(docs)
    narrowed = net.narrowed.predict(np.concatenate([vectors[place] for place in places]))
    states = net.lower.predict(narrowed)  # row 0 stands for "no token"
    outside = choices(net, states, stops)
    types = list(told(net, states, stops, outside))
    bounds = np.cumsum([0, *map(len, docs)]).tolist()
    return [types[a:b] for a, b in pairwise(bounds)]


def scores(net: Network, states: Any, first: Any, second: Any, third: Any) -> Any:
    """The scores of all moves for the states that these tokens make up; tokens count from one on."""
    summed = states[first, 0] + states[second, 1] + states[third, 2] + net.bias
    return summed.max(axis=-1) @ net.weights.T + net.upper_bias


def choices(net: Network, states: Any, stops: Any) -> Any:
    """For each token the best move outside an entity; none begins that would have to cross its sentence's end."""
    import numpy as np

    count = len(stops)
    none = np.zeros(count, dtype=int)
    found = scores(net, states, np.arange(1, count + 1), none, none)
    found[:, ~net.closed] = -np.inf
    found[np.ix_(stops, net.begins)] = -np.inf
    return found.argmax(axis=1)


def walked(net: Network, states: Any, stops: Any, outside: Any) -> dict[int, int | None]:
    """For each token with which an entity of several may begin the token with which that ends; None where that lies further on
    than ``AT_ONCE`` tokens.
    """
    import numpy as np

    starts = np.flatnonzero(net.begins[outside])
    at = starts + 1
    final: dict[int, int | None] = {}
    for _ in range(AT_ONCE):
        if not len(starts):
            break
        goes_on = going_on(net, states, stops, outside, starts, at)
        final.update(zip(starts[~goes_on].tolist(), at[~goes_on].tolist(), strict=True))
        starts, at = starts[goes_on], at[goes_on] + 1
    return final | dict.fromkeys(starts.tolist())


def going_on(net: Network, states: Any, stops: Any, outside: Any, starts: Any, at: Any) -> Any:
    """For each entity that began at one token whether it goes on behind another."""
    import numpy as np

    found = scores(net, states, at + 1, starts + 1, at)
    rows = np.arange(len(starts))
    inside, last = np.array(net.inside)[outside[starts]], np.array(net.last)[outside[starts]]
    more, less = found[rows, inside], found[rows, last]
    # Of two moves that score alike the one with the lower number is made, and "in" has the lower ones.
    return ((more > less) | ((more == less) & (inside < last))) & ~stops[at]


def end_of(net: Network, states: Any, stops: Any, outside: Any, start: int) -> int:
    """The token with which the long entity ends that begins with this one."""
    import numpy as np

    starts, at = np.array([start]), np.array([start + 1 + AT_ONCE])
    while going_on(net, states, stops, outside, starts, at)[0]:
        at += 1
    return int(at[0])


def told(net: Network, states: Any, stops: Any, outside: Any) -> Iterator[str]:
    """The type of each token, entity by entity: no other begins inside one, so that each token is passed once."""
    final, moves = walked(net, states, stops, outside), outside.tolist()
    i = 0
    while i < len(moves):
        end = final.get(i, i)
        end = end_of(net, states, stops, outside, i) if end is None else end
        for _ in range(i, end + 1):
            yield net.labels[moves[i]]
        i = end + 1
