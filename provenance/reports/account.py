"""A corroboration report in words: what the terminal, Markdown and HTML each lay out in their own way.

The words are those of articles as they are; whoever prints them passes them through escaping first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from provenance.model.claim import SourcedClaim
from provenance.model.fact_check import Coverage
from provenance.model.relation import Finding, Relation, Side, Verdict
from provenance.model.report import CorroborationReport
from provenance.reports import phrases
from provenance.reports.disputes import ConflictTable, Hint, hints_of, table_of
from provenance.reports.fact_checks import checked_by, none_covers, sure, why
from provenance.reports.marked import Piece, Role, mark
from provenance.reports.order import appeared_phrase, order_phrase, place_in_order


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled line about the claim; `url` where the article can be read."""

    label: str  # "said by"
    text: str  # "Yonhap ← KCNA"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """What one rule found, with the words of both sides: those of this report's claim first."""

    slot: str  # "when"
    verdict: str  # "conflicts"
    ours: str  # "25 April"
    theirs: str  # "24 April"
    detail: str  # "2019-04-25 and 2019-04-24 share no day"
    rule: str  # "when.interval"


@dataclass(frozen=True, slots=True)
class OtherClaim:
    """A claim of another article, and what it is to this report's claim."""

    claim: SourcedClaim
    text: str  # "denied: he would go"
    kind: str  # "corroborates", "refines", "is refined by", "contradicts", "updates", "is updated by"
    published: str
    chain: str
    source: str | None  # what is known of its last known origin beside the name
    independence: str
    independent: bool
    score: float
    reasons: tuple[Reason, ...]
    sentence: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that go back to one root."""

    root: str
    why: str
    certain: bool
    claims: tuple[str, ...]  # ids
    outlets: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """One article that carries the claim, or what agrees with it or contradicts it."""

    at: str
    event: str
    text: str
    id: str
    chain: str
    place: str  # in the order of publication: "2", "1 to 3" where it is not sure


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim that somebody has checked, and that may be this one."""

    text: str
    by: str  # "False (0), says Norvik Fact Desk, 2021-03-04"
    title: str | None
    url: str | None
    why: str
    score: str  # "0.93"


@dataclass(frozen=True, slots=True)
class Account:
    """Everything that a report for people says."""

    id: str
    text: str
    assessment: str  # "disputed"
    verdict: str  # "disputed: 4 outlets, 1 to 2 independent origins, 1 contradiction"
    meaning: str  # what the assessment says, in one clause
    origins: str  # "1 to 2 independent origins"
    outlets: str  # "4 outlets"
    facts: tuple[Fact, ...]
    sentence: tuple[Piece, ...]
    groups: tuple[Group, ...]
    doubts: tuple[str, ...]
    corroborating: tuple[OtherClaim, ...]
    contradicting: tuple[OtherClaim, ...]
    less_precise: tuple[OtherClaim, ...]
    updating: tuple[OtherClaim, ...]
    hints: tuple[Hint, ...]  # how many origins stand behind which value
    conflicts: ConflictTable  # who contradicts whom
    timeline: tuple[Appearance, ...]
    order: str | None  # why places in it are not sure
    checks: tuple[CheckedClaim, ...]
    unchecked: str | None  # that no imported check covers it; None: one may, or none are imported

    @property
    def tells_of_checks(self) -> bool:
        return bool(self.checks or self.unchecked)


def give_account(report: CorroborationReport) -> Account:
    """Return the report in words, in the report's own order."""
    claim, origins = report.claim, report.origins
    return Account(
        id=claim.id,
        text=phrases.claim_phrase(claim),
        assessment=report.assessment.value.replace("_", " "),
        verdict=phrases.verdict_phrase(report),
        meaning=phrases.ASSESSMENTS[report.assessment],
        origins=phrases.origins_phrase(origins),
        outlets=phrases.plural(report.outlets, "outlet"),
        facts=tuple(claim_facts(claim)),
        sentence=_sentence(report, claim),
        groups=tuple(
            Group(
                root=group.root or "unknown origin",
                why=group.why.removeprefix(f"{group.root}: "),
                certain=group.certain,
                claims=group.claims,
                outlets=", ".join(group.outlets),
            )
            for group in origins.groups
        ),
        doubts=origins.doubts,
        corroborating=_others(report, report.corroborating),
        contradicting=_others(report, report.contradicting),
        less_precise=_others(report, report.less_precise),
        updating=_others(report, report.updating),
        hints=hints_of(report.rankings, claim.id),
        conflicts=table_of(report.conflicts),
        timeline=tuple(
            Appearance(
                at=appeared_phrase(entry),
                event=phrases.EVENTS[entry.event],
                text=phrases.claim_phrase(entry.claim),
                id=entry.claim.id,
                chain=phrases.chain_phrase(entry.claim.attribution),
                place=place_in_order(entry),
            )
            for entry in report.timeline
        ),
        order=order_phrase(report.timeline),
        checks=tuple(_checked(report.checks)) if report.checks else (),
        unchecked=none_covers(report.checks) if report.checks and not report.checks.matches else None,
    )


def _checked(coverage: Coverage) -> Iterable[CheckedClaim]:
    for match in coverage.matches:
        check = match.check
        yield CheckedClaim(check.claim, checked_by(check), check.title, check.url, why(match), sure(match))


def claim_facts(claim: SourcedClaim) -> Iterable[Fact]:
    """Yield who says the claim, how, when, and where it can be read."""
    attribution, article = claim.attribution, claim.article
    yield Fact("said by", phrases.chain_phrase(attribution))
    for hop in attribution.chain[1:]:
        if (source := phrases.source_phrase(hop)) is not None:
            yield Fact("source", source)
    yield Fact("how", phrases.manner_phrase(attribution))
    if attribution.said:
        yield Fact("said on", phrases.time_phrase(attribution.said))
    if claim.frame.when:
        yield Fact("speaks of", "; ".join(phrases.time_phrase(mention) for mention in claim.frame.when))
    if claim.frame.where:
        yield Fact("places", "; ".join(phrases.place_phrase(place) for place in claim.frame.where))
    yield Fact("published", phrases.published_phrase(article))
    yield Fact("article", article.title or "untitled", article.url)
    if article.credits:
        yield Fact("credits", ", ".join(article.credits))


def _sentence(report: CorroborationReport, claim: SourcedClaim) -> tuple[Piece, ...]:
    start = report.sentence_starts.get(claim.id)
    return mark(report.sentences.get(claim.id, ""), start, {Role.CLAIM: claim.claim.span})


def _others(report: CorroborationReport, relations: Iterable[Relation]) -> tuple[OtherClaim, ...]:
    return tuple(_other(report, relation) for relation in relations)


def _other(report: CorroborationReport, relation: Relation) -> OtherClaim:
    other = relation.other(report.claim.id)
    return OtherClaim(
        claim=other,
        text=phrases.claim_phrase(other),
        kind=_kind(relation, other),
        published=phrases.moment_phrase(other.article.published),
        chain=phrases.chain_phrase(other.attribution),
        source=phrases.source_phrase(other.attribution.root),
        independence=phrases.independence_phrase(relation),
        independent=relation.independent,
        score=relation.comparison.score,
        reasons=tuple(_reasons(relation, ours_is_a=other is relation.b)),
        sentence=_sentence(report, other),
    )


def _kind(relation: Relation, other: SourcedClaim) -> str:
    """Return what the other claim is to this one: of refines and updates, which of the two says more or is later."""
    kind, narrower = relation.kind.value, relation.comparison.narrower
    if narrower is None or kind not in ("refines", "updates"):
        return kind
    other_says_more = (narrower is Side.A) == (other is relation.a)
    if other_says_more:
        return kind
    return "is refined by" if kind == "refines" else "is updated by"


def _reasons(relation: Relation, *, ours_is_a: bool) -> Iterable[Reason]:
    """Yield the findings with this claim's words first, conflicts before agreements; abstentions come last."""
    order = [Verdict.CONFLICTS, Verdict.NARROWS, Verdict.AGREES, Verdict.ABSTAINS]
    for finding in sorted(relation.comparison.findings, key=lambda finding: order.index(finding.verdict)):
        yield _reason(finding, ours_is_a=ours_is_a)


def _reason(finding: Finding, *, ours_is_a: bool) -> Reason:
    ours, theirs = (finding.left, finding.right) if ours_is_a else (finding.right, finding.left)
    return Reason(finding.slot.value, finding.verdict.value, ours, theirs, finding.detail, finding.rule)
