"""Numbers as news writes them: "3,000", "1.5 million", "twenty-three", "three dozen", "tens of thousands"."""

from __future__ import annotations

import re

_UNITS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
SMALL = {word: float(value) for value, word in enumerate(_UNITS.split("|"))} | {
    word: 10.0 * value for value, word in enumerate(_TENS.split("|"), 2)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}

# "Dozens" says no more than that there are at least two of them: there is no upper bound.
PLURALS = {
    "hundreds of millions": 2e8,
    "tens of millions": 2e7,
    "hundreds of thousands": 2e5,
    "tens of thousands": 2e4,
    "trillions": 2e12,
    "billions": 2e9,
    "millions": 2e6,
    "thousands": 2e3,
    "hundreds": 2e2,
    "scores": 4e1,
    "dozens": 24.0,
}
FRACTIONS = {
    "a third": 1 / 3,
    "one-third": 1 / 3,
    "one third": 1 / 3,
    "two-thirds": 2 / 3,
    "two thirds": 2 / 3,
    "a quarter": 0.25,
    "one-quarter": 0.25,
    "three-quarters": 0.75,
    "three quarters": 0.75,
    "half": 0.5,
}

_SMALL_WORD = rf"(?:(?:{_TENS})-(?:{_UNITS})|{_TENS}|{_UNITS})"
_SCALE_WORD = "hundred|thousand|million|billion|trillion"
_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?|[0-9]{1,12}(?:\.[0-9]{1,4})?"
_WORDS = (
    (
        rf"(?:(?:{_SMALL_WORD})|a(?= (?:{_SCALE_WORD})\b))\b"
        rf"(?: (?:{_SCALE_WORD})\b(?: and(?= (?:{_SMALL_WORD})\b))?|(?<=hundred|dred and) (?:{_SMALL_WORD})\b"
        rf"|(?<=thousand|sand and) (?:{_SMALL_WORD})\b){{0,6}}"
    )
    .replace("(?<=hundred|dred and)", "(?:(?<=hundred)|(?<=dred\\sand))")
    .replace("(?<=thousand|sand and)", "(?:(?<=thousand)|(?<=sand\\sand))")
)
_DOZENS = rf"(?:half a|a|{_SMALL_WORD}|[0-9]{{1,3}}) dozen|half a (?:million|billion|trillion)|a couple"
NUMBER = (
    rf"(?:{_DOZENS}|(?:{_DIGITS})(?:(?:-| )(?:{_SCALE_WORD})\b|(?:bn|tn|mn|k)\b)?|{_WORDS}(?:-(?:million|billion)\b)?)"
)


def value_of(words: str) -> float | None:
    """Return the number that the words name; None where they name none.

    >>> value_of("three dozen"), value_of("1.5 million"), value_of("one hundred and twenty-three")
    (36.0, 1500000.0, 123.0)
    """
    text = " ".join(words.lower().replace("\u00a0", " ").split())
    if text == "a couple":
        return 2.0
    if text.endswith(" dozen"):
        count = value_of(text.removesuffix(" dozen")) if text != "half a dozen" and text != "a dozen" else None
        return 6.0 if text.startswith("half") else 12.0 * (count or 1.0)
    if text.startswith("half a "):
        return SCALES[text.removeprefix("half a ")] / 2
    return _in_digits(text) if text[:1].isdigit() else _in_words(text)


def scale_of(words: str) -> float | None:
    """Return 1e6 for "10 million" and "10m", None for "10"."""
    found = re.search(rf"({_SCALE_WORD}|bn|tn|mn|m|k)$", words.lower().strip())
    return (SCALES | SHORT_SCALES)[found[1]] if found else None


def _in_digits(text: str) -> float | None:
    found = re.match(rf"({_DIGITS})[- ]?({_SCALE_WORD}|bn|tn|mn|m|k)?$", text)
    if not found:
        return None
    return round(float(found[1].replace(",", "")) * (SCALES | SHORT_SCALES).get(found[2] or "", 1.0), 4)


def _in_words(text: str) -> float | None:
    total = current = 0.0
    for word in re.split(r"[- ]", text):
        if word == "and":
            continue
        if word == "a":
            current = 1.0
        elif word in SMALL:
            current += SMALL[word]
        elif word == "hundred":
            current = (current or 1.0) * 100
        elif word in SCALES:
            total += (current or 1.0) * SCALES[word]
            current = 0.0
        else:
            return None
    return total + current
