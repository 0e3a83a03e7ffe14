"""How the shipped weights of links are made, and the figures of pairs left out."""
