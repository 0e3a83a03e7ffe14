"""The abreast command."""
