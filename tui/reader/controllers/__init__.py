"""The reader's actions in slices, each made with the state and what it may ask of the screen."""
