"""Who is credited: a hop of a chain, and the known names of the registry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from provenance.model.span import Spans


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"  # a state, a ministry, an office ("the Kremlin", "North Korea")
    AGENCY = "agency"  # a news agency
    OUTLET = "outlet"
    DOCUMENT = "document"  # a statement, a report, a law
    DATA = "data"  # a poll, statistics
    IMAGE = "image"  # photographs, video
    SOCIAL = "social"  # a post, or the account that it stands on, where nobody is named for it
    COURT = "court"  # a judge without a name, a tribunal, what it ruled
    CROWD = "crowd"  # residents, protesters, critics
    ANONYMOUS = "anonymous"  # "two sources close to the process"
    UNKNOWN = "unknown"


class PersonKind(StrEnum):
    """What a person is, named or not; the words themselves are the hop's role and office."""

    SOURCE = "source"  # "a source", "an insider": nothing more is said
    OFFICIAL = "official"
    DIPLOMAT = "diplomat"  # an ambassador, an envoy, a negotiator
    SPOKESPERSON = "spokesperson"
    POLITICIAN = "politician"  # a president, a minister, a mayor, a candidate
    LAWMAKER = "lawmaker"
    AIDE = "aide"  # an adviser, a staffer
    WITNESS = "witness"
    VICTIM = "victim"  # a survivor, a patient, a passenger
    RELATIVE = "relative"  # or a friend
    RESIDENT = "resident"  # or a neighbour
    PROTESTER = "protester"
    CRITIC = "critic"
    SUPPORTER = "supporter"
    VOTER = "voter"
    LAWYER = "lawyer"
    PROSECUTOR = "prosecutor"
    JUDGE = "judge"
    POLICE = "police"
    MILITARY = "military"
    ANALYST = "analyst"  # an expert, an economist, an observer
    SCIENTIST = "scientist"  # a scholar, a professor
    MEDIC = "medic"
    TEACHER = "teacher"
    STUDENT = "student"
    EXECUTIVE = "executive"  # a manager, a banker, an owner
    EMPLOYEE = "employee"
    JOURNALIST = "journalist"


@dataclass(frozen=True, slots=True)
class Count:
    """How many people an anonymous mention stands for: "two sources" 2..2, "sources" 2..None."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: who handed the claim on, and by which verb.

    Hop 0 is the outlet (`via` "published", no span); the last hop is the root, the last known origin.
    """

    name: str | None  # canonical where known ("KCNA"), else as written; None: the outlet is unknown
    kind: SourceKind = SourceKind.UNKNOWN
    anonymous: bool = False
    count: Count | None = None  # only of anonymous people
    via: str = "said"  # published, said, reported, cited, showed, ...
    span: Spans = ()  # the words that name the source in the text
    registry_id: str | None = None  # "kcna": the registry's entry, where the name resolves
    role: str | None = None  # "chief aide", "two sources", "official": as what it is described
    close_to: str | None = None  # "the process of preparing the visit"
    unnamed_because: str | None = None  # "they were not authorized to speak"
    anonymity: str | None = None  # "on condition of anonymity": that a name was withheld, whatever the reason
    office: str | None = None  # of a person, or of one who speaks for a body: "special representative"
    affiliation: str | None = None  # the body, country or place that a person belongs to: "U.S.", "Coast Guard"
    what: PersonKind | None = None  # None of what is no person, and where no word tells
    first_hand: bool | None = None  # "who was in the room": True; "who was briefed": False; None: not said
    platform: str | None = None  # where it was posted: "Telegram"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office, and when; an end of None is still open."""

    name: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class KnownSource:
    """One entry of the registry."""

    id: str  # "kcna"
    name: str  # "KCNA"
    kind: SourceKind
    aliases: tuple[str, ...] = ()  # "Korean Central News Agency", "조선중앙통신"
    country: str | None = None  # ISO 3166-1 alpha-2: "KP"
    domain: str | None = None  # "kcna.kp"
    state_controlled: bool | None = None  # None: not known, or not asked of this kind
    wire: bool = False  # sells its text to other outlets
    owner: str | None = None  # the id of the owning entry, or a name: outlets of one family
    part_of: str | None = None  # the id of the body it belongs to: a ministry of its government
    holders: tuple[Holder, ...] = ()  # of an office


@dataclass(frozen=True, slots=True)
class Resolution:
    """A name, led back to a known source, and how sure that is."""

    source: KnownSource
    matched: str  # the name or alias that matched
    score: float  # 0..1; 1 is an exact match of a name or alias
    holder: Holder | None = None  # where the name is that of an office's holder
