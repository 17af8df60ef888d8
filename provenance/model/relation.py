"""What two claims are to each other, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.model.claim import SourcedClaim
from provenance.model.span import Spans


class RelationKind(StrEnum):
    """Strongest first: the order in which the relation of two sentences with several claims is chosen."""

    CONTRADICTS = "contradicts"
    CORROBORATES = "corroborates"
    REFINES = "refines"
    UPDATES = "updates"
    RELATED = "related"
    UNRELATED = "unrelated"


class Slot(StrEnum):
    WHO = "who"
    WHAT = "what"
    WHEN = "when"
    WHERE = "where"
    QUANTITY = "quantity"
    POLARITY = "polarity"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"


class Verdict(StrEnum):
    AGREES = "agrees"
    NARROWS = "narrows"  # agrees, one side being more precise
    CONFLICTS = "conflicts"
    ABSTAINS = "abstains"  # the rule saw something, and cannot tell


class Side(StrEnum):
    A = "a"
    B = "b"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule saw in one slot of two claims, with the words of both sides."""

    rule: str  # "when.interval"
    slot: Slot
    verdict: Verdict
    left: str  # "25 April"
    right: str  # "the second half of April"
    detail: str  # "2019-04-25 lies inside 2019-04-16..2019-04-30"
    score: float = 1.0  # 0..1, how sure the rule is
    narrower: Side | None = None  # of a narrowing: which side says more
    left_span: Spans = ()
    right_span: Spans = ()


@dataclass(frozen=True, slots=True)
class Entailment:
    """What a network makes of a premise and a hypothesis: 0..1 each, the first three together 1."""

    entailed: float  # the hypothesis follows from the premise
    contradicted: float  # both cannot be true
    neutral: float
    similarity: float | None = None  # about the cosine of what the two mean; None: this network does not tell


@dataclass(frozen=True, slots=True)
class Reading:
    """What a network makes of two texts, each once as the premise; which of them is called A does not matter."""

    from_longer: Entailment  # the shorter text, given the longer
    from_shorter: Entailment  # the longer text, given the shorter
    ratio: float  # words of the shorter text by those of the longer, 0..1


@dataclass(frozen=True, slots=True)
class Similarity:
    """How close the words of two claims are, 0..1 each; made in matching/, used in relations/."""

    token_sort: float
    token_set: float
    weighted_overlap: float  # share of content words in common, rare words counting more
    meaning: float | None = None  # cosine of what an encoder makes of the two sentences, -1..1; None: no encoder
    length: float = 0.0  # what the telling words of the shorter sentence weigh; 0: not known
    reading: Reading | None = None  # what a network that reads both sentences at once makes of them


@dataclass(frozen=True, slots=True)
class Probabilities:
    """0..1 each, together 1."""

    same: float
    contradict: float
    neither: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two claims with the findings that explain it."""

    kind: RelationKind
    score: float
    probabilities: Probabilities
    findings: tuple[Finding, ...]
    narrower: Side | None = None  # of refines: which claim says more; of updates: which is later

    def conflicting_slots(self) -> tuple[Slot, ...]:
        return tuple(dict.fromkeys(f.slot for f in self.findings if f.verdict is Verdict.CONFLICTS))


@dataclass(frozen=True, slots=True)
class Relation:
    """Two claims of different articles and what they are to each other; a.id < b.id, so that a pair has one form."""

    a: SourcedClaim
    b: SourcedClaim
    comparison: Comparison
    independent: bool = False  # True only where both roots are known and differ, by name, wire credit and copied text
    dependence: str | None = None  # why the two are not independent, or that it is not known
    judged: RelationKind | None = None  # what a person says they are; `comparison` keeps what the program found

    @property
    def kind(self) -> RelationKind:
        """What the relation counts as: a person's verdict where there is one."""
        return self.judged or self.comparison.kind

    def leaves_open(self, claim_id: str) -> bool:
        """True where the other claim agrees with this one in part only: in some slot this one is the more precise.

        Who says "in the second half of April" does not confirm the 25th, and is no origin of it.
        """
        side = Side.A if self.a.id == claim_id else Side.B
        return any(f.verdict is Verdict.NARROWS and f.narrower is side for f in self.comparison.findings)

    def other(self, claim_id: str) -> SourcedClaim:
        return self.b if self.a.id == claim_id else self.a
