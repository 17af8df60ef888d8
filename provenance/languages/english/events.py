"""Nouns that tell an event, and the verbs that say no more than that it takes place."""

from __future__ import annotations

from provenance.text.listed import listed


def _pairs(text: str) -> dict[str, str]:
    return {noun: verb.replace("_", " ") for noun, verb in (pair.split(":") for pair in text.split())}


# What is done in an event, by the noun's lemma: "the visit was scheduled for" tells of the same as "plans to visit".
EVENT_VERBS = _pairs("""
    visit:visit trip:visit tour:tour travel:travel meeting:meet summit:meet talk:talk talks:talk negotiation:negotiate
    discussion:discuss consultation:consult conversation:talk encounter:meet dialogue:talk attack:attack strike:strike
    airstrike:strike raid:raid bombing:bomb explosion:explode blast:explode shooting:shoot killing:kill murder:murder
    arrest:arrest detention:detain invasion:invade launch:launch test:test election:elect vote:vote referendum:vote
    withdrawal:withdraw resignation:resign departure:depart arrival:arrive return:return release:release
    agreement:agree deal:agree accord:agree decision:decide announcement:announce statement:state speech:speak
    investigation:investigate probe:investigate inquiry:investigate trial:try hearing:hear protest:protest
    demonstration:demonstrate rally:rally march:march strike:strike crash:crash accident:crash earthquake:quake
    evacuation:evacuate rescue:rescue search:search deployment:deploy exercise:exercise drill:exercise war:fight
    fighting:fight battle:fight offensive:attack assault:attack clash:clash ceasefire:cease truce:cease death:die
    funeral:bury wedding:marry birth:bear merger:merge acquisition:acquire purchase:buy sale:sell acquittal:acquit
    conviction:convict sentencing:sentence execution:execute appointment:appoint nomination:nominate dismissal:dismiss
    inauguration:inaugurate opening:open closure:close construction:build preparation:prepare delivery:deliver
    shipment:ship export:export import:import payment:pay donation:donate ban:ban sanction:sanction embargo:ban
    invitation:invite denuclearization:denuclearize disarmament:disarm cancellation:cancel delay:delay increase:increase
    rise:rise fall:fall drop:drop decline:decline cut:cut loss:lose victory:win win:win defeat:defeat race:race
    flight:fly landing:land takeover:take_over coup:overthrow abduction:abduct kidnapping:kidnap escape:escape
    interview:interview conference:meet forum:meet session:meet round:talk call:call review:review
""")
# An agreement is reached; a summit that is reached is a mountain's.
REACHED = listed("agree cease decide settle")
# Events that are done with somebody: "have talks", "hold a meeting", "pay a visit", "reach an agreement".
LIGHT_VERBS = listed(
    """
    have hold make pay give take conduct carry do launch reach strike sign stage undertake mount perform deliver
    """
)
# With an event as their subject these say only that it happens, or when: "the visit was scheduled for".
HAPPENING = listed(
    """
    be take_place happen occur come schedule plan set slate arrange fix expect anticipate hold begin start open last run
    go_ahead continue follow conduct carry_out stage
    """
)
# What is done to a plan or deal by these verbs is the event, not the plan.
ACTS = listed(
    """
    approve reject accept support back oppose welcome condemn praise criticize criticise blame endorse adopt
    pass sign veto block dismiss ban
    """
)
# Verbs whose object is the place itself.
GOING = listed(
    """
    visit tour reach leave enter cross invade occupy attack bomb hit strike shell storm capture
    """
)
