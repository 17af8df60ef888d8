"""Words that tell what a figure is of: who is counted, over which period, against which base, in which scope."""

from __future__ import annotations

from provenance.text.listed import listed

# Nouns that say no more than that people are counted; two of them may be the same people.
PEOPLE = listed(
    """
    person people dead death fatality victim inhabitant resident villager citizen adult individual human
    survivor casualty settler local islander townspeople
    """
)
# Nouns that may stand for the people of an event, though not for any people: those who are protected, moved, let in.
GROUPS = listed("immigrant migrant refugee applicant recipient enrollee dreamer beneficiary participant member")
# What a count is out of or over: two different ones of a line make two figures of one.
PERIODS = (
    listed("first second third fourth fifth sixth seventh eighth ninth tenth final opening last previous next"),
    listed(
        "january february march april may june july august september october november december spring summer "
        "autumn winter"
    ),
    listed("hour day week month quarter year decade daily weekly monthly quarterly yearly annual annually overnight"),
)
BASES = (
    listed("before after"),
    listed("average month year quarter decade"),
    listed("gross net real nominal adjusted unadjusted"),
    listed("cumulative current total single combined overall"),
)
SCOPES = (
    listed(
        "city town village capital district suburb suburbs county province region canton territory state country "
        "nation nationwide national global worldwide global domestic european regional local north south east west "
        "northern southern eastern western downtown airport church school campus"
    ),
    listed("men women boys girls children adults black white hispanic"),
)
# Before a unit of time these tell what a change is measured against: "from the month before", "than a year earlier".
COMPARED_WITH = listed("earlier before ago previous prior average")
