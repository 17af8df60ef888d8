"""Verbs, adjectives and nouns that credit a clause or a phrase: the lexicon put to the grammar."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.extraction.attribution.limits import told_by_others
from provenance.extraction.attribution.predicates import Candidate, candidates_in, lemma_of, quoting_verb, subtree
from provenance.extraction.attribution.stretches import inside_marks, spans_of, without
from provenance.extraction.attribution.triples import Triple
from provenance.extraction.reading import Reading, Sentence
from provenance.languages.english.cues import FRAMES, SPEECH, THAT
from provenance.languages.english.silence import SILENT_HEADS, SILENT_VERBS, UNNAMED
from provenance.languages.english.sources import SOURCE_NOUNS
from provenance.model.span import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Of several complements of one cue the first of these is taken; clauses of one kind are joined.
_ORDER = (
    *(
        "that",
        "that before",
        "wh",
        "obj as",
        "obj of",
        "obj at",
        "obj to",
        "to",
        "obj for",
        "obj on",
        "comp",
        "ing",
        "as",
        "obj",
    ),
    *("about", "of", "against", "for", "with", "on", "at", "in", "to noun"),
)
_RANK = {frame: rank for rank, frame in enumerate(_ORDER)}
_CLAUSES = ("that", "that before", "wh", "around")
_MEANS_NOTHING = frozenset(("it", "this", "that", "so", "them", "these", "those", "him", "her", "which", "what"))
BY_NOBODY = frozenset(("noun that", "passive to", "passive that", "passive", "passive wh", "passive as"))
_EXPLETIVES = frozenset(("it", "there"))
_AROUND = ("parataxis", "advcl", "dep", "ccomp")


def verbal_triples(reading: Reading, sentence: Sentence) -> list[Triple]:
    """Return what the sentence's predicates credit; a predicate inside quotation marks credits nobody here."""
    doc = sentence.doc
    by_cue: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates_in(doc):
        lemmas = FRAMES.get(candidate.frame)
        if lemmas and candidate.lemma(doc) in lemmas and candidate.content and not _is_silence(doc, candidate):
            if candidate.source is None and candidate.frame not in BY_NOBODY and not _lost_its_subject(doc, candidate):
                continue  # "please note that", "to find out how"
            if is_left_undone(doc[candidate.cue]):
                continue
            by_cue[candidate.cue].append(candidate)
    for token in doc:
        if token.i not in by_cue and (around := _around(token)) is not None:
            by_cue[token.i].append(around)
    found = []
    for cue, candidates in by_cue.items():
        if not _quoted_apart(reading, sentence, cue):
            triple = _triple(sentence, _chosen(candidates))
            if triple is not None:
                found.append(triple)
    return found


def is_left_undone(cue: Token) -> bool:
    """True for "without denying the leak": nothing is denied."""
    return cue.dep_ == "pcomp" and cue.head.lower_ == "without"


def without_closings(triples: list[Triple]) -> list[Triple]:
    """Return the triples, none with a closing formula that credits it in its own content: "..., the Times reported"."""
    triples = [_widened(triple, triples) for triple in triples]
    closings = [triple for triple in triples if triple.frame == "around" and triple.source]
    result = []
    for triple in triples:
        holes = [
            Span(min(closing.source[0].start, closing.cue[0].start), max(span.end for span in triple.content))
            for closing in closings
            if closing is not triple
            and any(span.covers(closing.place) for span in triple.content)
            and any(span.covers(triple.place) for span in closing.content)
            and all(span.start > triple.place.start for span in (*closing.source, *closing.cue))
        ]
        content = tuple(part for span in triple.content for part in without(span, holes)) if holes else triple.content
        if content:
            result.append(replace(triple, content=content))
    return result


def _widened(closing: Triple, triples: list[Triple]) -> Triple:
    """Return a closing formula with all that goes before it: "X said it was so, Yonhap reported" is Yonhap's."""
    if closing.frame != "that before" or not closing.source:
        return closing
    start = closing.content[0].start
    shell = min(closing.source[0].start, closing.cue[0].start)
    for other in triples:
        last = max(span.end for span in other.content)
        holds = any(span.covers(closing.place) for span in other.content) and last <= closing.cue[-1].end
        if other is not closing and other.frame == "that" and other.source and holds and other.place.end <= start:
            first = min(other.source[0].start, other.place.start)
            return replace(closing, content=(Span(first, max(start + 1, shell - 2)),), frame="around")
    return closing


def _lost_its_subject(doc: Doc, candidate: Candidate) -> bool:
    """True for a verb of speech that must have a subject, which the parse has not found."""
    return doc[candidate.cue].tag_ in ("VBD", "VBZ", "VBP") and candidate.lemma(doc) in SPEECH


def _chosen(candidates: list[Candidate]) -> Candidate:
    candidates = sorted(candidates, key=lambda candidate: (_RANK.get(candidate.frame, 99), -len(candidate.content)))
    best = candidates[0]
    if best.frame not in _CLAUSES:
        return best
    content = frozenset().union(*(c.content for c in candidates if c.frame in _CLAUSES))
    return Candidate(best.cue, best.frame, best.source, content, best.marker)


def _around(verb: Token) -> Candidate | None:
    """Return the clause that a verb of speech interrupts or follows: "The visit, officials said, is on"."""
    if verb.pos_ != "VERB" or verb.dep_ not in _AROUND or lemma_of(verb) not in SPEECH:
        return None
    put_it = lemma_of(verb) == "put"  # "as the minister put it"
    if any(c.dep_ in ("ccomp", "dobj", "xcomp") and not (put_it and c.lower_ == "it") for c in verb.children):
        return None
    own = frozenset(i for i in subtree(verb) if not verb.doc[i].is_punct)
    own -= {child.i for child in verb.children if child.dep_ == "cc" and child.i == max(own)}  # "..., he said, and ..."
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    as_clause = any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)
    before = verb.doc[min(own) - 1] if min(own) else None
    after = verb.doc[max(own) + 1] if max(own) + 1 < len(verb.doc) else None
    apart = all(token is None or token.is_punct for token in (before, after))
    if subject is None or not (as_clause or (apart and verb.dep_ != "advcl")):
        return None
    closing = not as_clause and all(token.is_punct for token in verb.doc[max(own) + 1 :])
    content = frozenset(range(min(own))) if closing else subtree(verb.head) - own
    return Candidate(verb.i, "around", subject.i, content)


def _is_silence(doc: Doc, candidate: Candidate) -> bool:
    """True for what a source did not say: "declined to comment", "did not say when"; that is the outlet's own voice."""
    cue = doc[candidate.cue]
    lemma = candidate.lemma(doc)
    if lemma in SILENT_HEADS and candidate.frame in ("to", "noun to"):
        heads = [doc[i] for i in candidate.content if doc[i].pos_ == "VERB"]
        return bool(heads) and heads[0].lemma_.lower() in SILENT_VERBS
    if candidate.frame in ("to", "obj to") and any(doc[i].lemma_.lower() in UNNAMED for i in candidate.content):
        return lemma in SILENT_HEADS or lemma in ("ask", "request", "wish", "want")  # "asked not to be named"
    negated = any(child.dep_ == "neg" for child in cue.children)
    silent = lemma in SILENT_VERBS or (lemma in SPEECH and candidate.frame == "obj")
    return negated and silent and cue.pos_ == "VERB"


def _quoted_apart(reading: Reading, sentence: Sentence, cue: int) -> bool:
    """True where the cue stands inside quotation marks of more than itself."""
    span = sentence.token_span(sentence.doc[cue])
    quotation = inside_marks(reading, span.start)
    return quotation is not None and len(quotation.span) > len(span) + 30


def _triple(sentence: Sentence, candidate: Candidate) -> Triple | None:
    doc = sentence.doc
    cue_tokens = cue_of(doc, candidate)
    content = _to_the_end_of_a_headline(doc, candidate) - cue_tokens
    if not content or all(doc[i].lower_ in _MEANS_NOTHING for i in content):
        return None
    content -= told_by_others(doc, content, candidate.cue)
    source = source_tokens(doc, candidate) - cue_tokens
    content_spans = spans_of(sentence, content - source, drop_that=candidate.frame.endswith("that"))
    if not content_spans:
        return None
    silent = silence_of(doc[candidate.cue]) is not None
    return Triple(
        source=_one(spans_of(sentence, source)),
        cue=spans_of(sentence, cue_tokens),
        content=content_spans,
        lemma="decline" if silent else candidate.lemma(doc),
        frame="to" if silent else candidate.frame,
    )


def silence_of(verb: Token) -> Token | None:
    """Return "declined" of "declined to comment on it": whoever did so said nothing."""
    above = verb.head
    silent = verb.dep_ == "xcomp" and above.lemma_.lower() in SILENT_HEADS and verb.lemma_.lower() in SILENT_VERBS
    return above if silent and any(child.tag_ == "TO" for child in verb.children) else None


def _to_the_end_of_a_headline(doc: Doc, candidate: Candidate) -> frozenset[int]:
    """Return the content; in a headline, whose grammar is beyond the parser, all that follows a verb of speech."""
    later = candidate.content and min(candidate.content) > candidate.cue
    if not later or candidate.frame not in ("obj", "that") or candidate.lemma(doc) not in THAT or not is_headline(doc):
        return candidate.content
    rest = range(min(candidate.content), len(doc))
    return frozenset(rest) if any(doc[i].pos_ in ("VERB", "AUX") for i in rest) else candidate.content


def is_headline(doc: Doc) -> bool:
    """True for a line without a full stop whose longer words begin with capitals."""
    if doc[-1].text in (".", "?", "!") or len(doc) > 30:
        return False
    longer = [token for token in doc if token.is_alpha and len(token) > 3]
    return len(longer) > 2 and sum(token.text[0].isupper() for token in longer) > 0.8 * len(longer)


def _one(spans: Spans) -> Spans:
    """Return the source as one stretch where its parts are close."""
    return (Span(spans[0].start, spans[-1].end),) if spans and spans[-1].end - spans[0].start < 300 else spans[:1]


def source_tokens(doc: Doc, candidate: Candidate) -> frozenset[int]:
    """Return the words of the source's noun phrase; none for "it is said" and the like."""
    if candidate.source is None:
        return frozenset()
    head = doc[candidate.source]
    cue = doc[candidate.cue]
    if head.lower_ in _EXPLETIVES and (candidate.frame.startswith("passive") or head.lower_ == "there"):
        return frozenset()
    tokens = subtree(head) - candidate.content
    holder = cue
    while holder.head.i != holder.i and holder.i not in (head.i,):  # a participle on the noun is not part of it
        if holder.head.i == head.i:
            tokens -= subtree(holder)
            break
        holder = holder.head
    tokens |= _beside(doc, tokens)
    if head.dep_ == "poss":
        tokens = frozenset(i for i in tokens if doc[i].tag_ != "POS")
    return frozenset(i for i in tokens if not (doc[i].is_punct and i in (min(tokens), max(tokens))))


def _beside(doc: Doc, tokens: frozenset[int]) -> frozenset[int]:
    """Return the words that a name is introduced by, where the parse has cut them off: "the newspaper" Kommersant."""
    if not tokens:
        return tokens
    first, last = doc[min(tokens)], max(tokens)
    before = doc[first.i - 1] if first.i else None
    if before is not None and before.pos_ == "NOUN" and first.pos_ == "PROPN" and before.lower_ in SOURCE_NOUNS:
        return frozenset(i for child in (before, *before.lefts) for i in subtree(child) if i <= before.i)
    after = doc[last + 1] if last + 1 < len(doc) else None
    if doc[last].lower_ in SOURCE_NOUNS and doc[last].pos_ == "NOUN" and after is not None and after.pos_ == "PROPN":
        return frozenset(i for i in subtree(after) if i > last)
    return frozenset()


def cue_of(doc: Doc, candidate: Candidate) -> frozenset[int]:
    """Return the cue with its auxiliaries, negation, particle and the preposition that belongs to it."""
    head = doc[candidate.cue]
    tokens = {head.i}
    holder = head.head if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd") else head
    tokens.add(holder.i)
    tokens.update(child.i for child in holder.children if child.dep_ in ("aux", "auxpass", "neg", "prt"))
    tokens.update(child.i for child in head.children if child.dep_ == "prt")
    if (silent := silence_of(head)) is not None:
        tokens.update((silent.i, *(c.i for c in silent.children if c.dep_ in ("aux", "auxpass"))))
    quoting = quoting_verb(head)
    if quoting is not None:
        tokens.update(c.i for c in quoting.children if c.dep_ == "auxpass")
        tokens.update((quoting.i, *(i for i in range(quoting.i, head.i) if doc[i].lower_ == "as")))
    if candidate.marker is not None:
        tokens.add(candidate.marker)
    return frozenset(tokens)
