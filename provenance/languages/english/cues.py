"""The words that credit somebody, by the way in which what they credit hangs on them.

`FRAMES` maps a frame (see provenance/extraction/attribution/predicates.py) to the lemmas that credit in it. Speech and
thought credit a clause; praise, blame, demands and plans also a noun phrase. Acts
("signed", "imposed", "met") never do.
"""

from __future__ import annotations

from provenance.languages.words import words

# Verbs of speech: after a quotation or around a clause they credit whatever the grammar looks like.
SPEECH = words("""
    say tell add write report note announce declare state explain claim argue insist warn acknowledge admit concede
    confirm deny tweet retweet post respond reply answer ask wonder continue conclude remark recall recount reiterate
    repeat stress emphasize emphasise underline underscore point_out allege assert contend maintain suggest indicate
    reveal disclose predict forecast promise vow pledge joke quip boast complain lament testify caution counter clarify
    shout yell scream cry exclaim chant muse opine observe comment proclaim pronounce interject retort shoot_back go_on
    read urge demand order advise recommend propose estimate affirm attest aver avow bemoan charge chide chime_in
    concur deadpan elaborate enthuse fume fire_back hint hit_back inform instruct intone jest marvel mock mutter
    offer plead posit preach press promise protest put query quote rail rant reassure rebut reckon reflect
    rejoin relate remind riff say_again signal snap speak speculate summarize summarise swear thunder text email
    tease thunder utter venture voice volunteer whisper write_in weigh_in bark beam chuckle crow gush grumble jab laugh
    lecture lie scoff sneer tell_off vent wail warn_of
""")

THAT = SPEECH - words("put speak mock press rail offer tease utter preach") | words("""
    call describe
    think believe know find show learn hope fear worry feel expect assume suspect guess realize realise recognize
    recognise agree determine decide consider doubt imply demonstrate assure convince conclude rule anticipate imagine
    want understand calculate mean_to_say require notice hear gather presume trust prove foresee hold hypothesize
    theorize surmise deduce infer judge establish discover document certify verify ascertain authenticate
    communicate convey express request decree stipulate threaten bet dream mention cite point argue_back figure
    dispute disagree intimate let_on lay_out spell_out make_clear play_down project regret rejoice
    resolve sense teach tout uncover vote worry_about accept
""") - words("vote teach prove")

WH = words("""
    think state
    say ask explain question know wonder discuss determine tell understand decide describe recall note add reveal
    clarify disclose debate doubt specify outline detail consider examine indicate mention report show find_out find
    learn confirm
""")

TO = words("""
    want hope vow plan promise pledge decide threaten agree like go_on aim offer expect prefer intend seek refuse
    decline claim propose swear wish long undertake resolve commit demand ask plead beg request be_determined look
    consent opt choose mean
""") - words("look choose opt like mean")

ING = words(
    "report propose suggest consider oppose recommend deny admit mention rule_out contemplate recall describe "
    "advocate favor favour consider support say"
)

COMP = words("say chant call")

OBJECT = words("""
    rebuke back feel remember resist love shout recite approve cheer
    support endorse announce express cite oppose back discuss defend criticize criticise reject praise mention attack
    question propose note address want mock tweet claim dismiss denounce highlight recall report tout explain blast
    prefer embrace echo slam reveal acknowledge deny repeat decry condemn confirm believe voice lay_out consider
    stress outline emphasize emphasise suggest reiterate invoke understand reference recognize applaud predict credit
    lament deem state rebut disavow recommend dispute assail bemoan hammer hail concede admit recount chant contradict
    articulate shrug_off insult talk_up herald hate brush_off indicate assert allege repudiate renounce reaffirm
    deride bring_up vow trumpet refute extol extoll demand threaten promise pledge favor favour welcome estimate
    forecast     doubt fear expect disclose describe discuss blame accuse advocate foresee anticipate protest request
    ridicule lambaste decry bash rip ask_for call_for rule_out point_out play_down detail document
    share pronounce hint signal appreciate regret resent detest deplore champion
""") - words("discuss describe accuse promise expect share address attack ask_for call_for detail hammer")

OBJECT_AS = words("""
    position pitch defend
    call describe cite cast portray view see name quote list characterize characterise identify frame paint dismiss
    tout criticize attack praise deem regard reference mention hail dub consider denounce label brand depict
    condemn decry
""") - words("cast name")

AS = words(
    "list position "
    "describe see cite view portray refer characterize frame dismiss criticize attack hail regard quote dub "
    "depict denounce"
)

FOR = words(
    "call criticize criticise blame ask praise apologize apologise blast hop hope advocate attack slam argue "
    "vouch congratulate condemn press thank push"
) - words("push")

OBJECT_FOR = words(
    "endorse support criticize criticise blame thank praise blast attack slam congratulate mock express condemn rebuke "
    "chide fault assail ridicule apologize denounce credit"
)

OBJECT_TO = words("""
    push persuade propose
    urge ask want tell encourage order expect warn press challenge advise call_on request beg implore instruct
    exhort command demand plead invite wish like
""") - words("invite like")

ABOUT = words(
    "report "
    "talk speak think worry write complain brag joke boast warn care open_up speak_out rant rave gush comment tweet"
)

OF = words("accuse speak warn boast talk complain dream")

ON = words("double_down comment call weigh_in insist blame") - words("blame")
AGAINST = words("rail warn caution argue advise protest speak_out come_out inveigh")
WITH = words("agree disagree concur side")
IN = words("foresee believe")
AT = words("hint balk lash_out")
TO_NOUN = words("refer point allude object respond admit confess liken compare pledge") - words("respond pledge")

IS_THAT = words("""
    hopeful confident concerned glad aware sure worried upset optimistic adamant convinced certain afraid clear proud
    happy sorry disappointed doubtful fearful grateful pleased positive surprised unsure skeptical sceptical
""")
IS_TO = words("eager willing reluctant happy unwilling determined anxious keen afraid hesitant")
IS_OF = words("critical skeptical sceptical wary proud supportive fearful suspicious dismissive afraid")
IS_ABOUT = words("worried concerned optimistic pessimistic upbeat vocal enthusiastic skeptical sceptical")
IS_IN = words("interested confident")
IS_TOWARD = words("open opposed")
IS_WITH = words("unhappy pleased disappointed satisfied")

NOUN_THAT = words("""
    suggestion claim concern notion confidence assertion doubt statement complaint insistence argument announcement
    belief hope fear warning allegation accusation promise pledge vow contention conclusion prediction report rumor
    rumour assumption admission acknowledgment acknowledgement assurance expectation view opinion conviction declaration
    denial speculation suspicion charge finding theory demand threat comment remark revelation disclosure confirmation
    estimate projection forecast observation news proposal recommendation feeling worry idea
""")
NOUN_TO = words(
    "plan promise proposal pledge vow desire refusal reluctance unwillingness call threat intention hope "
    "request offer demand decision wish willingness"
)
NOUN_OF = words(
    "criticism view mention defense defence critique opinion statement assessment understanding "
    "announcement accusation denunciation description condemnation praise warning "
    "allegation fear talk claim prediction threat"
)
NOUN_ABOUT = words(
    "information word "
    "concern comment doubt remark statement joke view question complaint claim fear worry warning allegation detail"
)
NOUN_FOR = words("call proposal praise support demand")
NOUN_ON = words("view ruling decision attack statement")
NOUN_AGAINST = words("allegation accusation complaint threat")
NOUN_OVER = words("concern outrage anger")

PASSIVE_TO = words(
    "expect say report believe think know allege rumor rumour understand ask suppose forecast project "
    "estimate predict claim consider"
) - words("suppose")
PASSIVE_THAT = words(
    "tell reveal report say announce confirm expect believe think allege hope inform understand "
    "note feel fear argue suggest disclose decide agree"
)
PASSIVE_WH = words("ask")
PASSIVE_OBJECT = words(
    "report support reject claim deny dispute echo denounce endorse criticize praise confirm oppose condemn cite "
    "describe announce quote back propose"
) - words("back")
PASSIVE_ALONE = words("announce deem confirm expect")
PASSIVE_ABOUT = words("worry concern")
PASSIVE_AS = words("quote cite describe")

FRAMES: dict[str, frozenset[str]] = {
    "that": THAT,
    "that before": SPEECH | THAT,
    "wh": WH,
    "to": TO,
    "ing": ING,
    "comp": COMP,
    "obj": OBJECT,
    "obj as": OBJECT_AS,
    "obj of": words("accuse"),
    "obj for": OBJECT_FOR,
    "obj on": words("blame cast criticize blast address") - words("cast address"),
    "obj at": words("put estimate value"),
    "obj to": OBJECT_TO,
    "as": AS,
    "for": FOR,
    "about": ABOUT,
    "of": OF,
    "on": ON,
    "against": AGAINST,
    "with": WITH,
    "in": IN,
    "at": AT,
    "to noun": TO_NOUN,
    "is that": IS_THAT,
    "is to": IS_TO,
    "is of": IS_OF,
    "is about": IS_ABOUT,
    "is in": IS_IN,
    "is to noun": IS_TOWARD,
    "is with": IS_WITH,
    "noun that": NOUN_THAT,
    "noun to": NOUN_TO,
    "noun of": NOUN_OF,
    "noun about": NOUN_ABOUT,
    "noun for": NOUN_FOR,
    "noun on": NOUN_ON,
    "noun against": NOUN_AGAINST,
    "noun over": NOUN_OVER,
    "passive to": PASSIVE_TO,
    "passive that": PASSIVE_THAT,
    "passive wh": PASSIVE_WH,
    "passive obj": PASSIVE_OBJECT,
    "passive": PASSIVE_ALONE,
    "passive about": PASSIVE_ABOUT,
    "passive as": PASSIVE_AS,
}

# What the parser's lemmatizer gets wrong.
LEMMAS = {"hop": "hope", "hat": "hate", "retweete": "retweet", "extoll": "extol", "sayin": "say", "hopin": "hope"}

# Between capitals the parser takes these for nouns; none of them is one in the plural.
HEADLINE_VERBS = words("say confirm deny announce insist admit warn reveal tell argue believe suggest declare assert")
# Verbs that end a sentence with whom it is from: "..., Yonhap reports".
CLOSING_VERBS = words("""
    say report tell announce add confirm warn note write claim explain state declare insist argue admit reveal suggest
    acknowledge predict estimate
""")
