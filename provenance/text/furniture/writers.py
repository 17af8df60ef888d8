"""Who wrote the article: bylines above it, blurbs and notices below it."""

from __future__ import annotations

import re

from provenance.text.blocks import Block
from provenance.text.desks import is_agency

NAME = r"(?:[A-Z][\w’'.-]*|de|del|di|da|van|von|der|den|bin|al|el|la|le|du|dos)"
PERSON = rf"[A-Z][\w’'.-]*(?:\s{NAME}){{1,4}}"
PEOPLE = rf"{PERSON}(?:(?:,\s(?:and\s)?|\s(?:and|AND|&)\s){PERSON})*"
CALLING = (
    r"(?:(?:Senior|Chief|Staff|Special|Foreign|Political|National|White\sHouse|Diplomatic|Europe|Asia|Moscow|Seoul"
    r"|Washington|Associated\sPress|AP|Contributing|News|Deputy|Managing|Business|World|Science|Health|Legal|Security)\s)*"
    r"(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditors?|[Cc]ontributors?|[Cc]olumnists?|[Ss]taff"
    r"|WRITERS?|REPORTERS?|CORRESPONDENTS?)"
)
BY = (
    r"(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Ee]dited|[Cc]ompiled|[Aa]nalysis|[Ss]tory|[Rr]eport|[Tt]ext|[Ww]ords"
    r"|[Rr]eporting|[Tt]ranslated|[Pp]ublished)\s)?[Bb][Yy]:?\s"
)
PLACE = r"[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){0,2}(?:,\s[A-Z][\w.]+)?"
DESK = rf"(?:{CALLING}|[A-Z][\w’'./&-]*(?:\s(?:of\s|the\s)?[A-Z][\w’'./&-]*){{0,4}}(?:\s{CALLING})?)"
FOR = rf"(?:\s?[,|•·/–—-]\s?|\s(?:of|for|with|at|FOR|OF|and)\s)(?:the\s|The\s)?{DESK}"
WHEN = r"(?:\s?[|•·–—-]?\s?(?:[Uu]pdated|[Pp]ublished|[Pp]osted)?\s?[\d:.,/ ]*)?"
BYLINE = re.compile(rf"{BY}{PEOPLE}(?:\sin\s{PLACE})?(?:{FOR}){{0,3}}\.?{WHEN}")
BARE_NAME = re.compile(
    rf"{PEOPLE}\sin\s{PLACE}(?:\sand\s{PEOPLE}\sin\s{PLACE})*(?:\sand\sagencies)?|{PEOPLE}\sand\sagencies"
    rf"|{PEOPLE},?\s{CALLING}"
)
DESKS = re.compile(
    rf"{BY}[\w.]+(?:\s\w+)?[^;]{{0,160}};\s?(?:additional\s|writing\s|editing\s|reporting\s|translat).{{0,240}}"
    rf"|(?:editing|writing|reporting|translation)\s(?:and\s\w+\s)?by\s(?-i:{PERSON}).{{0,240}}",
    re.IGNORECASE,
)
LONGEST_BYLINE = 60  # words

PROFESSION = (
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|fellow|producer|author|analyst|blogger"
    r"|professor|freelancer?|photographer|bureau\schief|broadcaster|co-host)"
)
FOOT_TEXTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf".{{3,80}}\b(?:is|are)\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,6}}{PROFESSION}s?\b.*",
        r".{3,80}\b(?:covers|reports\son|writes\s(?:about|for|on))\b.*",
        r".{2,80}\b(?:journalists|reporters|correspondents)\sreport\b.*",
        r".{2,60}\sis\s(?:an?|the)\s(?:[\w’'-]+\s){0,6}"
        r"(?:news\s(?:agency|organi[sz]ation|outlet|site|service)|newspaper|broadcaster|magazine|news\sand\s\w+)\b.*",
        r".{2,60}\s(?:has\sbeen|was|is)\s(?:declared|designated|labell?ed|listed\sas|recogni[sz]ed\sas)\s(?:as\s)?(?:an?\s)?"
        r"[\"“‘']?(?:undesirable|foreign\sagent|unwanted|extremist)\b.*",
        r"if\syou\s(?:are|live|have|wish|would|need|no\slonger|want)\b.*",
        r"(?:please\s)?note\sthat\b.*|please\s.*",
    )
)
PAGE_WORDS = re.compile(
    r"\b(?:our\s(?:content|journalism|website|site|readers|newsletters?|reporting|coverage|privacy|stories|app|audience)"
    r"|contact(?:ing)?\sus|uncensored\snews|support\sus|sharing,\sliking|cookies|terms\sof\s(?:use|service)"
    r"|privacy\spolicy|newsletters?)\b",
    re.IGNORECASE,
)
BLURB_WITH_ADDRESS = re.compile(
    rf"{PERSON}\s(?:is|covers|writes|reports)\b.{{3,300}}\b(?i:follow|email|e-mail|contact|reach)\b.{{0,80}}"
    r"(?:@\w|\b(?i:twitter|facebook)\b).{0,80}"
)
LONGEST_TEXT = 900


def is_byline(block: Block) -> bool:
    """True for "By Jane Doe", "By Jane Doe, Associated Press Writer", "(Reporting by …; editing by …)"."""
    line = block.bare.strip("()[]")
    if len(block.words) > LONGEST_BYLINE:
        return False
    if DESKS.fullmatch(line) or BYLINE.fullmatch(line):
        return True
    names = re.sub(rf"^{BY}", "", line)
    return names != line and is_agency(names)


def is_bare_name(block: Block) -> bool:
    """True for "Jane Doe in Seoul", "Jane Doe, staff writer". A subtitle can look the same: only the place tells."""
    return len(block.words) <= 14 and bool(BARE_NAME.fullmatch(block.bare))


def is_blurb(block: Block) -> bool:
    """True for a sentence about the writer that ends with how to follow them: furniture wherever it stands."""
    return not block.opens_quotation and bool(BLURB_WITH_ADDRESS.fullmatch(block.bare))


def is_foot_text(block: Block) -> bool:
    """True for sentences that are furniture only below an article: blurbs, legal notices, self-description."""
    line = block.bare
    if block.opens_quotation or len(line) > LONGEST_TEXT:
        return False
    return any(pattern.fullmatch(line) for pattern in FOOT_TEXTS) or bool(PAGE_WORDS.search(line))
