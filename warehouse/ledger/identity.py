"""What makes two things the same thing: addresses, documents, texts. Stable across versions of this program."""

import hashlib

from extractors.document import Document
from extractors.formats.canonical import identity


def article_id(url: str) -> str:
    """Return the name of the article at an address, the same for all spellings of it: 16 hexadecimal digits."""
    try:
        key = identity(url)
    except ValueError:  # "http://[half": still a name, though not an address
        key = url.strip()
    return digest(key)


def document_id(document: Document) -> str:
    """Return the name of these bytes at this address: 64 hexadecimal digits."""
    name = hashlib.sha256(_bytes(document.url))
    name.update(b"\0")
    name.update(document.content)
    return name.hexdigest()


def text_hash(text: str) -> str:
    """Return a digest by which an edited text differs from itself before; white space does not count."""
    return hashlib.sha256(_bytes(" ".join(text.split()))).hexdigest()[:32]


def digest(*parts: object) -> str:
    """Return 16 hexadecimal digits that stand for these parts in this order."""
    return hashlib.sha256(_bytes("\x1f".join(map(str, parts)))).hexdigest()[:16]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
