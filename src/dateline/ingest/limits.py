"""How much is read of one input; everything beyond is a problem, never an exception."""

LONGEST_FILE = 16_000_000
"""Bytes of a text; a daily newspaper's whole issue is a tenth of it."""

LONGEST_HTML = 5_000_000
"""Bytes of a page; its tree takes up to two hundred times as many."""

LONGEST_PAGE = 30.0
"""Seconds that finding the article in a page may take; ordinary ones take a hundredth of one."""

LONGEST_LINE = 16_000_000
"""Bytes of one line of JSONL, or of one element of a JSON array."""

CHUNK = 1_000_000
"""Bytes that are read at a time from a JSON array."""

HEAD = 65_536
"""Bytes by which an input's kind is told."""

NOISE_SHARE = 0.3
"""A text with a larger share of control characters and undecodable bytes is none."""

HALF_NULS = 0.8
"""So large a share of every other byte is NUL in UTF-16 that says nothing of itself, where it is in Latin letters."""

WESTERN_SHARE = 0.12
"""In a text in Latin letters fewer bytes than these are none of ASCII; in Polish, which has the most, a tenth is."""

LARGEST_RATIO = 300
"""Text packs five- to twentyfold; what unpacks to more than this is a bomb …"""

UNSUSPECTED = 50_000_000
"""… once it has given so many bytes."""

LARGEST_ZIP = 500_000_000
"""Bytes of a zip archive from standard input, which must be held to be read."""

MOST_MEMBERS = 100_000
"""Files in one zip archive."""

DEEPEST_PACKING = 3
"""A packed file in a packed file in a packed file is as far as it goes."""

LARGEST_WINDOW = 2**27
"""Bytes that a Zstandard stream may ask to be kept in memory."""

LONGEST_HEADER = 65_536
"""Bytes of a WARC record's head, or of one line of it."""

MOST_FEEDS = 1_000
"""Feeds of one list that are followed; a second's pause between two of one site makes a quarter of an hour of them."""
