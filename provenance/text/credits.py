"""Credits: the desks that an article says it takes from as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provenance.model.article import Credit, CreditKind
from provenance.model.span import Span, Spans
from provenance.text.blocks import Block, find_blocks
from provenance.text.datelines import LEADS, dateline_of, may_open_story
from provenance.text.desks import CAPITALISED, NOT_NAMES, Knows, is_agency, is_desk, is_person, names_in

LONGEST = 300  # characters of a line or sentence of credits
SHORT = 80  # characters of a line that consists of names only
NAMES = r"(?P<names>[^\n!?“”\"]{2,240}?)"
STORY = r"(?:report|story|article|piece|dispatch|post|column)"


@dataclass(frozen=True, slots=True)
class CreditLine:
    """The stretch that says where an article comes from, and the desks it names."""

    span: Span  # the words that are no news
    kind: CreditKind
    names: Spans  # of desks only: a credit of a person names none


@dataclass(frozen=True, slots=True)
class Form:
    """One way of wording a credit, as a pattern of a whole line or sentence.

    Sentences of news begin like `strict` forms ("Source: Kim to visit", "By Monday"): there, every name must be a desk.
    """

    kind: CreditKind
    pattern: re.Pattern[str]
    strict: bool = False


def _form(kind: CreditKind, pattern: str, *, strict: bool = False) -> Form:
    return Form(kind, re.compile(rf"[\s(\[*_—–-]*{pattern}[\s.)\]*_]*", re.IGNORECASE), strict)


FORMS = (
    _form(
        CreditKind.REPORTING,
        r"(?:written\s)?(?:with|based\son|compiled\sfrom|contains|includes|using|from)\s(?:additional\s|some\s)?"
        r"(?:reporting|reports?|files?|materials?|inputs?|information|contributions?|dispatches)"
        rf"\s(?:by|from|of)\s{NAMES}",
    ),
    _form(
        CreditKind.REPORTING,
        rf"(?:additional\s)?(?:(?:reporting|research)\sby|(?:material|information)\sfrom):?\s{NAMES}",
    ),
    _form(CreditKind.REPORTING, rf"contributing\s?:\s?{NAMES}"),
    _form(CreditKind.REPORTING, rf"(?:news\s)?(?:sources?|via|h/t|hat\stip)\s?:\s?{NAMES}", strict=True),
    _form(CreditKind.REPORTING, r"(?:with\s)?(?:news\s)?(?P<names>agenc(?:y\s(?:reports|materials)|ies))", strict=True),
    _form(
        CreditKind.CONTRIBUTED,
        rf"{NAMES}\s(?:also\s)?contributed\s(?:(?:additional\s)?reporting\s)?(?:from\s[\w,. ]{{2,60}}\s)?"
        rf"(?:to|for)\s(?:this|the)\s{STORY}",
    ),
    _form(
        CreditKind.CONTRIBUTED,
        rf"{NAMES}\s(?:also\s)?contributed\s(?:additional\s)?reporting(?:\sfrom\s[\w,. ]{{2,60}})?",
    ),
    _form(
        CreditKind.CONTRIBUTED,
        rf"(?:some\s)?(?:material|information|reporting)\sfrom\s{NAMES}\s(?:was|were)\sused\sin\sth(?:is|e)\s{STORY}",
    ),
    _form(
        CreditKind.CONTRIBUTED,
        rf"th(?:is|e)\s{STORY}\s(?:was|has\sbeen|is)\s(?:originally\s|first\s|also\s)*"
        r"(?:published|posted|produced|republished|written|provided|reproduced)"
        rf"\s(?:on|by|at|in|from|with\spermission\sfrom)\s{NAMES}",
    ),
    _form(
        CreditKind.CONTRIBUTED,
        rf"th(?:is|e)\s{STORY}\s(?:originally\s|first\s)?appeared\s(?:first\s)?(?:on|at|in)\s{NAMES}",
    ),
    _form(
        CreditKind.CONTRIBUTED,
        rf"th(?:is|e)\s{STORY}\s(?:contains|includes|uses)\s(?:reporting|material|information)\s(?:by|from)\s{NAMES}",
    ),
    _form(
        CreditKind.BYLINE,
        rf"(?:copyrights?\s)?(?:©|\(c\)|copyrights?\b)[\s,]*(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?)?\s?(?:by\s)?{NAMES}"
        r"\.?(?:,?\sall\srights\sreserved\b.*|\sthis\smaterial\smay\snot\b.*)?",
        strict=True,
    ),
    _form(CreditKind.BYLINE, rf"(?:by|from)\s{NAMES}", strict=True),
)
EDITING = re.compile(
    r"\s*[;.]\s*(?:additional\s)?(?:writing|editing|reporting|translat\w+|compiled)\s(?:and\s\w+\s)?by\b.*$",
    re.IGNORECASE | re.DOTALL,
)
WRITERS = (
    r"(?:staff\s|national\s|political\s|special\s)?(?:writers?|reporters?|correspondents?|journalists?|staff|editors?)"
)
# "Jane Doe, Associated Press Writer", "Jane Doe | Reuters"
AFTER_NAME = re.compile(
    rf"(?:,|\||–|—|\bfor|\bof)\s*(?:the\s)?(?P<desk>[A-Z][\w ./-]{{1,40}}?)(?:\s{WRITERS})?\s*$", re.I
)
# "Associated Press writers Jane Doe in Seoul and John Roe"
BEFORE_NAME = re.compile(rf"(?:the\s)?(?P<desk>[A-Z][\w ./-]{{1,40}}?)\s{WRITERS}\s[A-Z]", re.IGNORECASE)
# Words in lower case that stand among names: "AP and other agencies", "Jane Doe in Oslo".
BETWEEN_NAMES = frozenset(
    re.findall(
        r"\w+",
        "a at in for from and other news agency agencies staff writer writers reporter reporters correspondent "
        "correspondents local state media wire wires reports",
    )
)
SENTENCE_START = re.compile(r"[.!?”\"’)]\s+(?=[(\[—–-]*\s?[A-Z])")
BRACKETS = re.compile(r"[.!?”\"’]\s*(?P<mark>[(\[](?P<names>[^()\[\]]{2,60})[)\]])\s*$")


def find_credits(text: str, knows: Knows | None = None) -> tuple[Credit, ...]:
    """Return the desks that the text credits, each once, in the order of the text.

    `knows` tells of a name whether it is that of a known agency or outlet; without it, names are told by their form.
    People are left out: "Additional reporting by Jane Doe" credits no other desk.

    >>> [credit.name for credit in find_credits("With reporting by KCNA, TASS, and Jane Doe.")]
    ['KCNA', 'TASS']
    """
    found: dict[str, Credit] = {}
    for line in credit_lines(find_blocks(text), knows):
        for span in line.names:
            name = " ".join(span.of(text).split())
            found.setdefault(name.casefold(), Credit(name, line.kind, (span,)))
    return tuple(found.values())


def credit_lines(blocks: Sequence[Block], knows: Knows | None = None) -> Iterator[CreditLine]:
    """Yield every credit line, last sentence and dateline of the blocks, in the order of the text."""
    leads = LEADS
    last = max((index for index, block in enumerate(blocks) if block.is_prose), default=-1)
    title = next((index for index, block in enumerate(blocks) if block.is_title_like), -1)
    for index, block in enumerate(blocks):
        if leads and may_open_story(block):
            leads -= 1
            if dateline := dateline_of(block, knows):
                names = (dateline.agency,) if dateline.agency else ()
                yield CreditLine(dateline.span, CreditKind.DATELINE, names)
        placed = index > 0 and (index - 1 in (0, last, title) or blocks[index - 1].text[:3].casefold() == "by ")
        if line := _whole_line(block, knows, placed) or _ending(block, knows, index == last):
            yield line


def _whole_line(block: Block, knows: Knows | None, placed: bool) -> CreditLine | None:
    if len(block.text) > LONGEST:
        return None
    return _names_only(block, knows, placed) or _worded(block, 0, knows)


def _names_only(block: Block, knows: Knows | None, placed: bool) -> CreditLine | None:
    """Return the credit of a line like "(AP)" or "Yonhap/AFP".

    A single name without brackets can also be the site's own, or a picture's: it is a credit only where one stands
    (`placed`), below the title, the byline or the last paragraph.
    """
    names = [block.text[start:end] for start, end in names_in(block.text)]
    marked = len(names) > 1 or block.text[0] in "([-–—"
    if names and len(block.text) <= SHORT and (marked or placed) and all(map(is_agency, names)):
        return CreditLine(block.span, CreditKind.REPORTING, _desks(block, 0, len(block.text), knows))
    return None


def _worded(block: Block, offset: int, knows: Knows | None) -> CreditLine | None:
    """Return the credit that the block's words from an offset on make up."""
    for form in FORMS:
        if match := form.pattern.fullmatch(block.text, offset):
            start = match.start("names")
            end = start + len(EDITING.sub("", match["names"]))
            if (names := _credited(block, start, end, form, knows)) is not None:
                return CreditLine(block.part(offset, len(block.text)), form.kind, names)
    return None


def _credited(block: Block, start: int, end: int, form: Form, knows: Knows | None) -> Spans | None:
    """Return the desks of a form's list of names, None where its words are no names: then it is no credit."""
    listing = block.text[start:end]
    for pattern in (AFTER_NAME, BEFORE_NAME):
        staff = pattern.search(listing) if pattern is AFTER_NAME else pattern.match(listing)
        if staff and is_agency(staff["desk"], knows):
            return (block.part(start + staff.start("desk"), start + staff.end("desk")),)
    pieces = [listing[a:b] for a, b in names_in(listing)]
    if form.strict:
        named = [piece.casefold() in NOT_NAMES or is_desk(piece, knows, single_word=False) for piece in pieces]
        return _desks(block, start, end, knows, single_word=False) if named and all(named) else None
    return _desks(block, start, end, knows, single_word=not _has_people(pieces)) if _are_names(pieces) else None


def _are_names(pieces: Iterable[str]) -> bool:
    """True where a list consists of names, of desks or people: "people who asked not to be named" are none."""
    pieces = tuple(pieces)
    words = [word for piece in pieces for word in piece.split()]
    return any(word[0].isupper() for word in words) and all(
        CAPITALISED.fullmatch(word) or word.casefold() in BETWEEN_NAMES for word in words
    )


def _has_people(pieces: Iterable[str]) -> bool:
    """True where the list names people: then a single word may be the last part of a place."""
    return any(is_person(piece.split(" in ")[0]) for piece in pieces)


def _ending(block: Block, knows: Knows | None, is_last: bool) -> CreditLine | None:
    """Return the credit that closes a paragraph: its last sentences, or the brackets after them.

    Brackets below the last paragraph credit the article; above it they credit one item of several, and no names here.
    """
    tail = max(0, len(block.text) - LONGEST)
    if brackets := BRACKETS.search(block.text, tail):
        start, end = brackets.span("names")
        names = [block.text[start + a : start + b] for a, b in names_in(brackets["names"])]
        if names and all(is_agency(name, knows) for name in names):
            mark = block.part(brackets.start("mark"), len(block.text))
            desks = _desks(block, start, end, knows) if is_last else ()
            return CreditLine(mark, CreditKind.REPORTING, desks)
    starts = [match.end() for match in SENTENCE_START.finditer(block.text, tail)]
    lines = (_worded(block, start, knows) for start in starts[-4:])
    return next((line for line in lines if line), None)


def _desks(block: Block, start: int, end: int, knows: Knows | None, *, single_word: bool = True) -> Spans:
    listing = block.text[start:end]
    return tuple(
        block.part(start + a, start + b)
        for a, b in names_in(listing)
        if is_desk(listing[a:b], knows, single_word=single_word)
    )
