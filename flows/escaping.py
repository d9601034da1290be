"""Text from pages on its way to a person: what could act as markup, a command or a disguise is taken out.

Each sink adds its own escaping on top (HTML in the Atom feed, none needed in JSON, plain ``Text`` objects on screen).
"""

import html
import unicodedata
from urllib.parse import urlsplit

# Direction overrides and invisible characters that can show one thing and mean another. Joiners (U+200C, U+200D) stay:
# Persian, Hindi and others need them.
_DISGUISES = frozenset(
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)


def one_line(text: str, limit: int = 200) -> str:
    """The text on one line of at most ``limit`` characters: no control, escape or direction characters."""
    kept = (" " if char.isspace() else char for char in text if char.isspace() or not _hidden(char))
    folded = " ".join("".join(kept).split())
    return folded if len(folded) <= limit else folded[: limit - 1].rstrip() + "…"


def _hidden(char: str) -> bool:
    return char in _DISGUISES or unicodedata.category(char) in ("Cc", "Cs", "Co")


def web_link(url: str | None) -> str:
    """The address where it is http or https with a host and without user or password; else an empty string."""
    clean = one_line(url or "", 2000)
    try:
        parts = urlsplit(clean)
    except ValueError:
        return ""
    plain = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return clean if plain and not set(clean) & set(" <>\"'`") else ""


def html_text(text: str, limit: int = 200) -> str:
    """One line, escaped for HTML text and attribute values."""
    return html.escape(one_line(text, limit), quote=True)
