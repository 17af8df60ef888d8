"""Ids are hashes of what they name, so that two databases can be merged."""

from __future__ import annotations

import hashlib

ID_LENGTH = 32  # hexadecimal digits: 128 bits
MIN_PREFIX = 6  # the shortest prefix that may name a thing


def content_id(kind: str, *parts: object) -> str:
    """Return the id of a thing of this kind with these parts; None and "" are different parts.

    >>> content_id("article", "Yonhap", "text") == content_id("article", "Yonhap", "text")
    True
    >>> content_id("article", None, "text") == content_id("article", "", "text")
    False
    """
    digest = hashlib.sha256(kind.encode())
    for part in parts:
        encoded = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()[:ID_LENGTH]


def text_hash(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
