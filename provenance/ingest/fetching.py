"""One web address, read once: what the user named, and nothing that it links to."""

from __future__ import annotations

from http.client import HTTPException, HTTPResponse
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from provenance import __version__
from provenance.errors import LimitExceeded, UnreadableInput
from provenance.ingest.metadata import WEB_ADDRESS
from provenance.ingest.reader import readable

SECONDS = 30  # without a byte, before the attempt is given up
ALL_SECONDS = 300  # for the whole answer: a server that sends a byte now and then would keep the user for ever
CHUNK = 1 << 16
SCHEMES = ("http", "https")
_KEPT = ":/?#[]@!$&'()*+,;=%~"  # an address as a person copies it may have letters beyond ASCII


class _OnlyTheWeb(HTTPRedirectHandler):
    """Follows redirections to web addresses alone: a page must not lead to a file of this machine."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # as inherited
        if urlsplit(newurl).scheme.casefold() not in SCHEMES:
            raise URLError("it leads to something that is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(url: str, limit: int) -> bytes:
    """Return what stands at an http or https address; raises UnreadableInput, or LimitExceeded beyond the limit."""
    where = readable(url)
    if not WEB_ADDRESS.fullmatch(url):
        raise UnreadableInput("is no web address", where=where, hint="it must begin with http:// or https://")
    try:
        request = Request(
            quote(url, safe=_KEPT), headers={"User-Agent": f"claim-provenance/{__version__}", "Accept": "*/*"}
        )
        with build_opener(_OnlyTheWeb).open(request, timeout=SECONDS) as answer:
            data = _read(answer, limit)
    except HTTPError as error:
        problem = f"cannot be read: the server answers {error.code}"
        raise UnreadableInput(problem, where=where, hint="check it") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UnreadableInput(
            f"cannot be read: {readable(str(reason))}", where=where, hint="check the address"
        ) from error
    if len(data) > limit:
        raise LimitExceeded(f"is larger than the limit of {limit:,} bytes", where=where, hint="save and split it")
    return data


def _read(answer: HTTPResponse, limit: int) -> bytes:
    """Return the whole answer, or its beginning where it is larger than the limit."""
    parts: list[bytes] = []
    size = 0
    end = monotonic() + ALL_SECONDS
    while size <= limit and (part := answer.read1(min(CHUNK, limit - size + 1))):
        if monotonic() > end:
            raise TimeoutError(f"the answer was not there after {ALL_SECONDS} seconds")
        parts.append(part)
        size += len(part)
    return b"".join(parts)
