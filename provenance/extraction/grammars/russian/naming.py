"""From a group of Russian words to a hop: who it is, in the nominative, what it is, whether it is named at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from provenance.extraction.grammars.russian.found import Group, Text
from provenance.extraction.grammars.russian.memory import Memory
from provenance.extraction.grammars.russian.parsing import gender_of_name, nominative
from provenance.extraction.grammars.russian.words import Sentence, Word
from provenance.languages.russian.cues import BECAUSE, WITHOUT_NAME
from provenance.languages.russian.sources import (
    AT_LEAST,
    CLOSE,
    COMMON_BODIES,
    CROWD,
    DESCRIPTIONS,
    GENERAL_BODIES,
    NAMED_AGAIN,
    NUMBERS,
    OF_AGENCIES,
    PEOPLE,
    PRONOUNS,
    REPORTERS,
    UNNAMED,
    kind_of_noun,
    person_kind,
)
from provenance.model.source import Count, Hop, SourceKind
from provenance.model.span import Span, Spans

_HAVE_NAMES = (SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.ORGANIZATION)
_AGREEING = ("amod", "det", "nummod", "nummod:gov")


@dataclass(frozen=True, slots=True)
class Naming:
    """Names the sources of one text; whom pronouns mean is remembered."""

    text: Text
    memory: Memory

    def hops(self, sentence: Sentence, group: Group, via: str) -> tuple[Hop, ...]:
        """Return the hops of a group: "источник «Ведомостей»" are two, the paper and its source."""
        own = self.hop(sentence, group, via)
        if not own.anonymous:
            return (own,)
        desk = self._desk_of(group)
        return (desk, own) if desk is not None else (own,)

    def _desk_of(self, group: Group) -> Hop | None:
        """Return the agency or paper whose source it is."""
        words = [w for w in group.words if w.index > group.head.index and not w.is_mark]
        if not words or not words[0].text[:1].isupper():
            return None
        for size in (3, 2, 1):
            for form in ([w.text for w in words[:size]], [nominative(w) for w in words[:size]]):
                found = self.memory.resolve(" ".join(form)) if len(form) == size else None
                if found is not None and found.source.kind in (SourceKind.AGENCY, SourceKind.OUTLET):
                    span = (Span(words[0].start, words[size - 1].end),)
                    source = found.source
                    return Hop(source.name, source.kind, via="reported", span=span, registry_id=source.id)
        return None

    def hop(self, sentence: Sentence, group: Group, via: str) -> Hop:
        """Return the hop of a group; somebody whom it does not tell is unknown."""
        span = (group.span(),)
        meant = self._meant(sentence, group, span, via)
        if meant is not None:
            return meant
        person = self._person(sentence, group)
        if person:
            return self._of_person(group, person, span, via)
        if self._is_unnamed(group):
            return self._unnamed(sentence, group, span, via)
        inner = _name_in_marks(group, self.text.text)
        if inner is not None:
            kind = kind_of_noun(group.head.lemma) if group.head not in inner else None
            if kind is None or kind in _HAVE_NAMES or group.head.lemma in REPORTERS:
                return self._of_body(inner, kind or SourceKind.ORGANIZATION, span, via)
        named = self._named_after(group)
        if named:
            return self._of_body(named, kind_of_noun(group.head.lemma) or SourceKind.OUTLET, span, via)
        return self._described(group, span, via)

    # -- whom the text has named before --------------------------------------------------------------------------

    def _meant(self, sentence: Sentence, group: Group, span: Spans, via: str) -> Hop | None:
        """Return whom a pronoun, "ведомство" or "министр" stands for; a pronoun that cannot be told is unknown."""
        head = group.head
        words = [w for w in group.words if not w.is_mark and w.pos != "ADP"]
        alone = len(words) == 1 or (len(words) == 2 and words[0].lemma in ("этот", "сам", "данный"))
        if head.lemma in PRONOUNS or head.pos == "PRON" or head.text.lower() in ("его", "её", "ее", "их"):
            found = self.memory.person_meant(sentence, head)
            return replace(found, span=span, via=via) if found else Hop(None, via=via, span=span)
        if not alone or head.pos == "PROPN":
            return None
        if head.lemma in OF_AGENCIES | NAMED_AGAIN | GENERAL_BODIES.keys():
            found = self.memory.body_meant(sentence, head)
            return replace(found, span=span, via=via) if found else None
        if head.lemma in DESCRIPTIONS and head.feats.get("Number") == "Sing":
            found = self.memory.holder_meant(sentence, head)
            return replace(found, span=span, via=via) if found else None
        return None

    # -- people --------------------------------------------------------------------------------------------------

    def _person(self, sentence: Sentence, group: Group) -> list[Word]:
        """Return the words of the person's name in the group."""
        for span in sentence.people:
            words = [w for w in group.words if span.start <= w.start and w.end <= span.end]
            if words:
                return [w for w in words if not w.is_mark or w.text == "."]
        return []

    def _of_person(self, group: Group, person: list[Word], span: Spans, via: str) -> Hop:
        name = person_name(person)
        if " " not in name:
            name = self.memory.full_name(name, group.head.start)
        before = [w for w in group.words if w.index < person[0].index and w.pos != "ADP"]
        role = described(before, self.text.text) if before else None
        hop = self._known(name, SourceKind.PERSON, span, via, role)
        return replace(hop, role=role or hop.role)

    # -- people without a name -----------------------------------------------------------------------------------

    def _is_unnamed(self, group: Group) -> bool:
        lemma, plural = group.head.lemma, group.head.feats.get("Number") == "Plur"
        counted = any(w.lemma in NUMBERS or w.lemma in AT_LEAST for w in group.words)
        if lemma in UNNAMED or lemma in CROWD or lemma == "один":
            return True
        many = plural and group.head.pos == "NOUN" and group.head.feats.get("Animacy") == "Anim"
        return many or ((plural or counted) and lemma in PEOPLE)

    def _unnamed(self, sentence: Sentence, group: Group, span: Spans, via: str) -> Hop:
        head = group.head
        several = head.feats.get("Number") == "Plur" or any(w.lemma in NUMBERS for w in group.words)
        crowd = several and head.lemma in CROWD and not any(w.lemma in NUMBERS for w in group.words)
        return Hop(
            name=None,
            kind=SourceKind.CROWD if crowd else SourceKind.ANONYMOUS,
            anonymous=True,
            count=count_of(group),
            via=via,
            span=span,
            role=_role(group, self.text.text),
            close_to=self._close_to(sentence, group),
            unnamed_because=self._told(sentence, BECAUSE),
            anonymity=self._told(sentence, WITHOUT_NAME),
            what=person_kind(head.lemma),
        )

    def _close_to(self, sentence: Sentence, group: Group) -> str | None:
        """Return the body or the matter that an unnamed source is close to."""
        for word in group.words:
            case = sentence.child(word, "case")
            if (
                case is None
                or word.index < group.head.index
                or case.lemma not in ("к", "с", "о", "в", "во", "из", "на")
            ):
                continue
            governor = sentence.words[word.head] if 0 <= word.head < len(sentence.words) else None
            near = governor is not None and (governor is group.head or governor.lemma in CLOSE)
            own = case.lemma in ("в", "во", "из", "на") and governor is group.head
            if near and (own or (governor is not None and governor.lemma in CLOSE)):
                words = [w for w in sentence.subtree(word) if w in group.words and w is not case]
                return described(words, self.text.text)
        return None

    def _told(self, sentence: Sentence, reasons: tuple[str, ...]) -> str | None:
        """Return the words of the sentence that tell of a withheld name."""
        words = sentence.span.of(self.text.text)
        plain = words.lower().replace("ё", "е")
        for reason in reasons:
            at = plain.find(reason)
            if at >= 0:
                return words[at : at + len(reason)]
        return None

    # -- bodies, papers and the rest -----------------------------------------------------------------------------

    def _of_body(self, inner: list[Word], kind: SourceKind, span: Spans, via: str) -> Hop:
        written = _plain_text(inner, self.text.text)
        if self.memory.resolve(written) is not None:
            return self._known(written, kind, span, via, None)
        return self._known(described(inner, self.text.text, keep_case=True), kind, span, via, None)

    def _named_after(self, group: Group) -> list[Word]:
        """Return the name of "агентству Reuters" and "корреспондент «Интерфакса»"."""
        after = [w for w in group.words if w.index > group.head.index and not w.is_mark]
        of_desk = kind_of_noun(group.head.lemma) in (SourceKind.AGENCY, SourceKind.OUTLET)
        if not after or not (of_desk or group.head.lemma in REPORTERS):
            return []
        written = _plain_text(after, self.text.text)
        known = self.memory.resolve(written) or self.memory.resolve(" ".join(map(nominative, after)))
        return after if known is not None or (of_desk and after[0].pos in ("PROPN", "X")) else []

    def _described(self, group: Group, span: Spans, via: str) -> Hop:
        words = [w for w in group.words if w.index >= group.words[0].index]
        if words and words[0].pos == "ADP":
            words = words[1:]
        kind = kind_of_noun(group.head.lemma)
        if kind is None and group.head.lemma in PEOPLE:
            kind = SourceKind.PERSON
        name = described(words, self.text.text)
        written = _plain_text(words, self.text.text)
        if self.memory.resolve(name) is None and self.memory.resolve(written) is not None:
            name = written
        return self._known(name, kind or SourceKind.UNKNOWN, span, via, None)

    def _known(self, name: str, kind: SourceKind, span: Spans, via: str, role: str | None) -> Hop:
        found = self.memory.resolve(name)
        if found is None:
            return Hop(name, kind, via=via, span=span, role=role)
        source = found.source
        if source.kind is SourceKind.PERSON and found.holder is not None:
            return Hop(
                found.holder.name, source.kind, via=via, span=span, registry_id=source.id, role=role or source.name
            )
        if kind is SourceKind.PERSON and source.kind is not SourceKind.PERSON:
            return Hop(name, kind, via=via, span=span, role=role)
        return Hop(source.name, source.kind, via=via, span=span, registry_id=source.id, role=role)


def person_name(words: list[Word]) -> str:
    """Return a person's name in the nominative: "Анны Брагиной" is "Анна Брагина"."""
    gender = next((g for g in map(gender_of_name, words) if g), None)
    parts = [nominative(word, gender) for word in words if word.text != "."]
    return " ".join(f"{p}." if len(p) == 1 and p.isupper() else p for p in parts)


def described(words: list[Word], text: str, *, keep_case: bool = False) -> str:
    """Return a noun phrase in the nominative: its head and what agrees with it; what hangs on it stays as it is."""
    kept = [w for w in words if not (w.is_mark and w in (words[0], words[-1]) and not w.is_quote_mark)]
    if not kept:
        return ""
    case = next((w.case for w in kept if w.pos in ("NOUN", "PROPN") and w.case), None)
    first = next((w for w in kept if w.pos in ("NOUN", "PROPN")), kept[0])
    pieces: list[str] = []
    for position, word in enumerate(kept):
        agrees = word.index <= first.index and word.case == case
        written = nominative(word) if agrees and word.pos in ("NOUN", "PROPN", "ADJ", "DET") else word.text
        if position == 0 and not keep_case and _is_common(word):
            written = written[:1].lower() + written[1:]
        pieces.append((" " if position and kept[position - 1].end < word.start else "") + written)
    return "".join(pieces).strip()


def _is_common(word: Word) -> bool:
    """True for a noun that has its capital only from standing first; "Минздрав" and "МИД" keep theirs."""
    if word.text.isupper() or word.text[1:2].isupper():
        return False
    return word.lemma in COMMON_BODIES | PEOPLE | UNNAMED or (word.pos == "NOUN" and kind_of_noun(word.lemma) is None)


def _role(group: Group, text: str) -> str:
    """Return what an unnamed source is, by its noun; "один из них" as it is written."""
    if group.head.lemma == "один":
        rest = text[group.head.end : group.words[-1].end]
        return nominative(group.head).lower() + rest
    return group.head.lemma


def count_of(group: Group) -> Count | None:
    """Return how many people an unnamed group is: "два источника" 2..2, "источники" 2..None, "источник" 1..1."""
    for word in group.words:
        if word.lemma in NUMBERS:
            return Count(NUMBERS[word.lemma], NUMBERS[word.lemma])
        if word.text.isdigit() and word.index < group.head.index:
            return Count(int(word.text), int(word.text))
        if word.lemma in AT_LEAST and word.index <= group.head.index:
            return Count(AT_LEAST[word.lemma], None)
    return Count(2, None) if group.head.feats.get("Number") == "Plur" else Count(1, 1)


def _name_in_marks(group: Group, text: str) -> list[Word] | None:
    """Return the words inside the quotation marks of "газета «Ведомости»"."""
    marks = [w for w in group.words if w.is_quote_mark]
    if len(marks) < 2:
        return None
    inner = [w for w in group.words if marks[0].index < w.index < marks[-1].index]
    return inner or None


def _plain_text(words: list[Word], text: str) -> str:
    return text[words[0].start : words[-1].end] if words else ""
