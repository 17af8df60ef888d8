"""How an outlet says that a source kept silent, or that it could not check what a source said."""

from __future__ import annotations

from provenance.languages.words import words

SILENT_HEADS = frozenset(("decline", "refuse", "fail", "refusal", "unwilling", "unable", "reluctance"))
SILENT_VERBS = words("""
    comment say respond reply answer elaborate specify discuss disclose name identify reveal provide give confirm
    speak talk explain tell mention return clarify offer detail indicate state address deny rule_out
    """) | words("said commented responded replied confirmed denied disclosed specified ruled reached")
UNNAMED = frozenset(("name", "identify", "anonymous", "unnamed", "unidentified"))

# Not done, these leave a matter open whatever it is: "did not say when", "has not confirmed the arrest".
LEFT_OPEN = words("say comment elaborate specify disclose reveal confirm deny clarify rule_out")
# Only not willing to, or asked about it, a source is silent: "would not discuss the case", "declined to name her".
LEFT_OPEN_WHEN_REFUSED = LEFT_OPEN | words("""
    discuss answer respond reply explain name identify provide give speak talk tell return detail state address
    release share
    """)
# What is not answered: "did not respond to a request", "did not return calls".
APPROACHES = words("""
    request question query inquiry enquiry message call email e-mail letter phone_call comment invitation text
    voicemail telephone
    """)
UNANSWERED = words("respond reply return answer acknowledge")
# "Had no comment", "gave no details of the plan".
GIVING = words("have give offer make provide issue")
GIVEN = words(
    "comment detail details explanation reason information statement response answer figure figures breakdown"
)
UNREACHED = words("reach contact locate")
UNAVAILABLE = words("available unavailable unreachable")
# What those have not who say that they know nothing: "said it had no information".
KNOWLEDGE = words("information knowledge comment details record indication idea")

CHECKING = words("verify corroborate authenticate substantiate confirm")
CHECKED_ALONE = CHECKING - words("confirm")  # who could not do this has doubted, whoever it is
# With these a claim that was just told is meant: "the claim could not be verified".
CLAIM_NOUNS = words("""
    claim report statement account figure number information assertion allegation toll detail version accusation
    this that it they these those neither either which
    """)
