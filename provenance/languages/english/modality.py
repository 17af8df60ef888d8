"""Words that say how a claim holds: planned, possible, expected, demanded, supposed, denied; and whose doubt it is."""

from __future__ import annotations

from provenance.model.frame import Modality
from provenance.text.listed import listed


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


def _table(modality: Modality | None, text: str) -> dict[str, Modality | None]:
    return dict.fromkeys(_words(text), modality)


# Auxiliaries, in lower case. "Would" is a plan told in the past ("said he would go") unless a condition stands by.
MODALS = {
    **_table(Modality.PLAN, "will 'll ’ll wo shall would 'd ’d gonna"),
    **_table(Modality.POSSIBILITY, "may might could can ca"),
    **_table(Modality.DEMAND, "must should ought"),
}

# Verbs with an infinitive that says what is done: "plans to visit" is a visit, planned. None: nothing but a fact.
CATENATIVES: dict[str, Modality | None] = {
    **_table(
        Modality.PLAN,
        "plan intend aim hope agree promise pledge vow prepare decide arrange schedule slate set mean seek want wish "
        "opt choose resolve propose offer look go be consent undertake commit program time",
    ),
    **_table(Modality.POSSIBILITY, "try attempt threaten struggle fight consider work"),
    **_table(Modality.PREDICTION, "expect forecast predict project anticipate"),
    **_table(Modality.DEMAND, "have need require oblige"),
    **_table(
        None,
        "begin start continue manage help come get use tend happen cease stop proceed rush return turn_out serve "
        "appear seem remain keep see find know say report believe think understand prove dare get_to allege suspect "
        "presume rumor rumour rumoure",
    ),
    **_table(None, "fail refuse decline neglect"),
}
# Led through only in the passive ("is expected to visit"): in the active another does it ("expects him to").
PASSIVE_ONLY = listed(
    """
    see find know say report believe think understand allege suspect presume rumor rumour rumoure consider forecast
    predict project anticipate require oblige use
    """
)
NEGATIVE_CATENATIVES = listed("fail refuse decline neglect cease stop")

# Adjectives with an infinitive or a clause: "is due to", "is likely to".
ADJECTIVES: dict[str, Modality | None] = {
    **_table(
        Modality.PLAN, "due set ready scheduled slated willing determined prepared eager keen bound poised going about"
    ),
    **_table(Modality.PREDICTION, "likely expected unlikely certain sure"),
    **_table(Modality.POSSIBILITY, "possible able unable free"),
    **_table(Modality.DEMAND, "necessary essential obliged required supposed"),
}
NEGATIVE_ADJECTIVES = listed("unlikely unable impossible unwilling")

ADVERBS = {
    **_table(Modality.POSSIBILITY, "perhaps maybe possibly potentially conceivably"),
    **_table(Modality.PREDICTION, "probably likely presumably"),
}
NOUNS = {
    **_table(Modality.POSSIBILITY, "possibility chance prospect risk danger likelihood potential option"),
    **_table(Modality.PLAN, "plan plans intention proposal"),
    **_table(Modality.PREDICTION, "expectation forecast prediction"),
    **_table(Modality.DEMAND, "demand call request need"),
}
# "The visit was scheduled for April 25": what happens to the event makes it a plan or a prediction.
EVENT_STATES = {
    **_table(Modality.PLAN, "schedule plan set slate arrange fix due"),
    **_table(Modality.PREDICTION, "expect anticipate"),
}
# "The expected meeting", "a planned visit".
PARTICIPLES = {
    **_table(Modality.PLAN, "planned scheduled upcoming forthcoming proposed future"),
    **_table(Modality.PREDICTION, "expected anticipated likely"),
    **_table(Modality.POSSIBILITY, "possible potential"),
}

NEGATIONS = listed("no not n't n’t never neither nor nobody nothing none nowhere hardly scarcely cannot")

# A doubt that the outlet (or, inside a source's words, the source) puts on a claim.
HEDGING_ADVERBS = listed(
    """
    reportedly allegedly apparently purportedly supposedly seemingly ostensibly evidently presumably rumoredly
    """
)
HEDGING_ADJECTIVES = listed(
    "alleged reported purported suspected rumored rumoured apparent supposed so-called unconfirmed putative"
)
REPORTED_FIGURES = listed("figure number datum data result sale earnings profit loss revenue income")  # these are told
HEDGING_PASSIVES = listed(
    "believe think say report rumor rumour rumoure understand allege suspect assume presume expect"
)
HEDGING_MODALS = listed("may might")
HEDGING_RAISERS = listed("appear seem")
THINKING = listed("think believe guess suppose suspect feel assume imagine reckon hope")
CONDITIONS = listed("if unless provided")
