"""Whether two linked sentences credit the same: sources, chains of them, and for what."""
