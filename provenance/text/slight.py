"""Claims that tell too little to stand first in a report."""

from __future__ import annotations

import re

from provenance.text.words import content_words

FEWEST_WORDS = 3  # that tell something: "Ada Lund said" and "She is in" have fewer

# "[is]" stands for a comma: "Ada Lund, the mayor". "[was]" may stand for any verb: "He [was] returned to prison".
_DESCRIBES = re.compile(r"^(?:[^\s,;:]+ ){1,6}\[(?:is|are)\] ")


def is_slight(text: str) -> bool:
    """True for who is what ("Margaret [is] Hunter's wife"), and for a claim of hardly a word.

    >>> is_slight("Margaret [is] [Duncan Hunter's] wife."), is_slight("Farenthold said.")
    (True, True)
    >>> is_slight("Mayor Ada Lund resigned on Friday.")
    False
    """
    return bool(_DESCRIBES.match(text)) or len(content_words(text)) < FEWEST_WORDS
