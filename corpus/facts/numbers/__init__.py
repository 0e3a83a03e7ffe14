"""Quantities as intervals."""
