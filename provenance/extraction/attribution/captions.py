"""Whose picture a caption tells of: "Kim inspects a factory, in this photo released by KCNA"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading
from provenance.model.span import Span

_PICTURE = r"(?:photo|photograph|picture|image|footage|video|screengrab|screenshot|still|handout|frame\sgrab)s?"
_BY = re.compile(
    rf"[\s,]*\b(?P<cue>(?:as\s)?(?:seen\s)?in\s(?:this|these|an?|the)\s(?:[\w-]+\s){{0,3}}?{_PICTURE}(?:\simage|\sgrab)?"
    r"(?:,?\s[\w-]+){0,6}?\s(?:by|courtesy\sof))\s(?P<who>[^.;()\n]+)"
)
_LATER = re.compile(r",|\s(?:on|in|during|via|through|after|to)\s")


def caption_triples(reading: Reading) -> Iterator[Triple]:
    """Yield whom each caption has its picture from; the content is what it shows."""
    for sentence in reading.sentences:
        words = sentence.span.of(reading.text)
        if " by " not in words and "courtesy of" not in words:
            continue
        match = _BY.search(words)
        if match is None or not match.start():
            continue
        start = sentence.span.start
        later = _LATER.search(match["who"])
        who = Span(
            start + match.start("who"), start + match.start("who") + (later.start() if later else len(match["who"]))
        )
        cue = Span(start + match.start("cue"), start + match.end("cue"))
        if later is None or not any(c in match["who"][later.end() :] for c in ",;"):
            yield Triple((who,), (cue,), (Span(start, start + match.start()),), "show", "around", 0.8)
