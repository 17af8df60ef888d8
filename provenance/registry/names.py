"""Names made comparable: spelling folded, and the words that no comparison may cross."""

from __future__ import annotations

import re
import unicodedata

ARTICLES = ("the ", "a ", "an ")

# Words of which the American and the British spelling are one.
SPELLINGS = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "labor": "labour",
    "program": "programme",
}

NUMBERS = {
    word: str(number)
    for number, words in enumerate(
        (
            ("one", "first", "1st"),
            ("two", "second", "2nd", "ii"),
            ("three", "third", "3rd", "iii"),
            ("four", "fourth", "iv"),
            ("five", "fifth"),
            ("six", "sixth", "vi"),
            ("seven", "seventh", "vii"),
            ("eight", "eighth", "viii"),
            ("nine", "ninth", "ix"),
            ("ten", "tenth"),
            ("eleven", "eleventh"),
            ("twelve", "twelfth"),
        ),
        start=1,
    )
    for word in words
}

# One side has it and the other does not: they are two. The value is the form under which two spellings meet.
GUARDS = {
    **{f"{stem}{ending}": stem for stem in ("north", "south", "east", "west") for ending in ("", "ern")},
    **{f"{a}{b}{end}": a + b for a in ("north", "south") for b in ("east", "west") for end in ("", "ern")},
    **{word: word for word in ("deputy", "vice", "assistant", "under", "associate", "junior", "senior", "jr", "sr")},
    **dict.fromkeys(("former", "ex", "formerly", "onetime", "late", "erstwhile"), "former"),
    **dict.fromkeys(("acting", "interim", "caretaker", "provisional", "transitional"), "acting"),
    **{word: word for word in ("anti", "non", "pro", "counter", "self", "shadow", "rival", "opposition", "exiled")},
    **{
        word: word
        for word in ("democratic", "upper", "lower", "inner", "outer", "new", "old", "greater", "free", "real")
    },
    **dict.fromkeys(("elect", "designate", "incoming"), "elect"),
    "deputies": "deputy",
    "undersecretary": "under",
}

_POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?=\s|$)")
_INITIALS = re.compile(r"\b((?:\w\.){2,})(?=\W|$|\w\b)|(?<=\b\w)\.(?=\w\b)")
_APART = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]")
_DIGITS = re.compile(r"\d+")


def folded(name: str) -> str:
    """Return the form under which two spellings of one name are equal; empty for a name without letters or figures.

    Case, accents, articles, punctuation, the possessive and dots of abbreviations do not tell names apart.

    >>> folded("The U.S. State Department's")
    'us state department'
    >>> folded("Kim Jong-un"), folded("Élysée"), folded("ТАСС")
    ('kim jong un', 'elysee', 'тасс')
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    text = _INITIALS.sub(lambda dotted: dotted.group().replace(".", ""), _POSSESSIVE.sub("", text))
    text = _APART.sub(" ", text.replace("&", " and ")).strip()
    for article in ARTICLES:
        text = text.removeprefix(article)
    return " ".join([SPELLINGS.get(word, word) for word in text.split()])


def guards_of(key: str) -> frozenset[str]:
    """Return the guard words and figures of a folded name.

    >>> sorted(guards_of(folded("Former Deputy Foreign Minister")))
    ['deputy', 'former']
    """
    words = key.split()
    found = {GUARDS[word] for word in words if word in GUARDS}
    found.update(NUMBERS[word] for word in words if word in NUMBERS)
    found.update(figure for word in words for figure in _DIGITS.findall(word))
    return frozenset(found)


def is_guarded(a: str, b: str) -> bool:
    """True where a word that tells names apart stands in only one of the two.

    It looks at the words alone: "North Korea" and "DPRK" are guarded too, and only the registry knows them as one.

    >>> is_guarded("North Korea", "South Korea"), is_guarded("deputy minister", "minister"), is_guarded("TASS", "Tass")
    (True, True, False)
    """
    return guards_of(folded(a)) != guards_of(folded(b))


def is_acronym(name: str) -> bool:
    """True for a name of capitals alone: "WHO", "U.S.", "KCNA"."""
    letters = [character for character in name if character.isalpha()]
    return len(letters) > 1 and " " not in name and all(c.isupper() for c in letters)
