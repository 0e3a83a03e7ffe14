"""A ledger or comparison as a file."""
