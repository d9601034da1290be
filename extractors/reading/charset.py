"""Bytes to text: byte order mark, then what the carrier and the page declare, then what the bytes look like."""

import codecs
import re

from charset_normalizer import from_bytes

from extractors.document import Unusable
from extractors.formats.binary import kind_of, oddness

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
# Browsers read these declarations as their Windows supersets, and pages rely on it (WHATWG Encoding Standard).
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_UNSAFE = {"utf-7", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape"}
# The few control characters that stand for nothing in text; tab and line feed stay.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")


def decode(content: bytes, declared: str | None = None) -> str:
    """The text of a page or file: always valid Unicode, without control characters, line ends as ``\\n``.

    A declared character set counts where it decodes without loss; bytes that fit nothing become U+FFFD.
    Raises Unusable ``not_text``, with what the content looks like, for binary files under a text name.
    """
    kind = kind_of(content)
    if kind:
        raise Unusable("not_text", f"looks like {kind}, not like text")
    text = _decode(content, declared)
    problem = oddness(text)
    if problem:
        raise Unusable("not_text", problem)
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n"))


def _decode(content: bytes, declared: str | None) -> str:
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    wide = _wide(content)
    head = content[:4_096]
    for declaration in (wide, declared, _found(_XML, head), _found(_META, head), "utf-8"):
        codec = _codec(declaration)
        if codec:
            try:
                return content.decode(codec)
            except (UnicodeError, LookupError, ValueError):
                continue
    best = _codec(_found(_META, head)) or _codec(declared)
    if best and best != "utf-8":
        return content.decode(best, "replace")
    return _guessed(content)


def _guessed(content: bytes) -> str:
    """Nearly UTF-8 stays UTF-8 with the damage marked; else the best guess from a sample."""
    loose = content.decode("utf-8", "replace")
    if loose.count("\ufffd") <= 0.002 * len(loose) + 2:
        return loose
    guess = from_bytes(content[:20_000]).best()
    return content.decode(_codec(guess.encoding if guess else None) or "cp1252", "replace")


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Western text is zero."""
    sample = content[:2_000]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * len(sample) / 2 or min(even, odd) > 0.05 * len(sample):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _found(pattern: re.Pattern[bytes], head: bytes) -> str | None:
    found = pattern.search(head)
    return found[1].decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    try:
        known = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if known.name in _UNSAFE or not known._is_text_encoding:
        return None
    return _SUPERSETS.get(known.name, known.name)
