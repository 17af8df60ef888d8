"""What is written in the promised shape is read back equal, and a record of another shape is refused with its place."""

import contextlib
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InvalidRecord
from provenance.model.article import Article, Credit, CreditKind, OutletOrigin, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction
from provenance.model.exchange import extraction_in, extraction_out
from provenance.model.frame import (
    Argument,
    Event,
    Frame,
    Hedge,
    HedgeOwner,
    Modality,
    Participant,
    PlaceMention,
    Polarity,
    Quantity,
)
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.source import Count, Hop, PersonKind, SourceKind
from provenance.model.span import Span

TEXT = "Two harbour officials said on Monday that at least 40 people would reportedly leave Port Lisse by 5 May."
MONDAY = DateInterval.day(date(2021, 5, 3))
ARTICLE = Article(
    TEXT,
    outlet="Port Echo",
    published="2021-05-03",
    published_origin=PublishedOrigin.GIVEN,
    outlet_origin=OutletOrigin.GIVEN,
    language="en",
    credits=(Credit("AFP", CreditKind.DATELINE, (Span(0, 3),)),),
)
ATTRIBUTION = Attribution(
    id="a" * 32,
    kind=AttributionKind.INDIRECT,
    stance=Stance.PLANS,
    source=(Span(0, 21),),
    cue=(Span(22, 26),),
    content=(Span(42, 104),),
    chain=(
        Hop("Port Echo", SourceKind.OUTLET, via="published"),
        Hop(
            name=None,
            kind=SourceKind.ANONYMOUS,
            anonymous=True,
            count=Count(2, 2),
            span=(Span(0, 21),),
            role="harbour officials",
            anonymity="on condition of anonymity",
            unnamed_because="they were not allowed to speak",
            affiliation="harbour",
            what=PersonKind.OFFICIAL,
            first_hand=False,
        ),
        Hop("Ida Holm", SourceKind.PERSON, via="wrote", office="mayor", platform="Telegram"),
    ),
    said=TimeMention("on Monday", MONDAY, (Span(27, 36),)),
    confidence=0.8,
)
FRAME = Frame(
    polarity=Polarity.POSITIVE,
    modality=Modality.PLAN,
    hedge=Hedge("reportedly", HedgeOwner.SOURCE),
    when=(TimeMention("by 5 May", DateInterval(None, date(2021, 5, 5)), (Span(95, 103),), True),),
    where=(PlaceMention("Port Lisse"),),
    quantities=(Quantity("at least 40 people", 40.0, None, "person"),),
    who=(Participant("Port Lisse", kind="place"),),
    event=Event("leave", (Argument("agent", "at least 40 people", "person"),), "future"),
)
EXTRACTION = Extraction(
    ARTICLE,
    (Span(0, len(TEXT)),),
    (ATTRIBUTION,),
    (Claim("c" * 32, ATTRIBUTION.id, 0, (Span(42, 104),), "At least 40 people would leave Port Lisse.", FRAME),),
)


def written() -> dict[str, Any]:
    record: dict[str, Any] = json.loads(json.dumps(extraction_out("port.txt", EXTRACTION)))
    return record


def test_what_is_written_is_read_back_equal() -> None:
    document, extraction = extraction_in(written(), "line 1")
    assert extraction == EXTRACTION
    assert document.ref == "port.txt"


def test_hops_written_before_a_source_was_told_in_full_are_read() -> None:
    record = written()
    for hop in record["attributions"][0]["chain"]:
        for field in ("anonymity", "office", "affiliation", "what", "first_hand", "platform"):
            del hop[field]
    _, extraction = extraction_in(record, "line 1")
    assert extraction.attributions[0].chain[1].first_hand is None
    assert extraction.attributions[0].chain[1].what is None


def test_the_promised_fields_are_there_under_their_names() -> None:
    record = written()
    assert list(record) == ["ref", "article", "sentences", "attributions", "claims"]
    assert {
        "id",
        "outlet",
        "title",
        "url",
        "published",
        "published_origin",
        "language",
        "text",
        "boilerplate",
        "credits",
    } <= set(record["article"])
    assert set(record["attributions"][0]) == {
        "id", "kind", "confidence", "stance", "source", "cue", "content", "chain", "said",
    }  # fmt: skip
    hop = record["attributions"][0]["chain"][1]
    assert {"name", "kind", "anonymous", "count", "via", "span"} <= set(hop)
    assert hop["count"] == [2, 2]
    assert (hop["what"], hop["first_hand"], hop["affiliation"], hop["office"]) == ("official", False, "harbour", None)
    assert record["attributions"][0]["chain"][2]["platform"] == "Telegram"
    frame = record["claims"][0]["frame"]
    assert {"polarity", "modality", "hedge", "when", "where", "quantities", "who"} <= set(frame)
    assert frame["when"][0]["start"] is None
    assert frame["when"][0]["end"] == "2021-05-05"


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda r: r.pop("claims"), "claims"),
        (lambda r: r["article"].pop("text"), "text"),
        (lambda r: r["claims"][0].update(attribution="nobody"), "no attribution nobody"),
        (lambda r: r["claims"][0].update(sentence=7), "no sentence 7"),
        (lambda r: r["claims"][0].update(span=[[0, 9999]]), "outside"),
        (lambda r: r["attributions"][0].update(stance="hopes"), "hopes"),
        (lambda r: r["attributions"][0].update(source=[[5, 2]]), "no span"),
        (lambda r: r["article"].update(published="soon"), "soon"),
        (lambda r: r["attributions"][0]["chain"][1].update(first_hand="perhaps"), "perhaps"),
        (lambda r: r["attributions"][0]["chain"][1].update(what="wizard"), "wizard"),
    ],
    ids=[
        "no claims",
        "no text",
        "unknown attribution",
        "no sentence",
        "span outside",
        "stance",
        "reversed",
        "date",
        "first-hand",
        "what",
    ],
)
def test_a_record_of_another_shape_is_refused_with_its_place(damage: Any, message: str) -> None:
    record = written()
    damage(record)
    with pytest.raises(InvalidRecord) as refused:
        extraction_in(record, "claims.jsonl line 3")
    assert str(refused.value).startswith("claims.jsonl line 3: ")
    assert message in str(refused.value)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(JSON_VALUES, st.sampled_from(["article", "sentences", "attributions", "claims"]))
def test_no_json_value_does_more_than_be_refused(value: Any, field: str) -> None:
    record = written()
    record[field] = value
    with contextlib.suppress(InvalidRecord):
        extraction_in(record, "line 1")
