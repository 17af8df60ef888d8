"""Lines that say when a page was published."""

from __future__ import annotations

import re

from provenance.text.blocks import Block

TIME_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        january february march april may june july august september october november december jan feb mar
        apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
        tue tues wed thu thur thurs fri sat sun am pm a p m gmt utc est edt et pst pdt pt cst cdt ct mst mdt
        mt bst cet cest msk kst jst ist sgt hkt aest z t h published updated posted modified last first
        originally latest update created edited revised issued at on by of and the st nd rd th local time
        date hours hour minutes minute mins min days day weeks week seconds ago read reading
        """,
    )
)
TIME_CORE = re.compile(
    r"\d{1,2}\s?:\s?\d{2}|\d{1,2}\s?[ap]\.?\s?m\b|\b(?:19|20)\d{2}\b|\d\s?[/.-]\s?\d|\bago\b|\bmin(?:ute)?s?\s+read\b"
    r"|\b(?:published|updated|posted|modified)\b",
    re.IGNORECASE,
)
TOKEN = re.compile(r"[^\W\d_]+|\d+")
NUMERIC_DATE = re.compile(r"[\d\s/.:-]{6,}")
LONGEST = 120


def is_timestamp(block: Block) -> bool:
    """True for a line that consists of a date or a time of day: "Updated 5:40 p.m. ET", "April 23, 2019"."""
    line = block.bare
    if len(line) > LONGEST or not re.search(r"\d", line) or not TIME_CORE.search(line):
        return False
    words = [token.casefold() for token in TOKEN.findall(line) if not token.isdigit()]
    if not words:
        return bool(NUMERIC_DATE.fullmatch(line))
    return all(word in TIME_WORDS for word in words)
