"""Actions and keymaps; no Textual."""
