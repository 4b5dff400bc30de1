"""Reports → Stories: groups of reports about one happening, by their words, names, days and events."""

from dateline.merge.stories.grouping import StoryItem, group, stories

__all__ = ["StoryItem", "group", "stories"]
