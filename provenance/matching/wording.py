"""A post or a claim, freed of what says nothing: addresses, signs, quotation marks."""

from __future__ import annotations

import re
import unicodedata

_ADDRESS = re.compile(r"https?://\S+|\b(?:www|pic\.twitter)\.[\w.]+/?\S*", re.IGNORECASE)
_NAMED = re.compile(r"[@#](\w{1,140})")  # "@NorvikHarbour", "#FerryDisaster"
_JOINED = re.compile(r"\b(?:[A-Z][a-z]{1,30}){3,12}\b")  # three words without a blank: a tag that lost its sign
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_QUOTE = re.compile(r"[\"“”„«»‟]|(?<!\w)['‘’‚‛`]|['‘’`](?!\w)")  # an apostrophe inside a word stays

_SIGNS = frozenset(("So", "Cf", "Cc", "Co", "Cn"))  # Unicode's categories of pictures, and of what cannot be seen


def plain_wording(text: str) -> str:
    """Return the words of a text on one line.

    Two texts that differ in their quotation marks alone come out the same, and a tag as the words it joins.

    >>> plain_wording("“Ferry sank” says @NorvikHarbour 🚢 https://harbour.example/1")
    'Ferry sank says Norvik Harbour'
    """
    text = _ADDRESS.sub(" ", unicodedata.normalize("NFC", text))
    text = _NAMED.sub(lambda found: _SEAM.sub(" ", found[1]), text)
    text = _JOINED.sub(lambda found: _SEAM.sub(" ", found[0]), text)
    shown = "".join(" " if unicodedata.category(letter) in _SIGNS else letter for letter in text)
    return " ".join(_QUOTE.sub("", shown).split())
