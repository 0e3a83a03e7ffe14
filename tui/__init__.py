"""Everything about the screen, and the command that opens it. Knows nothing about texts."""
