"""What goes on while the server runs: folders and feeds are watched, and saved searches are told of what is new."""

from dateline.serve.live.feeds import FeedWatcher, feed_addresses
from dateline.serve.live.memory import Memory
from dateline.serve.live.rounds import Rounds
from dateline.serve.live.searches import SavedSearch, read_searches
from dateline.serve.live.telling import Teller
from dateline.serve.live.watching import Watcher

__all__ = ["FeedWatcher", "Memory", "Rounds", "SavedSearch", "Teller", "Watcher", "feed_addresses", "read_searches"]
