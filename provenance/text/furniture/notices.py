"""What a page says to its reader, or of itself: sign-ups, rights, cookies, corrections, links."""

from __future__ import annotations

import re

from provenance.text.blocks import Block

STORY = r"(?:story|article|report|post|piece|column|page|headline|dispatch|live\sblog)"
SITES = r"(?:twitter|facebook|instagram|telegram|x|youtube|whatsapp|linkedin|google|reddit|tiktok|itunes)"
BUTTON = (
    r"(?:share|print|email|e-mail|tweet|save|comments?|facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest"
    r"|copy\slink|link|like|pin|more|close|follow|flipboard)"
)
ADDRESS = r"(?:(?:https?://|www\.)\S+|\S+@[\w-]+\.\S+|@\w{2,30}|#\w+)"

# Each matches a whole line. A sentence of news can begin with the same word, so that each asks for a second sign:
# the reader ("you", "our", "here"), the page ("this article"), or a form that no sentence has.
NOTICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # sign-ups and following
        r"(?:please\s)?(?:sign\sup|subscribe|register|log\sin|sign\sin)\b"
        r"(?=.{0,200}\b(?:newsletters?|inbox|our|your|alerts?|here|now|podcast|app|account|itunes|unlimited\saccess)\b)"
        r".{0,240}",
        r"(?:get|receive|want)\b(?=.{0,160}\b(?:newsletters?|inbox|by\semail|(?:our|the|this)\sapp|alerts|updates)\b)"
        r"(?=.{0,200}\b(?:you|your|our|us|sign\sup|inbox|newsletters?)\b).{0,240}",
        r"(?:please\s)?(?:follow|like|find|join|connect\swith|reach|contact|email|e-mail|tweet|message)\s"
        rf"(?:(?:her|him|them|us|me|our|the\sauthor)\b|[A-Z@])(?=.{{0,160}}(?:@\w|\bon\s{SITES}\b)).{{0,200}}",
        r"(?:download|install|get)\s(?:our|the\s\w+)\s(?:free\s)?(?:mobile\s)?app\b.{0,120}",
        r"(?:please\s)?(?:support|help\ssupport|donate\sto|help\sus)\b.{0,60}\b(?:our|us|this\ssite)\b.{0,160}",
        r"(?:have|got|do\syou\shave|did\syou)\b.{0,80}\b(?:tip|story|news|correction|question|feedback)s?\b.{0,60}\?"
        r".{0,160}\b(?:us|our|email|contact|e-mail)\b.*",
        # links
        r"(?:you\scan\s)?(?:please\s)?(?:click|tap|read|see|find|watch|listen|download|view|check\sout)\b.{0,80}"
        r"\b(?:here|below|app\sstore|google\splay)\b[.!:)]*",
        r"(?:please\s)?click\shere\b.{0,120}",
        r"(?:the\s)?(?:full|complete|entire|original)\s(?:poll|story|article|report|text|post|transcript|interview"
        r"|statement|video|list)\s(?:can|may)\sbe\s(?:found|read|seen|viewed|watched)\s(?:here|below|online)\.?",
        r"(?:to|for)\s.{2,120}(?:\bclick\s(?:here|on)\b|\bvisit\s(?:our|www\.|http)|\bgo\sto\s(?:our|www\.|http)"
        r"|\bsubscribe\s(?:to|here|now)\b|\bsign\sup\sfor\b).{0,60}",
        r"(?:read|see|watch|listen|related|more|also|explainer|recommended)"
        r"(?:\s(?:more|also|next|now|here|on|live|this|story|stories|articles?|video))*\s?"
        r"(?:[:>»|]|[–—-]\s)\s?\S.{2,200}[^.]",
        r"also\son\s[\w /]{2,30}:?",
        rf"(?:online|on\sthe\snet|website|web\ssite|e-?mail|tel|phone|fax|contact)\s?:?\s?"
        rf"(?:{ADDRESS}|[+\d][\d\s()-]{{6,}})?\.?",
        rf"{ADDRESS}(?:[\s,;|]+{ADDRESS})*\.?",
        r"(?:tags?|topics?|keywords?|filed\sunder|categories|category|posted\sin|related\stopics|labels)\s?:.{0,300}",
        r"home\s?[>»/|›].{0,120}|[\w &]+(?:\s?[>»›]\s?[\w &]+){2,}",
        # sharing and comments
        rf"{BUTTON}(?:[\s|,/•·]+(?:{BUTTON}|on|via|this|article|x|to|by|\d+))+",
        r"(?:view|show|read|see|load|hide|leave|post|add)\s(?:all\s|a\s|more\s|the\s|your\s)*(?:\d+\s)?"
        r"(?:comments?|replies|reply|photos|images|more|gallery|transcript|results)",
        r"\(?\d[\d,.]*[km]?\)?\s(?:comments?|shares?|likes?|views?|retweets?|reactions?|followers)",
        r"(?:comments?|shares?|likes?|views?)\s?[:(]\s?\d[\d,.]*[km]?\)?",
        r"(?:text|font)\ssize\b.{0,30}|(?:XS|SM|MD|LG|XL|A[+-]?)(?:[\s|/]+(?:XS|SM|MD|LG|XL|A[+-]?))+",
        # rights, cookies, browsers
        r"(?:we|this\s(?:web)?site|our\s(?:web)?site|this\spage)\s(?:and\sour\s(?:\d+\s)?partners\s)?uses?\s"
        r"(?:\w+\s)?cookies\b.*",
        r"by\s(?:continuing|clicking|using|signing\sup|subscribing|browsing|closing)\b.{0,120}"
        r"\byou\s(?:agree|accept|consent|acknowledge|confirm).*",
        r"you\s(?:agree|are\sagreeing|consent)\sto\s(?:our|the)\b.*|your\sprivacy\schoices.*",
        r".{0,160}\ball\srights\sreserved\b.{0,240}",
        r"(?:copyrights?|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4}|by\s\S).{0,200}|©.{0,200}",
        r"copyrights?\s[\w./]+\s(?:news|media|press|agency|inc|ltd|llc)\b.{0,100}",
        r"(?:this|these|no)\s(?:material|content|article|materials|part\sof\sth\w+\s\w+)\b.{0,80}\b(?:may|must|can)\s?"
        r"(?:not\s)?be\s(?:published|reproduced|broadcast|copied|used|reprinted|rewritten|redistributed).*",
        r"(?:the\s)?(?:views|opinions)\s(?:and\sopinions\s)?expressed\s(?:in|here|by|are|on)\b.{0,200}"
        r"\b(?:author|own|not\snecessarily|reflect)\w*\b.*",
        r"(?:please\s)?(?:enable|turn\son)\s(?:javascript|cookies)\b.*",
        r"(?:your|this)\sbrowser\s(?:does\snot|doesn[’']t|is\snot)\s.{0,120}",
        r"[.#\w:, -]{0,120}\{|\}[.\s]*|(?-i:-?[a-z][a-z-]+:\s?[\w#%.,\s-]{1,40};)",
        # the article as an article
        rf"(?:an?\s)?(?:earlier|previous)\sversion\sof\s(?:this|the)\s(?:\w+\s)?(?:{STORY}|caption)\b.*",
        r"(?:correction|clarification)s?\b(?:[\s:–—-]*|\s?[:–—-]\s.*)|corrections?\sappended\.?",
        r"(?:editor[’']?s[’']?|editors[’']|ed\.?)\s?note\b[\s:,–—-].*",
        rf"(?:this|the)\s{STORY}\s(?:has\sbeen|was|is\sbeing|will\sbe)\s(?:updated|corrected|amended|edited|translated"
        r"|revised|clarified|closed)\b.{0,200}",
        r"(?:this\sis\sa\s)?(?:breaking|developing)\s(?:news\s)?story\b"
        r"(?=.*\b(?:updates?|updated|refresh|check\sback|more\sdetails)\b|[.!]?$).{0,160}",
        r"(?:please\s)?(?:check\sback|refresh\sthis\spage|stay\stuned|stay\swith\sus)\b.{0,120}",
        r"more\s(?:details|information|updates)?\s?(?:to\scome|to\sfollow|soon|on\sthis\sstory)\.?",
        r"(?:story|article)\scontinues\b.{0,80}",
        r"contributing\s?:.{0,200}",
        r"this\sarticle\sis\smore\sthan\s\w+\s\w+\sold\.?",
        r"\d+\smin(?:ute)?s?(?:\sread)?|\d{1,2}:\d{2}\s?[-–—]?\s?source:\s?.{2,40}",
        r"(?:attn|editors?|web\seditor|producer)\s?:\s?\S.{0,80}",
        r"reporting\sfrom\s(?-i:[A-Z][\w’'-]+(?:,?\s[A-Z][\w’'-]+){0,4})",
        # separators
        r"[\W_]{2,}|-?\s?(?:30|ends?)\s?-",
    )
)
CREDITED_SELF = re.compile(r"subscribe\s(?:here|now)\b[^.]{0,100}[.:]?$", re.IGNORECASE)
LONGEST = 700


def is_notice(block: Block) -> bool:
    """True where the page speaks to its reader, or of itself."""
    if block.opens_quotation or len(block.bare) > LONGEST:
        return False
    line = block.bare.strip("()[]") or block.bare
    return any(pattern.fullmatch(line) for pattern in NOTICES) or bool(CREDITED_SELF.search(line))
