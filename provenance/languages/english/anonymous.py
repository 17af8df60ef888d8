"""How texts tell of people without a name: what they are close to, whether they saw it, why they are not named."""

from __future__ import annotations

import re

from provenance.languages.words import words

CLOSE = words("close familiar near knowledge briefed involved informed acquainted aware privy inside insight")
# What follows these is a body that the person belongs to.
BELONGS = words("in at from of with within for inside on to")

ASKED = re.compile(
    r"(?:on (?:the )?condition (?:of anonymity|of not being (?:named|identified|quoted by name)"
    r"|that (?:he|she|they|it|[a-z ]{1,20}) (?:not )?(?:be|remain|remained|was|were) "
    r"(?:not (?:be )?)?(?:named|identified|anonymous|unnamed))"
    r"|(?:ask(?:ed|ing)?|request(?:ed|ing)?|wish(?:ed|ing)?|want(?:ed|ing)?|prefer(?:red|ring)?|insist(?:ed|ing)?"
    r"|declin(?:ed|ing)|refus(?:ed|ing)) (?:on )?(?:not to be|to remain|to stay|to be|that (?:he|she|they) not be) "
    r"(?:named|identified|anonymous|unnamed|unidentified|quoted by name|quoted)"
    r"|(?:request(?:ed|ing)|demand(?:ed|ing)|(?:was|were) granted|insist(?:ed|ing) on|ask(?:ed|ing) for) anonymity"
    r"|(?:spoke|speaking|speak|talked|talking) (?:anonymously|on background|off the record)"
    r"|names? (?:was|were|is|are|has been|have been) (?:withheld|not (?:given|disclosed|released|published)))",
    re.IGNORECASE,
)
REASON = re.compile(
    r",? ?(?:because of|because|given|as|since|due to|owing to|citing|out of|for(?= fear of)|in order(?= to )|(?=to \w)"
    r"|when|in|(?=(?:discussing|describing|disclosing) )) ?(?P<why>[^.,;”\"]+)",
    re.IGNORECASE,
)
NOT_ALLOWED = re.compile(
    r"(?:(?P<because>because |as |since )(?:[a-z]+ ){1,3}?)?"
    r"(?:(?:is|are|was|were|being)(?: not|n['’]t) (?:authori[sz]ed|allowed|permitted|cleared|at liberty) to [^.,;”\"]+"
    r"|(?:lacked|without|did not have) (?:the )?authori[sz]ation to [^.,;”\"]+)",
    re.IGNORECASE,
)

# What one may be "to" somebody: an adviser to the prime minister, an envoy to Chad.
SERVING = words("""
    aide aides adviser advisers advisor advisors assistant assistants envoy envoys ambassador ambassadors counsel deputy
    delegate delegates negotiator
""")

_SEEN = (
    r"(?:witness(?:ed|es)|attended|attends|took part in|taken part in|participated in"
    r"|(?:was|were|is|are|had been) (?:(?:also|both|all|himself|herself|themselves) )?"
    r"(?:present|in the (?:room|car|hall|building|meeting|crowd|house|courtroom|cockpit)"
    r"|on (?:the )?(?:board|call|scene|site)|at the (?:scene|meeting|site|table|talks|dinner|briefing)|there|among)"
    r"|(?:had |has |have )?(?:personally )?"
    r"(?:saw|seen|heard|overheard|watched|read|reviewed|viewed|filmed|survived|observed|listened to)\b"
    r"|present (?:at|in|during)|took the photo"
    r"|(?:direct|first-?hand|first hand|personal) (?:knowledge|experience))"
)
SEEN = re.compile(rf"\b(?:{_SEEN}|participating in|attending|witnessing|first-?hand)\b", re.IGNORECASE)
NOT_SEEN = re.compile(
    r"\b(?:(?:was|were|had|did|has|have|is|are)(?: not|n['’]t)(?: been| himself| herself| themselves)? "
    r"(?:present|in the \w+|at the \w+|there|attend|witness|witnessed|see|seen|hear|heard|take part|taken part|read)"
    r"|without (?:direct|first-?hand|personal) knowledge|no (?:direct|first-?hand|personal) knowledge)\b",
    re.IGNORECASE,
)
BY_HEARSAY = re.compile(
    r"\b(?:(?:was|were|been|being|get|got|had been|have been|has been)(?: later| also| then)? "
    r"(?:briefed|told|informed)|briefed (?:on|about|by)|told (?:of|about|by)|informed (?:of|about|by)"
    r"|(?:heard|learn(?:ed|t)|had it|heard of it|knew) (?:of |about )?(?:it |this |that )?(?:from|second-?hand)"
    r"|second-?hand)\b",
    re.IGNORECASE,
)
