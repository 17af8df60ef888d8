"""What a person is, by the noun that he or she is called: "official", "diplomat", "witness"."""

from __future__ import annotations

from provenance.languages.words import words
from provenance.model.source import PersonKind

_NOUNS: tuple[tuple[PersonKind, str], ...] = (
    (PersonKind.SOURCE, "source insider informant whistleblower tipster"),
    (PersonKind.OFFICIAL, "official bureaucrat functionary administrator"),
    (PersonKind.DIPLOMAT, """diplomat ambassador envoy negotiator attaché consul special_representative
        high_representative charge_d'affaires"""),
    (PersonKind.SPOKESPERSON, """spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen
        press_secretary press_officer spox"""),
    (PersonKind.POLITICIAN, """president minister premier chancellor mayor governor secretary politician candidate
        nominee vice_president gov. gov pres. prime_minister king queen prince princess emir sultan councillor
        councilman councilwoman"""),
    (PersonKind.LAWMAKER, """lawmaker senator congressman congresswoman legislator parliamentarian mp deputy sen. rep.
        sen rep backbencher assemblyman assemblywoman representative speaker majority_leader minority_leader"""),
    (PersonKind.AIDE, "aide adviser advisor staffer assistant chief_of_staff operative strategist counselor"),
    (PersonKind.WITNESS, "witness eyewitness bystander onlooker passerby passer-by"),
    (PersonKind.VICTIM, "victim survivor passenger patient hostage"),
    (PersonKind.RELATIVE, """relative friend colleague brother sister mother father son daughter wife husband widow
        widower uncle aunt cousin nephew niece grandmother grandfather parent"""),
    (PersonKind.RESIDENT, "resident villager neighbor neighbour townsman local inhabitant islander"),
    (PersonKind.PROTESTER, "protester demonstrator activist campaigner marcher organizer organiser"),
    (PersonKind.CRITIC, "critic opponent skeptic sceptic"),
    (PersonKind.SUPPORTER, "supporter backer ally fan"),
    (PersonKind.VOTER, "voter citizen constituent"),
    (PersonKind.LAWYER, "lawyer attorney solicitor barrister counsel"),
    (PersonKind.PROSECUTOR, "prosecutor attorney_general district_attorney"),
    (PersonKind.JUDGE, "judge justice magistrate"),
    (PersonKind.POLICE, """detective investigator sheriff constable policeman policewoman police_officer police_chief
        superintendent inspector trooper"""),
    (PersonKind.MILITARY, """soldier commander general admiral colonel captain lieutenant sergeant major marine sailor
        gen. col. lt. sgt. maj. adm. capt. veteran troops serviceman"""),
    (PersonKind.ANALYST, "analyst expert economist observer strategist pollster specialist commentator pundit"),
    (PersonKind.SCIENTIST, """scientist researcher scholar historian professor lecturer academic biologist physicist
        chemist geologist epidemiologist virologist meteorologist archaeologist sociologist psychologist seismologist
        prof. prof"""),
    (PersonKind.MEDIC, "doctor nurse medic paramedic surgeon physician midwife psychiatrist pathologist"),
    (PersonKind.TEACHER, "teacher headteacher headmaster schoolteacher principal"),
    (PersonKind.STUDENT, "student pupil undergraduate"),
    (PersonKind.EXECUTIVE, """executive manager banker trader investor director chairman chairwoman chairperson chair
        ceo owner founder co-founder entrepreneur businessman businesswoman chief_executive chief_executive_officer
        president_and_ceo broker"""),
    (PersonKind.EMPLOYEE, "employee worker clerk staff laborer labourer contractor miner welder technician"),
    (PersonKind.JOURNALIST, "journalist reporter correspondent editor columnist photographer blogger"),
)  # fmt: skip

KIND_OF_PERSON: dict[str, PersonKind] = {
    noun: kind for kind, nouns in reversed(_NOUNS) for noun in sorted(words(" ".join(nouns.split())))
}

# How nouns for people end: what ends so and is credited with words is somebody, where no list knows it for a thing.
HUMAN_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "eer", "eers")
# Whose somebody is, whatever it is: "a friend of the singer", "the owner of the shop".
OF_ANYBODY = (
    PersonKind.RELATIVE,
    PersonKind.AIDE,
    PersonKind.EXECUTIVE,
    PersonKind.RESIDENT,
    PersonKind.LAWYER,
    PersonKind.SUPPORTER,
    PersonKind.CRITIC,
)
# Parts of the world that officials and diplomats are of, where they begin a sentence too.
REGIONS = words("""
    western eastern northern southern european asian african arab nordic baltic balkan gulf allied caribbean
    scandinavian
""")

# Who is called so was there.
FIRST_HAND = words("""
    witness witnesses eyewitness eyewitnesses survivor survivors participant participants attendee attendees bystander
    bystanders onlooker onlookers
""")

# Abbreviated titles, which stand before a name alone.
TITLES = words("rep. sen. gov. gen. col. lt. sgt. maj. maj adm. capt. prof. pres. sen rep gov prof")
POLITE = words("mr. mrs. ms. mr mrs ms dr. dr sir dame lord lady miss")
# Words that may stand in an office beside its noun, and never make an affiliation.
OF_OFFICES = words("""
    chief deputy vice assistant acting former senior junior special prime foreign defense defence interior press state
    first second third interim outgoing incoming new then late retired leading top high general executive managing
    founding principal presidential parliamentary permanent associate honorary national regional local federal
    ex- ex ex-president political military economic legal financial medical scientific communications technical
    then-
""")
# What a minister is minister of, before the word.
PORTFOLIOS = words("""
    health finance transport education justice energy agriculture environment culture trade economy tourism housing
    science labor labour home security internal external affairs industry sports youth communications fisheries
    homeland water railway railways roads development
""")
MINISTERS = words("minister secretary commissioner ministers")
LEADING = words(
    "head heads lead leads run runs chair chairs direct directs headed led ran chaired manage manages own owns"
)
PARTIES = words("republican democrat conservative socialist liberal labour independent green libertarian communist")
