"""Abbreviations and the words around them: what keeps a point from ending a sentence."""

from __future__ import annotations

from provenance.languages.words import words

# Titles and words that are always followed by what they belong to.
ABBREVIATIONS = words("""
    Mr Mrs Ms Mx Messrs Mmes Dr Drs Prof Rev Fr Sr. Hon Pres Gov Govs Sen Sens Rep Reps Amb Sec Atty Supt Insp Det Msgr
    Gen Lt Col Maj Capt Cmdr Cpl Sgt Brig Adm Pvt Pfc Ens Cdr Spc Lt.Col Maj.Gen Lt.Gen
    St Ste Ft Mt vs v al cf viz e.g i.e approx ca est dept Dept Univ Assn Bros Gens Cols Ald Asst Assoc Dir
    """)
# Abbreviated only before a figure: "No. 5", "Jan. 3".
BEFORE_NUMBERS = words("""
    no nos p pp art sec fig vol ch para jan feb mar apr jun jul aug sep sept oct nov dec ext op app rs
    """)
# They may end a sentence: then the next word is one that begins sentences.
ACRONYM_LIKE = words("""
    Inc Corp Ltd Co Cos LLC Plc Jr Sr Esq etc Bhd Pty GmbH Ph.D M.D J.D B.A M.A Calif Conn Del Fla Ga Ill Ind Kan Ky La
    Mass Md Mich Minn Miss Mo Mont Neb Nev N.H N.J N.M N.Y N.C N.D Okla Ore Pa R.I S.C S.D Tenn Tex Vt Va Wash W.Va Wis
    Wyo Ariz Ark Ala Colo Jan Feb Mar Apr Aug Sep Sept Oct Nov Dec Ave Blvd Rd Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    """)
CLOCK = frozenset(("p.m", "a.m"))
TIME_WORDS = words("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Mar Apr Aug Sept Oct Nov Dec EDT EST ET CDT CST CT MDT MST MT PDT PST PT
    GMT UTC BST CET CEST Eastern Central Pacific Mountain Eastern/Pacific Moscow Beijing Greenwich
    """)
# Words that begin sentences far more often than they follow an abbreviation inside one.
STARTERS = words("""
    The A An This That These Those There Here It Its He She They We I You His Her Their Our My Your Who What When Where
    Why How Which But And Or So Yet If As At In On Of For From To With By After Before Since Until While Although
    Though Because Once During Despite Under Over Among Between Against Without According However Meanwhile Moreover
    Also Then Now Today Yesterday Last Next Earlier Later Still Some Many Most Several Both Each Every All One Two
    Three Such Other Others Another No Not Nor Instead Asked Officials Experts Police Critics Analysts Is Are Was Were
    Do Does Did Will Would Could Should May Can Has Have Had Let Despite Even Only Just More Nearly About
    """) - {"May"}
# After a question or an exclamation in marks, a name and one of these still belong to the sentence.
SPEECH_AFTER_QUESTION = (
    *("said", "says", "asked", "asks", "added", "adds", "wrote", "writes", "told", "tells", "tweeted", "replied"),
    *("continued", "shouted", "yelled", "cried", "exclaimed", "wondered", "demanded", "joked", "responded", "posted"),
    *("declared", "insisted", "recalled", "answered", "quipped", "chanted", "screamed", "retorted", "remarked"),
)
