"""How much is read of one input; everything beyond is a problem, never an exception."""

LONGEST_FILE = 16_000_000
"""Bytes of a text or a page; a daily newspaper's whole issue is a tenth of it."""

LONGEST_LINE = 16_000_000
"""Bytes of one line of JSONL, or of one element of a JSON array."""

CHUNK = 1_000_000
"""Bytes that are read at a time from a JSON array."""

HEAD = 65_536
"""Bytes by which an input's kind is told."""

NOISE_SHARE = 0.3
"""A text with a larger share of control characters and undecodable bytes is none."""

NUL_SHARE = 0.005
"""A file with a larger share of NUL bytes is no text."""
