"""Word lists of Korean: verbs and nouns that credit somebody, and nouns that name who is credited."""
