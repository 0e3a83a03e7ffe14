"""Words in one place of two linked sentences -> discrepancies; front door: `slot_differences`."""
