"""Who is credited at the end of a sentence, read from the words where the parse does not see it.

"..., Nordic Wire reports", "..., an Interfax correspondent reported from the airport", "..., said one of the three,
who works for a bank", "..., the minister, who took office in May, said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.extraction.attribution.stretches import inside_marks, spans_of
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import CLOSING_VERBS
from provenance.languages.english.people import HE, SHE, THEY
from provenance.languages.english.sources import INDEFINITE, OFFICES, PEOPLE, SOURCE_NOUNS, SPOKESPEOPLE
from provenance.languages.english.stances import told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _present(lemma: str) -> str:
    return f"{lemma[:-1]}ies" if lemma.endswith("y") and lemma[-2] not in "aeiou" else f"{lemma}s"


_FORMS = {form: lemma for lemma in CLOSING_VERBS for form in (told(lemma), _present(lemma), lemma)}
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOMINAL = frozenset(("PROPN", "NOUN", "DET", "ADJ", "NUM", "PART", "ADP", "PRON", "CCONJ"))
_NOUNS = SOURCE_NOUNS | PEOPLE | OFFICES | SPOKESPEOPLE | INDEFINITE
_OPENS_A_CLAUSE = frozenset(
    ("when", "if", "as", "after", "although", "though", "while", "because", "since", "until", "before", "unless")
)
_PRONOUNS = frozenset(("he", "she", "they", "it")) & (HE | SHE | THEY | {"it"})
_LONGEST = 14  # tokens of a noun phrase that names a source


def closing_triples(reading: Reading, sentence: Sentence, found: list[Triple]) -> list[Triple]:
    """Return the crediting that ends the sentence, where none of those found has its verb or stands around it."""
    doc = sentence.doc
    for verb in doc:
        lemma = _FORMS.get(verb.lower_)
        if lemma is None or verb.i < 3 or inside_marks(reading, sentence.token_span(verb).start) is not None:
            continue
        place = sentence.token_span(verb)
        if any(span.overlaps(place) for triple in found if triple.source for span in triple.cue):
            continue
        read = _before(sentence, verb) or _inverted(sentence, verb)
        if read is None:
            continue
        content, source = read
        before = sentence.tokens_span(doc[content.start : content.stop])
        if any(span.overlaps(before) for triple in found if triple.source for span in triple.cue):
            continue
        names = spans_of(sentence, source)
        words = spans_of(sentence, content)
        if names and words and inside_marks(reading, names[0].start) is None:
            return [Triple(names[:1], (place,), words, lemma, "around", 0.8)]
    return []


def _before(sentence: Sentence, verb: Token) -> tuple[range, range] | None:
    """Return the content and the source of "..., X said on Monday" and "..., X, who did so, said"."""
    doc = sentence.doc
    if not _ends_with(list(doc[verb.i + 1 :]), verb):
        return None
    end = verb.i
    if doc[end - 1].text == ",":  # the source has an aside
        aside = _comma_before(doc, end - 1)
        if aside is None or not _is_aside(list(doc[aside + 1 : end - 1])):
            return None
        start, head_end = _comma_before(doc, aside), aside
    else:
        start, head_end = _comma_before(doc, end), end
    if start is None or not _names_a_source(list(doc[start + 1 : head_end])):
        return None
    return (range(start), range(start + 1, end)) if _is_clause(list(doc[:start])) else None


def _inverted(sentence: Sentence, verb: Token) -> tuple[range, range] | None:
    """Return the content and the source of "..., said one of the three people, who works for a bank"."""
    doc = sentence.doc
    if (
        doc[verb.i - 1].text != ","
        or verb.lower_ != told(_FORMS[verb.lower_])
        or not _is_clause(list(doc[: verb.i - 1]))
    ):
        return None
    end = verb.i + 1
    while end < len(doc) and end - verb.i <= _LONGEST and doc[end].pos_ in _NOMINAL and not doc[end].is_punct:
        end += 1
    if end < len(doc) and not (doc[end].is_punct or doc[end].tag_ in ("WP", "WDT")):
        return None
    if not _names_a_source(list(doc[verb.i + 1 : end])):
        return None
    rest = doc[end:]
    last = len(doc) if len(rest) > 2 and (rest[0].tag_[0] == "W" or rest[1].tag_[0] == "W") else end
    return range(verb.i - 1), range(verb.i + 1, last)


def _comma_before(doc: Doc, end: int) -> int | None:
    return next((i for i in range(end - 1, -1, -1) if doc[i].text == ","), None)


def _is_aside(tokens: list[Token]) -> bool:
    if not tokens:
        return False
    return tokens[0].tag_ in ("WP", "WDT", "WP$") or not any(t.tag_ in _FINITE for t in tokens)


def _ends_with(rest: list[Token], verb: Token) -> bool:
    """True where no more than a time, a place or an occasion follows: "on Monday", "in a statement", "told TASS"."""
    tokens = [t for t in rest if not t.is_space]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    if not tokens:
        return True
    if any(t.tag_ in _FINITE or t.text in (",", ";", ":", "(") or t.text in '"“”' for t in tokens):
        return False
    return tokens[0].pos_ == "ADP" or tokens[0].ent_type_ in ("DATE", "TIME") or verb.lower_ == "told"


def _is_clause(tokens: list[Token]) -> bool:
    """True for words with a finite verb, which do not hang on what follows them ("When it was over, ...")."""
    finite = any(t.tag_ in _FINITE or (t.tag_ == "VB" and t.i and t.nbor(-1).lower_ == "to") for t in tokens)
    return len(tokens) > 2 and finite and tokens[0].lower_ not in _OPENS_A_CLAUSE


def _names_a_source(words: list[Token]) -> bool:
    tokens = [t for t in words if not t.is_space]
    if not tokens or len(tokens) > _LONGEST or any(t.pos_ not in _NOMINAL for t in tokens):
        return False
    if len(tokens) == 1 and tokens[0].lower_ in _PRONOUNS:
        return True
    if tokens[0].pos_ in ("ADP", "PART", "CCONJ") or tokens[0].lower_ in ("there", "this", "that", "which", "it"):
        return False
    inside = next((k for k, t in enumerate(tokens) if t.pos_ == "ADP"), len(tokens))
    head = tokens[inside - 1]
    named = head.pos_ == "PROPN" and head.ent_type_ not in ("DATE", "TIME", "MONEY")
    return named or head.lower_ in _NOUNS or head.lemma_.lower() in _NOUNS
