"""A file, an address or a feed -> articles; the front door is `corpus.intake.places`."""
