"""What an article speaks of: its words, which of them are names, and how much of it they make up."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from provenance.model.article import Article, PublishedOrigin
from provenance.model.event import Profile, Term
from provenance.model.span import merged
from provenance.text.words import STOP_WORDS, stem

OPENING = 400  # characters in which a newspaper says what happened
IN_OPENING = 3  # times that a word counts there
LONGEST = 40_000  # characters that are read: what an article is about does not come later
MOST_TERMS = 600  # kept of one article, the most frequent ones

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_BREAK = re.compile(r"(?<=[.!?])[\"”’']*\s+|\n+")
_POSSESSIVE = re.compile(r"['’]s?$")
_HEADLINE = 0.6  # of its words are capitals: its capitals say nothing
_ALSO_PLAIN = 3  # capitals from which a word is a name although it is written small, too: "May"
_LONGEST_NAME = 4  # words
_FULL_NAME = 0.2  # of the mentions of a name: "Hugh Jackman" is said once, "Jackman" from then on
_FIRM = frozenset({PublishedOrigin.GIVEN, PublishedOrigin.METADATA, PublishedOrigin.DATELINE})


def profile_of(article: Article) -> Profile:
    """Return what the article speaks of; of an empty text there are no terms.

    A name is a word with a capital that does not open its sentence, in a line that is no headline; languages that have
    no capitals, or give them to every noun, have fewer or more names than there are. Page furniture is left out.
    """
    reading = _Reading()
    for line, is_opening in _lines(article):
        reading.read(line, IN_OPENING if is_opening else 1)
    published = article.published_on if article.published_origin in _FIRM else None
    return Profile(article.id, reading.terms(), published)


def _lines(article: Article) -> Iterator[tuple[str, bool]]:
    """Yield title and sentences, and whether each belongs to the opening."""
    body = _without_furniture(article)
    title = (article.title or "").strip()
    if title and not body.lstrip().startswith(title):
        yield title, True
    position = 0
    for line in _BREAK.split(body):
        if line.strip():
            yield line, position < OPENING
            position += len(line)


def _without_furniture(article: Article) -> str:
    kept, end = [], 0
    for span in merged(article.boilerplate):
        kept.append(article.text[end : span.start])
        end = span.end
    return "\n".join([*kept, article.text[end:]])[:LONGEST]


class _Reading:
    """Counts of one article's words while it is read."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.capitals: Counter[str] = Counter()
        self.plain: set[str] = set()
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)

    def read(self, line: str, times: int) -> None:
        words = [(match, _POSSESSIVE.sub("", match.group())) for match in _WORD.finditer(line)]
        is_headline = sum(word[:1].isupper() for _, word in words) > _HEADLINE * len(words)
        for index, (_, word) in enumerate(words):
            small = word.casefold()
            if small in STOP_WORDS or (len(small) < 2 and not small.isdigit()):
                continue
            root = stem(small)
            self.counts[root] += times
            if word[0].islower():
                self.plain.add(root)
            elif word[0].isupper() and index and not is_headline:
                self.capitals[root] += 1
                self.forms[root][_whole_name(words, index, line)] += 1
                continue
            self.forms[root][word if word[0].isupper() and not is_headline else small] += 1

    def terms(self) -> tuple[Term, ...]:
        names = {word for word, count in self.capitals.items() if word not in self.plain or count > _ALSO_PLAIN}
        kept = sorted(self.counts, key=lambda word: (-self.counts[word], word))[:MOST_TERMS]
        return tuple(Term(word, self._shown(word), self.counts[word], word in names) for word in sorted(kept))

    def _shown(self, word: str) -> str:
        """Return the full name where it is used in a fair share of cases, else the form that is used most."""
        forms = self.forms[word]
        enough = sum(forms.values()) * _FULL_NAME
        full = [form for form in forms if form.count(" ") in (1, 2) and forms[form] >= enough]
        return min(full or forms, key=lambda form: (-forms[form], -len(form), form))


def _whole_name(words: list[tuple[re.Match[str], str]], index: int, line: str) -> str:
    """Return the run of capitalised words that a name stands in, joined as it is written."""
    first = last = index
    while first > 1 and _joined(words, first - 1, line) and last - first + 1 < _LONGEST_NAME:
        first -= 1
    while last + 1 < len(words) and _joined(words, last, line) and last - first + 1 < _LONGEST_NAME:
        last += 1
    return " ".join(word for _, word in words[first : last + 1])


def _joined(words: list[tuple[re.Match[str], str]], index: int, line: str) -> bool:
    """True where this word and the next are parts of one name: both with capitals, and a blank between them."""
    (left, one), (right, other) = words[index], words[index + 1]
    between = line[left.end() - (len(left.group()) - len(one)) : right.start()]
    return one[0].isupper() and other[0].isupper() and between in (" ", "-") and one.casefold() not in STOP_WORDS
