"""gzip, bzip2, xz, Zstandard, zip and tar → the bytes within, member by member, with bounds against bombs."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BufferedReader, BytesIO, RawIOBase
from typing import IO, Any, cast

from dateline.ingest.limits import HEAD, LARGEST_RATIO, LARGEST_WINDOW, LARGEST_ZIP, MOST_MEMBERS, UNSUSPECTED
from dateline.ingest.source import Source

BROKEN = (
    *(OSError, EOFError, ValueError, ArithmeticError, NotImplementedError, RuntimeError),
    *(zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, struct.error),
)
"""What decompressors raise on broken, cut off or encrypted input."""


class BombError(OSError):
    """An input, at ``path``, that unpacks to far more than news does."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message)
        self.path = path


class BrokenMemberError(OSError):
    """A file of an archive that cannot be read, while those after it can."""


class Counted(RawIOBase):
    """A stream that counts what is read from it; what it can give before it breaks, it gives."""

    def __init__(self, inner: IO[bytes]) -> None:
        self.inner = inner
        self.count = 0
        self.broken: Exception | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer as far as the inner stream gives bytes."""
        size = 0
        while size < len(buffer) and (data := self.more(len(buffer) - size, size > 0)):
            buffer[size : size + len(data)] = data
            size += len(data)
        self.count += size
        return size

    def more(self, size: int, later: bool) -> bytes:
        """Some more bytes; what breaks the stream is raised now, or ``later``, when those before it have been taken."""
        if self.broken and not later:
            raise self.broken
        read: Callable[[int], bytes] = getattr(self.inner, "read1", self.inner.read)
        try:
            return b"" if self.broken else read(size)
        except BROKEN as error:
            if not later:
                raise
            self.broken = error
            return b""


class Bounds:
    """How much came out of a packed input, and of all that it was taken out of: an archive may hold thousands of small bombs."""

    def __init__(self, path: str, eaten: Callable[[], int], outer: Bounds | None) -> None:
        self.path = path
        self.eaten = eaten
        self.outer = outer
        self.given = 0

    def give(self, size: int) -> None:
        """Counts what comes out; a :class:`BombError` where it is far more than went in."""
        self.given += size
        if self.given > UNSUSPECTED and self.given > LARGEST_RATIO * max(1, self.eaten()):
            raise BombError(f"it unpacks to more than {LARGEST_RATIO} times its size", self.path)
        if self.outer:
            self.outer.give(size)


def bounds_around(source: Source) -> Bounds | None:
    """The bounds of the archive out of which an input is taken."""
    raw = getattr(source.stream, "raw", None)
    return raw.bounds if isinstance(raw, Unpacked | Member) else None


class Unpacked(Counted):
    """What a decompressor gives, as long as it stays within the bounds."""

    def __init__(self, inner: IO[bytes], bounds: Bounds) -> None:
        super().__init__(inner)
        self.bounds = bounds

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer."""
        size = super().readinto(buffer)
        self.bounds.give(size)
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


class Member(RawIOBase):
    """A file of a zip archive, opened when it is read."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, bounds: Bounds) -> None:
        self.archive, self.info, self.bounds = archive, info, bounds
        self.inner: IO[bytes] | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer; a :class:`BrokenMemberError` where this file is broken or encrypted."""
        try:
            self.inner = self.inner or self.archive.open(self.info)
            data = self.inner.read(len(buffer))
        except BROKEN as error:
            raise BrokenMemberError(f"this file of the archive cannot be read: {error}") from error
        buffer[: len(data)] = data
        self.bounds.give(len(data))
        return len(data)


UNPACKERS: Mapping[bytes, Callable[[BufferedReader], IO[bytes]]] = {
    b"\x1f\x8b": lambda stream: cast(IO[bytes], gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast(IO[bytes], bz2.BZ2File(stream)),
    b"\xfd7zXZ": lambda stream: cast(IO[bytes], lzma.LZMAFile(stream)),  # noqa: SIM115  whoever reads to the end lets go of it
    b"(\xb5/\xfd": lambda stream: cast(IO[bytes], Zstandard(stream)),
}
"""How each kind of packed stream begins, and what unpacks it."""

ZIP = b"PK\x03\x04"
TAR, TAR_AT = b"ustar", 257
"""What stands in the first header of every tar archive since 1988, and where."""


def is_packed(head: bytes) -> bool:
    """Whether an input that begins so is packed."""
    return head.startswith((ZIP, *UNPACKERS)) or head.startswith(TAR, TAR_AT)


def members(source: Source) -> Iterator[Source]:
    """What is packed in an input; the members of zip and tar bear their names after the input's."""
    head = source.stream.peek(HEAD)[:HEAD]
    if head.startswith(ZIP):
        yield from zip_members(source)
        return
    if head.startswith(TAR, TAR_AT):
        yield from tar_members(source)
        return
    unpack = next(unpack for mark, unpack in UNPACKERS.items() if head.startswith(mark))
    counted = Counted(source.stream)
    inner = unpack(BufferedReader(counted, HEAD))
    bounds = Bounds(source.path, lambda: counted.count, bounds_around(source))
    yield Source(source.path, BufferedReader(Unpacked(inner, bounds), HEAD))


def zip_members(source: Source) -> Iterator[Source]:
    """The files of a zip archive, by name."""
    stream: Any = source.stream if source.stream.seekable() else BytesIO(source.stream.read(LARGEST_ZIP))
    size = stream.seek(0, os.SEEK_END)
    bounds = Bounds(source.path, lambda: size, bounds_around(source))
    with zipfile.ZipFile(stream) as archive:
        infos = sorted((i for i in archive.infolist() if is_shown(i.filename)), key=lambda i: i.filename)
        if len(infos) > MOST_MEMBERS:
            raise BombError(f"it holds {len(infos)} files", source.path)
        for info in infos:
            yield Source(f"{source.path}!{info.filename}", BufferedReader(Member(archive, info, bounds), HEAD))


def tar_members(source: Source) -> Iterator[Source]:
    """The files of a tar archive, in its order."""
    with tarfile.open(fileobj=source.stream, mode="r|", errorlevel=1) as archive:
        remembering: Any = archive
        for number, info in enumerate(archive):
            if number > MOST_MEMBERS:
                raise BombError(f"it holds more than {MOST_MEMBERS} files", source.path)
            if info.isreg() and not info.issparse() and is_shown(info.name) and (inner := archive.extractfile(info)):
                yield Source(f"{source.path}!{info.name}", BufferedReader(Counted(inner), HEAD))
            remembering.members = []  # else it keeps what it knows of each


def is_shown(name: str) -> bool:
    """Whether a member is a file that whoever packed it saw: no folder, none of what systems hide beside files."""
    parts = name.split("/")
    return bool(parts[-1]) and parts[0] != "__MACOSX" and not any(part.startswith(".") and part.strip(".") for part in parts)
