"""Characters, words and paragraphs, and files; knows no language. Front doors: its modules."""
