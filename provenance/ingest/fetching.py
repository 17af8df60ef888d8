"""One web address, read once: what the user named, and nothing that it links to."""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from provenance import __version__
from provenance.errors import LimitExceeded, UnreadableInput

SECONDS = 30  # without a byte, before the attempt is given up
SCHEMES = ("http", "https")


class _OnlyTheWeb(HTTPRedirectHandler):
    """Follows redirections to web addresses alone: a page must not lead to a file of this machine."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # as inherited
        if urlsplit(newurl).scheme.casefold() not in SCHEMES:
            raise URLError("it leads to something that is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str, limit: int) -> bytes:
    """Return what stands at an http or https address; raises UnreadableInput, or LimitExceeded beyond the limit."""
    if urlsplit(url).scheme.casefold() not in SCHEMES:
        raise UnreadableInput("is no web address", where=url, hint="it must begin with http:// or https://")
    try:
        request = Request(url, headers={"User-Agent": f"claim-provenance/{__version__}", "Accept": "*/*"})
        with build_opener(_OnlyTheWeb).open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(limit + 1)
    except HTTPError as error:
        raise UnreadableInput(f"cannot be read: the server answers {error.code}", where=url, hint="check it") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UnreadableInput(f"cannot be read: {reason}", where=url, hint="check the address") from error
    if len(data) > limit:
        raise LimitExceeded(f"is larger than the limit of {limit:,} bytes", where=url, hint="save and split it")
    return data
