"""Characters, words and paragraphs; knows no language."""
