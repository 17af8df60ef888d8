"""The words below a picture."""

from __future__ import annotations

import re

from provenance.text.blocks import Block

PICTURE = r"(?:photo(?:graph)?s?|pictures?|images?|handout)"
DESK = (
    r"(?:AP|AFP|EPA|EPA-EFE|Reuters|REUTERS|TASS|Getty(?:\sImages)?|Shutterstock|Bloomberg|Sputnik|Xinhua|Yonhap|KCNA|PA"
    r"|Alamy|Anadolu|Zuma|Imago|dpa|Kyodo|UPI|RIA\sNovosti|Associated\sPress|Rex|Corbis|AAP|Flickr|Facebook|Twitter"
    r"|Wikimedia(?:\sCommons)?)"
)
PERSON = r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){1,3}"
BY = r"(?:\s(?:by|credit|courtesy(?:\sof)?|via|from)\b|:)"

# The case of letters tells the names here, so that only parts ignore it. Each stands at the end of a caption.
PHOTO_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\({DESK}\s(?i:photos?|images?|file(?:\sphoto)?|video|archive)\b[^()]{{0,60}}\)\.?$",  # (AP Photo/Jane Doe)
        rf"\((?i:{PICTURE}){BY}\s[^()]{{2,80}}\)\.?$",  # (Photo by Jane Doe)
        rf"(?:^|[.!?]\s)(?i:(?:file\s)?{PICTURE}){BY}\s{PERSON}(?:\s?/\s?[\w ]{{2,30}})?\.?$",  # Photo: Jane Doe/AFP
        rf"\bREUTERS/{PERSON}(?:/[Ff]ile(?:\s[Pp]hoto)?)?\.?$",
        rf"\((?:{PERSON}|[A-Z]{{2,6}})\s?/\s?{DESK}(?:[\s/][^()]{{0,40}})?\)\.?$",  # (Jane Doe/AFP/Getty Images)
        rf"(?:^|[.!?]\s)(?:{PERSON}|[A-Z]{{2,6}}|{DESK})\s?/\s?{DESK}(?:\svia\s[\w ]{{2,30}}|/[\w ]{{2,30}})?\.?$",
        r"(?:^|\bvia\s|[/|,(]\s?)Getty\sImages\)?\.?$",
    )
)
# Whole lines, whatever the case.
CAPTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:an?\s|the\s|this\s)?(?:combination|undated|handout|archival|archive|file)(?:\s\w+)?\s{PICTURE}\b.*[^.!?]",
        rf"(?:an?\s|the\s|this\s)?(?:combination\s)?file\s(?:{PICTURE}|combination)\b.*",
        rf"(?:file\s)?{PICTURE}(?:\scredits?|\scaption|\scopyright|\ssource|\sby|\scourtesy(?:\sof)?)?\s?:.*",
        r"image\s(?:source|caption|copyright|credit),?\s.*",
        r"media\scaption,?\s.*",
        rf"(?:file|handout)\s(?:{PICTURE}\s?)?[:–—-]\s?.*",
        rf"(?:in\s)?(?:this|these)\s(?:\w+\s){{0,2}}(?:file|handout|combination)\s{PICTURE}.*",
        r"(?:file\s)?(?:photo|picture|image)s?",
        r"(?:video|caption|credit|photo\sillustration)\s?:\s.*",
        r"hide\scaption.*|\d+\s(?:of|/)\s\d+(?:\sphotos)?",
    )
)
POSITION = re.compile(
    r"\((?:(?:pictured|seen|far|second|third)\s)*(?:left|right|l|r|c|cent(?:re|er)|top|bottom|above|below)\)"
    r"|,\s(?:second\sfrom\s|far\s)?(?:left|right),",
    re.IGNORECASE,
)
LONGEST = 110  # words
TITLE_WORDS = 12  # "Video: " and more words than these is a title, not a caption


def is_caption(block: Block) -> bool:
    """True for the words below a picture, with or without the photographer's name."""
    line = block.bare
    if len(block.words) > LONGEST or block.opens_quotation:
        return False
    if any(pattern.fullmatch(line) for pattern in CAPTIONS):
        return not _is_title(line)
    if any(pattern.search(line) for pattern in PHOTO_CREDITS):
        return True
    return bool(POSITION.search(line)) and not block.ends_sentence


def _is_title(line: str) -> bool:
    """True for "Video: Police say three died in …": a word that introduces captions, and titles too."""
    label, colon, rest = line.partition(":")
    return bool(colon) and label.casefold() in ("video", "caption", "credit") and len(rest.split()) > TITLE_WORDS
