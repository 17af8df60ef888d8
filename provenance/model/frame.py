"""What a claim says, slot by slot, so that two claims can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.interval import TimeMention
from provenance.model.span import Spans


class Polarity(StrEnum):
    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How the claim holds: as a fact, or as something planned, possible, predicted, demanded, supposed or asked."""

    FACT = "fact"
    PLAN = "plan"  # "is scheduled for", "will visit", "plans to"
    POSSIBILITY = "possibility"  # "may", "could", "the possibility of"
    PREDICTION = "prediction"  # "is expected to", "forecasts"
    DEMAND = "demand"  # "must", "demanded that"
    HYPOTHETICAL = "hypothetical"  # "if", "would have"
    QUESTION = "question"  # "whether", "?"


class HedgeOwner(StrEnum):
    OUTLET = "outlet"  # "reportedly", in the outlet's own words
    SOURCE = "source"  # "I think", inside the source's words


@dataclass(frozen=True, slots=True)
class Hedge:
    text: str  # "reportedly"
    owner: HedgeOwner
    span: Spans = ()


@dataclass(frozen=True, slots=True)
class PlaceMention:
    text: str  # "Vladivostok"
    name: str | None = None  # canonical; None: not known
    country: str | None = None  # ISO 3166-1 alpha-2: "RU"; None: not known, or the name is ambiguous
    span: Spans = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: what is counted, and between which bounds.

    "at least 40 people": low 40, high None, unit "people". "some 3,000 troops": low 2700, high 3300, approximate.
    """

    text: str
    low: float | None
    high: float | None
    unit: str | None = None  # the noun or unit that is counted, singular lower case: "person", "percent", "dollar"
    approximate: bool = False
    span: Spans = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something involved, as written and as it is known."""

    text: str  # "the North Korean leader"
    name: str | None = None  # canonical: "Kim Jong Un"; None: not resolved
    kind: str = "unknown"  # a SourceKind value, or "place"
    span: Spans = ()
    registry_id: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of the predicate.

    `role` is "agent" or "patient" (a passive is turned round), "theme" (a complement: "is *a port city*"), or the
    preposition that introduces it ("in", "with", "to").
    """

    role: str
    text: str  # "a limousine used by the North Korean leader", references resolved
    head: str  # "limousine": lower-case lemma; a name keeps its whole form, "Kim Jong Un"
    span: Spans = ()


@dataclass(frozen=True, slots=True)
class Event:
    """The claim's predicate and its arguments."""

    predicate: str  # the content verb's lemma with its particle: "visit", "bring", "call off"; "be" for a bare copula
    arguments: tuple[Argument, ...] = ()
    tense: str | None = None  # past, present, future; None: not told by the verb
    span: Spans = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """All slots of a claim; an empty tuple or None says that the words name none."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.FACT
    hedge: Hedge | None = None
    when: tuple[TimeMention, ...] = ()
    where: tuple[PlaceMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    who: tuple[Participant, ...] = ()
    event: Event | None = None
