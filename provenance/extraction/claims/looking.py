"""Whether a time that could be the last or the next one ("on Thursday") lies behind or ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from provenance.extraction.claims.predicates import Predicate
from provenance.extraction.reading import Sentence
from provenance.model.interval import DateInterval, TimeMention
from provenance.text.dates import Tense
from provenance.text.listed import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_AHEAD_OF = listed("advance ahead upcoming forthcoming")
# What has been done with these verbs concerns a later day: "has invited them to his office on Friday".
_FIXING = listed("invite schedule call summon set plan book slate fix postpone delay adjourn reschedule")


# What is called off is still to come, or was to come yesterday: "Sunday's parade was cancelled".
_CALLING_OFF = listed(
    """
    cancel call postpone delay scrap reschedule adjourn suspend shelve ban relocate axe defer push
    """
)


@dataclass(frozen=True, slots=True)
class Looking:
    """What tells which way a claim's words look."""

    sentence: Sentence
    predicate: Predicate
    main: Tense | None  # how the claim's main verb looks
    anchor: date | None  # the day of publication


def tense_at(mention: TimeMention, looking: Looking) -> Tense | None:
    """Return how the verb looks that the time hangs on, else how the claim's main verb does; None: it does not tell.

    A participle ("a letter released on Tuesday") looks back, an infinitive ("to return on Monday") ahead, and so does a
    sentence in the present ("Lessons are held on Thursday"); a headline in the present may look either way.
    """
    sentence, predicate, main = looking.sentence, looking.predicate, looking.main
    tokens = sentence.tokens_in(mention.span[0])
    if not tokens:
        return main
    if tokens[0].lower_ == "since":
        return Tense.PAST
    token = tokens[-1]
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        if token.lower_ in _AHEAD_OF:
            return Tense.FUTURE
        if token.dep_ in ("poss", "compound", "nmod"):
            return _of_event(token.head, mention, looking)
        token = token.head
    if token.pos_ not in ("VERB", "AUX"):
        return main
    if token not in predicate.verbs and token is not predicate.token:
        return _of_other(token, main)
    if main is not None:
        perfect = any(c.lower_ in ("has", "have") and c.dep_ == "aux" for c in token.children)
        return Tense.FUTURE if perfect and token.lemma_.lower() in _FIXING else main
    ended = sentence.doc[-1].text in (".", "”", '"', ",")
    return Tense.FUTURE if ended and predicate.tense == "present" and not predicate.negative else None


def _of_event(event: Token, mention: TimeMention, looking: Looking) -> Tense | None:
    """Return how "Monday's" in "Monday's debate" looks: as the main verb, but ahead where the debate is called off."""
    verb = event.head
    off = event.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _CALLING_OFF
    if off and verb.lemma_.lower() == "call":
        off = any(child.dep_ == "prt" and child.lower_ == "off" for child in verb.children)
    if not off:
        return looking.main
    yesterday = looking.anchor - timedelta(days=1) if looking.anchor is not None else None
    was_yesterday = yesterday is not None and mention.interval == DateInterval.day(yesterday)
    return Tense.PAST if was_yesterday else Tense.FUTURE


def _of_other(verb: Token, main: Tense | None) -> Tense | None:
    children = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        return Tense.PAST
    if children & {"will", "'ll", "’ll", "to"} and main is not Tense.PAST:
        return Tense.FUTURE
    return main
