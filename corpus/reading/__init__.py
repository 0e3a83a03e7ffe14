"""A file or a text -> Article."""
