"""Language tables and what is read from them."""
