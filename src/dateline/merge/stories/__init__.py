"""Reports → Stories: groups of reports about one happening, by their words, names, days and acts."""

from dateline.merge.stories.grouping import StoryItem, group, stories, story

__all__ = ["StoryItem", "group", "stories", "story"]
