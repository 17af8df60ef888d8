"""Words that look like a denial and are none, and words that turn what stands below them round."""

from __future__ import annotations

from provenance.text.listed import listed

# "Not only sank two boats": what follows is stated.
ONLY = listed("only just merely simply solely exclusively")
# "No fewer than 40": a bound of a figure.
BOUNDS = listed("fewer less more later earlier sooner greater higher lower bigger smaller")
# "Nothing but scorch the paint": all the same, it did that.
EXCEPT = listed("but except")
# "Hardly a house was left": as good as none.
HARDLY = listed("hardly scarcely barely")
# "At no point", "under no circumstances": never.
NEVER = listed("point time circumstance condition way mean means account stage case moment")
# Nobody can deny it, there is no doubt of it: it is so.
DENYING = listed("deny doubt dispute contest question refute denying disputing doubting")
DOUBT = listed("doubt question denying disputing doubting mistaking")
# Nobody can say that it is so: it is not.
CLAIMING = listed("say claim argue pretend maintain contend assert suggest tell")
WHO_CANNOT = listed("nobody none few no-one noone")
LITTLE = listed("no little")
ABLE = listed("can could ca cannot")
