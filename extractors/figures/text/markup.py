"""Script, style and tags that a page left in its text: blanks in their place, so that no number is read in them."""

import re
from collections.abc import Iterator

# What opens and what closes a piece of markup; one that is never closed ends with its line.
_PAIRS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<script", "</script>"), ("<style", "</style>"))
_SIGNS = ("<", "{", "://", "www.", ");")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>\n]{0,1000})?/?>")
_BRACES = re.compile(r"(?:[.#@][\w-][^\n{}.!?;]{0,80})?\{[^{}]{0,1000}\}")
_CODE = re.compile(r"[:;=]")
# ``google_ad_width = 468;``, ``var sizes = [300, 250];``
_VALUE = r"(?:\[[^\]\n]{0,200}\]|\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|[\w.]{1,60})"
_STATEMENT = re.compile(rf"(?:\b(?:var|let|const) )?\b[A-Za-z_$][\w.$]{{0,60}} ?= ?{_VALUE} ?;")
_CALL = re.compile(r"\b[A-Za-z_$][\w.$]{0,60}\([^()\n]{0,200}\) ?;")
_PATH = re.compile(r"((?:https?://|www\.|twitter\.com|\bt\.co)[\w.-]{0,80})([/?][^\s<>\")]{1,500})")
_LAYERS = 4


def blank(text: str) -> str:
    """The text with blanks for markup, code and the paths of addresses; every other character keeps its offset."""
    if "=" not in text and not any(sign in text for sign in _SIGNS):
        return text
    if "<" in text:
        text = _TAG.sub(_erase, "".join(_without(text)))
    if "{" in text:
        for _ in range(_LAYERS):
            text = _BRACES.sub(lambda m: _erase(m) if _CODE.search(m.group()) else m.group(), text)
    if "=" in text:
        text = _STATEMENT.sub(_erase, text)
    if ");" in text:
        text = _CALL.sub(_erase, text)
    if "/" in text:
        text = _PATH.sub(lambda m: m.group(1) + " " * len(m.group(2)), text)
    return text


def _without(text: str) -> Iterator[str]:
    """The pieces of the text in order, with blanks for what markup encloses."""
    at = 0
    for first, last in sorted(_enclosed(text)):
        yield text[at:first]
        yield _blanks(text[max(at, first) : last])
        at = max(at, last)
    yield text[at:]


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """The pieces between what opens and what closes markup."""
    for opening, closing in _PAIRS:
        first = text.find(opening)
        while first >= 0:
            end = text.find(closing, first)
            line = text.find("\n", first)
            last = end + len(closing) if end >= 0 else line if line >= 0 else len(text)
            yield first, last
            first = text.find(opening, last) if end >= 0 else -1


def _erase(match: re.Match[str]) -> str:
    return _blanks(match.group())


def _blanks(piece: str) -> str:
    return "\n".join(" " * len(line) for line in piece.split("\n"))
