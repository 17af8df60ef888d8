"""Whom "the newspaper" or "the 35-year-old leader" means, among those whom the article has named before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from provenance.extraction.descriptions import Description
from provenance.extraction.mentions import BODIES, Mention, is_body
from provenance.languages.english.describing import MEMBERS, means
from provenance.languages.english.people import gender_of
from provenance.languages.english.sources import KINDS
from provenance.model.source import SourceKind

# "The newspaper" can be any outlet just named; "the ministry" need not be any government.
_TOLD_BY_KIND = frozenset((SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.COURT))
_NEAR = 6  # sentences: "the company" is one that was spoken of lately, "the 35-year-old" still more so
_ALIKE = 4  # letters that "Turan" and "Turanian" share


@dataclass(frozen=True, slots=True)
class Known:
    """What an article has told of those whom it names, by name."""

    about: Mapping[str, set[str]]  # "Clara Whitcomb": senator, ohio, republican
    ages: Mapping[str, int]
    gender: Callable[[str], str | None]
    country: Callable[[str], str | None]  # of a name that the registry knows, and of "Russian"


def meant_by(description: Description, before: Sequence[Mention], known: Known) -> Mention | None:
    """Return the latest mention of the one whom a description means; None where nobody, or more than one, can be meant.

    `before` are the mentions before it in the order of the text.
    """
    if description.person:
        fitting = [m for m in before if _is_such_a_person(m, description, known)]
        fitting = _told_apart(fitting, description, known)
        return _latest(fitting) or (_of_that_age(before, description, known) if not fitting else None)
    fitting = [m for m in before if _is_called(m, description.noun, known)]
    if fitting:
        return _latest(_told_apart(fitting, description, known))
    return _only_firm(before) if description.any_firm and not description.modifiers else None


def _is_such_a_person(mention: Mention, description: Description, known: Known) -> bool:
    if not mention.person or mention.plural:
        return False
    gender = gender_of((description.noun,))
    told = known.gender(mention.name) or mention.gender
    if gender is not None and told is not None and gender != told:
        return False
    if description.age is not None and known.ages.get(mention.name, description.age) != description.age:
        return False
    if description.noun in MEMBERS:
        return description.noun in known.about.get(mention.name, ())
    called = mention.nouns | known.about.get(mention.name, set())
    return means(description.noun, called) or (not mention.named and description.noun == mention.name)


def _told_apart(fitting: list[Mention], description: Description, known: Known) -> list[Mention]:
    """Return those whom the description's other words fit best: "the foreign minister" is not the prime minister."""
    if not description.modifiers or not fitting:
        return fitting
    shares = {m.name: len(_shared(description.modifiers, m, known)) for m in fitting}
    most = max(shares.values())
    if most:
        return [m for m in fitting if shares[m.name] == most]
    countries = {country for word in description.modifiers if (country := known.country(word.capitalize()))}
    if countries:
        return [m for m in fitting if known.country(m.name) in countries]
    return fitting if description.age is not None and len(shares) == 1 else []


def _shared(modifiers: frozenset[str], mention: Mention, known: Known) -> set[str]:
    called = mention.nouns | known.about.get(mention.name, set()) | set(mention.name.lower().split())
    return {
        word
        for word in modifiers
        if word in called or (len(word) > _ALIKE and any(w[: _ALIKE + 1] == word[: _ALIKE + 1] for w in called))
    }


def _is_called(mention: Mention, noun: str, known: Known) -> bool:
    if mention.person:
        return noun in mention.nouns and mention.hop is not None
    kinds = {kind for words, kind in KINDS if noun in words} & _TOLD_BY_KIND
    called = mention.nouns | known.about.get(mention.name, set()) | set(mention.name.lower().split())
    return means(noun, frozenset(called)) or mention.kind in kinds


def _latest(fitting: list[Mention]) -> Mention | None:
    """Return the latest of those who fit; of two in its sentence, the one who speaks of the other."""
    if not fitting:
        return None
    here = [m for m in fitting if m.sentence == fitting[-1].sentence]
    if any(m.paired for m in here) and not any(m.hop is not None for m in here):
        return None  # "the Lantern and the Star", of which one was not seen to be a newspaper
    if len({m.name for m in here}) > 1:
        speaking = {m.name for m in here if m.hop is not None and m.main}
        here = [m for m in here if not m.told or m.name in speaking]
    if not here or len({m.name for m in here}) > 1 or not here[-1].named:
        return None
    return here[-1]


def _of_that_age(before: Sequence[Mention], description: Description, known: Known) -> Mention | None:
    """Return the one of whom the article has just spoken, for a phrase with an age and a noun not used before."""
    if description.age is None:
        return None
    people = [m for m in before if m.person and not m.plural and m.sentence >= before[-1].sentence - 1]
    gender = gender_of((description.noun,))
    people = [m for m in people if gender is None or known.gender(m.name) in (None, gender)]
    aged = [m for m in people if known.ages.get(m.name) == description.age]
    return _latest(aged) if aged else _only([m for m in people if m.name not in known.ages])


def _only_firm(before: Sequence[Mention]) -> Mention | None:
    """Return the firm that a text speaks of, where one alone was named lately, or one alone has spoken."""
    if not before:
        return None
    lately = [m for m in before if m.sentence >= before[-1].sentence - _NEAR and not m.name.islower()]
    near = [m for m in lately if is_body(m) and m.kind is SourceKind.ORGANIZATION]
    near += [m for m in lately if m.person and m.hop is not None and m.hop.kind in BODIES]  # "a spokeswoman for ..."
    return _only(near) or _only([m for m in near if m.hop is not None])


def _only(mentions: list[Mention]) -> Mention | None:
    if len({m.name for m in mentions}) != 1 or not mentions[-1].named or any(m.paired for m in mentions):
        return None
    return mentions[-1]
