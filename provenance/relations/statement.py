"""A claim made ready for comparison: its slots in the form that the rules ask for, built once and remembered."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import pairwise

from provenance.model.attribution import AttributionKind, Stance
from provenance.model.claim import SourcedClaim
from provenance.model.frame import Argument, Event, Frame, Modality, Participant, Polarity
from provenance.model.interval import TimeMention
from provenance.relations.facts import Fact, facts_of
from provenance.relations.lexicon import LIGHT_VERBS, SYMMETRIC, Recurrence, deeds_of, deeds_of_stem, recurrence_of
from provenance.text.quantities import find_quantities
from provenance.text.words import content_words, stem, tokens, weight

_REMEMBERED = 4096
_HAPPENING = frozenset({"take place", "happen", "occur", "be", "come"})
_PARTICLES = frozenset({"down", "off", "out", "up", "over", "back"})
_COUNT_DAY = ("as of ", "by ", "until ")
_PERSONS = frozenset({"person"})
_UNDER_WAY = re.compile(r"\b(?:is|are|am|['’](?:s|re|m))\s+(?:\w+ly\s+)?(\w+ing)\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_DATES = (
    "january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday today yesterday tomorrow week month year day morning evening "
    "afternoon night last next weekend"
)
_DATE_WORDS = frozenset(map(stem, _DATES.split()))


@dataclass(frozen=True, slots=True)
class Term:
    """Someone or something that a claim speaks of, in a form that can be compared."""

    text: str  # "the North Korean leader"
    words: frozenset[str]  # of its head, or of the whole name
    all_words: frozenset[str]  # of the whole phrase
    known: str | None  # the registry's id or the canonical name
    proper: bool  # a name, not a common noun
    person: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim's slots, ready to be aligned with another's."""

    claim: SourcedClaim
    frame: Frame  # the claim's, with the figures of its text where none was found in it
    words: frozenset[str]  # stems of all words, light ones too
    order: tuple[str, ...]  # content words as they follow each other
    core: frozenset[str]  # content words without figures, dates and "not"
    core_weight: float
    figures: frozenset[str]  # those that are no part of a date
    predicate: str  # stem of what is done, light verbs resolved: "meet" for "hold a meeting"
    deeds: frozenset[str]  # what the predicate may stand for
    mentioned: frozenset[str]  # every deed that any word may stand for
    agents: tuple[Term, ...]
    patients: tuple[Term, ...]
    names: tuple[Term, ...]  # everyone and everything named
    times: tuple[TimeMention, ...]  # those that can be placed
    yearless: tuple[TimeMention, ...]  # "25 April" in a text whose year is not known
    affirmed: bool  # a denial of a negation affirms
    standing: Modality
    at: datetime | None  # when it was said, else published; None: not known
    facts: tuple[Fact, ...]  # what it tells of one that has only one of it

    @property
    def text(self) -> str:
        return self.claim.text

    @property
    def on(self) -> date | None:
        return self.at.date() if self.at else None

    @property
    def asserted(self) -> bool:
        """True where someone says that it is so or not so; a question, a demand and a silence assert nothing."""
        return self.standing not in (Modality.QUESTION, Modality.HYPOTHETICAL, Modality.DEMAND) and (
            self.claim.attribution.stance not in (Stance.DECLINES, Stance.ASKS, Stance.DEMANDS, Stance.DOUBTS)
        )

    @property
    def quoted(self) -> bool:
        return self.claim.attribution.kind in (AttributionKind.DIRECT, AttributionKind.MIXED)


_statements: OrderedDict[str, Statement] = OrderedDict()


def statement_of(claim: SourcedClaim) -> Statement:
    """Return the claim's statement; those asked for last are remembered, for one claim is compared with hundreds."""
    known = _statements.get(claim.id)
    if known is not None and known.claim == claim:
        return known
    made = _read(claim)
    _statements[claim.id] = made
    if len(_statements) > _REMEMBERED:
        _statements.popitem(last=False)
    return made


def _read(claim: SourcedClaim) -> Statement:
    frame, order = _with_figures(claim.frame, claim.text), content_words(claim.text)
    dates = _dates(frame)
    core = frozenset(word for word in order if word != "not" and not word[0].isdigit()) - dates
    predicate, deeds = _predicate(frame.event, claim.text)
    agents, patients = terms_of(frame, "agent"), terms_of(frame, "patient")
    if predicate == "be":  # what something is takes the place of what is done to something
        patients += terms_of(frame, "theme")
    if predicate and frame.event is not None and frame.event.predicate in _HAPPENING and not patients:
        agents = _of_terms(agents, predicate) or agents
    if deeds & SYMMETRIC:
        agents, patients = agents + patients + terms_of(frame, "with"), ()
    times = tuple(
        mention for mention in frame.when if mention.interval is not None and not _is_count_day(mention, frame)
    )
    negative = frame.polarity is Polarity.NEGATIVE
    return Statement(
        claim=claim,
        frame=frame,
        words=frozenset(map(stem, tokens(claim.text))),
        order=order,
        core=core,
        core_weight=sum(map(weight, core)),
        figures=frozenset(word for word in order if word[0].isdigit()) - dates,
        predicate=predicate,
        deeds=deeds,
        mentioned=frozenset().union(*map(deeds_of_stem, order), deeds),
        agents=agents,
        patients=patients,
        names=tuple(_named(frame)),
        times=times,
        yearless=tuple(mention for mention in frame.when if mention.interval is None and _MONTH.search(mention.text)),
        affirmed=negative == (claim.attribution.stance is Stance.DENIES),
        standing=_standing(claim, times),
        at=_moment(claim),
        facts=facts_of(claim.text, frame),
    )


def _with_figures(frame: Frame, text: str) -> Frame:
    """Return the frame with the figures in the claim's own words: a claim that was put together may have lost them."""
    if frame.quantities or not any(letter.isdigit() for letter in text):
        return frame
    found = (replace(quantity, span=()) for quantity in find_quantities(text))
    return replace(frame, quantities=tuple(found))


def _predicate(event: Event | None, text: str) -> tuple[str, frozenset[str]]:
    """Return the stem of what is done and its deeds; a light verb gives way to the noun that tells."""
    if event is None:
        return "", frozenset()
    verb = _with_particle(event.predicate.casefold(), text)
    if verb in LIGHT_VERBS:
        for argument in _nouns_of_deed(event):
            deeds = deeds_of(argument.head)
            if deeds:
                return stem(argument.head), deeds
    deeds = deeds_of(verb) or deeds_of("" if _PARTICLES & set(verb.split()[1:]) else verb.split()[0] if verb else "")
    return " ".join(map(stem, verb.split())), deeds


def _with_particle(verb: str, text: str) -> str:
    """Return "step down" for a verb whose particle was taken for an adverb, where the two are a deed of their own."""
    words = tokens(text)
    for word, follower in pairwise(words):
        if follower in _PARTICLES and stem(word) == stem(verb) and deeds_of(f"{verb} {follower}"):
            return f"{verb} {follower}"
    return verb


def _nouns_of_deed(event: Event) -> Iterator[Argument]:
    copula = event.predicate == "be"  # "the summit is on Friday", but "the shop is closed" tells a state
    for role in ("agent",) if copula else ("patient", "theme", "agent"):
        yield from (argument for argument in event.arguments if argument.role == role)


def terms_of(frame: Frame, role: str) -> tuple[Term, ...]:
    """Return the arguments of one role; empty where the claim has no predicate or no such argument."""
    if frame.event is None:
        return ()
    return tuple(_term(argument, frame.who) for argument in frame.event.arguments if argument.role == role)


def _term(argument: Argument, who: tuple[Participant, ...]) -> Term:
    participant = next((p for p in who if p.text and (p.text == argument.head or p.text in argument.text)), None)
    if participant is not None and stem(argument.head.split()[-1] if argument.head else "") not in content_words(
        participant.text
    ):
        participant = None  # named inside the phrase, but not its head: "a limousine used by Kim"
    words = frozenset(content_words(participant.name or participant.text if participant else argument.head))
    return Term(
        text=argument.text,
        words=words or frozenset(tokens(argument.head)),
        all_words=frozenset(content_words(argument.text)),
        known=_known(participant) if participant else None,
        proper=participant is not None or argument.head[:1].isupper(),
        person=participant is not None and participant.kind in _PERSONS,
    )


def _of_terms(agents: tuple[Term, ...], predicate: str) -> tuple[Term, ...]:
    """Return of what the event is that happens: the bridge of "the collapse of the bridge happened"."""
    found = []
    for term in agents:
        event, _, of = term.text.partition(" of ")
        if of and predicate in content_words(event):
            words = frozenset(content_words(of))
            found.append(Term(of, frozenset(content_words(of)[-1:]), words, None, of[:1].isupper()))
    return tuple(found)


def _named(frame: Frame) -> Iterator[Term]:
    for who in frame.who:
        words = frozenset(content_words(who.name or who.text))
        if words:
            yield Term(who.text, words, words, _known(who), True, who.kind in _PERSONS)


def _known(who: Participant) -> str | None:
    """Return what stands for the participant: a person's name, for an office outlives its holders; else the entry."""
    return who.name if who.kind in _PERSONS else who.registry_id or who.name


def _is_count_day(mention: TimeMention, frame: Frame) -> bool:
    """True for "by Tuesday, 58 people had died": when they were counted, not when it happened."""
    return bool(frame.quantities) and mention.text.casefold().startswith(_COUNT_DAY)


def _dates(frame: Frame) -> frozenset[str]:
    """Return the words that name a time, which are compared as days and not as words."""
    return _DATE_WORDS | frozenset(word for mention in frame.when for word in content_words(mention.text))


def _standing(claim: SourcedClaim, times: tuple[TimeMention, ...]) -> Modality:
    """Return how the claim holds, its attribution considered: "denied that he would go" is a plan denied."""
    modality, stance, event = claim.frame.modality, claim.attribution.stance, claim.frame.event
    words = set(tokens(claim.text))
    if modality is Modality.HYPOTHETICAL and stance is Stance.DENIES and "would" in words and "if" not in words:
        return Modality.PLAN
    if modality is not Modality.FACT:
        return modality
    if stance is Stance.PLANS or (event is not None and (event.tense == "future" or _is_under_way(event, claim.text))):
        return Modality.PLAN
    published = claim.article.published_on
    ahead = published and times and all(t.interval and t.interval.start and t.interval.start > published for t in times)
    return Modality.PLAN if ahead and (event is None or event.tense != "past") else modality


def _is_under_way(event: Event, text: str) -> bool:
    """True for "is buying the yard": what is done once is not done yet while somebody is doing it."""
    deeds = deeds_of(event.predicate)
    if event.tense != "present" or not deeds or recurrence_of(deeds) is not Recurrence.ONCE:
        return False
    return any(stem(doing) == stem(event.predicate) for doing in _UNDER_WAY.findall(text.casefold()))


def _moment(claim: SourcedClaim) -> datetime | None:
    """Return when it was said if that is one day before the article, else when the article was published."""
    published = datetime.fromisoformat(claim.article.published) if claim.article.published else None
    if published is not None and published.tzinfo is not None:
        published = published.astimezone(UTC).replace(tzinfo=None)
    said = claim.attribution.said.interval if claim.attribution.said else None
    if said is not None and said.is_day and said.start is not None:
        day = datetime(said.start.year, said.start.month, said.start.day)
        return published if published is not None and published.date() == said.start else day
    return published
