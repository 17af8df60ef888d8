"""Matching on Spark: the pairs and the relations of one machine, whatever becomes of a reading or an executor."""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from conftest import SMALL_SPARK, json_lines, written
from spark_stand_ins import executors_below

from provenance.engines.spark import Place, spark_at
from provenance.engines.spark_keys import pairs_by_keys
from provenance.engines.spark_match import Task, match_on
from provenance.engines.spark_steps import CLAIMS, claims_of_batches
from provenance.matching import everything, families
from provenance.matching.everything import AllPairs
from provenance.matching.joining import sides
from provenance.matching.keys import slots_of
from provenance.matching.reading import read
from provenance.model.article import Article, PublishedOrigin
from provenance.model.attribution import Attribution, AttributionKind, Stance
from provenance.model.claim import Claim, Extraction
from provenance.model.exchange import extraction_out
from provenance.model.frame import Argument, Event, Frame, Participant, PlaceMention, Quantity
from provenance.model.identity import content_id
from provenance.model.interval import DateInterval, TimeMention
from provenance.model.outline import Outline
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span
from provenance.reports.escaping import json_text
from provenance.reports.shapes import relation_shape
from provenance.services.exchange import import_readings
from provenance.services.relations import list_relations
from provenance.settings import Settings

pytestmark = [pytest.mark.usefixtures("spark_installed"), pytest.mark.skipif(sys.platform != "linux", reason="/proc")]

SETTINGS = Settings(cross_encoder="none")
PEOPLE = ("Eva Lund", "Petra Kosh", "Ben Aho", "Cleo Dahl")
PLACES = ("Orsund", "Velmora", "Tarnow", "Vardby")
DEEDS = (("close", "harbour"), ("open", "bridge"), ("visit", "sawmill"), ("flood", "warehouse"))


def readings(articles: int) -> Iterator[Extraction]:
    """Yield articles of three sentences each, that tell of few things in many ways; the same on every machine."""
    dice = random.Random(5)
    for number in range(articles):
        told = [(dice.choice(PEOPLE), dice.choice(PLACES), dice.choice(DEEDS), dice.randint(1, 4)) for _ in range(3)]
        sentences = [
            f"{who} will {deed} the {what} at {place} on {day} May with {day * 10} guests."
            for who, place, (deed, what), day in told
        ]
        outlet = f"Courier {number % 5}"
        article = Article(
            " ".join(sentences), outlet, None, None, f"2031-04-{number % 28 + 1:02}", PublishedOrigin.GIVEN
        )
        own = Attribution(
            content_id("attribution", article.id), AttributionKind.OWN_VOICE, Stance.ASSERTS, (), (), (), (Hop(outlet),)
        )
        starts = [sum(len(each) + 1 for each in sentences[:place]) for place in range(3)]
        spans = tuple(Span(start, start + len(words)) for start, words in zip(starts, sentences, strict=True))
        claims = tuple(
            Claim(content_id("claim", article.id, at), own.id, at, (spans[at],), sentences[at], _frame(*told[at]))
            for at in range(3)
        )
        yield Extraction(article, spans, (own,), claims)


def _frame(who: str, place: str, deed: tuple[str, str], day: int) -> Frame:
    verb, what = deed
    return Frame(
        when=(TimeMention(f"{day} May", DateInterval.day(date(2031, 5, day))),),
        where=(PlaceMention(place, place),),
        quantities=(Quantity(f"{day * 10} guests", day * 10, day * 10, "guest"),),
        who=(Participant(who, who, SourceKind.PERSON.value),),
        event=Event(verb, (Argument("agent", who, who), Argument("patient", what, what)), "future"),
    )


def lines_of(articles: int) -> list[object]:
    return [extraction_out(str(number), extraction) for number, extraction in enumerate(readings(articles))]


def test_pairs_are_those_of_one_machine_and_keys_too_common_are_told(monkeypatch):
    import pyarrow

    for module in (everything, families):  # so few that some keys are too common, as in millions of claims
        monkeypatch.setattr(module, "ALWAYS", 300)
    monkeypatch.setattr(everything, "MOST_WITH_PAIR", 4)
    monkeypatch.setattr("provenance.engines.spark_keys.MOST_WITH_PAIR", 4)
    told = [(number, claim) for number, each in enumerate(readings(40)) for claim in each.sourced_claims()]
    slots = [slots_of(claim) for _, claim in told]
    sheet = read(
        Outline(row, article, claim.text, own.names, (), own.predicate, own.quantities, own.intervals)
        for row, ((article, claim), own) in enumerate(zip(told, slots, strict=True))
    )
    one_machine = AllPairs(sheet)
    scored = [pair for some in one_machine.scored() for pair in zip(*map(list, sides(some.pairs)), strict=True)]
    content = [{"position": at, "file": "x", "number": at + 1, "content": line} for at, line in enumerate(_bytes(40))]
    (batch,) = claims_of_batches([pyarrow.RecordBatch.from_pylist(content)])
    rows = batch.to_pylist()
    with spark_at(Place("local[2]", SMALL_SPARK)) as spark:
        found, capped = pairs_by_keys(spark.createDataFrame(rows, CLAIMS))
        pairs = {(row["left"], row["right"]): row["named"] for row in found.collect()}
    number_of = {row["row"]: at for at, row in enumerate(rows)}
    assert len(pairs) == one_machine.reach.pairs
    texts = {at: row["text"] for at, row in enumerate(rows)}
    ends = [(number_of[left], number_of[right]) for left, right in pairs]
    close = families.scores(texts, ends, list(pairs.values()))
    assert sorted(pair for pair, each in zip(ends, close, strict=True) if each is not None) == sorted(scored)
    reach = one_machine.reach
    assert sum(each.keys for each in capped if each.family != "two words") == reach.single.keys > 0
    assert sum(each.pairs for each in capped if each.family != "two words") == reach.single.pairs
    (double,) = (each for each in capped if each.family == "two words")
    assert (double.keys, double.claims, double.pairs) == (reach.double.keys, reach.double.rows, reach.double.pairs)


def _bytes(articles: int) -> list[bytes]:
    return [json.dumps(line).encode() for line in lines_of(articles)]


def test_relations_are_those_of_one_machine_though_an_executor_is_lost(tmp_path, new_database):
    lines = lines_of(12)
    source = json_lines(tmp_path / "in.jsonl", [*lines, "{broken", lines[3]])
    settings = Settings(new_database("test"), cross_encoder="none")
    list(import_readings(((str(number), line) for number, line in enumerate(lines)), settings))
    one_machine = [json.loads(json_text(relation_shape(relation))) for relation in list_relations(settings)]
    lost: list[int] = []
    with spark_at(Place("local-cluster[2,1,1024]", SMALL_SPARK)) as spark:

        def lose_an_executor(line: str) -> None:
            if "claims" in line:  # they are staged, and the joins begin
                lost.append(executors_below(spark.sparkContext._gateway.proc.pid)[0])
                os.kill(lost[0], signal.SIGKILL)

        matched = match_on(spark, Task(str(source), str(tmp_path / "out"), parts=3), SETTINGS, lose_an_executor)
    assert lost
    found = written(tmp_path / "out", "related")
    ends = [(each["a"]["claim"], each["b"]["claim"]) for each in found]
    assert ends == sorted(ends)
    assert found == sorted(one_machine, key=lambda each: (each["a"]["claim"], each["b"]["claim"]))
    assert (matched.articles, matched.repeated, matched.claims, matched.relations) == (12, 1, 36, len(found))
    assert len(matched.failures) == len(written(tmp_path / "out", "failed")) == 1
    assert "in.jsonl:13: is not JSON" in matched.failures[0]
