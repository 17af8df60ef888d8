"""Every assertion of a text is a claim of somebody credited or of the outlet: nothing falls between the two.

Articles of our own in eleven genres stand in gold/genres; both engines read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from provenance.extraction.attribution.choosing import engine_named
from provenance.extraction.claims.propositions import is_finite, is_verbal
from provenance.extraction.pipeline import Extractor
from provenance.model.article import Article
from provenance.model.claim import Extraction, SourcedClaim
from provenance.registry import load_registry
from provenance.settings import Limits

if TYPE_CHECKING:
    from spacy.tokens import Token

ENGINES = ("rules", "tagger")
GENRES = sorted((Path(__file__).parents[1] / "gold" / "genres").glob("*.txt"))


@cache
def reader(engine: str) -> Extractor:
    return Extractor(load_registry(), Limits(), engine=engine_named(engine))


def article(text: str) -> Article:
    return Article(text, outlet="The Harbour Times", published="2021-06-10", language="en")


@cache
def genre(path: Path, engine: str) -> Extraction:
    return reader(engine).extract(article(path.read_text(encoding="utf-8")))


def predicates(text: str, engine: str) -> Iterator[tuple[int, Token]]:
    """Yield every verb with a tense and where it stands in the text."""
    for sentence in reader(engine).read(article(text)).sentences:
        for token in sentence.doc:
            if is_verbal(token) and is_finite(token) and token.dep_ not in ("aux", "auxpass"):
                yield sentence.token_span(token).start, token


def told(extraction: Extraction) -> list[range]:
    """Return where claims stand, and the crediting of those that are credited."""
    claims = [span for claim in extraction.claims for span in claim.span]
    heard = {claim.attribution for claim in extraction.claims}
    credited = [a for a in extraction.attributions if a.id in heard and not a.is_own_voice]
    shell = [span for a in credited for span in (*a.source, *a.cue)]
    return [range(span.start, span.end) for span in (*claims, *shell)]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_every_verb_with_a_tense_is_told_by_a_claim(path: Path, engine: str) -> None:
    text, places = path.read_text(encoding="utf-8"), told(genre(path, engine))
    verbs = list(predicates(text, engine))
    assert len(verbs) > 15
    assert [token.text for start, token in verbs if not any(start in place for place in places)] == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_every_sentence_with_a_verb_makes_a_claim(path: Path, engine: str) -> None:
    text, extraction = path.read_text(encoding="utf-8"), genre(path, engine)
    starts = [start for start, _ in predicates(text, engine)]
    telling = {i for i, s in enumerate(extraction.sentences) if any(s.start <= start < s.end for start in starts)}
    silent = telling - {claim.sentence for claim in extraction.claims}
    assert [extraction.sentences[i].of(text) for i in sorted(silent)] == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_credited_words_without_a_claim_are_in_another(path: Path, engine: str) -> None:
    text, extraction = path.read_text(encoding="utf-8"), genre(path, engine)
    heard = {claim.attribution for claim in extraction.claims}
    spans = [span for claim in extraction.claims for span in claim.span]
    lost = [
        span.of(text)
        for a in extraction.attributions
        if a.id not in heard and not a.is_own_voice
        for span in a.content
        if not any(span.overlaps(other) for other in spans)
    ]
    assert lost == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("path", GENRES, ids=lambda path: path.stem)
def test_claims_are_sentences(path: Path, engine: str) -> None:
    for claim in genre(path, engine).claims:
        assert claim.text.count("[") == claim.text.count("]"), claim.text
        assert claim.text.lstrip('["“$£')[:1].isupper() or claim.text.lstrip('["“$£')[:1].isdigit(), claim.text
        assert claim.text[-1] in '.?!"”)', claim.text
        assert len(claim.text.split()) >= 3 or any(mark in claim.text for mark in "[!?"), claim.text


OWN = ""  # the outlet's own voice
# Sentences -> claims and who is credited with them, with the tagger: what it credits is often no clause.
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    # what pictures show
    (
        "Footage aired by state television showed soldiers loading crates onto a truck.",
        [("Soldiers [were] loading crates onto a truck.", "state television")],
    ),
    (
        "A bakery on the corner handed over footage showing a woman running from the bank.",
        [
            ("A bakery on the corner handed over footage showing a woman running from the bank.", OWN),
            ("A woman [was] running from the bank.", "footage"),
        ],
    ),
    # credited words that state nothing are part of what is told around them
    (
        "The envoy was in Quito on Friday to discuss ways to free the hostages.",
        [("The envoy was in Quito on Friday to discuss ways to free the hostages.", OWN)],
    ),
    (
        "Two former players described the coach as a bully.",
        [("Two former players described the coach as a bully.", OWN)],
    ),
    (
        "Norway's decision to halt the search drew criticism from the sailors' union.",
        [("Norway's decision to halt the search drew criticism from the sailors' union.", OWN)],
    ),
    (
        "The talks come as the Lesk government is pushing for a truce along the river.",
        [
            ("The talks come as the Lesk government is pushing for a truce along the river.", OWN),
            ("The Lesk government is pushing for a truce along the river.", OWN),
        ],
    ),
    # nobody says it: most or all do not
    (
        "Few economists believe that the bank will raise rates.",
        [("Few economists believe that the bank will raise rates.", OWN)],
    ),
    (
        "No minister said that the dam was safe.",
        [("No minister said that the dam was safe.", OWN)],
    ),
    # what is demanded or feared is not there yet
    ("The bishop called for an immediate truce.", [("[There must be] an immediate truce.", "bishop")]),
    ("Doctors fear a return of the cholera.", [("[There may be] a return of the cholera.", "doctors")]),
    (
        "The mayor called on shopkeepers to reopen by Monday.",
        [("[Shopkeepers must] reopen by Monday.", "mayor")],
    ),
    # who is asked says nothing, and a refusal stays one
    (
        "The company declined to comment on the price but said it was in talks with buyers.",
        [
            ("The company declined to comment on the price.", OWN),
            ("[The company] was in talks with buyers.", "company"),
        ],
    ),
    # shared subjects, passives and objects
    (
        "The army denied shelling the port and blamed the rebels.",
        [("The army denied shelling the port.", "army"), ("The army blamed the rebels.", OWN)],
    ),
    (
        "Nine people were killed and dozens wounded in the crash, the coast guard said.",
        [
            ("Nine people were killed.", "coast guard"),
            ("Dozens [were] wounded in the crash.", "coast guard"),
        ],
    ),
    (
        "The bus firm plans to cut ten routes and shut its depot.",
        [("The bus firm plans to cut ten routes.", "bus firm"), ("The bus firm plans to shut its depot.", "bus firm")],
    ),
    # who told it is in the chain, not in the words
    (
        "Radio Varn reported that the bridge had been mined, citing a military source.",
        [("The bridge had been mined.", "military source")],
    ),
    (
        "The senator said the letters would be released by Friday and dismissed the complaint as a stunt.",
        [
            ("The letters would be released by Friday.", "senator"),
            ("The senator dismissed the complaint as a stunt.", OWN),
        ],
    ),
]  # fmt: skip


def credited(claim: SourcedClaim) -> str:
    attribution = claim.attribution
    if attribution.is_own_voice:
        return OWN
    return attribution.root.name or attribution.root.role or "?"


@pytest.mark.parametrize(("text", "claims"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_is_credited_with_what(text: str, claims: list[tuple[str, str]]) -> None:
    extraction = reader("tagger").extract(article(text))
    assert sorted((claim.text, credited(claim)) for claim in extraction.sourced_claims()) == sorted(claims)


# Whatever the engine credits, these words are told once, by the same voice.
ALIKE = [
    "The ferry sank off Lesk in a storm, and all 40 passengers were rescued.",
    "The minister was in Graz last week to discuss ways to reopen the border.",
    "Few believe that the treaty will last.",
    "The harbour master refused to name the buyer.",
]


@pytest.mark.parametrize("text", ALIKE)
def test_both_engines_tell_the_same(text: str) -> None:
    told_by = [
        [(claim.text, credited(claim)) for claim in reader(engine).extract(article(text)).sourced_claims()]
        for engine in ENGINES
    ]
    assert told_by[0] == told_by[1]
