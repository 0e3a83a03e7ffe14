"""The widgets of the reader: each shows one thing, takes attributes down and sends messages up."""
