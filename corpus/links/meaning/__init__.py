"""The meaning model: sentences as vectors, and how near two of them are."""
