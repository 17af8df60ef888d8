"""English: the words that extraction knows, one file for each kind."""
