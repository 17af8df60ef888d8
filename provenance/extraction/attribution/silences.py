"""What a source did not say, by the grammar of the sentence: "declined to comment on it", "has not said when".

A silence is credited as such: the source declines, and what it was asked about is the content. Nobody asserts that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.extraction.attribution.predicates import lemma_of, subject_of, subtree
from provenance.languages.english.cues import SPEECH
from provenance.languages.english.people import HE, SHE, THEY
from provenance.languages.english.silence import (
    APPROACHES,
    GIVEN,
    GIVING,
    KNOWLEDGE,
    LEFT_OPEN,
    LEFT_OPEN_WHEN_REFUSED,
    UNANSWERED,
    UNAVAILABLE,
    UNREACHED,
)
from provenance.languages.english.sources import HUMANS, SOURCE_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REFUSING = frozenset(("decline", "refuse"))
_ABOUT = frozenset(("on", "about", "upon", "regarding", "concerning", "over", "of", "for"))
_OF_AN_APPROACH = frozenset(("on", "about", "regarding", "concerning", "over"))
_QUESTIONS = frozenset(("when", "where", "how", "why", "whether", "if"))
_HELPERS = frozenset(("aux", "auxpass", "neg"))
_TELLING = frozenset(("ccomp", "xcomp", "dobj"))
_GIVING_AWAY = frozenset(("give", "provide", "release", "share"))
_NONE = frozenset(("no", "neither", "none", "nor", "nobody"))
_I = frozenset(("i", "we"))
_OWN = HE | SHE | THEY | {"it"}
_STARTS = LEFT_OPEN_WHEN_REFUSED | UNANSWERED | GIVING | UNREACHED | _REFUSING
_FIRST_WORDS = frozenset(verb.partition(" ")[0] for verb in _STARTS | UNAVAILABLE)


@dataclass(frozen=True, slots=True)
class Silence:
    """A verb by which somebody stays silent; token offsets count in the sentence."""

    verb: Token
    subject: Token
    cue: frozenset[int]
    content: frozenset[int]  # what the source was asked about; where that is not said, the words of the refusal

    def is_of(self, *, quoted: bool) -> bool:
        """True for who says to have nothing to say: "I have no comment" in quotation marks, "it could not comment"
        outside. "He never said so" and "I'm not saying that" tell of something else.
        """
        own = self.subject.lower_ in (_I if quoted else _OWN)
        able = any(c.dep_ == "aux" and c.tag_ == "MD" for c in self.verb.children)
        return own and (able or lemma_of(self.verb) in GIVING | _REFUSING)


def silences_in(doc: Doc) -> Iterator[Silence]:
    """Yield every silence of a sentence, in the order of the verbs."""
    for token in doc:
        if token.lemma_ not in _FIRST_WORDS:
            continue
        if token.pos_ in ("VERB", "AUX") and lemma_of(token) in _STARTS:
            found = _refusal(token) or _unsaid(token) or _nothing_given(token) or _unreached(token) or _yet_to(token)
        elif token.lower_ in UNAVAILABLE:
            found = _unavailable(token)
        else:
            continue
        if found is not None:
            yield found


def _refusal(verb: Token) -> Silence | None:
    """ "Declined to comment on the price", "refused to confirm or deny it", "declined an interview"."""
    if lemma_of(verb) not in _REFUSING or is_negated(verb):
        return None
    said = next((c for c in verb.children if c.dep_ == "xcomp" and _has_to(c)), None)
    if said is None:
        refused = next((c for c in verb.children if c.dep_ == "dobj"), None)
        asked = refused is not None and (refused.lemma_.lower() in APPROACHES | {"interview"})
        return _made(verb, frozenset(), refused) if asked and refused is not None else None
    return _told(verb, said, LEFT_OPEN_WHEN_REFUSED)


def _yet_to(verb: Token) -> Silence | None:
    """ "Has yet to comment"."""
    above = verb.head
    yet = any(c.lower_ == "yet" for c in (*verb.children, *above.children))
    if verb.dep_ != "xcomp" or above.lemma_ != "have" or not yet or not _has_to(verb):
        return None
    return _told(above, verb, LEFT_OPEN)


def _told(outer: Token, said: Token, verbs: frozenset[str]) -> Silence | None:
    """Return the silence of an infinitive: what it is about, or where that is not said, the infinitive."""
    if lemma_of(said) not in verbs or any(c.dep_ == "auxpass" for c in said.children):
        return None
    if lemma_of(said) in _GIVING_AWAY and _given(said) is None:
        return None
    matter, extra = _matter(said)
    if not matter:
        return _made(outer, frozenset(), said)
    words = frozenset(range(outer.i, min(max(extra | {said.i}), min(matter) - 1) + 1)) - matter
    return _made(outer, words, None, matter)


def _unsaid(verb: Token) -> Silence | None:
    """ "Did not say when", "would neither confirm nor deny it", "did not respond to a request"."""
    lemma = lemma_of(verb)
    willed = any(c.lower_ in ("would", "will", "wo", "'d") and c.dep_ == "aux" for c in verb.children)
    if lemma in LEFT_OPEN or (willed and lemma in LEFT_OPEN_WHEN_REFUSED and lemma not in _GIVING_AWAY):
        matter, extra = _matter(verb)
    elif lemma in UNANSWERED:
        matter, extra = _unanswered(verb)
        if not matter:
            return None
    else:
        return None
    if not is_negated(verb) or any(c.dep_ == "auxpass" for c in verb.children):
        return None
    if not matter:
        return _made(verb, frozenset(), verb) if lemma in ("comment", "elaborate") else None
    return _made(verb, extra | {verb.i}, None, matter)


def _unanswered(verb: Token) -> tuple[frozenset[int], frozenset[int]]:
    """Return what was asked, or else the request, with the words before it; nothing where it is no request."""
    if lemma_of(verb) in ("respond", "reply"):
        to = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "to"), None)
        asked, extra = (_object(to), frozenset((to.i,))) if to is not None else (None, frozenset())
    else:
        asked, extra = next((c for c in verb.children if c.dep_ == "dobj"), None), frozenset()
    if asked is None or asked.lemma_.lower() not in APPROACHES:
        return frozenset(), frozenset()
    about = next((t for t in asked.subtree if t.dep_ == "prep" and t.lower_ in _OF_AN_APPROACH), None)
    named = _object(about) if about is not None else None
    if about is None or named is None or named.ent_type_ in ("DATE", "TIME"):
        return subtree(asked), extra
    return subtree(named), extra | frozenset(i for i in subtree(asked) if i <= about.i)


def _nothing_given(verb: Token) -> Silence | None:
    """ "Had no comment", "gave no details of the plan", "did not offer an explanation"."""
    given = _given(verb) if lemma_of(verb) in GIVING else None
    if given is None:
        return None
    no = any(c.lower_ == "no" for c in given.children)
    if not (no or (is_negated(verb) and lemma_of(verb) != "have")):
        return None
    about = next((c for c in given.children if c.dep_ == "prep" and c.lower_ in _ABOUT), None)
    about = about or next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in _ABOUT and c.i > given.i), None)
    named = _object(about) if about is not None else None
    if about is None or named is None or named.ent_type_ in ("DATE", "TIME"):
        return _made(verb, frozenset(range(verb.i, given.i)), None, frozenset((given.i,)))
    words = frozenset(range(verb.i, about.i + 1))
    return _made(verb, words, None, subtree(named))


def _given(verb: Token) -> Token | None:
    nouns = GIVEN | (KNOWLEDGE if lemma_of(verb) == "have" else frozenset())
    return next((c for c in verb.children if c.dep_ == "dobj" and {c.lower_, c.lemma_.lower()} & nouns), None)


def _unreached(verb: Token) -> Silence | None:
    """ "Could not immediately be reached for comment"."""
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if lemma_of(verb) not in UNREACHED or not passive or not is_negated(verb):
        return None
    subject, _ = subject_of(verb)
    asked = _asked_for(verb)
    if asked is not None:
        return _made(verb, frozenset(range(verb.i, asked.i)), None, frozenset((asked.i,)))
    nouns = SOURCE_NOUNS | HUMANS
    speaks = subject is not None and (subject.ent_type_ in ("PERSON", "ORG") or subject.lemma_.lower() in nouns)
    by_means = any(c.dep_ in ("agent", "prep") and c.lower_ in ("by", "on", "from") for c in verb.children)
    return _made(verb, frozenset(), verb) if speaks and not by_means else None


def _unavailable(word: Token) -> Silence | None:
    """ "Was not available for comment", "were unavailable for comment"."""
    copula = word.head
    asked = _asked_for(word) or _asked_for(copula)
    if copula.lemma_ != "be" or asked is None:
        return None
    if word.lower_ == "available" and not is_negated(copula) and not is_negated(word):
        return None
    return _made(copula, frozenset(range(copula.i, asked.i)), None, frozenset((asked.i,)))


def _asked_for(word: Token) -> Token | None:
    for prep in word.children:
        if prep.dep_ == "prep" and prep.lower_ == "for":
            named = _object(prep)
            if named is not None and named.lower_ in ("comment", "interview", "interviews"):
                return named
    return None


def _matter(verb: Token) -> tuple[frozenset[int], frozenset[int]]:
    """Return what the verb and those joined to it are about, and the words that lead up to it."""
    joined = [verb, *(c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB" and lemma_of(c) in LEFT_OPEN)]
    extra = frozenset(i for other in joined[1:] for i in range(verb.i, other.i + 1))
    for each in reversed(joined):
        extra |= {c.i for c in each.children if c.dep_ == "prt"}
        matter = frozenset(i for c in each.children if _is_told(c) and c.i > each.i for i in subtree(c))
        if matter and each.lemma_ == "answer":
            return _of_questions(each, matter, extra)
        if matter:
            return matter - extra, extra
        for prep in (c for c in each.children if c.dep_ == "prep" and c.lower_ in _ABOUT - {"for", "of"}):
            named = _object(prep)
            if named is not None and named.ent_type_ not in ("DATE", "TIME"):
                return subtree(named), extra | {prep.i}
    return frozenset(), extra


def _is_told(child: Token) -> bool:
    """True for an object or a clause; "when it will open" is one, though the parse takes it for a time."""
    if child.dep_ == "advcl":
        first = next(iter(child.subtree)).lower_
        return first in _QUESTIONS and lemma_of(child.head) in ("say", "disclose", "reveal", "specify", "confirm")
    return child.dep_ in _TELLING


def _of_questions(verb: Token, words: frozenset[int], extra: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Return what the questions are about that were not answered."""
    asked, before = _unanswered(verb)
    if asked:
        return asked, extra | before
    return words, extra


def _made(
    verb: Token, words: frozenset[int], whole: Token | None, matter: frozenset[int] = frozenset()
) -> Silence | None:
    """Return the silence, its cue with the helpers of its verb; `whole` is the content where nothing is asked about."""
    subject = _who_is_silent(verb)
    if subject is None or subject.dep_ == "expl":
        return None
    helpers = {c.i for c in verb.children if c.dep_ in _HELPERS or c.lower_ in ("never", "neither", "yet")}
    content = matter or (subtree(whole) if whole is not None and whole.i != verb.i else frozenset((verb.i,)))
    cue = (words | helpers | {verb.i}) - content
    first, last = min(cue), max(cue)
    between = frozenset(range(first, last + 1)) - content - subtree(subject)
    return Silence(verb, subject, between, content) if content else None


def _who_is_silent(verb: Token) -> Token | None:
    """Return the subject; of "said the money was gone but declined to say where" that of the verb of speech."""
    above = verb.head
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    if verb.dep_ == "conj" and not own and above.dep_ == "ccomp" and lemma_of(above.head) in SPEECH:
        return subject_of(above.head)[0]
    return subject_of(verb)[0]


def is_negated(verb: Token) -> bool:
    """True for "did not say", "never said", "neither confirmed nor denied", "no one said", "neither bank replied"."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "neither") for c in verb.children):
        return True
    subject, _ = subject_of(verb)
    if subject is None or subject.head.i != verb.i:
        return False
    return subject.lower_ in _NONE or any(
        c.lower_ in _NONE and c.dep_ in ("det", "preconj", "cc") for c in subject.children
    )


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _object(preposition: Token | None) -> Token | None:
    if preposition is None:
        return None
    return next((child for child in preposition.children if child.dep_ in ("pobj", "pcomp")), None)
