"""gzip, bzip2, xz, Zstandard and zip → the bytes within, member by member, with bounds against bombs."""

from __future__ import annotations

import bz2
import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, Any, cast

from dateline.ingest.limits import HEAD, LARGEST_RATIO, LARGEST_WINDOW, LARGEST_ZIP, MOST_MEMBERS, UNSUSPECTED
from dateline.ingest.source import Source

BROKEN = (
    *(OSError, EOFError, ValueError, ArithmeticError, NotImplementedError, RuntimeError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, struct.error),
)
"""What decompressors raise on broken, cut off or encrypted input."""


class BombError(OSError):
    """An input that unpacks to far more than news does."""


class Counted(RawIOBase):
    """A stream that counts what is read from it."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner = inner
        self.count = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer as far as the inner stream gives bytes."""
        data = self.inner.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Unpacked(Counted):
    """What a decompressor gives, as long as it stays within the bounds."""

    def __init__(self, inner: IO[bytes], eaten: Callable[[], int]) -> None:
        super().__init__(inner)
        self.eaten = eaten

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer; a :class:`BombError` where far more comes out than goes in."""
        size = super().readinto(buffer)
        if self.count > UNSUSPECTED and self.count > LARGEST_RATIO * max(1, self.eaten()):
            raise BombError(f"it unpacks to more than {LARGEST_RATIO} times its size")
        return size


class Zstandard(Counted):
    """The stream within a Zstandard stream, frame after frame; its errors are those of any broken file."""

    def __init__(self, stream: BufferedReader) -> None:
        from zstandard import ZstdDecompressor, ZstdError

        unpacking: Any = ZstdDecompressor(max_window_size=LARGEST_WINDOW).stream_reader(stream, read_across_frames=True)
        super().__init__(unpacking)
        self.error = ZstdError

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer."""
        try:
            return super().readinto(buffer)
        except self.error as error:
            raise OSError(str(error)) from error


UNPACKERS: Mapping[bytes, Callable[[BufferedReader], IO[bytes]]] = {
    b"\x1f\x8b": lambda stream: cast(IO[bytes], gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast(IO[bytes], bz2.BZ2File(stream)),
    b"\xfd7zXZ": lambda stream: cast(IO[bytes], lzma.LZMAFile(stream)),  # noqa: SIM115  whoever reads to the end lets go of it
    b"(\xb5/\xfd": lambda stream: cast(IO[bytes], Zstandard(stream)),
}
"""How each kind of packed stream begins, and what unpacks it."""

ZIP = b"PK\x03\x04"


def members(source: Source) -> Iterator[Source]:
    """What is packed in an input; zip's members bear their names after the input's."""
    head = source.stream.peek(4)[:6]
    if head.startswith(ZIP):
        yield from zip_members(source)
        return
    unpack = next(unpack for mark, unpack in UNPACKERS.items() if head.startswith(mark))
    counted = Counted(source.stream)
    inner = unpack(BufferedReader(counted, HEAD))
    yield Source(source.path, BufferedReader(Unpacked(inner, lambda: counted.count), HEAD))


def zip_members(source: Source) -> Iterator[Source]:
    """The files of a zip archive, by name."""
    whole: Any = source.stream if source.stream.seekable() else BytesIO(source.stream.read(LARGEST_ZIP))
    with zipfile.ZipFile(whole) as archive:
        infos = sorted((i for i in archive.infolist() if i.filename and not i.filename.endswith("/")), key=lambda i: i.filename)
        if len(infos) > MOST_MEMBERS:
            raise BombError(f"it holds {len(infos)} files")
        for info in infos:
            with archive.open(info) as member:
                stream = Unpacked(member, partial(int, info.compress_size))
                yield Source(f"{source.path}!{info.filename}", BufferedReader(stream, HEAD))
