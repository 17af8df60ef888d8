"""What a claim tells of one thing that can have only one: its day of birth, its kind, its director.

Read from the words, for such things stand beside the predicate as often as in it: "(born 3 May 1961)", "a 1997 American
film directed by Ana Ruiz".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from provenance.languages.english.facts import KINDS, MAKERS, ONCE, WORKS
from provenance.model.frame import Frame
from provenance.model.interval import DateInterval
from provenance.text.dates import find_times
from provenance.text.places import find_place
from provenance.text.places.names import DEMONYMS
from provenance.text.words import content_words, stem

_BRACKETS = re.compile(r"[\[\]]")
_PARENTHESES = re.compile(r"\s?\([^()]*\)?")
_FINITE = re.compile(r"\s(?:is|was|are|were|has been|have been|had been)\s", re.IGNORECASE)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:(?:{_DAY} )?{_MONTH} (?:{_DAY})?(?:, ?)?\d{{4}}|(?:1[0-9]|20)\d\d(?!['’]?s))"
_LIFE = re.compile(rf"\((?:[^()]*?[;,] )??(?:born )?({_DATE})(?:,[^()–-]*)? ?(?:--|–|—|-) ?({_DATE})[^()]*\)")
_BORN = re.compile(r"\((?:[^()]*?[;,\]] ?)?born ([^()]*)")
_LEADING = re.compile(
    r"^(?:In|On|At|From|After|Before|During|As|For|By|With|Following|While|When|Since|Until|Set|Born|Like|\w+ed|\w+ing)"
    r"\b[^,]*, (?=\w)"
)
_YEAR_OF_WORK = re.compile(r"^(?:an? |the )?(?:upcoming )?((?:1[89]|20)\d\d)(?= [A-Za-z])")
_LANGUAGE = re.compile(r"\b([A-Z][a-z]+)[- ][Ll]anguage\b")
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|van|von|der|da|di|al|el|bin|la))*"
_NAMES = rf"({_NAME}(?:(?:, | and |, and | & )(?:(?<=and )[a-z-]+ )?{_NAME})*)"
_APPOSITION = re.compile(r"(?<=\w), (?:\d|an?\b|the\b|also\b|known\b|formerly\b|born\b|Jr|Sr).*$")
_LYING = re.compile(
    r"(?:\b(?:located|situated|based|headquartered|lies|set)\b[^,;.]*?|^[^,;.]*?)"
    r"\b(?:in|of|within|from|outside)\b (?:the )?"
    r"([A-Z][\w.'’-]+(?: (?:and |of )?[A-Z][\w.'’-]+)*(?:, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*)*)"
)
_IS_PLACED = re.compile(
    r"^(?:in |located |situated |based |headquartered |[^,;.]*?\b(?:state|capital|region|commune|area|seat)\b)"
)
_PLACED = re.compile(r"(?:located|situated|based|headquartered)\b")
_WHERE = frozenset({"place", "company"})
_ELSEWHERE = re.compile(
    r"\b(?:who|whom|whose|which|where|when|while|after|before|until|based on|adapted|adaptation|but)\b"
)
_PHRASE_ENDS = re.compile(
    r"[,;.:(]|--|\b(?:of|in|by|from|for|with|that|at|on|to|as|than|about|set|who|which|whose|where|when|while|since|"
    r"based|starring|known|best|featuring|made|located|situated|owned|developed|\w+ed|written|born|\w+ing by)\b"
)
_DEMONYM = re.compile(
    r"\b(?<!North )(?<!South )(?<!Latin )(?<!Central )(?<!Native )("
    + "|".join(sorted(DEMONYMS, key=len, reverse=True))
    + r")\b(?![- ][Ll]anguage)"
)
_ONCE = {form: kind for kind, forms in ONCE.items() for form in forms}
_MAKERS = {form: kind for kind, forms in MAKERS.items() for form in forms}
_KIND_OF = {stem(noun): kind for kind, nouns in KINDS.items() for noun in nouns}
_GAP = r"(?: (?!(?:and|or|by|as|to|for)\b)[\w.'’-]+,?){0,5}?"
_DATED = re.compile(rf"\b({'|'.join(sorted(_ONCE))}),?{_GAP},? ({_DATE})", re.IGNORECASE)
_MADE = re.compile(
    rf"\b((?:(?:\w+-)?\w+(?:ed|en|ung)(?:, | and |, and )){{0,3}}(?:\w+-)?\w+(?:ed|en|ung))"
    rf" by (?:the )?(?:[a-z-]+ ){{0,3}}{_NAMES}"
)
_STARTED = re.compile(
    rf"^(.+?) (died|released|premiered|aired|opened|married|retired|formed|started)\b{_GAP} ({_DATE})"
)
_JOINED = re.compile(r"(?:,? and |, )")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a claim tells of one subject."""

    kind: str  # "born", "released", "nationality", "kind", "directed"
    of: str  # who or what has it, in the claim's words
    text: str  # the words that tell it: "7 May 1931"
    days: DateInterval | None = None
    words: frozenset[str] = frozenset()  # content words of the value, codes of countries, names of kinds


def facts_of(text: str, frame: Frame) -> tuple[Fact, ...]:
    """Return what the claim tells of its subject; empty where it has none or tells nothing of the kind."""
    plain = _BRACKETS.sub("", text)
    return tuple(dict.fromkeys(_facts(plain, frame)))


def _facts(plain: str, frame: Frame) -> Iterator[Fact]:
    yield from _deeds(frame)
    found = _FINITE.search(_blanked(plain))
    started = _STARTED.match(_blanked(plain))
    if started is not None and (found is None or started.end(1) < found.start()):
        kind = _ONCE.get(started[2], "founded")
        yield from _day(kind, _subject(plain[: started.end(1)]), started[3])
    if found is None:
        return
    of, rest = _subject(plain[: found.start()]), plain[found.end() :]
    if of:
        yield from _life(plain[: found.start()], of)
        yield from _complement(rest, of)
        own = _ELSEWHERE.split(_PARENTHESES.sub("", rest), maxsplit=1)[0]
        for dated in _DATED.finditer(own):
            yield from _day(_ONCE[dated[1].casefold()], of, dated[2])
        yield from _made(own, of)


def _blanked(text: str) -> str:
    """Return the text with what stands in parentheses blanked out, every other letter where it was."""
    return re.sub(r"\([^()]*\)?", lambda found: "_" * len(found[0]), text)


def _subject(text: str) -> str:
    """Return who or what the words before the verb name; empty where they are cut, or name nothing."""
    own = _LEADING.sub("", _PARENTHESES.sub("", text)).strip(" ,;\"'")
    own = _APPOSITION.sub("", own)
    return "" if ")" in own or own in ("There", "What") else own


def _life(before: str, of: str) -> Iterator[Fact]:
    """Yield birth and death of "Ana Ruiz (3 May 1931 -- 7 June 2001)" and "(born 3 May 1931)"."""
    found = _LIFE.search(before)
    if found is not None:
        yield from _day("born", of, found[1])
        yield from _day("died", of, found[2])
    elif (born := _BORN.search(before)) is not None and (day := re.search(_DATE, born[1])) is not None:
        yield from _day("born", of, day[0])


def _day(kind: str, of: str, words: str) -> Iterator[Fact]:
    days = _days(words)
    if of and days is not None:
        yield Fact(kind, of, words, days)


@lru_cache(maxsize=2048)
def _days(words: str) -> DateInterval | None:
    text = words if words[:1].isalpha() or " " in words else f"in {words}"
    return next((found.interval for found in find_times(text, None, given=False) if found.interval), None)


def _complement(rest: str, of: str) -> Iterator[Fact]:
    """Yield what "is a 1997 American comedy film directed by" tells: year, country, kind and language."""
    own = _PARENTHESES.sub("", rest)
    phrase = own[: end.start()] if (end := _PHRASE_ENDS.search(own)) else own
    heads = [_KIND_OF.get(stem(words.split()[-1])) for words in _JOINED.split(phrase) if words.split()]
    kinds = frozenset(kind for kind in heads if kind)
    demonyms = tuple(dict.fromkeys(_DEMONYM.findall(phrase)))
    if demonyms:
        yield Fact("nationality", of, " and ".join(demonyms), words=frozenset(DEMONYMS[name] for name in demonyms))
    if len(kinds) == 1 and heads[0] and "'s " not in phrase:
        yield Fact("kind", of, phrase.strip(), words=kinds)
    year = _YEAR_OF_WORK.match(own)
    if year is not None and any(_KIND_OF.get(stem(word)) in WORKS for word in phrase.split()):
        yield from _day("released", of, year[1])
    lying = _LYING.search(own) if not kinds or kinds & _WHERE else None
    countries = (
        _countries(lying[1])
        if lying is not None and (kinds or _IS_PLACED.match(own) or _PLACED.match(lying[0]))
        else frozenset()
    )
    if lying is not None and countries:
        yield Fact("country", of, lying[1].rstrip("."), words=countries)
    language = _LANGUAGE.search(phrase)
    if language is not None:
        yield Fact("language", of, language[0], words=frozenset([language[1]]))


def _countries(places: str) -> frozenset[str]:
    """Return the countries of "Stratford, East London, England"; none where a part of it is not known."""
    whole = places.rstrip(".")
    found = find_place(whole) or find_place(whole.rpartition(", ")[2])
    return frozenset([found.country]) if found is not None and found.country is not None else frozenset()


def _made(own: str, of: str) -> Iterator[Fact]:
    for found in _MADE.finditer(own):
        names = found[2].removesuffix(".")
        if names in DEMONYMS:
            continue
        for participle in _JOINED.split(found[1]):
            if participle in _MAKERS:
                yield Fact(_MAKERS[participle], of, names, words=frozenset(content_words(names)))


def _deeds(frame: Frame) -> Iterator[Fact]:
    """Yield who made it of "Ana Ruiz directed Harbour Light"."""
    event = frame.event
    if event is None:
        return
    forms = {stem(form): kind for form, kind in _MAKERS.items()}
    kind = forms.get(stem(event.predicate.split()[0])) if event.predicate else None
    makers = [a for a in event.arguments if a.role == "agent" and a.text[:1].isupper()]
    works = [a for a in event.arguments if a.role == "patient"]
    if kind and makers and len(works) == 1:
        names = " and ".join(maker.text for maker in makers)
        yield Fact(kind, works[0].text, names, words=frozenset(content_words(names)))
