"""Words that say how many people an unnamed mention stands for."""

from __future__ import annotations

Bounds = tuple[int, int | None]

NUMBERS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "dozen": 12, "hundred": 100, "thousand": 1000,
}  # fmt: skip
COUNTS: dict[str, Bounds] = {
    **{word: (number, number) for word, number in NUMBERS.items() if number <= 12},
    "a": (1, 1), "an": (1, 1), "another": (1, 1), "both": (2, 2), "each": (1, 1), "either": (1, 1), "neither": (2, 2),
    "dozens": (24, None), "hundreds": (200, None), "thousands": (2000, None), "scores": (40, None), "couple": (2, 2),
    "pair": (2, 2), "duo": (2, 2), "trio": (3, 3), "quartet": (4, 4), "handful": (3, None), "several": (3, None),
    "some": (2, None), "few": (2, None), "many": (3, None), "multiple": (2, None), "various": (2, None),
    "numerous": (3, None), "others": (2, None), "most": (2, None), "all": (2, None), "no": (0, 0), "none": (0, 0),
    "number": (2, None), "group": (2, None), "team": (2, None), "majority": (2, None), "range": (2, None),
    "string": (2, None), "crowd": (2, None), "host": (3, None), "series": (2, None), "array": (3, None),
    "half": (2, None),
    "someone": (1, 1), "somebody": (1, 1), "people": (2, None), "these": (2, None), "those": (2, None),
}  # fmt: skip
# Nouns that count those who follow them: "a handful of residents".
COLLECTIVE = frozenset((
    "dozen", "dozens", "hundreds", "thousands", "scores", "couple", "pair", "trio", "quartet", "handful", "number",
    "group", "majority", "range", "string", "host", "series", "array", "team", "crowd", "duo",
))  # fmt: skip
# These pick some out of those who follow them: "one of the two officials".
PICKING = frozenset(("one", "two", "three", "four", "five", "six", "some", "several", "many", "most", "all", "both",
                     "few", "each", "none", "another", "others", "any", "either", "neither", "half"))  # fmt: skip
ORDINALS = frozenset(("second", "third", "fourth", "fifth", "other", "first", "last"))
AT_LEAST = ("at least", "no fewer than", "not less than", "a minimum of", "no less than")
MORE_THAN = ("more than", "over", "upwards of")
AT_MOST = ("up to", "at most", "no more than", "as many as")
FEWER_THAN = ("fewer than", "less than", "under")
ALMOST = ("nearly", "almost", "close to", "just under")
ABOUT = ("about", "around", "some", "roughly", "approximately")
