"""Addresses of articles: cleaned for keeping and showing, and reduced to an identity."""

import posixpath
import re
from functools import cache
from importlib.resources import files
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

import idna

_PORTS = {"http": 80, "https": 443}
# What stays as it is in a query or a fragment.
_SAFE = "=&%:/?@!$'()*+,;~-._[]|"
_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;?]*", re.IGNORECASE)
_VARIANT_HOST = re.compile(r"^(?:www\d?|m|mobile|amp|touch)\.(?=[^.]+\.[^.]+)")
_VARIANT_PATH = re.compile(r"(?:/amp/?|\.amp)$|(?<=.)/+$", re.IGNORECASE)


@cache
def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    lines = files(__package__).joinpath("tracking.tsv").read_text("utf-8").splitlines()
    names = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    return frozenset(n for n in names if "*" not in n), tuple(n.rstrip("*") for n in names if "*" in n)


def canonical(url: str, base: str | None = None) -> str:
    """The address without what never changes the article: fragment, tracking parameters, session ids, user names,
    default port, letter case of scheme and host, needless escapes and dot segments. It can be fetched and shown.

    ``base`` resolves a relative address. Anything but http and https comes back stripped, otherwise as it is;
    raises ValueError where an http address has no valid host or port.
    """
    joined = urljoin(base, url.strip()) if base else url.strip()
    parts = urlsplit(joined)
    if parts.scheme.lower() not in _PORTS:
        return joined
    fragment = quote(parts.fragment, safe=_SAFE + "#") if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme.lower(), _authority(parts), _path(parts.path), _query(parts.query), fragment))


def identity(url: str) -> str:
    """What makes two addresses one article: the canonical address without scheme, ``www.``, ``m.`` and ``amp.`` hosts,
    AMP endings, closing slash and order of parameters. A key to compare, not an address to fetch."""
    parts = urlsplit(canonical(url))
    if parts.scheme not in _PORTS:
        return canonical(url)
    host = _VARIANT_HOST.sub("", parts.netloc)
    path = _VARIANT_PATH.sub("", parts.path).rstrip("/")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return host + path + (f"?{query}" if query else "") + (f"#{parts.fragment}" if parts.fragment else "")


def host_of(url: str) -> str:
    """The host of an address in lower case, ``www.`` aside; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def same_site(a: str, b: str) -> bool:
    """Whether two addresses belong to one site: equal hosts, or one is a subdomain of the other."""
    one, two = host_of(a), host_of(b)
    return bool(one) and (one == two or one.endswith("." + two) or two.endswith("." + one))


def _authority(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host:
        raise ValueError(f"expected an address with a host, found {parts.geturl()[:100]!r}")
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise ValueError(f"expected a valid host name, found {host[:100]!r}") from error
    shown = f"[{host}]" if ":" in host else host
    port = parts.port
    return shown if port in (None, _PORTS[parts.scheme.lower()]) else f"{shown}:{port}"


def _path(path: str) -> str:
    """Escapes in one spelling (those of reserved characters stay: decoding must not invent a separator)."""
    plain = quote(re.sub(r"%[0-9a-fA-F]{2}", _unescape, _SESSION.sub("", path)), safe="/:@!$&'()*+,;=~-._%")
    if "/." not in plain and "//" not in plain:
        return plain or "/"
    solved = posixpath.normpath(re.sub(r"/{2,}", "/", plain))
    closing = "/" if plain.endswith(("/", "/.", "/..")) and not solved.endswith("/") else ""
    return solved + closing


def _unescape(found: re.Match[str]) -> str:
    char = chr(int(found[0][1:], 16))
    return char if char.isascii() and (char.isalnum() or char in "-._~") else found[0].upper()


def _query(query: str) -> str:
    names, prefixes = _tracking()
    kept = []
    for part in query.split("&"):
        name = unquote(part.split("=", 1)[0]).lower()
        if part and name not in names and not name.startswith(prefixes):
            kept.append(part)
    return quote("&".join(kept), safe=_SAFE)
