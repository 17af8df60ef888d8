"""Loading what reads Russian, and turning strings into parsed sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from provenance.extraction.grammars.russian.words import Sentence, Word
from provenance.model.span import Span, Spans

_NEEDED = ("natasha", "pymorphy3", "razdel")
_LONGEST = 250  # words; what is longer is parsed in parts, for the parser's work grows with the square
_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_NUMBERS = {"Sing": "sing", "Plur": "plur"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_POS = {
    "NOUN": ("NOUN",), "PROPN": ("NOUN",), "VERB": ("VERB", "INFN", "PRTF", "PRTS", "GRND"), "AUX": ("VERB", "INFN"),
    "ADJ": ("ADJF", "ADJS", "PRTF"), "PRON": ("NPRO", "ADJF"), "DET": ("ADJF", "NPRO"), "NUM": ("NUMR", "ADJF"),
    "ADP": ("PREP",), "ADV": ("ADVB", "COMP"), "PART": ("PRCL",), "SCONJ": ("CONJ",), "CCONJ": ("CONJ",),
}  # fmt: skip


def is_installed() -> bool:
    """True where the libraries that read Russian are there; none is loaded by asking."""
    return all(find_spec(name) is not None for name in _NEEDED)


@lru_cache(maxsize=1)
def _models() -> tuple[Any, Any, Any]:
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser

    embedding = NewsEmbedding()
    return NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_dictionary().parse(word))


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph start and end."""
    from razdel import sentenize

    for found in sentenize(text):
        yield found.start, found.stop


def is_verbal(word: str) -> bool:
    """True for a word that can be a predicate: a finite verb, a short participle or adjective, "нет"."""
    return any(
        parse.tag.POS in ("VERB", "PRTS", "ADJS", "PRED") and parse.tag.mood != "impr"  # "при" may be an imperative
        for parse in _parses(word)[:2]
    )


def parsed(text: str, spans: Spans) -> tuple[Sentence, ...]:
    """Return the sentences of a text with their words, what hangs on what, and whom they name."""
    from razdel import tokenize

    morph, syntax, names = _models()
    parts: list[tuple[int, list[Any]]] = []
    for index, span in enumerate(spans):
        tokens = [Span(span.start + t.start, span.start + t.stop) for t in tokenize(span.of(text))]
        parts += [(index, tokens[at : at + _LONGEST]) for at in range(0, len(tokens), _LONGEST)]
    strings = [[token.of(text) for token in tokens] for _, tokens in parts]
    words: list[list[Word]] = [[] for _ in spans]
    for (index, tokens), tagged, tree in zip(parts, morph.map(strings), syntax.map(strings), strict=True):
        words[index] += _words(text, tokens, tagged.tokens, tree.tokens, len(words[index]))
    named = list(names.map([span.of(text) for span in spans]))
    return tuple(
        Sentence(
            index, span, tuple(words[index]), _of_type("PER", named[index], span), _of_type("ORG", named[index], span)
        )
        for index, span in enumerate(spans)
    )


def _of_type(kind: str, markup: Any, sentence: Span) -> Spans:
    return tuple(Span(s.start, s.stop).shifted(sentence.start) for s in markup.spans if s.type == kind)


def _words(text: str, tokens: list[Span], tagged: Iterable[Any], tree: Iterable[Any], before: int) -> list[Word]:
    made = []
    for place, (token, tags, node) in enumerate(zip(tokens, tagged, tree, strict=True)):
        head = int(node.head_id)
        feats = dict(tags.feats or {})
        written = token.of(text)
        made.append(
            Word(
                index=before + place,
                start=token.start,
                end=token.end,
                text=written,
                lemma=lemma_of(written, tags.pos, feats),
                pos=tags.pos,
                feats=feats,
                head=before + head - 1 if head else -1,
                rel=node.rel,
            )
        )
    return made


def lemma_of(word: str, pos: str, feats: dict[str, str]) -> str:
    """Return the dictionary form in lower case, е for ё; of a word that no dictionary has, the likeliest."""
    found = _best(word, pos, feats)
    return plain(found.normal_form if found is not None else word)


def plain(word: str) -> str:
    """Return a word in lower case with е for ё: both are written."""
    return word.lower().replace("ё", "е")


def nominative(word: Word, gender: str | None = None) -> str:
    """Return the word as it stands in a dictionary of names: nominative, in its own number and gender.

    A word that is nominative already, or of which no other form is known, is left as it is written.
    """
    if word.case in (None, "Nom") or not word.text.replace("-", "").isalpha():
        return word.text
    feats = {**word.feats, "Gender": gender} if gender else word.feats
    found = _best(word.text, word.pos, feats)
    if found is None or found.tag.case == "nomn":
        return word.text
    wanted = {"nomn", _NUMBERS.get(word.feats.get("Number", "Sing"), "sing")}
    inflected = found.inflect(wanted)
    return _cased(inflected.word, word.text) if inflected is not None else word.text


def gender_of_name(word: Word) -> str | None:
    """Return "Masc" or "Fem" for a given name that the dictionary knows, None for any other word."""
    genders = {
        p.tag.gender for p in _parses(word.text) if "Name" in p.tag and p.tag.case == _CASES.get(word.case or "")
    }
    if genders == {"masc"}:
        return "Masc"
    return "Fem" if genders == {"femn"} else None


def _best(word: str, pos: str, feats: dict[str, str]) -> Any:
    """Return the reading of a word that agrees best with what the tagger says of it, the likelier first."""
    wanted = (
        _CASES.get(feats.get("Case", "")),
        _NUMBERS.get(feats.get("Number", "")),
        _GENDERS.get(feats.get("Gender", "")),
    )
    parts = _POS.get(pos, ())
    best, most = None, -1.0
    for parse in _parses(word):
        tag = parse.tag
        given = (_case(tag.case), tag.number, tag.gender)
        agreed = sum(
            2.0 if place == 0 else 1.0 for place in range(3) if wanted[place] and wanted[place] == given[place]
        )
        agreed += (3.0 if tag.POS in parts else 0.0) + (1.0 if pos == "PROPN" and _is_name(tag) else 0.0)
        if agreed > most:
            best, most = parse, agreed
    return best


def _case(case: str | None) -> str | None:
    return {"gen2": "gent", "loc2": "loct", "acc2": "accs"}.get(case or "", case)


def _is_name(tag: Any) -> bool:
    return any(mark in tag for mark in ("Name", "Surn", "Orgn", "Geox"))


def _cased(word: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return word.upper()
    if "-" in written:
        pieces, models = word.split("-"), written.split("-")
        if len(pieces) == len(models):
            return "-".join(p.capitalize() if m[:1].isupper() else p for p, m in zip(pieces, models, strict=True))
    return word.capitalize() if written[:1].isupper() else word
