"""What a cue does with its content, and how it is told as a step of a chain."""

from __future__ import annotations

from provenance.languages.words import words
from provenance.model.attribution import Stance

STANCES: tuple[tuple[Stance, frozenset[str]], ...] = (
    (
        Stance.CONFIRMS,
        words(
            "confirm confirmation acknowledge acknowledgement acknowledgment admit admission concede verify affirm "
            "reaffirm certify corroborate authenticate attest"
        ),
    ),
    (
        Stance.DENIES,
        words(
            "deny denial reject dismiss refute rebut dispute repudiate disavow contradict rule_out disagree renounce "
            "shrug_off brush_off counter"
        ),
    ),
    (
        Stance.DOUBTS,
        words(
            "doubt question skeptical sceptical wonder suspicious wary doubtful unsure dismissive debate unconvinced "
            "unverified"
        ),
    ),
    (
        Stance.PLANS,
        words(
            "plan intend vow pledge promise threaten decide aim offer agree resolve undertake commit swear eager "
            "willing prepared determined decision intention proposal_to go_on opt choose threat"
        ),
    ),
    (
        Stance.DEMANDS,
        words(
            "demand urge call call_on call_for order insist_on ask_for press request implore beg require exhort "
            "encourage advise recommend propose recommendation proposal instruct command plead appeal advocate want "
            "challenge seek wish tell_to"
        ),
    ),
    (Stance.ASKS, words("ask query inquire enquire")),
    (Stance.DECLINES, words("decline refuse refusal reluctance reluctant unwilling unwillingness balk resist")),
)
# Who does not deny it leaves it open; who does not doubt it says so; who does not plan it will not do it.
_NEGATED = {
    Stance.CONFIRMS: Stance.DOUBTS,
    Stance.DENIES: Stance.DECLINES,
    Stance.DOUBTS: Stance.ASSERTS,
    Stance.PLANS: Stance.DECLINES,
}
_TOLD_WITH = frozenset(("for", "of", "about", "against", "on", "with", "in", "at", "to noun"))
_PHRASES = frozenset(("to", "obj to", "for", "noun to", "noun for", "on", "obj"))

IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote", "find": "found", "think": "thought", "know": "knew",
    "show": "showed", "hold": "held", "read": "read", "put": "said", "speak": "spoke", "see": "saw", "hear": "heard",
    "feel": "felt", "understand": "understood", "foresee": "foresaw", "forecast": "forecast", "mean": "meant",
    "teach": "taught", "swear": "swore", "bet": "bet", "cast": "cast", "quote": "quoted", "admit": "admitted",
    "plan": "planned", "deny": "denied", "imply": "implied", "worry": "worried", "testify": "testified",
    "clarify": "clarified", "specify": "specified", "reply": "replied", "verify": "verified", "cry": "cried",
    "refer": "referred", "hint": "hinted", "beg": "begged", "rip": "ripped", "go on": "went on", "let on": "let on",
    "seek": "sought", "shoot back": "shot back", "hit back": "hit back", "lay out": "laid out", "rule out": "ruled out",
    "make clear": "made clear", "learn": "learned", "according to": "said", ":": "said", "in words of": "said",
    "unverified": "could not verify",
    "decry": "decried", "identify": "identified", "certify": "certified", "signal": "signalled", "defy": "defied",
}  # fmt: skip


def stance_of(lemma: str, frame: str, *, negated: bool = False) -> Stance:
    """Return what the cue does with its content: "say" asserts, "not believe" doubts, "ask ... to" demands."""
    if lemma in ("ask", "tell") and frame in ("obj to", "to", "for"):
        return Stance.DEMANDS
    if lemma in ("agree", "decide", "call", "challenge", "call on") and frame not in _PHRASES:
        return Stance.ASSERTS
    for stance, lemmas in STANCES:
        if lemma in lemmas:
            if negated and lemma != "unverified" and stance in _NEGATED:
                return _NEGATED[stance]
            if lemma == "promise" and frame == "that":
                return Stance.PLANS
            return stance
    return Stance.DOUBTS if negated else Stance.ASSERTS


def told(lemma: str, frame: str = "that") -> str:
    """Return the cue as a step of a chain: "said", "reported", "called for"; a noun or adjective is "said".

    >>> told("say"), told("report"), told("point out"), told("call", "for")
    ('said', 'reported', 'pointed out', 'called for')
    """
    if frame.startswith(("noun", "is ")):
        return "said"
    if frame in _TOLD_WITH:
        return f"{told(lemma)} {frame.removesuffix(' noun')}"
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    verb, _, particle = lemma.partition(" ")
    if verb in IRREGULAR:
        past = IRREGULAR[verb]
    elif verb.endswith("e"):
        past = f"{verb}d"
    elif verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        past = f"{verb[:-1]}ied"
    else:
        past = f"{verb}ed"
    return f"{past} {particle}".strip()
