"""The marks that the network gives each piece of a word: begins, goes on with, or stands outside a role."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """What a stretch of the text is in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


ROLES = (None, Role.SOURCE, Role.SOURCE, Role.CUE, Role.CUE, Role.CONTENT, Role.CONTENT)  # in the network's order
BEGINS = (False, True, False, True, False, True, False)
OUTSIDE = 0
