"""Words by which people and bodies are called without their names, and the verbs that make two of them equals."""

from __future__ import annotations

from collections.abc import Mapping

from provenance.languages.words import words

# What stands before a name and is no part of it; royal titles are, for "Prince Aldo" has no other name.
TITLES = words("""
    mr mrs ms miss dr prof professor doctor sen senator rep representative gov governor gen general lt lieutenant col
    colonel maj major sgt sergeant capt captain cpl corporal adm admiral cmdr commander insp inspector det detective
    supt superintendent constable officer sheriff judge justice prosecutor president premier chancellor
    minister secretary ambassador envoy mayor councillor councilor alderman deputy congressman congresswoman
    assemblyman assemblywoman speaker chairman chairwoman chairperson director coach bishop archbishop cardinal
    father rev reverend pastor rabbi imam ayatollah sheikh vicar chaplain monsignor brother rector spokesman
    spokeswoman spokesperson
    """)
# What stands before a whole name alone: "Baker Ruth Abara", though "Baker Mayfield" is the man's own name.
OCCUPATIONS = words("""
    accountant actor actress acrobat activist actuary adviser advisor aide analyst anthropologist apprentice
    archaeologist architect archivist artist astronaut astronomer athlete attorney author baker banker barber barrister
    beekeeper billionaire biochemist biologist blogger boatman bookseller botanist boxer brewer broker builder
    businessman businesswoman butcher campaigner candidate cardiologist carpenter cartoonist cellist chairholder chef
    chemist choreographer cleaner clerk climber columnist comedian commentator composer conductor cook cosmonaut
    courier cricketer critic curator cyclist dancer dean defender defendant dentist designer developer diplomat diver
    drummer ecologist economist editor electrician engineer entomologist entrepreneur epidemiologist farmer
    ferryman filmmaker firefighter fisherman footballer forester forward founder frontman gardener geneticist geographer
    geologist glaciologist goalkeeper golfer grocer guide guitarist gymnast hairdresser hermit hiker historian homeowner
    hydrologist illustrator immunologist influencer innkeeper investor janitor jeweller jockey journalist juror
    landlady landlord lawmaker lawyer lecturer librarian lifeguard linguist lobbyist locksmith mathematician mechanic
    meteorologist midfielder midwife millionaire miner model mountaineer musician naturalist neurologist
    neuroscientist novelist nurse nutritionist oceanographer paediatrician painter palaeontologist paramedic
    pathologist pensioner pharmacist philanthropist philosopher photographer physician physicist pianist pilot
    plumber poet policeman policewoman politician postman potter principal printer prisoner producer programmer
    psychiatrist psychologist publisher pupil quarterback rapper ranger referee refugee reporter researcher
    restaurateur retiree rower runner sailor scientist sculptor seamstress seismologist shepherd shopkeeper singer
    skater skier smuggler sociologist soldier solicitor soprano sprinter statistician stockbroker striker student
    suspect surfer surgeon surveyor survivor swimmer tailor teacher technician tenor therapist trader trainer translator
    tycoon umpire undertaker veterinarian vet victim violinist virologist volcanologist volunteer waiter waitress
    weaver welder whistleblower widow widower winemaker witness worker wrestler writer zoologist
    """)
SHORT_TITLES: Mapping[str, str] = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant",
    "col": "colonel", "maj": "major", "sgt": "sergeant", "capt": "captain", "cpl": "corporal", "adm": "admiral",
    "cmdr": "commander", "insp": "inspector", "det": "detective", "supt": "superintendent", "dr": "doctor",
    "prof": "professor", "rev": "reverend", "pm": "premier", "ceo": "chief", "mp": "lawmaker",
}  # fmt: skip

KIN = words("""
    husband wife father mother son daughter brother sister uncle aunt nephew niece grandfather grandmother grandson
    granddaughter cousin partner fiance fiancee widow widower stepfather stepmother stepson stepdaughter twin
    deputy boss colleague neighbour neighbor friend rival predecessor successor lawyer attorney agent manager
    """)

# What a wider word may mean: "the leader" is a president, "the singer" a tenor.
_SPECIES: Mapping[str, frozenset[str]] = {
    "leader": words(
        "president premier chancellor king queen emir sultan ruler chief chairman chairwoman prime_minister dictator"
    ),
    "ruler": words("president king queen emir sultan leader dictator"),
    "premier": words("prime_minister"),
    "politician": words("senator minister congressman congresswoman mayor governor lawmaker councillor candidate"),
    "lawmaker": words("senator congressman congresswoman representative councillor legislator mp"),
    "legislator": words("senator congressman congresswoman representative lawmaker"),
    "singer": words("tenor soprano baritone vocalist frontman"),
    "musician": words("pianist violinist drummer guitarist cellist singer composer conductor"),
    "artist": words("painter sculptor singer photographer illustrator"),
    "writer": words("novelist poet author playwright essayist"),
    "author": words("novelist poet writer"),
    "novelist": words("author writer"),
    "athlete": words("swimmer runner sprinter cyclist boxer wrestler skier rower jumper hurdler"),
    "player": words("striker goalkeeper midfielder defender forward winger captain quarterback pitcher"),
    "footballer": words("striker goalkeeper midfielder defender forward winger"),
    "scientist": words("biologist physicist chemist astronomer geologist ecologist zoologist botanist researcher"),
    "researcher": words("biologist physicist chemist astronomer geologist ecologist zoologist scientist"),
    "cleric": words("bishop archbishop cardinal priest imam pastor rabbi ayatollah father vicar"),
    "priest": words("father vicar chaplain monsignor"),
    "officer": words("inspector sergeant detective lieutenant constable superintendent captain colonel major"),
    "detective": words("inspector sergeant"),
    "attorney": words("lawyer"),
    "lawyer": words("attorney"),
    "spokesperson": words("spokesman spokeswoman"),
    "doctor": words("surgeon physician paediatrician cardiologist"),
    "businessman": words("billionaire millionaire entrepreneur tycoon"),
    "businesswoman": words("billionaire millionaire entrepreneur"),
    "defendant": words("accused suspect"),
    "diplomat": words("ambassador envoy consul"),
    "paper": words("gazette herald tribune courier post times journal newspaper"),
    "newspaper": words("gazette herald tribune courier post times journal paper"),
    "tabloid": words("newspaper paper"),
    "university": words("college"),
    "ministry": words("department"),
}  # fmt: skip


def means(noun: str, called: frozenset[str]) -> bool:
    """True where somebody who is called by these words may be meant by the noun.

    >>> means("leader", frozenset(("president",))), means("president", frozenset(("leader",)))
    (True, False)
    """
    return noun in called or not called.isdisjoint(_SPECIES.get(noun, ()))


# With "the" they mean a firm that was named; which, only where no other was.
_COMPANIES = words("""
    company firm group business manufacturer maker retailer producer supplier operator developer airline carrier bank
    lender insurer brewer broadcaster publisher start-up startup giant conglomerate corporation contractor utility
    supermarket chain miner refiner shipyard organisation organization charity foundation nonprofit club team union
    party agency watchdog regulator office institute bureau body commission
    """)
_ANY_FIRM = words("""
    company firm group business manufacturer maker retailer producer supplier operator developer corporation giant
    conglomerate start-up startup contractor
    """)


def is_any_firm(noun: str) -> bool:
    """True for "company" and "carmaker": what any firm can be called, whatever its name says.

    >>> is_any_firm("carmaker"), is_any_firm("union")
    (True, False)
    """
    return noun in _ANY_FIRM or (noun.endswith("maker") and noun not in ("lawmaker", "policymaker", "filmmaker"))


def is_body_noun(noun: str) -> bool:
    """True for a noun that calls a body rather than one person."""
    return noun in _COMPANIES or is_any_firm(noun)


# Of two who met, neither is the likelier to be "she" in the next sentence.
RECIPROCAL = words("""
    meet marry embrace hug kiss greet quarrel argue debate fight clash join face divorce resemble phone
    """)

MEMBERS = words("republican democrat conservative liberal socialist communist nationalist independent labourite tory")

# "Those were the words of ...": what a sentence calls the quotation before it.
WORDINGS = words("""
    word message verdict answer reply response view opinion advice warning plea promise complaint comment remark
    assessment conclusion summary explanation appeal cry battle_cry motto lament hope
    """)
