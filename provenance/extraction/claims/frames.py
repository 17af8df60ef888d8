"""From a proposition to its frame: what a claim says, slot by slot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.claims.arguments import Surroundings, arguments_of
from provenance.extraction.claims.looking import Looking, tense_at
from provenance.extraction.claims.participants import Naming, participants
from provenance.extraction.claims.predicates import Predicate, predicate_of
from provenance.extraction.claims.propositions import Proposition, Shape, is_bare
from provenance.extraction.claims.references import Referents
from provenance.extraction.claims.slots import Measures, places_in, quantities_in, times_in
from provenance.extraction.reading import Sentence
from provenance.model.attribution import Attribution, Stance
from provenance.model.frame import Event, Frame, Hedge, HedgeOwner, Modality, Polarity
from provenance.model.interval import TimeMention
from provenance.model.span import Spans, merged
from provenance.text.dates import Tense

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD = frozenset((Modality.PLAN, Modality.PREDICTION, Modality.POSSIBILITY, Modality.DEMAND))
_NOT_HELD = (Stance.DENIES, Stance.DOUBTS)  # whoever denies what is alleged has not alleged it
_BY_STANCE = {Stance.DEMANDS: Modality.DEMAND, Stance.ASKS: Modality.QUESTION}


@dataclass(frozen=True, slots=True)
class Context:
    """What a frame is read from besides the proposition itself."""

    sentence: Sentence
    measures: Measures
    said: Spans  # when something was said: no time of the event
    naming: Naming
    referents: Referents
    attribution: Attribution | None  # None: the outlet's own voice
    quoted: frozenset[int]
    awaited: bool = False  # feared, hoped for or expected: not there yet


def frame_of(proposition: Proposition, context: Context) -> Frame:
    """Return the frame; an apposition is a bare copula, credited words without a verb are told by their noun."""
    predicate = predicate_of(proposition)
    words = frozenset(proposition.words) | frozenset(proposition.about)
    own = frozenset(proposition.words)
    spans = spans_of(context.sentence, own)
    modality = _modality(predicate, proposition, context.attribution)
    if context.awaited and modality is Modality.FACT and proposition.shape is Shape.PHRASE:
        modality = Modality.POSSIBILITY
    main = _tense(predicate, modality)
    looking = Looking(context.sentence, predicate, main, context.measures.anchor)
    when = times_in(context.measures, spans, context.said, lambda m: tense_at(m, looking))
    when = _of_main_clause(when, predicate, own, context.sentence)
    around = Surroundings(
        context.sentence, proposition, context.referents, context.naming, _tokens_of(context.sentence, when)
    )
    event = Event(
        predicate=predicate.lemma,
        arguments=arguments_of(predicate, around),
        tense=predicate.tense,
        span=merged(context.sentence.token_span(t) for t in (predicate.token, *_particles(predicate))),
    )
    return Frame(
        polarity=_polarity(predicate),
        modality=modality,
        hedge=_hedge(predicate, context),
        when=when,
        where=tuple(places_in(context.sentence, words))
        if proposition.shape is not Shape.APPOSITION
        else tuple(places_in(context.sentence, own)),
        quantities=quantities_in(context.measures, context.sentence, spans),
        who=tuple(participants(context.sentence, words, context.naming, context.referents)),
        event=event,
    )


def _of_main_clause(
    times: tuple[TimeMention, ...], predicate: Predicate, words: frozenset[int], sentence: Sentence
) -> tuple[TimeMention, ...]:
    """Return the times without those of a clause beside it ("died by Sunday, after the dam broke on Friday").

    Where only such a clause names a time, it is when the main event happened too ("when the dam broke on Friday").
    """
    beside = {
        t.i
        for verb in predicate.verbs
        for clause in verb.children
        if clause.dep_ == "advcl" and clause.i in words
        for t in clause.subtree
    }
    main = tuple(m for m in times if not {t.i for s in m.span for t in sentence.tokens_in(s)} & beside)
    return main or times


def _tokens_of(sentence: Sentence, times: tuple[TimeMention, ...]) -> frozenset[int]:
    return frozenset(t.i for mention in times for span in mention.span for t in sentence.tokens_in(span))


def spans_of(sentence: Sentence, words: frozenset[int]) -> Spans:
    """Return the stretches of the article that the words cover, each from its first to its last token."""
    runs: list[list[int]] = []
    for i in sorted(words):
        if runs and i == runs[-1][-1] + 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple(sentence.tokens_span(sentence.doc[run[0] : run[-1] + 1]) for run in runs)


def _particles(predicate: Predicate) -> Iterator[Token]:
    return (c for c in predicate.token.children if c.dep_ == "prt")


def _polarity(predicate: Predicate) -> Polarity:
    return Polarity.NEGATIVE if predicate.negative else Polarity.POSITIVE


def _modality(predicate: Predicate, proposition: Proposition, attribution: Attribution | None) -> Modality:
    """Return the modality of the words, or where they tell none, the one that the crediting gives them."""
    found = predicate.modality
    if attribution is None or found not in (Modality.FACT, Modality.PLAN):
        return found
    stance = _BY_STANCE.get(attribution.stance)
    bare_verb = is_bare(proposition.verb) or (proposition.verb.tag_ == "VB" and predicate.tense is None)
    if (
        stance is not None
        and (found is Modality.FACT)
        and (bare_verb or proposition.shape is Shape.PHRASE or stance is Modality.QUESTION)
    ):
        return stance
    if attribution.stance is Stance.PLANS and bare_verb:
        return Modality.PLAN
    return found


def _tense(predicate: Predicate, modality: Modality) -> Tense | None:
    if modality in _AHEAD:
        return Tense.FUTURE
    return Tense.PAST if predicate.tense == "past" and modality is Modality.FACT else None


def _hedge(predicate: Predicate, context: Context) -> Hedge | None:
    """Return the doubt and whose it is: a source's inside what is credited to it, quoted or not; else the outlet's."""
    if not predicate.hedge:
        return None
    tokens = sorted(predicate.hedge, key=lambda token: token.i)
    spans = merged(context.sentence.token_span(token) for token in tokens)
    speaker = context.attribution
    held = speaker is not None and bool(speaker.source) and speaker.stance not in _NOT_HELD
    owner = HedgeOwner.SOURCE if held else HedgeOwner.OUTLET
    return Hedge(" ".join(token.text for token in tokens), owner, spans)
