"""Names of news desks as they stand in credits and datelines, known without the registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

Knows = Callable[[str], bool]  # the registry's word on whether a name is that of an agency or outlet


def _listed(names: str) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in names.replace("\n", ",").split(",") if name.strip())


# Agencies whose bare name on a line, in brackets or after "By" is a credit. The registry knows more, and their owners.
AGENCIES = _listed("""
    AP, Associated Press, The Associated Press, Reuters, Thomson Reuters, AFP, Agence France-Presse
    Agence France Presse, TASS, ITAR-TASS, Itar-Tass, Interfax, Interfax-Ukraine, INTERFAX.COM, RIA, RIA Novosti
    Sputnik, Xinhua, Xinhua News Agency, Yonhap, Yonhap News Agency, YONHAP NEWS, KCNA
    Korean Central News Agency, UPI, United Press International, dpa, EFE, Agencia EFE, ANSA, Kyodo, Kyodo News
    Jiji, Jiji Press, PTI, Press Trust of India, ANI, IANS, UNI, Bloomberg, Bloomberg News, PA, PA Media
    Press Association, CP, Canadian Press, The Canadian Press, AAP, Australian Associated Press, Anadolu
    Anadolu Agency, AA, BelTA, Ukrinform, UNIAN, BNS, LETA, ELTA, CTK, PAP, MTI, APA, Keystone-SDA, Belga, ANP
    NTB, STT, Ritzau, TT, Lusa, IRNA, ISNA, Fars, Tasnim, Mehr, SANA, WAFA, MENA, QNA, SPA, WAM, KUNA, Petra
    Bernama, Antara, VNA, APP, CNS, China News Service, ANN, MCT, Tribune News Service, Dow Jones
    Dow Jones Newswires, CNN, NBC News, CBS News, ABC News, Fox News, NPR, BBC, VOA, RFE/RL, RFA, Deutsche Welle
    DW, Al Jazeera, Kyiv Independent, Meduza, Kommersant, Caixin, Inter Press Service, IPS
""")
ORGANIZATION_WORD = re.compile(
    r"\b(?:News|Press|Presse|Agency|Agencies|Newswires?|Wire|Times|Post|Radio|Television|TV|Service|Journal|Tribune|Herald"
    r"|Daily|Guardian|Broadcasting|Broadcaster|Media|Telegraph|Gazette|Chronicle|Network|Observer|Examiner|Courier"
    r"|Globe|Sentinel|Dispatch|Mail|Express|Independent|Review|Magazine|Newspaper|Newsroom|Today)\b"
)
ACRONYM = re.compile(r"[A-Z][A-Z&./-]{1,8}")
NOT_NAMES = frozenset(
    {"agencies", "agency", "agency reports", "agency materials", "staff", "news agencies", "correspondents", "wires"}
)
SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|with)\s+|,|;|\s+and\s+|\s+&\s+|\s+\|\s+|\s+with\s+)\s*")
CAPITALISED = re.compile(
    r"(?:[\w’'.&/-]*[A-Z\u00c0-\u024f\u0370-\uffff][\w’'.&/-]*|of|the|de|del|di|da|van|von|bin|al)"
)
EDGES = " .()[]*—–-\u200b\xa0"


def is_agency(name: str, knows: Knows | None = None) -> bool:
    """True where the bare name is that of a known desk."""
    plain = name.strip(EDGES)
    return plain.casefold() in AGENCIES or bool(knows and plain and knows(plain))


def is_desk(name: str, knows: Knows | None = None, *, single_word: bool = True) -> bool:
    """True where a name in a list of credits is that of a desk, not of a person.

    A person is credited by first and last name, so that a single capitalised word is taken for a desk unless
    `single_word` is False.

    >>> [is_desk(name) for name in ("Interfax", "The Example Times", "Jane Doe")]
    [True, True, False]
    """
    words = name.split()
    if not words or name.casefold() in NOT_NAMES or not all(map(CAPITALISED.fullmatch, words)):
        return False
    if is_agency(name, knows) or ORGANIZATION_WORD.search(name) or ACRONYM.fullmatch(name):
        return True
    return single_word and len(words) == 1 and name[0].isupper() and len(name) > 2


def is_person(name: str) -> bool:
    """True where a name has the form of a person's: two to five capitalised words, none of a desk."""
    words = name.split()
    return 2 <= len(words) <= 5 and all(map(CAPITALISED.fullmatch, words)) and not is_desk(name)


def names_in(listing: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each name of a list such as "KCNA, TASS, and AFP".

    A slash divides only names that are both known ("Yonhap/AFP", not "RFE/RL").
    """
    start = 0
    cuts = [(match.start(), match.end()) for match in SEPARATOR.finditer(listing)] + [(len(listing), len(listing))]
    for cut, after in cuts:
        yield from _slashed(listing, start, cut)
        start = after


def _slashed(listing: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = listing[start:end]
    pieces = part.split("/")
    if len(pieces) > 1 and not is_agency(part) and all(map(is_agency, pieces)):
        for piece in pieces:
            yield from _trimmed(listing, start, start + len(piece))
            start += len(piece) + 1
    else:
        yield from _trimmed(listing, start, end)


def _trimmed(listing: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = listing[start:end]
    start += len(part) - len(part.lstrip(EDGES))
    part = part.strip(EDGES)
    if part.startswith("the "):
        start, part = start + 4, part[4:]
    if part:
        yield start, start + len(part)
