"""One record to one fact-check: schema.org's ClaimReview, or the plain columns of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import unescape
from math import isfinite
from typing import Any

from provenance.errors import InvalidMetadata, InvalidRecord
from provenance.ingest.metadata import UNUSABLE, WEB_ADDRESS, kind_of, parse_published
from provenance.model.fact_check import FactCheck

LONGEST = 4_000  # characters of a field; claims are sentences, not pages
COLUMNS = ("claim", "rating", "title", "author", "url", "date", "language", "claimant", "value", "worst", "best")
OTHER_NAMES = {"publisher": "author", "published": "date", "source": "author", "link": "url", "speaker": "claimant"}
NEEDED = "a check needs a claim, a rating, and an author or a URL"

Node = Mapping[str, Any]


def check_of_columns(record: object, where: str) -> FactCheck:
    """Return the check of a record with plain fields; raises InvalidRecord for one that is not what it should be."""
    if not isinstance(record, dict):
        raise InvalidRecord("is not a JSON object", where=where, hint=NEEDED)
    fields: dict[str, Any] = dict.fromkeys(COLUMNS)
    for name, value in record.items():
        known = str(name).strip().casefold()
        known = OTHER_NAMES.get(known, known)
        if known in fields and fields[known] in (None, ""):
            fields[known] = value
    return _checked(fields, where)


def claim_reviews(content: object) -> Iterator[Node]:
    """Yield every ClaimReview in a JSON value, however deep, in the order of the document."""
    waiting = [content]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            if _is_claim_review(part):
                yield part
            else:
                waiting.extend(reversed(list(part.values())))


def plain_records(content: object) -> list[object]:
    """Return the records of a JSON value that is a list of plain fields, or one such object; empty for another value.

    One record with a claim makes a list one of checks; what else stands in it is returned too, to be refused.
    """
    listed = content if isinstance(content, list) else [content]
    return listed if any(isinstance(each, dict) and "claim" in each for each in listed) else []


def nodes_by_id(content: object) -> dict[str, Node]:
    """Return the objects that others of the document may point to with "@id"."""
    found: dict[str, Node] = {}
    waiting = [content]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            name = part.get("@id")
            if isinstance(name, str) and len(part) > 1:
                found.setdefault(name, part)
            waiting.extend(reversed(list(part.values())))
    return found


def check_of_claim_review(review: Node, where: str, others: Mapping[str, Node], *, in_page: bool = False) -> FactCheck:
    """Return the check that a ClaimReview describes; raises InvalidRecord.

    `others` are the objects that it may point to. In a page, entities such as "&quot;" inside a text are resolved.
    """
    rating = _node(review.get("reviewRating"), others)
    about = _node(review.get("itemReviewed"), others)
    fields = {
        "claim": review.get("claimReviewed"),
        "rating": _first(rating, "alternateName", "name", "ratingValue"),
        "title": _first(review, "headline", "name"),
        "author": _name(review.get("author"), others) or _name(review.get("publisher"), others),
        "url": _address(review),
        "date": review.get("datePublished") or None,
        "language": _name(review.get("inLanguage"), others),
        "claimant": _name(about.get("author"), others),
        "value": rating.get("ratingValue"),
        "worst": rating.get("worstRating"),
        "best": rating.get("bestRating"),
    }
    if in_page:
        fields = {name: unescape(value) if isinstance(value, str) else value for name, value in fields.items()}
    return _checked(fields, where)


def _checked(fields: Mapping[str, Any], where: str) -> FactCheck:
    line = {name: _line(fields[name], name, where) for name in COLUMNS[:8]}
    missing = [name for name in ("claim", "rating") if line[name] is None]
    if line["author"] is None and line["url"] is None:
        missing.append("author and url")
    if missing:
        raise InvalidRecord(f"{' and '.join(missing)} missing", where=where, hint=NEEDED)
    url = line["url"]
    if url is not None and not WEB_ADDRESS.fullmatch(url):
        raise InvalidRecord(
            f"url {url[:80]!r} is no web address", where=where, hint="it must begin with http:// or https://"
        )
    return FactCheck(
        claim=line["claim"] or "",
        rating=line["rating"] or "",
        title=line["title"],
        author=line["author"],
        url=url,
        published=_day(line["date"], where),
        language=line["language"],
        claimant=line["claimant"],
        value=_number(fields["value"]),
        worst=_number(fields["worst"]),
        best=_number(fields["best"]),
    )


def _line(value: object, name: str, where: str) -> str | None:
    """Return a field as one line of text, None for an empty one."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)  # a rating may be a bare number
    if value is None:
        return None
    if not isinstance(value, str):
        raise InvalidRecord(f"{name} is a {kind_of(value)}, not text", where=where, hint="write it as one line of text")
    line = " ".join(value.split())
    if UNUSABLE.search(line):
        raise InvalidRecord(f"{name} holds broken characters", where=where, hint="save it as UTF-8 text")
    if len(line) > LONGEST:
        raise InvalidRecord(f"{name} has {len(line)} characters", where=where, hint=f"at most {LONGEST} are read")
    return line or None


def _day(words: str | None, where: str) -> str | None:
    try:
        return parse_published(words, where) if words else None
    except InvalidMetadata as error:
        raise InvalidRecord(error.what, where=where, hint=error.hint) from error


def _number(value: object) -> float | None:
    """Return a number as publishers write it, "4" or 4; None for words."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) else None


def _is_claim_review(part: Node) -> bool:
    kinds = part.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.rpartition("/")[2].rpartition(":")[2] == "ClaimReview" for name in names)


def _node(value: object, others: Mapping[str, Node]) -> Node:
    """Return the object that a property holds or points to, the first of several; an empty one where there is none."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return {}
    if set(value) <= {"@id", "@type"} and isinstance(value.get("@id"), str):
        return others.get(value["@id"], value)
    return value


def _name(value: object, others: Mapping[str, Node]) -> str | None:
    """Return the name of a person, body or language, written as text or as an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, str):
        return value
    found = _first(_node(value, others), "name", "alternateName", "url")
    return found if isinstance(found, str) else None


def _address(review: Node) -> object:
    for candidate in (review.get("url"), review.get("mainEntityOfPage"), review.get("@id")):
        if isinstance(candidate, list):
            candidate = candidate[0] if candidate else None
        if isinstance(candidate, dict):
            candidate = candidate.get("@id") or candidate.get("url")
        if isinstance(candidate, str) and candidate.strip() and (candidate is review.get("url") or "://" in candidate):
            return candidate
    return None


def _first(node: Node, *names: str) -> Any:
    """Return the first of these properties that is not empty, of several values the first."""
    for name in names:
        value = node.get(name)
        if isinstance(value, list):
            value = value[0] if value else None
        if value not in (None, "") and not (isinstance(value, str) and not value.strip()):
            return value
    return None
