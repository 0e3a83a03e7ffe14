"""News concepts that sentences mention."""
