"""What a chain, a time, a quantity or an assessment is called, in words that every report shares.

The phrases hold text from articles as it is: whoever prints them passes them through escaping first.
"""

from __future__ import annotations

from datetime import datetime

from provenance.model.article import ArticleHead, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.chain import Origins
from provenance.model.claim import SourcedClaim
from provenance.model.frame import Frame, PlaceMention, Polarity, Quantity
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.relation import Relation
from provenance.model.report import Assessment, CorroborationReport, TimelineEvent
from provenance.model.source import Count, Hop

ID_SHOWN = 8  # digits of an id in a table for people; any unambiguous prefix of at least 6 names a thing
FROM = " ← "  # "Yonhap ← KCNA": Yonhap has it from KCNA

ASSESSMENTS = {
    Assessment.CORROBORATED: "at least two independent origins say so, and none that is stored says otherwise",
    Assessment.DISPUTED: "at least one stored claim contradicts it",
    Assessment.SINGLE_ORIGIN: "whoever carries it has it from one origin, as far as is known",
    Assessment.UNMATCHED: "no other stored article speaks of it",
}

DATE_ORIGINS = {
    PublishedOrigin.GIVEN: "as given",
    PublishedOrigin.METADATA: "by the page's metadata",
    PublishedOrigin.DATELINE: "by its dateline",
    PublishedOrigin.TEXT: "inferred from the text",
    PublishedOrigin.UNKNOWN: "origin of the date unknown",
}

_TURNED = {Stance.DENIES: "denied", Stance.DOUBTS: "doubted"}

FIRST_HAND = {True: "yes", False: "no", None: "not said"}

EVENTS = {
    TimelineEvent.FIRST_KNOWN: "first known",
    TimelineEvent.REPEATS: "repeats it",
    TimelineEvent.LESS_PRECISE: "says less",
    TimelineEvent.REFINES: "refines it",
    TimelineEvent.UPDATES: "updates it",
    TimelineEvent.CONTRADICTS: "contradicts it",
}


def id_phrase(identifier: str) -> str:
    return identifier[:ID_SHOWN]


def outlet_phrase(name: str | None) -> str:
    return name or "unknown outlet"


def count_phrase(count: Count) -> str:
    """Return how many people a mention stands for.

    >>> count_phrase(Count(2, 2)), count_phrase(Count(2, None)), count_phrase(Count(2, 4))
    ('2', 'at least 2', '2 to 4')
    """
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def hop_phrase(hop: Hop) -> str:
    """Return what one step of a chain is called, short enough for a table."""
    if hop.name and not hop.anonymous:
        return hop.name
    if not hop.anonymous:
        return hop.role or ("unknown outlet" if hop.via == "published" else "unknown source")
    called = hop.name or hop.role
    if called is None:
        called = f"{count_phrase(hop.count)} unnamed" if hop.count else "unnamed source"
    return f"{called} close to {hop.close_to}" if hop.close_to and "close to" not in called else called


def hop_details(hop: Hop) -> list[str]:
    """Return what else is known of a step: kind, office, how many people, whether they were there, why unnamed."""
    details = ["unnamed" if hop.anonymous else hop.kind.value]
    called = (hop.role or hop.name or "").lower()
    if hop.anonymous and hop.what and hop.what.value not in called:
        details.append(hop.what.value)
    if hop.name and not hop.anonymous:
        details += [held for held in (hop.office or hop.role,) if held]
    if hop.affiliation and hop.affiliation.lower() not in called:
        details.append(hop.affiliation)
    if hop.count:
        details.append(f"{count_phrase(hop.count)} {'person' if hop.count.high == 1 else 'people'}")
    if hop.platform:
        details.append(f"on {hop.platform}")
    if hop.anonymous or hop.first_hand is not None:
        details.append(f"first-hand: {FIRST_HAND[hop.first_hand]}")
    if withheld := withheld_phrase(hop):
        details.append(withheld)
    return details


def withheld_phrase(hop: Hop) -> str | None:
    """Return how and why a name was withheld; None where the article tells neither."""
    if hop.anonymity and hop.unnamed_because:
        return f"{hop.anonymity}: {hop.unnamed_because}"
    if hop.anonymity:
        return f"{hop.anonymity}, no reason given"
    return f"not named: {hop.unnamed_because}" if hop.unnamed_because else None


def source_phrase(hop: Hop) -> str | None:
    """Return a step with all that is known of it; None where that is no more than its name and kind."""
    if not (hop.anonymous or hop.office or hop.affiliation or hop.platform or hop.first_hand is not None):
        return None
    return f"{hop_phrase(hop)} ({', '.join(hop_details(hop))})"


def chain_phrase(attribution: Attribution) -> str:
    """Return the chain from the outlet to the root, "RFE/RL ← Kommersant ← two sources"."""
    return FROM.join(hop_phrase(hop) for hop in attribution.chain)


def claim_phrase(claim: SourcedClaim) -> str:
    """Return the claim's text, with what its source does to it where that is not to say so.

    "KCNA denied that he would go" holds the claim "he would go", which nobody reads as KCNA's without a word before it.
    """
    stance = _TURNED.get(claim.attribution.stance)
    return f"{stance}: {claim.text}" if stance else claim.text


def manner_phrase(attribution: Attribution) -> str:
    """Return how the claim is given: "indirect, asserts", or that the outlet says it itself."""
    if attribution.kind is AttributionKind.OWN_VOICE:
        return "the outlet's own voice"
    return f"{attribution.kind.value}, {attribution.stance.value}"


def interval_phrase(interval: DateInterval) -> str:
    """Return the days as short as they stay clear.

    >>> from datetime import date
    >>> interval_phrase(DateInterval(date(2019, 4, 16), date(2019, 4, 30)))
    '2019-04-16..30'
    """
    start, end = interval.start, interval.end
    if start is None or end is None or interval.is_day or start.year != end.year:
        return str(interval)
    return f"{start}..{end:%d}" if start.month == end.month else f"{start}..{end:%m-%d}"


def day_phrase(mention: TimeMention | None) -> str:
    """Return the days a mention means, with "?" where the year is inferred; its words where they cannot be placed."""
    if mention is None:
        return ""
    if mention.interval is None:
        return f"“{mention.text}”"
    return interval_phrase(mention.interval) + ("?" if mention.year_inferred else "")


def days_phrase(mentions: tuple[TimeMention, ...]) -> str:
    return "; ".join(day_phrase(mention) for mention in mentions)


def moment_phrase(at: str | None) -> str:
    """Return a date, or a date and time to the minute, of ISO 8601.

    >>> moment_phrase("2019-04-23T10:15:00+00:00"), moment_phrase("2019-04-23"), moment_phrase(None)
    ('2019-04-23 10:15 UTC', '2019-04-23', 'date unknown')
    """
    if at is None:
        return "date unknown"
    if is_day(at):
        return at
    moment = datetime.fromisoformat(at)
    return f"{moment:%Y-%m-%d %H:%M} {moment.tzname() or ''}".rstrip()


def published_phrase(article: ArticleHead) -> str:
    """Return who published an article and when, and where the date comes from."""
    outlet = outlet_phrase(article.outlet)
    if article.published is None:
        return f"{outlet}, date unknown"
    return f"{outlet}, {moment_phrase(article.published)} ({DATE_ORIGINS[article.published_origin]})"


def is_day(at: str | None) -> bool:
    """True for a date without an hour."""
    return at is not None and "T" not in at and " " not in at


def time_phrase(mention: TimeMention) -> str:
    """Return the words and the days they mean: "the second half of April" = 2019-04-16..30."""
    if mention.interval is None:
        return f"“{mention.text}” (no date can be told)"
    inferred = " (year inferred)" if mention.year_inferred else ""
    return f"“{mention.text}” = {interval_phrase(mention.interval)}{inferred}"


def place_phrase(place: PlaceMention) -> str:
    name = place.name or place.text
    return f"{name} ({place.country})" if place.country else name


def number_phrase(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def quantity_phrase(quantity: Quantity) -> str:
    """Return the words and the bounds they set: "at least 40 people" = 40 or more (person)."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return f"“{quantity.text}”"
    if low is None or high is None:
        bounds = f"{number_phrase(low)} or more" if low is not None else f"{number_phrase(high or 0)} or fewer"
    else:
        bounds = number_phrase(low) if low == high else f"{number_phrase(low)} to {number_phrase(high)}"
    unit = f" ({quantity.unit})" if quantity.unit else ""
    return f"“{quantity.text}” = {bounds}{unit}"


def frame_phrases(frame: Frame) -> list[tuple[str, str]]:
    """Return the slots that the claim's words fill, each with what it holds."""
    slots = [("modality", frame.modality.value)]
    if frame.polarity is Polarity.NEGATIVE:
        slots.append(("polarity", "negative"))
    if frame.hedge:
        slots.append(("hedge", f"“{frame.hedge.text}”, the {frame.hedge.owner.value}'s"))
    slots += [("when", time_phrase(mention)) for mention in frame.when]
    slots += [("where", place_phrase(place)) for place in frame.where]
    slots += [("quantity", quantity_phrase(quantity)) for quantity in frame.quantities]
    slots += [("who", w.text if w.name in (None, w.text) else f"{w.name} (“{w.text}”)") for w in frame.who]
    if frame.event:
        arguments = "; ".join(f"{a.role}: {a.text}" for a in frame.event.arguments)
        slots.append(("event", f"{frame.event.predicate}{f' ({arguments})' if arguments else ''}"))
    return slots


def said_on_phrase(claim: SourcedClaim) -> str:
    return day_phrase(claim.attribution.said)


def plural(count: int, noun: str, many: str | None = None) -> str:
    """Return the count with its noun.

    >>> plural(1, "outlet"), plural(3, "outlet")
    ('1 outlet', '3 outlets')
    """
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def origins_phrase(origins: Origins) -> str:
    """Return how many independent origins there are: "1 independent origin", "1 to 3 independent origins"."""
    if origins.min == origins.max:
        return plural(origins.min, "independent origin")
    return f"{origins.min} to {origins.max} independent origins"


def verdict_phrase(report: CorroborationReport) -> str:
    """Return the assessment as one line: "disputed: 4 outlets, 1 to 2 independent origins, 1 contradiction"."""
    parts = [plural(report.outlets, "outlet"), origins_phrase(report.origins)]
    if report.contradicting:
        parts.append(plural(len(report.contradicting), "contradiction"))
    if report.less_precise:
        parts.append(f"{plural(len(report.less_precise), 'claim')} that {_says(len(report.less_precise))} less")
    return f"{report.assessment.value.replace('_', ' ')}: {', '.join(parts)}"


def _says(count: int) -> str:
    return "says" if count == 1 else "say"


def independence_phrase(relation: Relation) -> str:
    """Return whether the two claims are independent, and why not where that is known."""
    if relation.independent:
        return "independent"
    return (
        f"not counted as independent: {relation.dependence}" if relation.dependence else "not known to be independent"
    )
