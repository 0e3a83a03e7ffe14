"""Two articles -> scored links."""
