"""Words that say how many people an unnamed mention stands for."""

from __future__ import annotations

COUNTS: dict[str, tuple[int, int | None]] = {
    "a": (1, 1), "an": (1, 1), "one": (1, 1), "another": (1, 1), "two": (2, 2), "both": (2, 2),
    "three": (3, 3), "four": (4, 4), "five": (5, 5), "six": (6, 6), "seven": (7, 7), "eight": (8, 8), "nine": (9, 9),
    "ten": (10, 10), "eleven": (11, 11), "twelve": (12, 12), "dozen": (12, 12), "dozens": (24, None),
    "hundreds": (200, None), "thousands": (2000, None), "scores": (40, None), "couple": (2, 2), "several": (3, None),
    "some": (2, None), "few": (2, None), "many": (3, None), "multiple": (2, None), "various": (2, None),
    "numerous": (3, None), "others": (2, None), "most": (2, None), "all": (2, None), "no": (0, 0), "none": (0, 0),
    "someone": (1, 1), "somebody": (1, 1), "people": (2, None), "these": (2, None), "those": (2, None),
}  # fmt: skip
AT_LEAST = frozenset(("least", "minimum"))
MORE_THAN = frozenset(("more", "over"))
