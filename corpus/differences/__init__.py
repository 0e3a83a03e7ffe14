"""Linked facts -> discrepancies."""
