"""Words before a name of which there is one: "born in", "directed by", "the capital of". Our own list."""

from __future__ import annotations

from provenance.text.listed import listed

# One thing has one of these: the word, and the preposition that stands between it and the name.
ONE_NAMED: dict[str, frozenset[str]] = {
    "in": listed(
        "born locate situate base set arise originate film shoot headquarter found establish compete city town village "
        "suburb county district municipality state region province capital live reside raise grow die bury"
    ),
    "by": listed(
        "direct write compose create publish perform record develop design invent own host play portray found album "
        "song novel book film single paint build release distribute manufacture produce call name"
    ),
    "of": listed(
        "capital president prime_minister king queen governor mayor daughter son sister brother wife husband widow "
        "founder author creator director host member province state part remake adaptation"
    ),
    "for": listed("play work write"),
    "on": listed("air broadcast premiere base"),
    "as": listed("know serve"),
    "with": listed("marry"),
    "from": listed("originate come hail graduate"),
    "at": listed("premiere study teach"),
}
# Verbs that say no more than "is": one side may do without.
LIGHT = listed("make take become get play feature")
COLOURS = listed("red blue green yellow black white orange purple pink brown grey gray")
NEGATING_PREFIXES = ("un", "in", "im", "non", "dis", "ir", "il")
ABOVE = listed("over above exceeding")
BELOW = listed("under below")
