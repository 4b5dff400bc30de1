"""What servers packed for the way → its bytes, up to the limit."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from dateline.ingest.limits import LARGEST_WINDOW, LONGEST_FILE


class UnknownPackingError(ValueError):
    """A packing for whose undoing something is lacking."""


def inflated(body: bytes, encoding: str) -> bytes:
    """A body unpacked up to the limit; one that says it is packed and is not, as many archives unpack what they keep, as it is."""
    for name in reversed([each.strip() for each in encoding.split(",")]):
        unpack = UNPACKERS.get(name)
        if unpack is not None:
            try:
                body = unpack(body)
            except UnknownPackingError:
                raise
            except Exception:  # each library has its own; all of them mean that this is not packed so
                return body
    return body


def by_zlib(bits: int) -> Callable[[bytes], bytes]:
    """What unpacks one of zlib's kinds."""
    return lambda body: zlib.decompressobj(bits).decompress(body, LONGEST_FILE)


def deflated(body: bytes) -> bytes:
    """What "deflate" means: zlib's kind, or, as some servers have it, without its head."""
    try:
        return by_zlib(zlib.MAX_WBITS)(body)
    except zlib.error:
        return by_zlib(-zlib.MAX_WBITS)(body)


def by_brotli(body: bytes) -> bytes:
    """What brotli packed."""
    try:
        import brotli
    except ImportError as error:
        raise UnknownPackingError("the page is packed with brotli: pip install 'dateline[brotli]'") from error
    unpacking: Any = brotli.Decompressor()
    return bytes(unpacking.process(body, output_buffer_limit=LONGEST_FILE))


def by_zstandard(body: bytes) -> bytes:
    """What Zstandard packed."""
    from zstandard import ZstdDecompressor

    with ZstdDecompressor(max_window_size=LARGEST_WINDOW).stream_reader(body) as stream:
        return stream.read(LONGEST_FILE)


UNPACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gzip": by_zlib(31),
    "x-gzip": by_zlib(31),
    "deflate": deflated,
    "br": by_brotli,
    "zstd": by_zstandard,
}
"""What undoes each packing, by its name in headers."""
