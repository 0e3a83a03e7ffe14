"""Articles -> stories of one event each; the front door is `corpus.stories.grouping`."""
