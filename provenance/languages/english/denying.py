"""Words that deny without a "not": "incapable of", "has yet to", "anything but". Our own list."""

from __future__ import annotations

import re

from provenance.text.listed import listed

DENIERS = re.compile(
    r"\b(?:(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|should)n['’]t|not|never|cannot|"
    r"no(?! longer\b| more\b| less\b| fewer\b| later\b| doubt\b| matter\b|\. ?\d)|none|nobody|nothing|neither|without|"
    r"zero(?! degrees)|incapable of|unable to|fail(?:s|ed)? to|failing to|refus(?:es|ed) (?:to|being)|refuse to|"
    r"(?:has|have|had) yet to|boycott(?:s|ed)|neglect(?:s|ed) to|lack(?:s|ed)?|"
    r"outside of|turned down|everything but|anything but|any(?:one|body) but|"
    r"(?:something|anything|someone|anyone) other than|"
    r"(?:excluded|dissociated|disconnected|disassociated|absent|barred|banned|prevented) from|unrelated to)\b",
    re.IGNORECASE,
)
# Words of a denial that say nothing of what is denied.
ADDING_NOTHING = listed(
    "ever always any anything single actually fully type form kind sort be being known used entirely"
)
