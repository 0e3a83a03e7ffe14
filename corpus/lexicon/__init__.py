"""What is known of words before any article is read; front doors: rarity, wordnet, word_vectors."""
