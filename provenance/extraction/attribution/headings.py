"""Whom a headline credits: "Kim to visit Russia: KCNA", "Minister quits - report", "'No deal': Lang walks out"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.stretches import inside_marks, spans_of, without
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.attribution.verbal import is_headline
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import HEADLINE_VERBS
from provenance.languages.english.sources import HEADLINE_NOUNS, SOURCE_NOUNS
from provenance.languages.words import words as listed
from provenance.model.span import Span
from provenance.text.layout import NOT_SPEAKERS

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = {f"{lemma}{'es' if lemma.endswith(('s', 'sh', 'ch')) else 's'}": lemma for lemma in HEADLINE_VERBS}
_TOLD = {**_TELLING, **{lemma: lemma for lemma in HEADLINE_VERBS}, "said": "say"}  # "police say", "mayor said"
_LONGEST_NAME = 9  # tokens before the colon of a headline
_LONGEST_CLOSING = 5  # tokens after it
_DASHES = frozenset(("-", "–", "—"))
_SERVICES = listed("guard service operator hospital airline company union firm bank wire newspaper")
_ABOUT = frozenset(("on", "about", "after"))
_OWN = frozenset(("i", "we", "our", "my", "us", "i'm", "we're"))
_VERBS = frozenset(("VBD", "VBN", "VBZ", "VBP", "VBG", "MD", "TO"))
_NO_SPEAKERS = frozenset(("GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "CARDINAL", "MONEY", "PERCENT", "ORDINAL"))


def headline_triples(sentence: Sentence) -> list[Triple]:
    """Return what a headline credits by a verb that the parser does not see: "Government Says Harbour To Stay Closed",
    "Two held over fire, police say".
    """
    doc = sentence.doc
    if not doc[-1].is_punct and (closing := _told_at_the_end(sentence)) is not None:
        return [closing]
    if not is_headline(doc):
        return []
    verb = next((token for token in doc if token.lower_ in _TELLING and token.i), None)
    if verb is None or verb.i > _LONGEST_NAME or len(doc) - verb.i < 3:
        return []
    source, content = spans_of(sentence, range(verb.i)), spans_of(sentence, range(verb.i + 1, len(doc)))
    if not source or not content:
        return []
    return [Triple(source[:1], (sentence.token_span(verb),), content, _TELLING[verb.lower_], "that", 0.7)]


def within_headline(triples: list[Triple]) -> list[Triple]:
    """Return the triples, none reaching over the colon or dash at the end of a headline and the source behind it."""
    closing = next((t for t in triples if t.frame == "colon" and t.source and t.place.end <= t.source[0].start), None)
    if closing is None:
        return triples
    hole = Span(closing.place.start, closing.source[0].end)
    kept = []
    for triple in triples:
        if triple is closing:
            kept.append(triple)
        elif content := tuple(part for span in triple.content for part in without(span, (hole,))):
            kept.append(replace(triple, content=content))
    return kept


def _told_at_the_end(sentence: Sentence) -> Triple | None:
    doc = sentence.doc
    verb = doc[-1]
    comma = next((t.i for t in reversed(doc) if t.text == ","), 0)
    names = list(doc[comma + 1 : verb.i]) if comma else []
    if verb.lower_ not in _TOLD or not names or not names_a_source(names) or not _states(list(doc[:comma])):
        return None
    source, content = spans_of(sentence, (t.i for t in names)), spans_of(sentence, range(comma))
    if not source or not content:
        return None
    return Triple(source[:1], (sentence.token_span(verb),), content, _TOLD[verb.lower_], "that before", 0.8)


def colon_triples(reading: Reading, sentence: Sentence) -> list[Triple]:
    """Return what a line credits by a colon or a dash, on whichever side of it the source stands."""
    doc = sentence.doc
    colon = next((t for t in doc if t.text == ":" and not _is_in_a_figure(t)), None)
    if colon is not None and inside_marks(reading, sentence.token_span(colon).start) is None:
        found = _at_colon(reading, sentence, colon)
        if found is not None:
            return [found]
    dash = next((t for t in reversed(doc) if t.text in _DASHES and t.i and t.nbor(-1).whitespace_), None)
    if dash is None or doc[-1].is_punct or not dash.whitespace_ or len(doc) - dash.i > _LONGEST_CLOSING + 1:
        return []
    before, after = list(doc[: dash.i]), list(doc[dash.i + 1 :])
    outlet = (reading.article.outlet or "").casefold()
    named = "".join(t.text_with_ws for t in after).strip().casefold()
    if not names_a_source(after) or not _states(before) or named.removeprefix("the ") in outlet:
        return []
    return _made(sentence, after, dash, before)


def _at_colon(reading: Reading, sentence: Sentence, colon: Token) -> Triple | None:
    doc = sentence.doc
    if not 0 < colon.i < len(doc) - 1:
        return None
    before, after = list(doc[: colon.i]), list(doc[colon.i + 1 :])
    spoken = inside_marks(reading, sentence.token_span(after[0]).start) is not None
    source: Sequence[Token] = ()
    if inside_marks(reading, sentence.token_span(before[0]).start) is not None:
        source, content = _who_acts(reading, sentence, before, after), before
    else:
        named = _without_topic(before)
        content = after
        if names_a_source(named) or _is_bare_name(named, after, spoken=spoken):
            source = named
        elif not doc[-1].is_punct and len(after) <= _LONGEST_CLOSING and names_a_source(after) and _states(before):
            source, content = after, before
    found = _made(sentence, source, colon, content) if source else []
    return found[0] if found else None


def _made(sentence: Sentence, source: Sequence[Token], mark: Token, content: Sequence[Token]) -> list[Triple]:
    spans = spans_of(sentence, (token.i for token in content))
    names = spans_of(sentence, (token.i for token in source))
    if not spans or not names:
        return []
    return [Triple(names[:1], (sentence.token_span(mark),), spans, ":", "colon", 0.8)]


def _is_in_a_figure(colon: Token) -> bool:
    """True for the colon of "14 : 32"."""
    doc = colon.doc
    return 0 < colon.i < len(doc) - 1 and doc[colon.i - 1].is_digit and doc[colon.i + 1].is_digit


def _without_topic(tokens: list[Token]) -> list[Token]:
    """Return "Holub" of "Holub on the tunnel plan"."""
    on = next((k for k, token in enumerate(tokens) if k and token.lower_ in _ABOUT), len(tokens))
    return tokens[:on]


def _who_acts(reading: Reading, sentence: Sentence, before: Sequence[Token], after: Sequence[Token]) -> Sequence[Token]:
    """Return the name that does something after a quotation: "'We are finished': Holub walks out"."""
    if inside_marks(reading, sentence.token_span(before[-1]).start) is None:
        return ()
    name = []
    for token in after:
        if token.text[0].isupper() and token.is_alpha and token.lower_ not in NOT_SPEAKERS:
            name.append(token)
        else:
            break
    follows = after[len(name)] if name and len(name) < len(after) else None
    if follows is None or len(name) > 3 or name[0].ent_type_ in _NO_SPEAKERS or follows.is_punct:
        return ()
    return name if follows.text.endswith("s") or follows.tag_ in _VERBS else ()


def _states(tokens: list[Token]) -> bool:
    """True for "Two held over fire", not for "Share this story" and "Press contact"."""
    verb = any(
        token.tag_ in _VERBS or (token.tag_ in ("NNS", "NN") and token.i and token.text.endswith(("s", "ed")))
        for token in tokens
    )
    finite = any(token.tag_ in ("VBZ", "VBD") for token in tokens)
    return len(tokens) > 1 and verb and (finite or tokens[0].tag_ != "VB")


def _is_bare_name(words: Sequence[Token], after: Sequence[Token], *, spoken: bool) -> bool:
    """True for a name that the tagger does not know, before words in quotation marks or about the speaker himself."""
    if not words or len(words) > 4 or not NOT_SPEAKERS.isdisjoint(token.lower_ for token in words):
        return False
    if not all(token.text[0].isupper() for token in words) or any(t.ent_type_ in _NO_SPEAKERS for t in words):
        return False
    return spoken or any(token.lower_ in _OWN for token in after)


def names_a_source(tokens: Sequence[Token]) -> bool:
    """True for a noun phrase that can speak: a name, an office, "police", "poll"; no sentence, no list heading."""
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if not words or len(words) > _LONGEST_NAME or not NOT_SPEAKERS.isdisjoint(token.lower_ for token in words):
        return False
    if any(token.pos_ in ("VERB", "AUX") or token.text in ("|", "/", "•") for token in words):
        return len(words) == 1 and words[0].lower_ in HEADLINE_NOUNS
    if words[0].pos_ == "ADP":
        return False  # "To the editor:"
    last = words[-1].lower_
    if last in HEADLINE_NOUNS or last in _SERVICES or (words[0].lower_ in HEADLINE_NOUNS and len(words) <= 3):
        return True
    if len(words) > 1 and words[0].lower_ in SOURCE_NOUNS and words[1].lower_ in ("of", "for"):
        return True
    if any(token.ent_type_ in ("PERSON", "ORG") for token in words) and words[0].ent_type_ not in ("DATE", "TIME"):
        return all(
            token.text[0].isupper()
            or token.lower_ in ("of", "the", "for", "and", "de", "al")
            or token.pos_ in ("NOUN", "ADJ")
            for token in words
        )
    return len(words) <= 2 and all(token.text.isupper() and len(token.text) > 2 for token in words)
