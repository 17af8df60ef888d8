"""What can be denied, and what only turned down: "denied the leak" is a claim, "denied the request" an act."""

from __future__ import annotations

from provenance.text.listed import listed

# What somebody has said: denied, it is said not to be true.
TOLD = listed(
    """
    accusation allegation claim report rumor rumour charge story account assertion suggestion speculation insinuation
    version finding conclusion narrative news theory notion reporting criticism assumption statement hint gossip
    """
)
# These are told only where someone denies, disputes or refutes them; "rejected the charge" is told, "the case" is not.
FIGURES = listed("figure number estimate toll data result statistic count tally")
# What is asked for: who denies it gives it not.
ASKED_FOR = listed(
    """
    request application appeal motion bail access entry visa permission petition plea parole asylum permit leave licence
    license admission accreditation clearance funding relief injunction extension bid proposal offer loan service care
    treatment right seat claimant chance opportunity coverage goal victory win title point penalty
    """
)
# What the one who denies would have or have done: "denied any involvement" is the denier's own.
OWN_PART = listed(
    """
    involvement role part responsibility knowledge wrongdoing guilt intention intent plan link tie connection interest
    complicity participation liability misconduct negligence bias fault culpability contact collusion impropriety
    """
)
# What lasts: not "[happened]", but "[is a fact]".
LASTING = OWN_PART | listed(
    """
    existence presence relationship rift feud affair split shortage crisis problem danger risk threat dispute deal
    agreement conflict connection delay discrimination racism corruption
    """
)
DENYING = listed("deny denial")
REFUTING = listed("reject dismiss refute rebut dispute repudiate contest contradict rubbish scotch")
