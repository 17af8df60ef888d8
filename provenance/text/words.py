"""Words made alike: tokens, light stems, and how much a word tells.

Two claims are never compared letter by letter. Here "didn't" keeps its "not", "North Korean" is one word that
"South Korea" does not share, "twelve" is 12, and "announced" meets "announces".
"""

from __future__ import annotations

import re
from functools import lru_cache


def _words(listed: str, separator: str | None = None) -> tuple[str, ...]:
    """Return the words of a list that is easier to read and to keep as one text."""
    return tuple(listed.split(separator))


_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")

NEGATIONS = frozenset(_words("not no never neither nor cannot without none nobody nothing"))

# Each makes another thing of the word that follows: North Korea is not South Korea, a deputy not the minister.
GUARD_WORDS = frozenset(
    _words(
        "north south east west northern southern eastern western deputy vice assistant acting former ex anti pro "
        "non counter shadow interim outgoing incoming upper lower"
    )
)
_GUARD_ALIKE = {"northern": "north", "southern": "south", "eastern": "east", "western": "west", "ex": "former"}

STOP_WORDS = frozenset(
    _words(
        "a an the this that these those such some any each every both all of in on at by to from for with about "
        "against between into through during before after above below up down out off over under again further "
        "then once here there when where why how as until while than so too very just also only own same other "
        "and or but if because i me my we us our you your he him his she her hers it its they them their theirs "
        "who whom whose which what am is are was were be been being have has had having do does did doing will "
        "would shall should can could may might must ought s t d ll ve re m mr mrs ms dr sir via per upon among "
        "amid along toward towards within across himself herself itself themselves more most much many"
    )
)

# Words that half of all news claims hold: they count, but little.
COMMON_WORDS = frozenset(
    _words(
        "say tell add announce report state make take give get go come see know think want use find show include "
        "call hold meet talk ask work need become begin start end continue keep leave follow expect plan accord "
        "day week month year time today yesterday tomorrow monday tuesday wednesday thursday friday saturday "
        "sunday january february march april june july august september october november december morning "
        "afternoon evening night hour minute man woman person people official government president minister "
        "leader country nation state city capital party group member spokesman spokeswoman spokesperson news "
        "agency medium press statement interview conference meeting source issue case part place number percent "
        "million billion thousand hundred first last next new old late early major big large small high low long "
        "several late recent public national international world foreign political former well still already even "
        "back way thing right house home war law plan use one two three four five 1 2 3 4 5"
    )
)

_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        _words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}

_NUMBER_WORDS |= {
    word: f"{value}th"  # an ordinal is a figure too, but not the same as the number
    for value, word in enumerate(_words("first second third fourth fifth sixth seventh eighth ninth tenth"), start=1)
}

_IRREGULAR = {
    form: base
    for base, forms in (
        line.split(":")
        for line in _words(
            "arise:arose,arisen|become:became|begin:began,begun|bleed:bled|blow:blew,blown|break:broke,broken|"
            "bring:brought|build:built|burn:burnt|buy:bought|catch:caught|choose:chose,chosen|come:came|deal:dealt|"
            "die:died,dying,dies,death,deaths,dead|draw:drew,drawn|drive:drove,driven|eat:ate,eaten|fall:fell,fallen|"
            "feed:fed|feel:felt|fight:fought|find:found|flee:fled|fly:flew,flown,flight,flights|"
            "forbid:forbade,forbidden|"
            "forget:forgot,forgotten|freeze:froze,frozen|get:got,gotten|give:gave,given|go:went,gone,goes|grow:grew,grown|"
            "hang:hung|have:had|hear:heard|hide:hid,hidden|hold:held|keep:kept|know:knew,known|lay:laid|lead:led|"
            "leave:left|lend:lent|lie:lay,lain,lying,lied|lose:lost,loss,losses|make:made|mean:meant|meet:met|pay:paid|"
            "person:people,persons|man:men|woman:women|child:children|wife:wives|life:lives|arrive:arrival,arrivals|"
            "ride:rode,ridden|ring:rang,rung|rise:rose,risen|run:ran|say:said|see:saw,seen|seek:sought|"
            "sell:sold,sale,sales|"
            "send:sent|shake:shook,shaken|shoot:shot|show:shown|shrink:shrank,shrunk|sing:sang,sung|sink:sank,sunk|sit:sat|"
            "sleep:slept|speak:spoke,spoken|spend:spent|stand:stood|steal:stole,stolen|strike:struck,stricken|"
            "swear:swore,sworn|take:took,taken|teach:taught|tell:told|think:thought|throw:threw,thrown|"
            "understand:understood|wear:wore,worn|win:won|withdraw:withdrew,withdrawn|write:wrote,written|"
            "depart:departure,departures|refuse:refusal|approve:approval|deny:denial,denials,denied,denies|"
            "resign:resignation|arrest:arrests|agree:agreement|oppose:opposition|elect:election,elections",
            "|",
        )
    )
    for form in forms.split(",")
}

_DEMONYMS = {
    adjective: country
    for country, adjective in (
        pair.split(":")
        for pair in _words(
            "korea:korean korea:koreans russia:russian russia:russians america:american america:americans "
            "china:chinese "
            "japan:japanese france:french germany:german germany:germans britain:british spain:spanish italy:italian "
            "ukraine:ukrainian ukraine:ukrainians israel:israeli israel:israelis palestine:palestinian "
            "palestine:palestinians iran:iranian iran:iranians iraq:iraqi iraq:iraqis syria:syrian syria:syrians "
            "turkey:turkish egypt:egyptian libya:libyan india:indian pakistan:pakistani afghanistan:afghan "
            "mexico:mexican canada:canadian australia:australian brazil:brazilian poland:polish greece:greek "
            "belarus:belarusian georgia:georgian armenia:armenian azerbaijan:azerbaijani kazakhstan:kazakh "
            "vietnam:vietnamese thailand:thai indonesia:indonesian philippines:philippine europe:european "
            "sweden:swedish norway:norwegian denmark:danish finland:finnish netherlands:dutch belgium:belgian "
            "switzerland:swiss austria:austrian hungary:hungarian serbia:serbian cuba:cuban venezuela:venezuelan "
            "lebanon:lebanese yemen:yemeni saudi:saudis africa:african asia:asian"
        )
    )
}

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what the forms of a word have in common; meant for comparing, not for reading.

    >>> stem("announced") == stem("announces") == stem("announcing")
    True
    >>> stem("went"), stem("Russian"), stem("cities") == stem("city"), stem("twelve")
    ('go', 'russia', True, '12')
    """
    word = word.casefold()
    if word in NEGATIONS:
        return "not"
    known = _NUMBER_WORDS.get(word) or _DEMONYMS.get(word)
    if known:
        return known
    return _stripped(_IRREGULAR.get(word, word))


def _stripped(word: str) -> str:
    """Return the word without its plural, past or progressive ending and its final e."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= 3 and not _VOWELS.isdisjoint(root):
            word = root[:-1] if root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def tokens(text: str) -> tuple[str, ...]:
    """Return the words in order, lower case, contractions opened, digits without separators.

    >>> tokens("Kim didn't pay $1,200.50.")
    ('kim', 'did', 'not', 'pay', '1200.50')
    """
    found: list[str] = []
    for match in _TOKEN.finditer(text.casefold().replace("’", "'")):
        word = match.group()
        if word[0].isdigit():
            found.append(word.replace(",", "").rstrip(".:"))
        elif "'" not in word:
            found.append(word)
        else:
            found.extend(part for part in _opened(word) if part)  # "do n't", as some corpora write it
    return tuple(found)


def _opened(word: str) -> tuple[str, ...]:
    if word in ("won't", "can't", "shan't"):
        return ({"won't": "will", "can't": "can", "shan't": "shall"}[word], "not")
    if word.endswith("n't"):
        return word[:-3], "not"
    head, _, tail = word.partition("'")
    return (head,) if tail in ("s", "re", "ve", "ll", "d", "m", "") else (head + tail,)


@lru_cache(maxsize=16384)
def content_words(text: str) -> tuple[str, ...]:
    """Return the stems of the words that tell something, in order; "not" is always one of them.

    A guard word is bound to what follows it, so that the two halves of a country share no word.

    >>> content_words("North Korea did not test the missiles")
    ('north_korea', 'not', 'test', 'missil')
    """
    words = tokens(text)
    found: list[str] = []
    skip = False
    for index, word in enumerate(words):
        if skip:
            skip = False
            continue
        follower = words[index + 1] if index + 1 < len(words) else ""
        if word in GUARD_WORDS and follower and follower not in STOP_WORDS and not follower[0].isdigit():
            found.append(f"{_GUARD_ALIKE.get(word, word)}_{stem(follower)}")
            skip = True
        elif word not in STOP_WORDS:
            found.append(stem(word))
    return tuple(found)


_COMMON_STEMS = frozenset(stem(word) for word in COMMON_WORDS) - {"not"}


@lru_cache(maxsize=65536)
def weight(content_word: str) -> float:
    """Return how much a content word tells, 0.3..1.5: a static stand-in for rarity.

    Common news words 0.3, "not" 0.5, figures 1.2, others 0.8 and more with their length, for long words are rarer
    words (Zipf's law of abbreviation), compounds of a guard word 1.4.
    """
    if content_word in _COMMON_STEMS:
        return 0.3
    if content_word == "not":
        return 0.5
    if "_" in content_word:
        return 1.4
    if content_word[0].isdigit():
        return 1.2
    return min(1.5, 0.8 + 0.08 * max(0, len(content_word) - 4))


def guards_differ(a: str, b: str) -> bool:
    """True where a guard word makes two things of one word: North Korea and South Korea, minister and deputy minister.

    >>> guards_differ("North Korea", "South Korean"), guards_differ("North Korea", "North Korea's")
    (True, False)
    """
    return _guarded(a) != _guarded(b) and bool(_bases(a) & _bases(b))


def _guarded(name: str) -> frozenset[str]:
    return frozenset(word for word in content_words(name) if "_" in word)


def _bases(name: str) -> frozenset[str]:
    return frozenset(word.rpartition("_")[2] for word in content_words(name))
