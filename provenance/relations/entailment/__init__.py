"""What a network makes of two texts at once: whether one follows from the other, contradicts it, or neither.

One witness among many: it knows how sentences are put in other words, which rules do not, and takes a figure that is
nearly the same for the same. It never makes a contradiction by itself and never overrules a slot.
"""

from provenance.relations.entailment.choosing import cross_encoder_for
from provenance.relations.entailment.network import CrossEncoder, NetworkFolder

__all__ = ["CrossEncoder", "NetworkFolder", "cross_encoder_for"]
