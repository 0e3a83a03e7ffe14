"""One sentence as the readers of sources see it: tokens, noun phrases, subjects, complements."""
