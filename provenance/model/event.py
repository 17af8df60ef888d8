"""What articles tell of the same thing that happened, and what an event is called."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from provenance.model.dispute import OutletConflict
from provenance.model.report import CorroborationReport
from provenance.model.version import ArticleSummary


@dataclass(frozen=True, slots=True)
class Term:
    """One word of an article, in the form that all its forms share."""

    word: str  # "vladivostok"
    shown: str  # as it stands in the text, a name with the words around it: "Kim Jong Un" for "kim"
    count: int  # how often, title and opening counting three times
    is_name: bool  # written as a name, in the midst of a sentence


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article speaks of, without its text: all that grouping needs to know of it."""

    article: str  # the article's id
    terms: tuple[Term, ...]  # in alphabetical order
    published: date | None = None  # None where it is not known, or was inferred from the text


@dataclass(frozen=True, slots=True)
class Group:
    """Articles on one event, and what is most telling of it."""

    articles: tuple[str, ...]  # ids, the one published first in front
    label: str  # "Qeshm, quake, Dargahan, magnitude"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the store; its articles change as others come, its id does not."""

    id: str
    label: str
    articles: tuple[str, ...]  # ids of current versions, in the order of publication
    topic: str | None = None  # the id of the topic: the months of news that it is part of; None: it stands alone
    topic_label: str | None = None


@dataclass(frozen=True, slots=True)
class EventSummary:
    """A row of the list of events."""

    event: Event
    first: date | None  # the days between which its articles were published; None where no date is known
    last: date | None
    outlets: tuple[str, ...]  # known ones, in alphabetical order
    claims: int
    disputed: int  # pairs of its claims that contradict each other


@dataclass(frozen=True, slots=True)
class EventMove:
    """An article that is in another event than it was before."""

    article: str
    title: str | None
    outlet: str | None
    came_from: str  # the id of an event, which may be no more
    goes_to: str


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What became of the events when the articles were grouped anew."""

    events: int
    founded: tuple[str, ...] = ()  # ids
    gone: tuple[str, ...] = ()  # ids of events whose articles are all in others now
    moves: tuple[EventMove, ...] = ()


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What the list of events is narrowed to; None says nothing."""

    since: date | None = None  # one of its articles was published on this day or later
    until: date | None = None
    outlet: str | None = None  # part of the name of an outlet that tells of it
    topic: str | None = None  # the start of a topic's id, or part of its label


@dataclass(frozen=True, slots=True)
class EventView:
    """One event with the articles that tell of it."""

    summary: EventSummary
    articles: tuple[ArticleSummary, ...]
    same_topic: tuple[Event, ...] = ()
    moves: tuple[EventMove, ...] = ()  # articles that came from other events, and from where


@dataclass(frozen=True, slots=True)
class EventReport:
    """All claims of one event, the most disputed first, each with what the other articles of the event say of it."""

    summary: EventSummary
    claims: tuple[CorroborationReport, ...]
    elsewhere: int = 0  # relations with claims of other events, which are not counted here
    conflicts: tuple[OutletConflict, ...] = ()  # all contradictions of its claims, by outlets
