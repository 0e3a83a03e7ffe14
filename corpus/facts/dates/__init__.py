"""Time expressions as intervals of days."""
