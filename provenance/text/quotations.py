"""Quotation marks: which stretches of a text stand inside them."""

from __future__ import annotations

from dataclasses import dataclass

from provenance.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation of one paragraph, marks included; one that runs over paragraphs is several, linked by `continues`."""

    span: Span  # with its marks
    inner: Span | None  # without them; None for an empty quotation
    closed: bool  # False: the paragraph ends first
    continues: bool = False  # True: takes up the unclosed quotation of the paragraph before
