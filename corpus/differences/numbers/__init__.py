"""The numbers of two linked sentences -> discrepancies; front door: `number_differences`."""
