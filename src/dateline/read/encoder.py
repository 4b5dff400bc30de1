"""The model's vectors for words, worked out by numpy: the same layers with the same weights, asked in fewer and better steps.

What hangs on a word alone is worked out once for each word of a batch that is another one: two words of three stand there already.
The rest goes through the layers in stretches that a processor's cache holds. The vectors are the model's up to the last bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of an embedding: what is looked at of a word, the tables in which it is looked up, the layer that mixes them."""

STRETCH = 512
"""So many rows go through a layer at a time."""

LEAST_VARIANCE = 1e-8
"""What a layer adds to a row's variance, that none is divided by nothing."""


class Layer(NamedTuple):
    """A layer of "maxout" and "layernorm"; arrays of numpy, the maxout's pieces side by side."""

    weights: Any
    bias: Any
    gain: Any
    shift: Any

    def __call__(self, rows: Any) -> Any:
        """What the layer makes of rows."""
        import numpy as np

        pieces = rows @ self.weights
        pieces += self.bias
        width = len(self.gain)
        best = np.maximum(pieces[:, :width], pieces[:, width : 2 * width])
        for start in range(2 * width, pieces.shape[1], width):
            np.maximum(best, pieces[:, start : start + width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width)
        best *= (1 / np.sqrt(variance + np.float32(LEAST_VARIANCE)))[:, None]
        best *= self.gain
        best += self.shift
        return best


class Encoder(NamedTuple):
    """The layers of a model's "tok2vec"."""

    columns: list[int | str]  # what is looked at of a word
    tables: Any  # the model that looks it up
    mixer: Layer
    context: tuple[Layer, ...]  # each sees a word between its neighbours
    single: Any  # keeps numpy to one thread: who has more cores runs more processes

    def vectors(self, docs: Sequence[Doc]) -> tuple[Any, list[slice]]:
        """The vectors of all words, with rows between the texts, and the rows of each text."""
        import numpy as np

        rows = np.concatenate([np.asarray(doc.to_array(self.columns), dtype=np.uint64) for doc in docs])
        places = spread([len(doc) for doc in docs], len(self.context))
        kinds, which = distinct(rows)
        with self.single.limit(limits=1):
            first = self.mixer(self.tables.predict(kinds))
            found = np.zeros((places[-1].stop + len(self.context), first.shape[1]), dtype=first.dtype)
            found[np.concatenate([np.arange(p.start, p.stop) for p in places])] = first[which]
            for layer in self.context:
                found = between(layer, found)
        return found, places

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Puts the vectors of each text where the model's other components look for them."""
        found, places = self.vectors(docs)
        for doc, place in zip(docs, places, strict=True):
            doc.tensor = found[place]


def between(layer: Layer, rows: Any) -> Any:
    """The rows with what a layer adds that sees each with the one before and the one after it; the outermost are left out."""
    import numpy as np

    found = np.zeros_like(rows)
    width = rows.shape[1]
    seen = np.empty((STRETCH, 3 * width), dtype=rows.dtype)
    for start in range(1, len(rows) - 1, STRETCH):
        end = min(start + STRETCH, len(rows) - 1)
        for k in range(3):
            seen[: end - start, k * width : (k + 1) * width] = rows[start + k - 1 : end + k - 1]
        np.add(rows[start:end], layer(seen[: end - start]), out=found[start:end])
    return found


def distinct(rows: Any) -> tuple[Any, Any]:
    """The rows that differ, and for each row which of these it is."""
    import numpy as np

    whole = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1])))[:, 0]
    _, first, which = np.unique(whole, return_index=True, return_inverse=True)
    return rows[first], which


def spread(lengths: Sequence[int], pad: int) -> list[slice]:
    """Where texts of these lengths stand when so many rows are put before each."""
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + pad + length)
    return [slice(a + pad, b) for a, b in pairwise(ends)]


# --------------------------------------------------------------------------- taken out of a model


def encoder(model: Any) -> Encoder | None:
    """The encoder of a "tok2vec", or None where that has another form than is known here."""
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    if len(model.layers) != 2 or kinds_of(model.layers[0]) != EMBEDDING or not model.layers[1].name.startswith("with_array("):
        return None
    look, _, tables, mixer, _ = model.layers[0].layers
    first, context = layer_of(mixer), tuple(map(layer_of, windows(model.layers[1].layers[0])))
    if first is None or None in context or model.layers[1].attrs["pad"] != len(context) or len(look.attrs["columns"]) < 2:
        return None
    return Encoder(list(look.attrs["columns"]), tables.layers[0], first, context, ThreadpoolController())  # type: ignore[arg-type]


def kinds_of(model: Any) -> tuple[str, ...]:
    """What kinds of layers a model consists of."""
    return tuple(layer.name.partition("(")[0] for layer in model.layers)


def windows(model: Any) -> Iterator[Any]:
    """What stands inside of each of a model's residual layers; the layer itself where it is another one."""
    for layer in model.layers if model.layers[0].name.startswith("residual(") else [model]:
        yield layer.layers[0] if layer.name.startswith("residual(") else layer


def layer_of(model: Any) -> Layer | None:
    """The layer that a model is, but for the window before it; None where it is another one."""
    import numpy as np

    parts = {node.name: node for node in model.walk() if not node.layers}
    before = parts.pop("expand_window", None)
    parts.pop("dropout", None)
    if set(parts) != {"maxout", "layernorm"} or (before and before.attrs["window_size"] != 1):
        return None
    weights, bias = parts["maxout"].get_param("W"), parts["maxout"].get_param("b")
    return Layer(
        np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[2]).T),
        np.ascontiguousarray(bias.T).reshape(-1),
        parts["layernorm"].get_param("G"),
        parts["layernorm"].get_param("b"),
    )
