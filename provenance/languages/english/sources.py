"""Nouns that name sources, and what kind of source each is."""

from __future__ import annotations

from provenance.languages.words import words
from provenance.model.source import SourceKind

# People who can be meant without being named: the head nouns of anonymous sources.
PEOPLE = words("""
    source sources official officials diplomat diplomats aide aides adviser advisers advisor advisors analyst analysts
    expert experts observer observers insider insiders witness witnesses eyewitness eyewitnesses resident residents
    person people man woman men women lawmaker lawmakers senator senators staffer staffers employee employees worker
    workers executive executives operative operatives strategist strategists spokesman spokeswoman spokesperson
    spokespeople representative representatives delegate delegates supporter supporters critic critics opponent
    opponents protester protesters activist activists veteran veterans voter voters citizen citizens economist
    economists historian historians scientist scientists researcher researchers doctor doctors nurse nurses lawyer
    lawyers attorney attorneys prosecutor prosecutors judge judges investigator investigators detective detectives
    officer officers soldier soldiers general generals commander commanders politician politicians minister ministers
    leader leaders member members colleague colleagues friend friends neighbor neighbors neighbour neighbours relative
    relatives survivor survivors passenger passengers student students teacher teachers professor professors scholar
    scholars correspondent correspondents journalist journalists reporter reporters editor editors columnist
    columnists author authors driver trader traders banker bankers investor investors manager managers consultant
    consultants donor donors bureaucrat farmer farmers fisherman fishermen guards tycoon tycoons negotiator
    negotiators ambassador ambassadors envoy envoys participant participants attendee attendees pilot pilots rescuer
    rescuers mayor mayors coach nurse teacher sheriff president governor chancellor premier chairman chairwoman
    director secretary captain candidate owner founder welder shopkeeper shopkeepers villager villagers demonstrator
    demonstrators defendant suspect victim victims teenager
""")
ANONYMOUS_HEADS = words("source sources insider insiders person people informant informants whistleblower")
# With "the" they mean one known person: "the minister said".
OFFICES = words("""
    president minister premier chancellor mayor governor senator congressman congresswoman judge justice chairman
    chairwoman chair chief director secretary ambassador envoy king queen prince pope general commander prosecutor
    leader candidate nominee coach manager owner founder author lawyer attorney spokesman spokeswoman spokesperson
    captain sheriff speaker principal dean rector professor doctor nurse teacher defendant suspect victim widow
    developer driver pilot
""")
INDEFINITE = words("some others many several few most all someone somebody none both one those people anyone everyone")
SPOKESPEOPLE = words("spokesman spokeswoman spokesperson spokespeople representative")

CROWDS = words("""
    resident residents protester protesters critic critics supporter supporters opponent opponents voter voters
    observer observers expert experts analyst analysts economist economists activist activists neighbor neighbors
    neighbour neighbours villager villagers demonstrator demonstrators crowd fan fans user users reader readers
    scientist scientists researcher researchers historian historians scholar scholars public others many some locals
    """)

AGENCIES = words("agency news_agency newswire wire wire_service")
OUTLETS = words("""
    newspaper paper magazine daily weekly tabloid broadsheet outlet site website channel network station broadcaster
    broadcast television tv radio journal publication blog media press portal program programme show
""")
GOVERNMENT = words("""
    government ministry ministries department administration authorities authority kremlin cabinet council parliament
    congress senate house embassy consulate military army navy police bureau commission committee office presidency
    regime state city treasury pentagon secretariat minister spokesman spokeswoman foreign_ministry
""")
# A judge without a name speaks for the court, and so does what it ruled.
JUDGES = words("judge judges justice justices magistrate magistrates jury juror jurors")
COURTS = JUDGES | words("court courts tribunal ruling rulings verdict judgment judgement")
DOCUMENTS = words("""
    statement report letter document documents memo memorandum email emails e-mail study paper filing complaint
    indictment affidavit lawsuit transcript book article story editorial column release communique declaration
    resolution law bill constitution note notice order decree audit review analysis dossier cable cables plan
    testimony records record draft minutes readout leaflet pamphlet
    file files website announcement reports statements communiqué white_paper headline text
    message contract agreement treaty op-ed brief findings
""")
DATA = words(
    "poll polls survey surveys data statistics figures census numbers results index tally polling estimates "
    "exit_poll exit_polls study research evidence"
)
IMAGES = words(
    "photo photos photograph photographs picture pictures image images video videos footage clip clips "
    "tape recording recordings film screenshot screenshots satellite_images"
)
SOCIAL = words("tweet tweets retweet post posts facebook twitter instagram hashtag thread message")
ORGANIZATIONS = words("""
    company firm group organization organisation party campaign union association foundation institute university
    center centre bank corporation club team coalition alliance church charity think_tank league federation society
    nonprofit agency board chamber trust fund
""")

KINDS: tuple[tuple[frozenset[str], SourceKind], ...] = (
    (IMAGES, SourceKind.IMAGE),
    (SOCIAL, SourceKind.SOCIAL),
    (DATA, SourceKind.DATA),
    (DOCUMENTS, SourceKind.DOCUMENT),
    (COURTS, SourceKind.COURT),
    (AGENCIES, SourceKind.AGENCY),
    (OUTLETS, SourceKind.OUTLET),
    (GOVERNMENT, SourceKind.GOVERNMENT),
    (ORGANIZATIONS, SourceKind.ORGANIZATION),
    (CROWDS, SourceKind.CROWD),
    (PEOPLE, SourceKind.PERSON),
)

SOURCE_NOUNS = (PEOPLE | AGENCIES | OUTLETS | GOVERNMENT | COURTS | DOCUMENTS | DATA | ORGANIZATIONS) - words(
    "show state house city order order note bill law plan program man woman text message team board record file "
    "draft minutes leaflet readout pamphlet"
)

HEADLINE_NOUNS = (PEOPLE | GOVERNMENT | COURTS | DATA | words("report study agency")) - words(
    "person people man men woman women state city office leader member author general results numbers index evidence"
)
IMAGE_NOUNS = IMAGES | words("footage satellite_imagery imagery")
SHOWING_VERBS = words("show publish post release air broadcast carry run share display feature depict capture")
WORDS_OF = words("words view opinion telling estimation account mind words reckoning")

# The last word of a body's name, which a tagger takes for a surname: "Halvorsen Marine".
BODY_WORDS = words("""
    marine hydro group holding holdings inc inc. corp corp. ltd ltd. plc bank airlines airways motors energy power
    industries systems steel foods oil gas capital partners pharma telecom shipping shipyard yards lines insurance
    logistics railways media news press times post tribune herald gazette courier daily radio television tv club fund
    union party ministry university institute agency foundation association council committee commission department
    court police army navy office service services alliance federation league company brothers sons
    """)

# People who are seldom asked, but whom "he" and "she" may mean.
HUMANS = words("""
    guard tycoon guest visitor host killer gunman attacker assailant shooter thief hero winner loser rival partner boss
    player singer artist writer musician designer stranger caller speaker sailor fan neighbour cousin twin child
    baby infant toddler patient prisoner inmate refugee migrant hostage convict fugitive heir monarch statesman
    billionaire millionaire entrepreneur engineer architect builder mechanic electrician plumber cook chef waiter
    incumbent challenger juror jurors locals front-runner contender newcomer veteran hiker skier
    swimmer cyclist motorist
""")

# How the names of bodies end ("Varn Harbour Authority"), or what stands before "of" in them ("Ministry of Transport").
_ENDS: tuple[tuple[SourceKind, str], ...] = (
    (SourceKind.COURT, "court tribunal"),
    (SourceKind.AGENCY, "news_agency associated_press press_agency newswire telegraph_agency"),
    (
        SourceKind.OUTLET,
        """times post tribune herald gazette courier daily journal magazine radio television tv news
        newspaper broadcaster chronicle observer mirror guardian telegraph standard weekly bugle echo broadcasting""",
    ),
    (
        SourceKind.GOVERNMENT,
        """ministry department authority administration government council parliament senate
        congress bureau commission police army navy coast_guard national_guard border_guard border_service
        embassy consulate treasury kremlin white_house pentagon cabinet state_duma duma inspectorate
        directorate customs city_hall security_service intelligence_service secret_service
        forest_service weather_service emergency_service fire_service fire_brigade fire_department
        prison_service air_force armed_forces general_staff assembly house_of_representatives secretariat""",
    ),
    (
        SourceKind.ORGANIZATION,
        """institute university union bank party foundation association federation alliance club
        company group corporation corp inc ltd centre center college hospital church society league fund trust
        institution laboratory school academy network""",
    ),
)
NAMES_END: dict[str, SourceKind] = {
    end: kind for kind, ends in reversed(_ENDS) for end in sorted(words(" ".join(ends.split())))
}
