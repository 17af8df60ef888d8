"""What texts mean, as rows of numbers: two texts that say nearly the same have rows that point nearly the same way.

A floor of its own below the rooms, because several of them ask for it and none may import another.
"""

from provenance.embedding.encoder import WIDTH, Encoder, Vectors
from provenance.embedding.minilm import MiniLM, installed_encoder

__all__ = ["WIDTH", "Encoder", "MiniLM", "Vectors", "installed_encoder"]
