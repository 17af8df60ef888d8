"""Articles to sentences, attributions, claims and frames."""
