"""Whose words each token of a sentence is: a credited source's, the crediting's own, or the outlet's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from provenance.extraction.claims.propositions import is_escaped, subtree
from provenance.extraction.reading import Sentence
from provenance.model.attribution import Attribution
from provenance.model.span import Span

_IN = frozenset(("in", "at", "on", "during", "by", "from"))
_CITING = frozenset(("citing", "quoting"))


@dataclass(frozen=True, slots=True)
class Voices:
    """The tokens of one sentence by voice; sources, cues and dates of saying are the shell, which claims nothing."""

    credited: tuple[tuple[Attribution, frozenset[int]], ...]  # in the order of their first words
    shell: frozenset[int]
    own: frozenset[int]
    contents: Mapping[str, frozenset[int]]  # by attribution id: all that is credited, what lies inside it included
    quoted: frozenset[int]  # inside quotation marks, whoever they are credited to


def voices_of(sentence: Sentence, attributions: Iterable[Attribution], quoted: Iterable[Span]) -> Voices:
    """Return whose words each token is; where contents lie in each other, the innermost counts."""
    near = [a for a in attributions if any(span.overlaps(sentence.span) for span in a.content + a.source + a.cue)]
    by_length = sorted(near, key=lambda a: sum(len(span) for span in a.content))
    settings = {a.id: _setting(sentence, a) for a in near}
    shell = frozenset(i for a in near for span in _shell_spans(a) for i in _tokens(sentence, span) - settings[a.id])
    shell |= frozenset(i for a in near for i in _cited(sentence, a))
    escaped = {i for token in sentence.doc if is_escaped(token) for i in subtree(token)} if near else set()
    contents = {
        a.id: settings[a.id] | frozenset(i for span in a.content for i in _tokens(sentence, span) if i not in escaped)
        for a in near
    }
    taken: set[int] = set(shell)
    credited: list[tuple[Attribution, frozenset[int]]] = []
    for attribution in by_length:
        words = contents[attribution.id] - taken
        taken |= words
        if words:
            credited.append((attribution, words))
    credited.sort(key=lambda pair: min(pair[1]))
    own = frozenset(token.i for token in sentence.doc) - taken
    inside = frozenset(i for span in quoted for i in _tokens(sentence, span))
    return Voices(tuple(credited), shell, own, contents, inside)


def _setting(sentence: Sentence, attribution: Attribution) -> frozenset[int]:
    """Return source and cue where a bare preposition credits: "fell to 40 per cent *in a January poll*" says when."""
    cue = [sentence.doc[i] for span in attribution.cue for i in _tokens(sentence, span)]
    if len(cue) != 1 or cue[0].tag_ != "IN" or cue[0].lower_ not in _IN:
        return frozenset()
    return frozenset(i for span in (*attribution.source, *attribution.cue) for i in _tokens(sentence, span))


def _shell_spans(attribution: Attribution) -> Iterable[Span]:
    yield from attribution.source
    yield from attribution.cue
    if attribution.said is not None:
        yield from attribution.said.span


def _cited(sentence: Sentence, attribution: Attribution) -> Iterable[int]:
    """Yield the tokens of ", citing a military source" inside credited words, where the chain holds that source."""
    for hop in attribution.chain[1:]:
        for span in hop.span if hop.span != attribution.source else ():
            tokens = sorted(_tokens(sentence, span))
            before = sentence.doc[tokens[0] - 1] if tokens and tokens[0] > 0 else None
            if before is not None and before.lower_ in _CITING:
                yield from (before.i, *tokens)


def _tokens(sentence: Sentence, span: Span) -> set[int]:
    """Return the tokens that touch a stretch: a cut inside a token must not lose it."""
    low, high = span.start - sentence.span.start, span.end - sentence.span.start
    return {token.i for token in sentence.doc if token.idx < high and low < token.idx + len(token.text)}
