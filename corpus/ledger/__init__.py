"""The notebook: bookmarks and hand-made links."""
