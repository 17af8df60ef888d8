"""Invented claims by the million, for measuring how matching grows.

usage: python benchmarks/corpus.py 100000 --seed 7 -o claims.jsonl [--planted planted.jsonl]

How it is built, and how far that is from news:

* Words follow a Zipf-Mandelbrot law, p(rank) ~ 1 / (rank + 2.7) ** 1.05. The first 200 ranks are real function words
  and common news words, so that the program's own word lists have something to hold; the other 120,000 words, all
  names and places are made of syllables.
* Claims stand in articles of 25, articles in stories of one to forty (most of one or two). A story has its own few
  people, places and words, and a third of what its claims name comes from there: claims of one story share rare words
  without saying the same. There is no grammar and no sense beyond that.
* A claim has a doer, a verb, some words, and often a place, a figure with what it counts, and a day. Its frame names
  them as extraction would; nothing is extracted. Every other claim is credited to its doer, by the outlet.
* Of every hundred claims eight are planted: copies of a claim of another story, two of each kind. `near`: one or two
  words dropped, added or exchanged. `heavy`: half as many such edits as there are words, one stretch moved, and in a
  third of them place and day left out. `paraphrase`: half of the telling words exchanged for the one synonym that each
  word has, and the order turned. `contradiction`: another figure, or a "not".

So the recall that is measured here is of edits made by this program, not of what people write.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from provenance.model.identity import content_id
from provenance.model.outline import Outline

KINDS = ("near", "heavy", "paraphrase", "contradiction")
PER_ARTICLE = 25
PLANTED_IN = 50  # of so many claims, one of each kind is planted
FIRST_DAY = date(2018, 1, 1)


def _listed(words: str) -> list[str]:
    """Return the words of a list that is easier to read as one text."""
    return words.split()


_FUNCTION = _listed(
    "the of to and a in that for is on with as by at from was has an it his are be were its after will this had "
    "have who he their would which been but they or about her when than over she we into could two out up all "
    "some last more during before against also other while since between under where because if there only most "
    "through such between"
)
_COMMON = _listed(
    "government minister people year president country official party state police million week report group "
    "month court law plan leader attack city day meeting spokesman decision statement company election force case "
    "vote deal talk border security price support budget member council office service school water market worker "
    "tax trade bank hospital road union family investigation charge arrest claim campaign army agency protest "
    "strike bill capital fire region area power energy food oil gas fund health home house job land life line "
    "list man woman child number part place point policy position press problem process programme project "
    "question rate reason result right risk role rule sector side site step study system task team term test time "
    "town unit use value view visit war way work world"
)
_VERBS = 600
_OWN_WORDS = 120_000
_ONSETS = _listed("b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh st t tr v w z sk sp th")
_VOWELS = _listed("a e i o u ai ea io ou y")
_CODAS = ["", "", "", "n", "r", "s", "l", "t", "m", "nd", "rk", "st", "x"]
_MONTHS = _listed("January February March April May June July August September October November December")


@dataclass(frozen=True, slots=True)
class Plant:
    """One claim that was made from another."""

    original: int
    copy: int
    kind: str  # one of KINDS


@dataclass(slots=True)
class Parts:
    """One claim as the program builds it, before it is written down."""

    doer: str
    verb: str
    words: list[int]  # ranks of the language's words
    place: str | None = None
    figure: tuple[int, str] | None = None  # how many of what
    day: date | None = None
    denied: bool = False
    turned: bool = False  # the place and the day come first


@dataclass(slots=True)
class Corpus:
    """Claims by number: claim i stands in article `articles[i]`; `planted` names what was made from what."""

    texts: list[str] = field(default_factory=list)
    parts: list[Parts] = field(default_factory=list)
    articles: list[int] = field(default_factory=list)
    planted: list[Plant] = field(default_factory=list)


class Language:
    """Invented words: a rank has always the same word, whatever the seed of the corpus."""

    def __init__(self, people: int, places: int) -> None:
        made = np.random.default_rng(20190425)
        seen = set(_FUNCTION) | set(_COMMON)
        common = list(dict.fromkeys([*_FUNCTION, *_COMMON]))
        self.function = len(set(_FUNCTION))
        self.words = common + _made(made, _OWN_WORDS, seen, 1, 4)
        self.verbs = [word + "ed" for word in _made(made, _VERBS, seen, 1, 2)]
        surnames = [word.capitalize() for word in _made(made, max(people // 6, 40), seen, 2, 3)]
        first = [word.capitalize() for word in _made(made, 300, seen, 1, 2)]
        pairs = made.integers(0, [len(first), len(surnames)], size=(people, 2))
        self.people = [f"{first[a]} {surnames[b]}" for a, b in pairs]
        self.places = [word.capitalize() for word in _made(made, places, seen, 2, 3)]
        self.units = [word + "s" for word in _made(made, 400, seen, 1, 3)]
        ranks = np.arange(len(self.words))
        self.by_rank = _cumulated(ranks, 1.05)
        self.by_verb = _cumulated(np.arange(_VERBS), 1.0)
        self.by_person = _cumulated(np.arange(people), 0.9)
        self.by_place = _cumulated(np.arange(places), 0.9)

    def synonym(self, rank: int) -> int:
        """Return the one word that means the same: its neighbour in rank; function words have none."""
        return rank if rank < self.function else min(rank ^ 1, len(self.words) - 1)


def make(size: int, seed: int = 1) -> Corpus:
    """Return a corpus of about so many claims (whole articles); the same seed gives the same one."""
    draw = np.random.default_rng(seed)
    language = Language(people=max(size // 20, 200), places=max(size // 100, 100))
    corpus = Corpus()
    own = size - size // PLANTED_IN * len(KINDS)
    article = 0
    while len(corpus.parts) < own:
        articles = int(min(40, draw.zipf(1.9)))
        story = _Story(language, draw)
        for _ in range(articles):
            for parts in story.claims(PER_ARTICLE):
                corpus.parts.append(parts)
                corpus.articles.append(article)
            article += 1
    del corpus.parts[own:], corpus.articles[own:]
    _plant(corpus, language, draw, size)
    corpus.texts = [written(parts, language) for parts in corpus.parts]
    return corpus


class _Story:
    """What several articles are about."""

    def __init__(self, language: Language, draw: np.random.Generator) -> None:
        self._language, self._draw = language, draw
        self._people = [language.people[i] for i in _drawn(language.by_person, draw, 4)]
        self._places = [language.places[i] for i in _drawn(language.by_place, draw, 2)]
        ranks = _drawn(language.by_rank, draw, 60)
        self._words = ranks[ranks >= len(_FUNCTION)][:15]
        self._day = FIRST_DAY + timedelta(days=int(draw.integers(0, 2500)))

    def claims(self, count: int) -> Iterator[Parts]:
        language, draw = self._language, self._draw
        lengths = np.clip(draw.lognormal(2.5, 0.35, count), 5, 40).astype(int)
        chance = draw.random((count, 6))
        verbs = _drawn(language.by_verb, draw, count)
        people = _drawn(language.by_person, draw, count)
        places = _drawn(language.by_place, draw, count)
        figures = np.maximum(2, draw.lognormal(4, 2, count)).astype(int)
        units = draw.integers(0, len(language.units), count)
        days = draw.integers(-30, 10, count)
        for i, length in enumerate(lengths):
            words = _drawn(language.by_rank, draw, int(length))
            if len(self._words):
                own = (draw.random(length) < 0.3) & (words >= language.function)
                words = np.where(own, draw.choice(self._words, int(length)), words)
            yield Parts(
                doer=self._people[int(chance[i, 0] * 4)] if chance[i, 1] < 0.6 else language.people[people[i]],
                verb=language.verbs[verbs[i]],
                words=words.tolist(),
                place=_one(chance[i, 2], 0.45, self._places[i % 2], language.places[places[i]]),
                figure=(int(figures[i]), language.units[units[i]]) if chance[i, 3] < 0.35 else None,
                day=self._day + timedelta(days=int(days[i])) if chance[i, 4] < 0.3 else None,
                denied=bool(chance[i, 5] < 0.05),
            )


def written(parts: Parts, language: Language) -> str:
    """Return the claim as a sentence."""
    did = ["did", "not", parts.verb.removesuffix("ed")] if parts.denied else [parts.verb]
    middle = [language.words[rank] for rank in parts.words]
    setting = ["in", parts.place] if parts.place else []
    figure = [f"{parts.figure[0]:,}", parts.figure[1]] if parts.figure else []
    day = ["on", str(parts.day.day), _MONTHS[parts.day.month - 1], str(parts.day.year)] if parts.day else []
    order = (
        [*setting, *day, parts.doer, *did, *middle, *figure]
        if parts.turned
        else [parts.doer, *did, *figure, *middle, *setting, *day]
    )
    text = " ".join(order)
    return text[0].upper() + text[1:] + "."


def _plant(corpus: Corpus, language: Language, draw: np.random.Generator, size: int) -> None:
    """Add copies of claims, in articles of their own."""
    own = len(corpus.parts)
    article = corpus.articles[-1] + 1
    originals = draw.choice(own, size=size // PLANTED_IN * len(KINDS), replace=False).tolist()
    edits = {"near": _near, "heavy": _heavy, "paraphrase": _paraphrase, "contradiction": _contradiction}
    for place, original in enumerate(originals):
        kind = KINDS[place % len(KINDS)]
        corpus.planted.append(Plant(original, len(corpus.parts), kind))
        corpus.parts.append(edits[kind](corpus.parts[original], language, draw))
        corpus.articles.append(article + place // PER_ARTICLE)


def _copy(parts: Parts, **changes: Any) -> Parts:
    told = {name: getattr(parts, name) for name in Parts.__slots__} | changes
    return Parts(**told | {"words": list(told["words"])})


def _edited(words: list[int], times: int, language: Language, draw: np.random.Generator) -> list[int]:
    """Return the words after so many of them were dropped, added or exchanged."""
    words = list(words)
    for other in _drawn(language.by_rank, draw, times).tolist():
        at = int(draw.integers(0, len(words)))
        what = int(draw.integers(0, 3))
        if what == 0 and len(words) > 3:
            del words[at]
        elif what == 1:
            words.insert(at, other)
        else:
            words[at] = other
    return words


def _near(parts: Parts, language: Language, draw: np.random.Generator) -> Parts:
    return _copy(parts, words=_edited(parts.words, int(draw.integers(1, 3)), language, draw))


def _heavy(parts: Parts, language: Language, draw: np.random.Generator) -> Parts:
    words = _edited(parts.words, max(2, len(parts.words) // 2), language, draw)
    start, end = sorted(draw.integers(0, len(words) + 1, 2).tolist())
    kept = {} if draw.random() < 0.67 else {"place": None, "day": None}
    return _copy(parts, words=words[start:end] + words[:start] + words[end:], **kept)


def _paraphrase(parts: Parts, language: Language, draw: np.random.Generator) -> Parts:
    swapped = [language.synonym(rank) if draw.random() < 0.5 else rank for rank in parts.words]
    half = len(swapped) // 2
    return _copy(parts, words=swapped[half:] + swapped[:half], turned=not parts.turned)


def _contradiction(parts: Parts, language: Language, draw: np.random.Generator) -> Parts:
    if parts.figure:
        return _copy(parts, figure=(parts.figure[0] * 3 + 1, parts.figure[1]))
    return _copy(parts, denied=not parts.denied)


def _one(chance: float, share: float, own: str, other: str) -> str | None:
    if chance >= share:
        return None
    return own if chance < 0.7 * share else other


def _cumulated(ranks: NDArray[np.int64], exponent: float) -> NDArray[np.float64]:
    share = 1 / (ranks + 2.7) ** exponent
    return np.asarray(np.cumsum(share) / share.sum())


def _drawn(cumulated: NDArray[np.float64], draw: np.random.Generator, count: int) -> NDArray[np.int64]:
    found = np.searchsorted(cumulated, draw.random(count))
    return np.minimum(found, len(cumulated) - 1)


def _made(made: np.random.Generator, count: int, seen: set[str], fewest: int, most: int) -> list[str]:
    """Return so many new words of syllables; the shorter ones come first, as frequent words are short."""
    found: list[str] = []
    while len(found) < count:
        rare = len(found) / count
        syllables = fewest + round((most - fewest) * min(1.0, rare * 1.2 + made.random() * 0.4 - 0.2))
        pieces = made.integers(0, [len(_ONSETS), len(_VOWELS), len(_CODAS)], size=(max(1, syllables), 3))
        word = "".join(_ONSETS[a] + _VOWELS[b] + (_CODAS[c] if i else "") for i, (a, b, c) in enumerate(pieces))
        if len(word) < 3 or word in seen:
            word += _CODAS[int(made.integers(3, len(_CODAS)))] + _VOWELS[int(made.integers(0, len(_VOWELS)))]
        if word not in seen:
            seen.add(word)
            found.append(word)
    return found


def records(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """Yield an article a record, in the shape of `extract` output: one sentence and one claim for each text."""
    start = 0
    while start < len(corpus.texts):
        article, end = corpus.articles[start], start
        while end < len(corpus.texts) and corpus.articles[end] == article:
            end += 1
        yield _record(article, corpus.texts[start:end], corpus.parts[start:end])
        start = end


def _record(number: int, texts: list[str], parts: list[Parts]) -> dict[str, Any]:
    text = "\n".join(texts)
    outlet, published = f"Outlet {number % 400}", (FIRST_DAY + timedelta(days=number % 2500)).isoformat()
    own = content_id("article", outlet, None, None, published, text)
    starts = [sum(len(each) + 1 for each in texts[:at]) for at in range(len(texts))]
    spans = [[at, at + len(each)] for at, each in zip(starts, texts, strict=True)]
    rows = list(zip(spans, texts, parts, strict=True))
    return {
        "ref": f"article-{number}",
        "article": {
            "id": own,
            "outlet": outlet,
            "title": None,
            "url": None,
            "published": published,
            "published_origin": "given",
            "language": "en",
            "text": text,
            "boilerplate": [],
            "credits": [],
        },
        "sentences": spans,
        "attributions": [_attribution(own, at, outlet, span, each) for at, (span, _, each) in enumerate(rows)],
        "claims": [_claim(own, at, span, said, each) for at, (span, said, each) in enumerate(rows)],
    }


def _attribution(article: str, at: int, outlet: str, span: list[int], parts: Parts) -> dict[str, Any]:
    chain: list[dict[str, Any]] = [_hop(outlet, "outlet", "published")]
    if at % 2:
        chain.append(_hop(parts.doer, "person", "said"))
    return {
        "id": content_id("attribution", article, at),
        "kind": "indirect" if at % 2 else "own_voice",
        "confidence": 1.0,
        "stance": "asserts",
        "source": [[span[0], span[0] + len(parts.doer)]] if at % 2 else [],
        "cue": [],
        "content": [span],
        "chain": chain,
        "said": None,
    }


def _hop(name: str, kind: str, via: str) -> dict[str, Any]:
    return {"name": name, "kind": kind, "anonymous": False, "count": None, "via": via, "span": []}


def _claim(article: str, at: int, span: list[int], text: str, parts: Parts) -> dict[str, Any]:
    day, figure = parts.day.isoformat() if parts.day else None, parts.figure
    counted = [
        {"text": f"{low:,} {unit}", "low": low, "high": low, "unit": unit} for low, unit in ([figure] if figure else [])
    ]
    doer = {"text": parts.doer, "name": parts.doer, "kind": "person", "span": []}
    agent = {"role": "agent", "text": parts.doer, "head": parts.doer, "span": []}
    return {
        "id": content_id("claim", article, at),
        "attribution": content_id("attribution", article, at),
        "sentence": at,
        "span": [span],
        "text": text,
        "frame": {
            "polarity": "negative" if parts.denied else "positive",
            "modality": "fact",
            "hedge": None,
            "when": [{"text": day, "start": day, "end": day, "span": []}] if day else [],
            "where": [{"text": parts.place, "name": parts.place, "country": None}] if parts.place else [],
            "quantities": counted,
            "who": [doer],
            "event": {"predicate": parts.verb, "tense": "past", "span": [], "arguments": [agent]},
        },
    }


def outlines(corpus: Corpus) -> Iterator[Outline]:
    """Yield the claims as a store gives them to matching."""
    for number, (article, text, each) in enumerate(zip(corpus.articles, corpus.texts, corpus.parts, strict=True)):
        figure, day = each.figure, each.day
        yield Outline(
            number,
            article,
            text,
            spelt=(each.doer, each.place) if each.place else (each.doer,),
            predicate=each.verb,
            quantities=((float(figure[0]), float(figure[0]), figure[1]),) if figure else (),
            intervals=((day, day),) if day else (),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--planted", type=Path, help="where to write which claim was made from which")
    given = parser.parse_args()
    corpus = make(given.size, given.seed)
    with given.output.open("w", encoding="utf-8") if given.output else nullcontext(sys.stdout) as file:
        for record in records(corpus):
            file.write(json.dumps(record) + "\n")
    if given.planted:
        lines = (json.dumps({"original": p.original, "copy": p.copy, "kind": p.kind}) for p in corpus.planted)
        given.planted.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
