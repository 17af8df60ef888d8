"""Who is credited with what in one Korean sentence: cues, what they govern, and whose words these are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from provenance.extraction.grammars.grammar import Credited
from provenance.extraction.grammars.korean.citing import Citation, citations_in
from provenance.extraction.grammars.korean.contents import content_of, minus, rest_of
from provenance.extraction.grammars.korean.cues import Cue, Marker, cues_in, markers_in
from provenance.extraction.grammars.korean.declining import declined, is_refusal
from provenance.extraction.grammars.korean.governing import copular_cues, governed, groups_of, object_of
from provenance.extraction.grammars.korean.morphs import QUOTE
from provenance.extraction.grammars.korean.naming import Naming
from provenance.extraction.grammars.korean.phrases import Morphs, Phrase, after_adjuncts
from provenance.extraction.grammars.korean.speaking import Speaker, owner_of, speaker_of
from provenance.languages.korean.cues import AT_ONCE, IDIOMS, PLANS, SAYING, stance_of
from provenance.model.attribution import Stance
from provenance.model.source import Hop, SourceKind
from provenance.model.span import Span, Spans

_NOT_TRUE = re.compile(r"(?:사실이?\s?(?:가|이|은)?\s?아니라?|사실무근|사실과\s?다르다|근거\s?없는\s?\S+)[.\"”’']*$")
_MOODS = {"자": Stance.DEMANDS, "라": Stance.DEMANDS, "냐": Stance.ASKS}
_PRESS = (SourceKind.AGENCY, SourceKind.OUTLET)
_LITTLE = 12  # characters; an outer content that holds hardly more than another attribution only passes it on
_SHARE = 0.15
_SURE = {"that": 0.9, "while": 0.8, "noun": 0.75, "estimate": 0.75, "nominal": 0.65, "object": 0.55}


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in the making."""

    speaker: Speaker | None
    cue: Cue
    content: Spans
    stance: Stance
    link: str
    own: tuple[Hop, ...]  # the hops of the speaker alone, and whom the speaker cites


class Crediting:
    """Reads one unit of an article: a sentence, or several that one quotation joins."""

    def __init__(self, text: str, morphs: Morphs, unit: int, naming: Naming) -> None:
        self._text = text
        self._morphs = morphs
        self._unit = unit
        self._naming = naming
        self._citations = citations_in(morphs, naming)
        self._markers = markers_in(morphs)
        self._cues = sorted([*cues_in(morphs), *copular_cues(morphs, self._markers)], key=lambda cue: cue.first)
        self._used: set[int] = set()  # markers that have found their cue
        self._cited: dict[int, int] = {}  # citations that have found theirs, and where it stands

    def credited(self) -> tuple[Credited, ...]:
        """Return the attributions of the unit in order, and remember who spoke."""
        found: list[Found] = []
        low, inherited = 0, None
        for index, cue in enumerate(self._cues):
            if cue.first < low:
                continue
            new = self._by(cue, low, inherited, self._outer_speaks(index))
            found.extend(new)
            if new and cue.tail in ("final", "link"):
                inherited, low = new[-1].speaker or inherited, cue.end
        found.extend(self._left_over(low, inherited))
        made = [self._made(one, self._holders(one, found)) for one in found if not self._only_passes_on(one, found)]
        made = self._with_accounts(made)
        for one in made:
            self._remember(one)
        return tuple(sorted(made, key=lambda one: min(span.start for span in (*one.source, *one.cue, *one.content))))

    # -- one cue -------------------------------------------------------------------------------------------------

    def _by(self, cue: Cue, low: int, inherited: Speaker | None, outer_speaks: bool) -> list[Found]:
        pending = [m for m in self._markers if low <= m.at and m.last < cue.first and m.at not in self._used]
        pending += [m for m in self._markers if m.noun == cue.first and m.at not in self._used]
        if is_refusal(self._morphs, cue, low):
            return self._refusal(cue, low, pending, inherited)
        taken = governed(self._morphs, cue, pending)
        thing = object_of(self._morphs, cue, taken[-1].last + 1 if taken else low)
        acts = thing is not None and bool(taken) and taken[-1].link == "while"  # what is demanded is the object
        found: list[Found] = []
        begin = low
        for group in groups_of(taken):
            told = replace(cue, stem="말") if acts else cue
            new = self._from_group(told, group, begin, inherited, outer_speaks)
            begin = group[-1].last + 1
            if new:
                found.extend(new)
                inherited = new[-1].speaker or inherited
                self._used.update(marker.at for marker in group)
        if thing is not None and (acts or not taken):
            found.extend(self._from_object(cue, thing, low, begin, inherited))
        return found

    def _from_group(
        self, cue: Cue, group: list[Marker], low: int, inherited: Speaker | None, outer_speaks: bool
    ) -> list[Found]:
        speaker = owner_of(self._morphs, cue, self._naming) or speaker_of(
            self._morphs, cue, group, low, self._naming, last=cue.tail == "embedded" and not outer_speaks
        )
        if speaker is None and cue.tail == "embedded":
            return []
        speaker = speaker or inherited
        if speaker is None and (
            group[-1].link in ("estimate", "nominal") or cue.stem not in (*SAYING, *AT_ONCE, *_IDIOMS)
        ):
            return []
        begin = max(low, speaker.at + 1) if speaker is not None and low <= speaker.at < group[0].at else low
        found = []
        for marker in group:
            content = content_of(self._morphs, marker, begin, self._citations)
            begin = marker.last + 1
            told = cue if marker is group[-1] else replace(cue, stem="말", negated=False)
            if content:
                stance = self._stance(told, marker, content)
                found.append(self._found(speaker, cue, content, stance, marker.link))
        return found

    def _from_object(self, cue: Cue, thing: Phrase, low: int, begin: int, inherited: Speaker | None) -> list[Found]:
        speaker = speaker_of(self._morphs, cue, [], low, self._naming, bound=thing.first) or inherited
        if speaker is None or cue.tail == "embedded":
            return []
        start = max(thing.clause, begin, speaker.at + 1 if speaker.at < thing.first else 0)
        start = after_adjuncts(self._morphs, start, thing.first)
        content = Span(self._morphs[start].start, thing.core.end)
        stance = stance_of(cue.stem)
        if cue.negated:
            turned = {Stance.CONFIRMS: Stance.DENIES, Stance.DENIES: Stance.ASSERTS}
            if stance not in turned:
                return []
            stance = turned[stance]
        if self._morphs[thing.last].form in PLANS and stance is Stance.ASSERTS:
            stance = Stance.PLANS
        return [self._found(speaker, cue, (content,), stance, "object")]

    def _refusal(self, cue: Cue, low: int, pending: list[Marker], inherited: Speaker | None) -> list[Found]:
        speaker = speaker_of(self._morphs, cue, [], low, self._naming, bound=cue.first) or inherited
        begin = speaker.at + 1 if speaker is not None and speaker.at >= low else low
        content = declined(self._morphs, cue, after_adjuncts(self._morphs, begin, cue.first), pending)
        if content is None or speaker is None:
            return []
        self._used.update(marker.at for marker in pending)
        return [self._found(speaker, cue, (content,), Stance.DECLINES, "object")]

    def _left_over(self, low: int, inherited: Speaker | None) -> list[Found]:
        """Return what is told with "-다며" before a verb that says nothing: "…"라며 고개를 저었다."""
        rest = [m for m in self._markers if m.at not in self._used and m.link == "while" and m.at >= low]
        if not rest:
            return []
        cue = _last_verb(self._morphs, rest[-1].last)
        if cue is None:
            return []
        speaker = speaker_of(self._morphs, cue, rest[:1], low, self._naming) or inherited
        if speaker is None and rest[0].quote is None:
            return []
        said = replace(cue, stem="말")
        return self._from_group(said, rest, low, speaker, outer_speaks=False)

    # -- who and how ---------------------------------------------------------------------------------------------

    def _found(self, speaker: Speaker | None, cue: Cue, content: Spans, stance: Stance, link: str) -> Found:
        via = SAYING.get(cue.stem) or AT_ONCE.get(cue.stem) or _IDIOMS.get(cue.stem, "said")
        own = self._speaker_hops(speaker, via)
        for index, citation in enumerate(self._citations):
            if citation.kind == "according" or citation.last >= cue.first:
                continue
            if self._cited.setdefault(index, cue.first) != cue.first:
                continue
            if citation.kind == "cites":
                own = (*own, *self._naming.hops(citation.phrase, self._unit, "cited"))
            else:
                own = (*self._naming.hops(citation.phrase, self._unit, "reported"), *own)
        return Found(speaker, cue, content, stance, link, own)

    def _speaker_hops(self, speaker: Speaker | None, via: str) -> tuple[Hop, ...]:
        if speaker is None:
            meant = self._naming.people.before(self._unit)
            return (replace(meant, span=(), via=via) if meant is not None else Hop(None, via=via),)
        hops = self._naming.hops(speaker.phrase, self._unit, via)
        return tuple(replace(hop, via="reported") if hop.kind in _PRESS and via == "said" else hop for hop in hops)

    def _stance(self, cue: Cue, marker: Marker, content: Spans | list[Span]) -> Stance:
        stance = stance_of(cue.stem)
        if marker.noun is not None and self._morphs[marker.noun].form in PLANS and stance is Stance.ASSERTS:
            stance = Stance.PLANS
        if cue.negated:
            return {Stance.DENIES: Stance.ASSERTS, Stance.CONFIRMS: Stance.DENIES}.get(stance, Stance.DOUBTS)
        if stance is Stance.ASSERTS:
            stance = _MOODS.get(marker.mood, stance)
        if stance is Stance.ASSERTS and content and _NOT_TRUE.search(content[-1].of(self._text)):
            return Stance.DENIES
        return stance

    def _outer_speaks(self, index: int) -> bool:
        """True where the next cue has a speaker of its own between it and this one."""
        if index + 1 >= len(self._cues):
            return False
        cue, following = self._cues[index], self._cues[index + 1]
        return speaker_of(self._morphs, following, [], cue.end, self._naming, bound=following.first) is not None

    # -- what lies in what ---------------------------------------------------------------------------------------

    def _holders(self, one: Found, found: list[Found]) -> list[Found]:
        around = [o for o in found if o is not one and any(span.covers(one.cue.span) for span in o.content)]
        return sorted(around, key=lambda o: -sum(len(span) for span in o.content))

    def _only_passes_on(self, one: Found, found: list[Found]) -> bool:
        total = sum(len(span) for span in one.content)
        for inner in found:
            if inner is one or not any(span.covers(inner.cue.span) for span in one.content):
                continue
            if rest_of(one.content, self._shell(inner)) <= max(_LITTLE, _SHARE * total):
                return True
        return False

    def _shell(self, one: Found) -> Spans:
        source = (one.speaker.phrase.whole,) if one.speaker is not None else ()
        return (*source, one.cue.span, *one.content)

    def _made(self, one: Found, holders: list[Found]) -> Credited:
        hops = _without_repeats([*(hop for holder in holders for hop in holder.own), *one.own])
        source = (one.speaker.phrase.whole,) if one.speaker is not None else ()
        return Credited(source, (one.cue.span,), one.content, one.stance, hops, confidence=_SURE[one.link])

    def _with_accounts(self, made: list[Credited]) -> list[Credited]:
        """Return the attributions with those of "에 따르면": one of its own, or the first hop of all that follow it."""
        for citation in self._citations:
            if citation.kind != "according":
                continue
            hops = self._naming.hops(citation.phrase, self._unit, "said")
            hops = tuple(replace(h, via="reported") if h.kind in _PRESS else h for h in hops)
            inside = [one for one in made if one.content[0].start >= citation.cue.end and one.cue]
            others = [one for one in made if one not in inside]
            inside = [replace(one, hops=_without_repeats([*hops, *one.hops])) for one in inside]
            content = self._account(citation)
            total = sum(len(span) for span in content)
            told = tuple(span for one in inside for span in (*one.source, *one.cue, *one.content))
            made = [*others, *inside]
            if total and not (inside and rest_of(content, told) <= max(_LITTLE, _SHARE * total)):
                own = Credited((citation.phrase.whole,), (citation.cue,), content, Stance.ASSERTS, hops, confidence=0.9)
                made.append(own)
        return made

    def _account(self, citation: Citation) -> Spans:
        """Return what is told according to somebody: the rest of the sentence, on both sides."""
        morphs, parts = self._morphs, []
        start = after_adjuncts(morphs, 0, citation.first)
        if start < citation.first:
            parts.append(Span(morphs[start].start, morphs[citation.first - 1].end))
        last = len(morphs) - 1
        while last > citation.last and morphs[last].tag in ("SF", "SP", "SE"):
            last -= 1
        begin = citation.last + 1
        while begin <= last and morphs[begin].tag == "SP":
            begin += 1
        if begin <= last:
            parts.append(Span(morphs[begin].start, morphs[last].end))
        return minus(tuple(parts), (), self._text)

    def _remember(self, one: Credited) -> None:
        hop = one.hops[-1]
        if hop.name is not None or hop.anonymous:
            noun = (hop.role or hop.name or "").split(" ")[-1].removesuffix("들")
            self._naming.people.note(self._unit, hop, noun)


_IDIOMS = {f"{noun} {verb}": via for (noun, verb), via in IDIOMS.items()}


def _last_verb(morphs: Morphs, after: int) -> Cue | None:
    """Return the last predicate after an index as a cue that says nothing by itself."""
    for index in range(len(morphs) - 1, after, -1):
        if morphs[index].base in ("VV", "XSV", "XSA", "VA") and morphs[index].tag != QUOTE:
            first = index - 1 if morphs[index].tag in ("XSV", "XSA") else index
            end = next((m.end for m in morphs[index:] if m.tag == "EF"), morphs[index].end)
            return Cue(first, index, morphs[first].form, Span(morphs[first].start, end), "final", len(morphs))
    return None


def _without_repeats(hops: list[Hop]) -> tuple[Hop, ...]:
    kept: list[Hop] = []
    for hop in hops:
        if kept and hop.name is not None and hop.name == kept[-1].name:
            continue
        kept.append(hop)
    return tuple(kept)
