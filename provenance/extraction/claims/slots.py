"""When, where and how many: the slots of a frame that stand in the words themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from provenance.extraction.claims.participants import bare, entity_at
from provenance.extraction.reading import Sentence
from provenance.languages.english.events import GOING
from provenance.model.frame import PlaceMention, Quantity
from provenance.model.interval import TimeMention
from provenance.model.span import Span, Spans
from provenance.text.dates import Tense, find_times
from provenance.text.listed import listed
from provenance.text.places import find_place
from provenance.text.quantities import find_quantities, singular
from provenance.text.quantities.units import STATES_OF_PEOPLE

if TYPE_CHECKING:
    from spacy.tokens import Token

_LOCATIVE = listed(
    """
    in at near outside inside around across through throughout toward towards to into from within off via along
    beyond behind beside between above below over under on
    """
)
_ONLY_REGIONS = frozenset(("on", "over", "off", "between", "above", "below", "under", "to", "from"))
_TIMES = frozenset(("DATE", "TIME"))


@dataclass(frozen=True, slots=True)
class Measures:
    """The times and figures of one sentence, found once; spans count in the article."""

    past: tuple[TimeMention, ...]
    future: tuple[TimeMention, ...]
    plain: tuple[TimeMention, ...]
    quantities: tuple[Quantity, ...]
    anchor: date | None = None  # the day of publication


def measures_of(sentence: Sentence, text: str, anchor: date | None, *, given: bool) -> Measures:
    """Return the times, once for each way that the words may look, and the figures of a sentence."""
    words, by = sentence.span.of(text), sentence.span.start
    past, future, plain = (
        tuple(replace(t, span=_moved(t.span, by)) for t in find_times(words, anchor, given=given, tense=tense))
        for tense in (Tense.PAST, Tense.FUTURE, None)
    )
    quantities = tuple(replace(q, span=_moved(q.span, by)) for q in find_quantities(words))
    return Measures(past, future, plain, quantities, anchor)


def _moved(spans: Spans, by: int) -> Spans:
    return tuple(span.shifted(by) for span in spans)


def times_in(
    measures: Measures, spans: Spans, excluded: Spans, tense: Callable[[TimeMention], Tense | None]
) -> tuple[TimeMention, ...]:
    """Return the times among the claim's words that do not tell when something was said, each as its words look."""
    by_place = {
        looking: {mention.span: mention for mention in mentions}
        for looking, mentions in ((Tense.PAST, measures.past), (Tense.FUTURE, measures.future))
    }
    return tuple(
        mention if (looking := tense(mention)) is None else by_place[looking].get(mention.span, mention)
        for mention in measures.plain
        if any(part.overlaps(span) for part in mention.span for span in spans)
        and not any(part.overlaps(span) for part in mention.span for span in excluded)
    )


def quantities_in(measures: Measures, sentence: Sentence, spans: Spans) -> tuple[Quantity, ...]:
    """Return the figures among the claim's words; a unit that the words near it do not tell is read from the parse."""
    inside = (q for q in measures.quantities if any(p.overlaps(s) for p in q.span for s in spans))
    return tuple(q if q.unit is not None else replace(q, unit=_counted(sentence, q)) for q in inside)


def _counted(sentence: Sentence, quantity: Quantity) -> str | None:
    for token in sentence.tokens_in(quantity.span[0]):
        if token.dep_ in ("nummod", "quantmod") and token.head.pos_ == "NOUN":
            return singular(token.head.text)
        if token.pos_ == "NUM" and token.dep_ in ("nsubj", "nsubjpass") and token.head.lower_ in STATES_OF_PEOPLE:
            return "person"  # "five were injured"
    if any(t.lemma_ == "toll" for t in sentence.doc):
        return "person"  # "the death toll rose to 43"
    return None


def places_in(sentence: Sentence, words: frozenset[int]) -> Iterator[PlaceMention]:
    """Yield the places where something is said to be or happen: after a preposition of place, or gone to."""
    seen: set[str] = set()
    for token in (sentence.doc[i] for i in sorted(words)):
        if token.pos_ not in ("PROPN", "NOUN") or token.ent_type_ in _TIMES or not _is_locative(token):
            continue
        place = _place(sentence, token)
        if place is not None and (place.name or place.text) not in seen:
            seen.add(place.name or place.text)
            yield place


def _is_locative(token: Token) -> bool:
    bearer = token
    while bearer.dep_ in ("conj", "appos") and bearer.head.i != bearer.i:
        bearer = bearer.head
    if bearer.dep_ == "pobj" and bearer.head.lower_ in _LOCATIVE:
        region = token.ent_type_ in ("LOC", "FAC") or bearer.head.head.pos_ in ("VERB", "AUX", "ADV", "ADJ")
        if bearer.head.lower_ not in _ONLY_REGIONS:
            return True
        moved = bearer.head.lower_ in ("to", "from") and _of_movement(bearer.head.head)
        return moved or (region and bearer.head.lower_ in ("on", "over", "off") and token.ent_type_ in ("LOC", "FAC"))
    if bearer.dep_ == "npadvmod" and token.ent_type_ in ("GPE", "LOC"):
        return True
    return (
        bearer.dep_ == "dobj"
        and bearer.head.lemma_.lower() in GOING
        and token.ent_type_ in ("GPE", "LOC", "FAC", "PERSON")
    )


def _of_movement(head: Token) -> bool:
    """True for "travelled to" and "a visit to", false for "sold to" and "the border to"."""
    return head.lemma_.lower() in _MOVEMENT


_MOVEMENT = listed(
    """
    go come travel visit trip return fly arrive bring take send move head drive sail depart leave journey tour
    flee escape migrate deploy deliver ship transport transfer withdraw evacuate rush get walk march extradite
    deport close near relocate train flight invite welcome pull
    """
)


def _place(sentence: Sentence, token: Token) -> PlaceMention | None:
    entity = entity_at(token)
    if entity is not None and entity.root.i != token.i:
        return None
    words = bare(entity.text) if entity is not None else token.text
    label = entity.label_ if entity is not None else ""
    if (
        (token.pos_ != "PROPN" and label not in ("GPE", "LOC", "FAC"))
        or (label == "PERSON" and " " in words)
        or label == "NORP"
    ):
        return None
    found = find_place(words) if label in ("GPE", "LOC", "FAC", "PERSON", "ORG", "") else None
    where = sentence.tokens_span(entity) if entity is not None else sentence.token_span(token)
    text = entity.text if entity is not None else token.text
    offset = max(text.find(words), 0)
    span = Span(where.start + offset, where.start + offset + len(words)) if words in text else where
    if found is not None:
        return PlaceMention(words, found.name, found.country or _country_beside(token), (span,))
    if label in ("FAC", "LOC", "GPE") or (
        label == "ORG" and token.dep_ == "pobj" and token.head.lower_ in ("at", "inside", "outside")
    ):
        return PlaceMention(words, None, None, (span,))
    return None


def _country_beside(token: Token) -> str | None:
    """Return the country that stands in apposition: "Portland, Oregon", "Tripoli, Lebanon"."""
    for child in token.children:
        if child.dep_ in ("appos", "npadvmod", "conj") and child.ent_type_ == "GPE":
            entity = entity_at(child)
            place = find_place(bare(entity.text)) if entity is not None else None
            if place is not None and place.country is not None:
                return place.country
    return None
