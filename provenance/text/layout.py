"""The labels that lines begin with: bullets, times of a live blog, kickers of headlines, who speaks in a transcript.

A label is no part of the sentence that it stands before. Only what is told by its shape is a label: "Police: two held"
is a headline, and whether police are credited in it is not for the layout to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from provenance.model.span import Span, Spans
from provenance.text.listed import listed

_TIME = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[AaPp]\.?[Mm]\b\.?)?|(?:1[0-2]|[1-9])\s?[AaPp]\.?[Mm]\b\.?"
_ZONE = r"(?:\s?(?:GMT|UTC|BST|CET|CEST|EET|EST|EDT|ET|PT|PST|PDT|CT|KST|JST|MSK|IST|HKT|AEST|local\stime)\b)?"
_STAMP = re.compile(
    rf"(?:Updated?(?:\sat)?[,:]?\s)?[\[(]?(?:{_TIME}){_ZONE}[\])]?(?:\s*[:|]\s+|\s+[-–—]\s+|\s+(?=[A-Z\"“'‘@]))"
)
_BULLET = re.compile(r"(?:[•◦▪‣·●■►▶*]+|-|\d{1,2}[.)]|\(\d{1,2}\)|\([a-z]\)|[a-z]\))\s+(?=\S)")
_BLOCK_QUOTE = re.compile(r">+\s*(?=\S)")
_DASH = re.compile(r"[–—]\s+(?=\S)")
_KICKERS = (
    r"EXCLUSIVE|BREAKING(?:\sNEWS)?|UPDATE(?:\s?\d{1,2})?|LIVE|WATCH|LISTEN|VIDEO|OPINION|ANALYSIS|EXPLAINER|FACTBOX|"
    r"FEATURE|ALERT|URGENT|JUST\sIN|CORRECTED|REFILE|TIMELINE|EDITORIAL|INSIGHT"
)
_KICKER = re.compile(
    rf"(?:{_KICKERS})(?:\s?:\s+|\s+[-–—|]\s+)|(?:Exclusive|Breaking|Update|Live|Watch|Listen|Video|Opinion|Analysis):\s+"
    r"|(?:EXCLUSIVE|BREAKING|URGENT|ALERT)\s+(?=[A-Z])|(?:UPDATE|CORRECTED|REFILE)\s?\d{0,2}-(?=[A-Z])"
)
_BOLD = r"(?:\*\*|__)?"
_SPEAKER = re.compile(
    rf"{_BOLD}(?P<name>[A-Z][\w.'’&-]*(?:\s(?:[A-Z][\w.'’&-]*|of|the|de|la|van|von|al)){{0,4}}){_BOLD}\s?:{_BOLD}\s+(?=\S)"
)
_ASKED = re.compile(rf"{_BOLD}(?P<name>Q|A|Question|Answer){_BOLD}\s?[.:]{_BOLD}\s+(?=\S)")
_HANDLE = re.compile(r"(?:RT\s)?(?:(?P<name>[A-Z][^\n:()@]{1,40}?)\s\(@\w{2,30}\)|(?P<handle>@\w{2,30}))\s?:\s+(?=\S)")
_STATEMENT = re.compile(
    r"(?:(?:Here\sis|Below\sis|This\sis)\s)?(?P<name>[^\n:.!?\"“”]{0,60}?\b(?:statement|letter|text|message|speech|post)\b"
    r"[^\n:.!?\"“”]{0,40}?\sin\sfull|(?:The\s)?[Ff]ull\s(?:text|statement)[^\n:.!?\"“”]{0,60}):\s*"
)
_SIGNED = re.compile(r"[—–-]\s?(?P<name>[^\n()@—–]{2,50}?)\s\((?P<handle>@\w{2,30})\)[,.\s]*(?P<date>[\w ,.:·]{0,40})$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST_SIGNATURE = 140  # characters at the end of a paragraph in which the signature of a post is looked for

# Before a colon these head a line, and nobody speaks.
NOT_SPEAKERS = listed(
    """
    note notes correction corrections clarification photo photos picture pictures image video caption credit score
    scores result results where when who what why how date time place location venue age born height price tickets
    admission cost address phone email e-mail tel fax web website contact related subscribe advertisement
    sponsored tags topics filed updated published posted share more example warning tip summary background conclusion
    verdict rating director cast author title duration ingredients method answer key total today tomorrow
    """
)


class LabelKind(Enum):
    BULLET = "bullet"
    BLOCK_QUOTE = "block quote"
    STAMP = "stamp"  # "14:32 GMT:"
    KICKER = "kicker"  # "EXCLUSIVE:"
    SPEAKER = "speaker"  # "REYES:", "Q:"
    HANDLE = "handle"  # "@varnpolice:"
    STATEMENT = "statement"  # "The statement in full:"
    SIGNATURE = "signature"  # "- Ana Reyes (@areyes) 3 April 2019", at the end of a paragraph


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph begins with (or, a signature, ends with), and whom it names."""

    kind: LabelKind
    span: Span  # with its colon or mark, without the white space behind
    paragraph: int  # the paragraph's number
    body: int  # where the words begin that the label stands before; of a signature, where they end
    name: Span | None = None


def find_labels(text: str, paragraphs: Spans) -> tuple[Label, ...]:
    """Return the labels in the order of the text; one paragraph may have several, "- 14:32 EXCLUSIVE: ...".

    >>> text = "REYES: We will not pay.\\nHOST: Why not?"
    >>> [label.name.of(text) for label in find_labels(text, (Span(0, 23), Span(24, 38)))]
    ['REYES', 'HOST']
    """
    dashes = sum(_DASH.match(text, p.start, p.end) is not None for p in paragraphs) > 1
    first: list[Label] = []
    speakers: list[Label] = []
    for number, paragraph in enumerate(paragraphs):
        own = list(_at_start(text, paragraph, number, dashes=dashes))
        first.extend(own)
        start = own[-1].body if own else paragraph.start
        if not own or own[-1].kind in (LabelKind.BULLET, LabelKind.STAMP, LabelKind.KICKER):
            for pattern in (_ASKED, _SPEAKER):
                if match := pattern.match(text, start, paragraph.end):
                    speakers.append(_label(LabelKind.SPEAKER, match, number))
                    break
        if signed := _signature(text, paragraph, number):
            first.append(signed)
    return tuple(sorted((*first, *_who_speak(text, speakers, paragraphs)), key=lambda label: label.span.start))


def _at_start(text: str, paragraph: Span, number: int, *, dashes: bool) -> Iterator[Label]:
    start = paragraph.start
    for kind, pattern in _PATTERNS:
        if (match := pattern.match(text, start, paragraph.end)) or (
            dashes and kind is LabelKind.BULLET and (match := _DASH.match(text, start, paragraph.end))
        ):
            yield _label(kind, match, number)
            start = match.end()


_PATTERNS = (
    (LabelKind.BULLET, _BULLET),
    (LabelKind.BLOCK_QUOTE, _BLOCK_QUOTE),
    (LabelKind.STAMP, _STAMP),
    (LabelKind.KICKER, _KICKER),
    (LabelKind.HANDLE, _HANDLE),
    (LabelKind.STATEMENT, _STATEMENT),
)


def _label(kind: LabelKind, match: re.Match[str], number: int) -> Label:
    end = match.start() + len(match[0].rstrip())
    found = match.groupdict()
    part = next((key for key in ("name", "handle") if found.get(key)), None)
    return Label(kind, Span(match.start(), end), number, match.end(), Span(*match.span(part)) if part else None)


def _signature(text: str, paragraph: Span, number: int) -> Label | None:
    match = _SIGNED.search(text, max(paragraph.start, paragraph.end - _LONGEST_SIGNATURE), paragraph.end)
    if match is None:
        return None
    return Label(LabelKind.SIGNATURE, Span(*match.span()), number, match.start(), Span(*match.span("name")))


def _who_speak(text: str, labels: Sequence[Label], paragraphs: Spans) -> Iterator[Label]:
    """Yield the labels of those who take turns: of a transcript or an interview, not of a table of facts."""
    names = [label.name.of(text) if label.name else "" for label in labels]
    answered = {"Q", "Question"} & set(names) and {"A", "Answer"} & set(names)
    asked = [label for label, name in zip(labels, names, strict=True) if name in ("Q", "A", "Question", "Answer")]
    if answered:
        yield from asked
    others = [
        label
        for label, name in zip(labels, names, strict=True)
        if label not in asked and NOT_SPEAKERS.isdisjoint(name.casefold().split())
    ]
    if _take_turns(text, others, paragraphs):
        yield from others


def _take_turns(text: str, labels: Sequence[Label], paragraphs: Spans) -> bool:
    names = Counter(label.name.of(text) for label in labels if label.name)
    if len(names) < 2 or not any(b.paragraph - a.paragraph == 1 for a, b in pairwise(labels)):
        return False
    bodies = [text[label.body : paragraphs[label.paragraph].end].rstrip("\"'”’ *_") for label in labels]
    asked = any(body.endswith("?") for body in bodies)
    shouted = all(name.isupper() and len(name) > 1 for name in names)
    ended = any(body.endswith((".", "!", "?", "…")) for body in bodies)
    wordy = 2 * sum(len(_WORD.findall(body)) > 2 for body in bodies) >= len(bodies)  # not "Lund: 2,316."
    return ended and (asked or (wordy and (shouted or max(names.values()) > 1)))
