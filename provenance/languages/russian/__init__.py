"""Russian: the words that credit somebody, and those that say what a source is. Lemmas are written without ё."""
