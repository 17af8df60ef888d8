"""Words that tell what one thing has only one of: when it came out, what kind of thing it is, who directed it.

Our own lists, made after what encyclopedias and obituaries say of people, works and places.
"""

from __future__ import annotations

from provenance.text.listed import listed

# Things of two kinds are two things. A word stands for one kind; what may be two ("agency") is left out.
KINDS: dict[str, frozenset[str]] = {
    "person": listed(
        """
        actor actress singer songwriter singer-songwriter rapper musician guitarist drummer bassist pianist composer
        author writer novelist poet playwright screenwriter journalist dramatist columnist essayist historian
        director filmmaker producer comedian comedienne dancer choreographer model painter sculptor photographer
        designer architect politician lawyer attorney judge diplomat senator congressman congresswoman economist
        scientist physicist chemist biologist mathematician engineer inventor programmer entrepreneur businessman
        businesswoman footballer striker goalkeeper midfielder quarterback boxer wrestler swimmer cricketer golfer
        cyclist gymnast athlete sprinter skater philosopher theologian psychologist philanthropist activist broadcaster
        presenter televangelist rower magician stuntman criminal murderer gangster soldier nurse physician surgeon
        teacher professor astronaut explorer voice-actor socialite revolutionary statesman rabbi bishop pastor
        """
    ),
    "film": listed("film movie documentary biopic"),
    "series": listed("series sitcom telenovela miniseries soap_opera show"),
    "drama": listed("thriller comedy drama romance"),
    "channel": listed("channel network"),
    "school": listed("university college"),
    "team": listed("club team"),
    "album": listed("album mixtape"),
    "song": listed("song ballad"),
    "book": listed("novel book novella memoir autobiography trilogy"),
    "play": listed("play opera musical"),
    "painting": listed("painting fresco"),
    "band": listed("band duo quartet trio"),
    "animal": listed("dog cat horse cow bird fish frog lizard snake whale shark pig goat sheep insect"),
    "vehicle": listed("truck car bicycle motorcycle tractor bus"),
    "place": listed(
        "city town village county municipality province river mountain lake island peninsula desert suburb borough "
        "country continent volcano"
    ),
    "company": listed("company corporation manufacturer retailer airline conglomerate"),
    "food": listed("cheese sandwich dessert vegetable fruit soup bread beer wine"),
    "tour": listed("tour concert"),
    "podcast": listed("podcast"),
    "periodical": listed("magazine newspaper journal"),
    "building": listed("building skyscraper tower stadium bridge museum cathedral church"),
    "photograph": listed("photo photograph"),
    "game": listed("game"),
    "sport": listed("sport"),
    "disease": listed("disease cancer"),
}
# A band's name may be its album's, a novel's its film's: where both are told of one name, they may be two.
NAMESAKES = frozenset(
    map(frozenset, (("band", "album"), ("album", "song"), ("series", "book"), ("film", "book"), ("play", "film")))
)
# And these one thing can be at once: a film is a comedy, and a university stands in a building.
BOTH = frozenset(
    map(
        frozenset,
        (
            ("drama", "film"), ("drama", "series"), ("drama", "play"), ("drama", "book"), ("company", "channel"),
            ("company", "team"), ("series", "channel"), ("place", "team"), ("place", "school"), ("building", "place"),
            ("building", "school"), ("sport", "game"), ("film", "series"), ("tour", "album"), ("song", "play"),
            ("series", "team"), ("company", "school"), ("company", "person"), ("company", "building"),
            ("team", "school"), ("game", "film"), ("game", "series"), ("game", "team"), ("film", "team"),
        ),
    )
)  # fmt: skip
WORKS = frozenset({"film", "series", "album", "song", "book", "play", "painting"})

# Participles before a date, after a name: what happens to one thing once.
ONCE: dict[str, frozenset[str]] = {
    "born": listed("born"),
    "died": listed("died killed assassinated executed murdered"),
    "released": listed("released premiered"),
    "published": listed("published"),
    "founded": listed("founded established formed incorporated"),
    "opened": listed("opened inaugurated"),
    "aired": listed("aired"),
    "signed": listed("signed ratified"),
    "married": listed("married"),
    "retired": listed("retired"),
    "completed": listed("completed"),
}
# One thing has one of these, or one set of them.
MAKERS: dict[str, frozenset[str]] = {
    "directed": listed("directed"),
    "written": listed("written authored penned"),
    "produced": listed("produced"),
    "created": listed("created"),
    "composed": listed("composed"),
    "hosted": listed("hosted presented"),
    "founder": listed("founded co-founded established"),
    "painted": listed("painted"),
    "designed": listed("designed"),
    "portrayed": listed("portrayed played"),
    "invented": listed("invented"),
    "performed": listed("performed recorded sung"),
    "narrated": listed("narrated"),
}
