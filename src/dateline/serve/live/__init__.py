"""What goes on while the server runs: a folder is watched, and saved searches are told of what is new."""

from dateline.serve.live.rounds import Rounds
from dateline.serve.live.searches import SavedSearch, read_searches
from dateline.serve.live.telling import Teller
from dateline.serve.live.watching import Watcher

__all__ = ["Rounds", "SavedSearch", "Teller", "Watcher", "read_searches"]
