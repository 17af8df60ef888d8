"""Page furniture: what stands on a news page and is no news.

A line is furniture by its own words (a label, a timestamp, a caption, a notice), or by its words and its place: above
the article's first paragraph (sections, bylines), below its last one (blurbs, legal notices). A sentence of news is
worth more than a line of furniture: what is not sure is left as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from provenance.model.span import Span, Spans, merged
from provenance.text.blocks import Block, find_blocks
from provenance.text.credits import credit_lines
from provenance.text.desks import Knows
from provenance.text.furniture.labels import ANYWHERE, LIST_HEADINGS, SECTIONS
from provenance.text.furniture.notices import is_notice
from provenance.text.furniture.pictures import is_caption
from provenance.text.furniture.times import is_timestamp
from provenance.text.furniture.writers import is_bare_name, is_blurb, is_byline, is_foot_text

RUN = 4  # so many very short lines one after another are a menu
BAR = re.compile(r"\s{2,}|\t|\s*[|·•/]\s*")  # what stands between the parts of a menu on one line
LINKS = 12  # titles that one heading takes with it, at most


def find_furniture(text: str, knows: Knows | None = None) -> Spans:
    """Return the stretches that are no news, sorted and disjoint, credit lines and datelines among them.

    The headline is text. `knows` tells whether a name is that of a known desk; see provenance.text.credits.

    >>> text = "Breaking News\\n\\nBreaking news reached the capital late on Monday, officials said."
    >>> [span.of(text) for span in find_furniture(text)]
    ['Breaking News']
    """
    blocks = find_blocks(text)
    credit = {line.span for line in credit_lines(blocks, knows)}
    lines = (block.span for block, is_marked in zip(blocks, _marked(blocks, credit), strict=True) if is_marked)
    end_marks = (mark for block in blocks if (mark := block.end_mark))
    return merged([*lines, *credit, *end_marks])


def find_headline(text: str) -> Span | None:
    """Return the article's title where it stands above its text: the first line there that could be one.

    None where the text begins at once, or where there is no text below.
    """
    blocks = find_blocks(text)
    marked = [_is_furniture(block) for block in blocks]
    first, last = _body(blocks, marked)
    headline = _headline(blocks, marked, first) if last >= 0 else None
    return blocks[headline].span if headline is not None else None


def _marked(blocks: Sequence[Block], credit: set[Span]) -> list[bool]:
    marked = [block.span in credit or _is_furniture(block) for block in blocks]
    first, _ = _body(blocks, marked)
    headline = _headline(blocks, marked, first)
    for index in _duplicates(blocks, headline):
        marked[index] = True
    for index in (*_head(blocks, marked, first, headline), *_links(blocks, marked, first)):
        marked[index] = True
    for index in _foot(blocks, marked):
        marked[index] = True
    if headline is not None:
        marked[headline] = False
    return marked


def _is_furniture(block: Block) -> bool:
    """True where the line's own words tell, wherever it stands."""
    return _label(block) in ANYWHERE or any(told(block) for told in (is_timestamp, is_caption, is_notice, is_blurb))


def _label(block: Block) -> str:
    return block.bare.strip(" :>»›|•·[]()–—-…").casefold()


def _body(blocks: Sequence[Block], marked: Sequence[bool]) -> tuple[int, int]:
    """Return the positions of the first and the last paragraph of news; (len, -1) where there is none."""
    prose = [index for index, block in enumerate(blocks) if block.is_prose and not marked[index]]
    return (prose[0], prose[-1]) if prose else (len(blocks), -1)


def _headline(blocks: Sequence[Block], marked: Sequence[bool], first: int) -> int | None:
    """Return the position of the article's title: the first line below a menu and above the text that could be one."""
    head = blocks[: min(first, len(blocks))]
    candidates = (
        index
        for index in range(_below_menu(head), len(head))
        if not marked[index]
        and head[index].is_title_like
        and not is_byline(head[index])
        and _label(head[index]) not in SECTIONS
        and not _is_menu_bar(head[index])
    )
    return next(candidates, None)


def _below_menu(head: Sequence[Block]) -> int:
    """Return the position below the last menu of sections."""
    below = run = 0
    for index, block in enumerate(head):
        run = run + 1 if _label(block) in SECTIONS else 0
        if run >= RUN:
            below = index + 1
    return below


def _duplicates(blocks: Sequence[Block], headline: int | None) -> Iterator[int]:
    """Yield the lines that stand twice in a row and are no sentence: a caption and its hidden copy.

    The copy of a title, or of a sentence, is furniture too; the first of them is not.
    """
    for index, (above, below) in enumerate(pairwise(blocks)):
        if above.bare == below.bare and len(above.words) >= 3:
            if index != headline and not above.ends_sentence:
                yield index
            yield index + 1


def _head(blocks: Sequence[Block], marked: Sequence[bool], first: int, headline: int | None) -> Iterator[int]:
    """Yield what is furniture above the first paragraph: sections, menus, bylines."""
    head = blocks[:first]
    yield from (i for i, block in enumerate(head) if _label(block) in SECTIONS or _is_menu_bar(block))
    yield from (i for i, block in enumerate(head) if is_byline(block) and i != headline)
    for i, block in enumerate(head):
        neighbours = [n for n in (i - 1, i + 1) if 0 <= n < len(head)]
        beside = any(marked[n] or is_byline(blocks[n]) for n in neighbours)
        if is_bare_name(block) and headline is not None and i > headline and beside:
            yield i
    yield from _menus(head, 0)


def _is_menu_bar(block: Block) -> bool:
    """True for a line of three or more sections, side by side: "News   Region   Weather   Sport"."""
    parts = [part.strip().casefold() for part in BAR.split(block.text.strip()) if part.strip()]
    known = sum(part in SECTIONS or part in ANYWHERE for part in parts)
    return len(parts) >= 3 and known * 2 > len(parts) and not block.ends_sentence


def _menus(blocks: Sequence[Block], offset: int) -> Iterator[int]:
    run: list[int] = []
    for index, block in enumerate(blocks):
        if len(block.words) <= 3 and not block.ends_sentence and not block.text.endswith((":", ",", ";")):
            run.append(offset + index)
            continue
        if len(run) >= RUN:
            yield from run
        run = []
    if len(run) >= RUN:
        yield from run


def _links(blocks: Sequence[Block], marked: Sequence[bool], first: int) -> Iterator[int]:
    """Yield the titles listed below a heading such as "Related" in or below the article."""
    room = 0
    for index, block in enumerate(blocks):
        if index > first and _label(block) in LIST_HEADINGS:
            room = LINKS
        elif room and (marked[index] or _is_link(block)):
            room -= 1
            yield index
        else:
            room = 0


def _is_link(block: Block) -> bool:
    """True for a title, which may be a question."""
    return block.is_title_like and not block.is_prose and len(block.words) <= 20 and block.text[-1] not in ".!…"


def _foot(blocks: Sequence[Block], marked: Sequence[bool]) -> Iterator[int]:
    """Yield what is furniture below the article.

    From the end upwards as long as each line is furniture by itself or may be so at the foot of a page; nothing where
    no line of them is furniture by itself, since an article can end with such a sentence.
    """
    news = (i for i, block in enumerate(blocks) if block.is_prose and not marked[i] and not is_foot_text(block))
    last = max(news, default=-1)
    chain: list[int] = []
    for index in range(len(blocks) - 1, -1, -1):
        if not (marked[index] or _may_be_foot(blocks[index], index > last)):
            break
        chain.append(index)
    certain = [index for index in chain if marked[index] or is_byline(blocks[index])]
    if certain and len(chain) < len(blocks):
        yield from (index for index in chain if not marked[index] and index > _anchor(blocks, chain, certain))


def _anchor(blocks: Sequence[Block], chain: Sequence[int], certain: Sequence[int]) -> int:
    """Return the position below which doubtful lines are furniture: the uppermost line that is so by itself.

    A sentence directly above it is taken for the article's last one, unless it speaks of the page or its writers.
    """
    top = min(certain)
    while top - 1 in chain and is_foot_text(blocks[top - 1]) and not blocks[top - 1].text.endswith(":"):
        top -= 1
    return top - 1


def _may_be_foot(block: Block, below_prose: bool) -> bool:
    label = _label(block) in SECTIONS
    short = below_prose and len(block.words) <= 4 and not block.ends_sentence and not block.text.endswith(":")
    return label or short or is_byline(block) or is_foot_text(block) or (block.bulleted and not block.ends_sentence)
