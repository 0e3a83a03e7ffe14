"""Article -> Facts."""
