"""Who has been named so far in a Korean article, so that "김 장관", "그는" and "이 관계자는" lead back to somebody."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from provenance.extraction.grammars.korean.morphs import Morph
from provenance.languages.korean.sources import OFFICES, SURNAMES
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Spans

_REACH = 3  # units: whom "he" may mean spoke no longer ago
_NEXT = 2  # units: a sentence without a subject goes on with the speaker of one so near
_REMEMBERED = 40
_BODIES = {
    "통신": (SourceKind.AGENCY,),
    "통신사": (SourceKind.AGENCY,),
    "신문": (SourceKind.OUTLET,),
    "방송": (SourceKind.OUTLET, SourceKind.AGENCY),
    "매체": (SourceKind.OUTLET, SourceKind.AGENCY),
    "언론": (SourceKind.OUTLET, SourceKind.AGENCY),
    "보고서": (SourceKind.DOCUMENT,),
    "성명": (SourceKind.DOCUMENT,),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody who was credited: in which unit, and by which words."""

    unit: int
    hop: Hop
    noun: str  # the last word of what names them: "관계자", "장관", "통신"


@dataclass(slots=True)
class People:
    """The speakers and office-holders of one article, in the order in which they came."""

    said: deque[Said] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    holders: dict[tuple[str, str], list[str]] = field(default_factory=dict)  # (surname, office) -> full names
    names: dict[str, list[str]] = field(default_factory=dict)  # surname -> full names

    def note_names(self, morphs: tuple[Morph, ...]) -> None:
        """Remember every full name that an office stands beside: "표은상 외교부 장관"."""
        for index, morph in enumerate(morphs):
            if not is_full_name(morph):
                continue
            office = office_after(morphs, index)
            if office is None:
                continue
            surname = surname_of(morph.form)
            _add(self.holders.setdefault((surname, office), []), morph.form)
            _add(self.names.setdefault(surname, []), morph.form)

    def note(self, unit: int, hop: Hop, noun: str) -> None:
        self.said.append(Said(unit, hop, noun))

    def full_name(self, surname: str, office: str) -> str | None:
        """Return the one full name that this surname and office mean; None where none or several fit."""
        known = self.holders.get((surname, office)) or (self.names.get(surname, []) if office == "씨" else [])
        return known[0] if len(known) == 1 else None

    def before(self, unit: int) -> Hop | None:
        """Return who goes on speaking where nobody is named; None where several spoke just before."""
        near = [said for said in self.said if unit - said.unit <= _NEXT]
        if not near:
            return None
        latest = [said.hop for said in near if said.unit == near[-1].unit]
        return latest[-1] if len({_identity(hop) for hop in latest}) == 1 else None

    def he(self, unit: int) -> Hop | None:
        """Return the one person whom "그는" may mean: a person or somebody unnamed who spoke lately."""
        near = [said for said in self.said if unit - said.unit <= _REACH and _is_human(said.hop)]
        if not near:
            return None
        latest = [said.hop for said in near if said.unit == near[-1].unit]
        return latest[-1] if len({_identity(hop) for hop in latest}) == 1 else None

    def this(self, noun: str) -> Hop | None:
        """Return whom "이 관계자", "통신", "이 매체" means: the latest speaker who is called so or is of that kind."""
        kinds = _BODIES.get(noun, ())
        for said in reversed(self.said):
            if said.noun == noun or said.hop.kind in kinds or (said.hop.role or "").endswith(noun):
                return said.hop
        return None


def again(hop: Hop, span: Spans, via: str) -> Hop:
    """Return a source that was met before as a hop of its own place."""
    return replace(hop, span=span, via=via)


def is_full_name(morph: Morph) -> bool:
    """True for what looks like a whole Korean personal name: "한서진", "남궁현"."""
    form = morph.form
    return morph.tag == "NNP" and 3 <= len(form) <= 4 and _is_hangul(form) and surname_of(form) in SURNAMES


def surname_of(name: str) -> str:
    return name[:2] if name[:2] in SURNAMES and len(name) > 2 else name[:1]


def office_after(morphs: tuple[Morph, ...], index: int) -> str | None:
    """Return the office that ends the noun phrase that begins with a name; its last word counts."""
    word = ""
    for morph in morphs[index + 1 : index + 10]:
        if not morph.is_nominal or morph.tag == "SN":
            break
        word = morph.form if morph.spaced or morph.form in OFFICES else word + morph.form
    return word if word in OFFICES else None


def _add(names: list[str], name: str) -> None:
    if name not in names:
        names.append(name)


def _is_human(hop: Hop) -> bool:
    return hop.kind in (SourceKind.PERSON, SourceKind.ANONYMOUS)


def _identity(hop: Hop) -> tuple[str | None, str | None]:
    return (hop.registry_id or hop.name, hop.role if hop.name is None else None)


def _is_hangul(word: str) -> bool:
    return all("가" <= letter <= "힣" for letter in word)
