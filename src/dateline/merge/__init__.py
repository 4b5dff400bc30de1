"""EventMentions of many reports → Events: same event, agreed and dissenting values, origins, links, judgements."""

from dateline.merge.blocks import block_key, homes
from dateline.merge.events import merge_members
from dateline.merge.judgements import apply_judgements
from dateline.merge.members import members_of

__all__ = ["apply_judgements", "block_key", "homes", "members_of", "merge_members"]
