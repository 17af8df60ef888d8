"""The words that tell through whose hands somebody's words came."""

from __future__ import annotations

from provenance.languages.words import words

# "citing the ministry", "with reference to the General Staff"
CITING = words("citing quoting")
CITES = words("cite quote")
REFERRING = words("referring reference link")
# What can be cited as an origin though it is neither a person nor a body.
CITABLE = words("remark remarks comment comments interview testimony assessment intelligence findings")
# What is cited as a ground, not as an origin: "citing the constitution".
GROUNDS = words(
    "law laws constitution bill resolution treaty precedent ruling rule rules decree order agreement policy"
)

# What is said somewhere: "in an interview with", "in remarks broadcast on", "in an article for".
OCCASIONS = words("""
    interview statement email e-mail conversation message call remark comment letter speech address briefing post
    article essay op-ed column editorial recording video message tweet
    """)
SPEAKING = words("speaking talking writing")
# "comments carried by TASS", "an interview published by Politika": whoever does that hands them on.
CARRIED = words("carried published broadcast aired printed posted released reported televised distributed run")
QUOTED = words("quoted cited")
# "documents obtained by the Guardian": whoever has seen them hands them on.
SEEN = words("obtained seen reviewed viewed examined verified leaked published acquired uncovered revealed consulted")
# "court papers filed by prosecutors": whoever did that says what they say.
# "leaked to the Guardian"
GIVEN = words("leaked sent given provided shared submitted handed shown supplied passed released")
AUTHORED = words("""
    filed posted submitted signed circulated shared uploaded authored compiled prepared drafted written issued
    published released distributed commissioned sent
    """)

# "One of them said": of those whom the source before cited.
PARTS = words("one another both two neither either each second third other")
THE_SAME = words("source sources official officials person people diplomat diplomats aide aides")
CLOSE_TO = words("with close familiar briefed near inside involved acquainted privy who")
# "quoting police in Ningbo"
PLACED = words("in at from near")
