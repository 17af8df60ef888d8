"""What the program promises to other programs, field by field; additions are fine, anything else is a change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Json = Any
TEXT, NUMBER, FLAG = (str,), (int, float), (bool,)
TEXT_OR_NULL = (str, type(None))
SPANS = "spans"
TIME = {"text": TEXT, "start": TEXT_OR_NULL, "end": TEXT_OR_NULL}
HOP = {
    "name": TEXT_OR_NULL,
    "kind": TEXT,
    "anonymous": FLAG,
    "count": (list, type(None)),
    "via": TEXT_OR_NULL,
    "span": SPANS,
}
FRAME = {
    "polarity": {"positive", "negative"},
    "modality": {"fact", "plan", "possibility", "prediction", "demand", "hypothetical", "question"},
    "hedge": (dict, type(None)),
    "when": [TIME],
    "where": [{"text": TEXT, "name": TEXT_OR_NULL, "country": TEXT_OR_NULL}],
    "quantities": [{"text": TEXT, "low": (*NUMBER, type(None)), "high": (*NUMBER, type(None)), "unit": TEXT_OR_NULL}],
    "who": [{"text": TEXT, "name": TEXT_OR_NULL, "kind": TEXT_OR_NULL}],
}
EXTRACTED = {
    "ref": TEXT,
    "article": {
        "id": TEXT,
        "outlet": TEXT_OR_NULL,
        "title": TEXT_OR_NULL,
        "url": TEXT_OR_NULL,
        "published": TEXT_OR_NULL,
        "published_origin": {"given", "metadata", "dateline", "text", "unknown"},
        "language": TEXT_OR_NULL,
        "text": TEXT,
        "boilerplate": SPANS,
        "credits": [TEXT],
    },
    "sentences": SPANS,
    "attributions": [
        {
            "id": TEXT,
            "kind": {"direct", "mixed", "indirect", "own_voice"},
            "confidence": NUMBER,
            "stance": {"asserts", "confirms", "denies", "doubts", "plans", "demands", "asks", "declines"},
            "source": SPANS,
            "cue": SPANS,
            "content": SPANS,
            "chain": [HOP],
            "said": (dict, type(None)),
        }
    ],
    "claims": [{"id": TEXT, "attribution": TEXT, "sentence": (int,), "span": SPANS, "text": TEXT, "frame": FRAME}],
}
KINDS = {"corroborates", "refines", "updates", "contradicts", "related"}
FINDING = {
    "rule": TEXT,
    "slot": {"who", "what", "when", "where", "quantity", "polarity", "modality", "attribution"},
    "verdict": {"agrees", "narrows", "conflicts", "abstains"},
    "left": TEXT,
    "right": TEXT,
    "detail": TEXT,
}
COMPARED = {
    "id": TEXT_OR_NULL,
    "relation": KINDS | {"unrelated"},
    "score": NUMBER,
    "about": [TEXT],
    "probabilities": {"same": NUMBER, "contradict": NUMBER, "neither": NUMBER},
    "findings": [FINDING],
}
SIDE = {"claim": TEXT, "outlet": TEXT_OR_NULL, "text": TEXT, "published": TEXT_OR_NULL}
RELATION = {"a": SIDE, "b": SIDE, "relation": KINDS, "score": NUMBER, "independent": FLAG, "findings": [FINDING]}
INGESTED = {
    "ref": TEXT,
    "status": {"added", "unchanged", "new_version", "failed"},
    "article_id": TEXT_OR_NULL,
    "version": (int, type(None)),
    "outlet": TEXT_OR_NULL,
    "published": TEXT_OR_NULL,
    "sentences": (int,),
    "claims": (int,),
    "relations": (int,),
    "error": TEXT_OR_NULL,
}
SAID = {"claim": TEXT, "words": TEXT}
POINT = {"slot": (str, type(None)), "a": SAID, "b": SAID}
REPORT = {
    "claim": (dict,),
    "assessment": {"corroborated", "disputed", "single_origin", "unmatched"},
    "outlets": (int,),
    "origins": {"min": (int,), "max": (int,)},
    "origin_groups": [{"root": TEXT, "claims": [TEXT], "why": TEXT}],
    "corroborating": [RELATION],
    "contradicting": [RELATION],
    "timeline": [
        {
            "at": TEXT_OR_NULL,
            "outlet": TEXT_OR_NULL,
            "claim": TEXT,
            "event": {"first_known", "repeats", "refines", "contradicts"},
            "place": [(int,)],
            "between": (list, type(None)),
        }
    ],
    "rankings": [
        {
            "slot": FINDING["slot"],
            "standing": {"leads", "tie", "open"},
            "values": [
                {
                    "words": [TEXT],
                    "value": TEXT_OR_NULL,
                    "claims": [TEXT],
                    "origins": {"min": (int,), "max": (int,)},
                    "weight": {"min": NUMBER, "max": NUMBER},
                }
            ],
        }
    ],
    "outlet_conflicts": [{"a": TEXT_OR_NULL, "b": TEXT_OR_NULL, "points": [POINT]}],
}


def misfits(value: Json, shape: Any, place: str = "") -> Iterator[str]:
    """Yield where a value is not of the promised shape."""
    if shape == SPANS:
        if not are_spans(value):
            yield f"{place}: {value!r} is no list of [start, end]"
    elif isinstance(shape, set):
        if value not in shape:
            yield f"{place}: {value!r} is none of {sorted(shape)}"
    elif isinstance(shape, tuple):
        if not isinstance(value, shape) or (isinstance(value, bool) and bool not in shape):
            yield f"{place}: {value!r} is no {' or '.join(kind.__name__ for kind in shape)}"
    elif not isinstance(value, type(shape)):
        yield f"{place}: {value!r} is no {'object' if isinstance(shape, dict) else 'list'}"
    else:
        yield from misfits_inside(value, shape, place)


def misfits_inside(value: Json, shape: Any, place: str) -> Iterator[str]:
    if isinstance(shape, list):
        for number, item in enumerate(value):
            yield from misfits(item, shape[0], f"{place}[{number}]")
        return
    for name, inner in shape.items():
        if name in value:
            yield from misfits(value[name], inner, f"{place}.{name}")
        else:
            yield f"{place}.{name}: is missing"


def are_spans(value: Json) -> bool:
    return isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and 0 <= pair[0] <= pair[1] for pair in value
    )


def test_the_comparison_finds_what_does_not_fit() -> None:
    assert list(misfits({"rule": 1, "slot": "how"}, FINDING))[:2] == [
        ".rule: 1 is no str",
        f".slot: 'how' is none of {sorted(FINDING['slot'])}",
    ]
    assert list(misfits([[1]], SPANS)) == [": [[1]] is no list of [start, end]"]
    assert list(misfits(True, (int,))) == [": True is no int"]
    assert list(misfits(True, FLAG)) == []


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        (("export",), EXTRACTED),
        (("relations", "--format", "jsonl"), RELATION),
    ],
)
def test_lines_have_the_promised_shape(command: tuple[str, ...], shape: Any, stored: Callable) -> None:
    ran = stored(*command)
    assert ran.json_lines
    assert [problem for line in ran.json_lines for problem in misfits(line, shape)] == []


def test_a_report_has_the_promised_shape(stored: Callable) -> None:
    for claim in stored("claims", "--json").json:
        report = stored("report", claim["id"], "--json").json
        assert list(misfits(report, REPORT)) == []
        assert report["claim"]["id"] == claim["id"]
        assert report["origins"]["min"] <= report["origins"]["max"]


def test_what_became_of_inputs_has_the_promised_shape(stored: Callable, readings: Path, tmp_path: Path) -> None:
    missing = stored("ingest", str(tmp_path / "missing.txt"), "--json")
    again = stored("import", str(readings), "--json")
    lines = missing.json_lines + again.json_lines
    assert {line["status"] for line in lines} == {"failed", "unchanged"}
    assert [problem for line in lines for problem in misfits(line, INGESTED)] == []


def test_extract_and_compare_have_the_promised_shape(provenance: Callable, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("At least 40 people died in Norvik on 3 May 2031, Ada Lund said. The harbour may be closed.")
    (line,) = provenance("extract", str(file)).json_lines  # no --format: stdout is no terminal here
    assert list(misfits(line, EXTRACTED)) == []
    assert line["claims"]
    for claim in line["claims"]:
        assert claim["attribution"] in {each["id"] for each in line["attributions"]}
    compared = provenance("compare", "The bridge is open.", "The bridge is not open.", "--json")
    assert list(misfits(json.loads(compared.out), COMPARED)) == []
    assert len(compared.json["about"]) == 2
