"""Document to article: title, text, date and language, with everything that was removed kept visible."""

from collections.abc import Sequence

from extractors.document import Article, Document, Dropped, Unusable
from extractors.likeness import credits as credits_of
from extractors.reading.charset import decode
from extractors.reading.guards import check_size, check_text
from extractors.reading.language import guess_language
from extractors.reading.metadata import Metadata, read_metadata
from extractors.reading.page import body_of, date_of
from extractors.reading.plain import Cleaned, clean, tidy
from extractors.reading.tree import parse_page, remove_hidden

__all__ = ["read"]

_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain", "text/markdown")


def read(document: Document, *, learnt: frozenset[str] = frozenset()) -> Article:
    """The article in a document; ``learnt`` are lines that its host repeats on its pages (see ``lines.key_of``).

    What the carrier says (title, date, language of the feed entry or JSONL line) counts before what the page says.
    Raises Unusable with a reason: ``empty``, ``not_text``, ``not_html``, ``too_big``, ``too_deep``, ``too_many_tags``,
    ``too_many_attributes``, ``no_text`` (nothing is left that reads as an article), ``media_type``.
    """
    check_size(document.content)
    if document.media_type in _PAGES:
        cleaned, own = _read_page(document, learnt)
    elif document.media_type in _TEXTS:
        text = decode(document.content, document.charset)
        check_text(text)
        cleaned = clean(text, learnt, document.title)
        own = Metadata(cleaned.title, None, None)
    else:
        raise Unusable("media_type", f"expected HTML or plain text, found {document.media_type}")
    text = "\n".join(cleaned.paragraphs)
    if not text:
        raise Unusable("no_text", "nothing is left that reads as an article")
    return Article(
        url=document.url,
        source=document.source,
        title=document.title or own.title,
        text=text,
        published_at=document.published_at or own.published_at,
        language=_code(document.language) or own.language or guess_language(text),
        owner=document.owner,
        dropped=cleaned.dropped,
        credits=_credits(text, cleaned.dropped, document),
    )


def _read_page(document: Document, learnt: frozenset[str]) -> tuple[Cleaned, Metadata]:
    tree = parse_page(decode(document.content, document.charset))
    own = read_metadata(tree, document.url, document.fetched_at)
    if own.published_at is None and document.published_at is None:
        own = Metadata(own.title, date_of(tree, document.url, document.fetched_at), own.language)
    remove_hidden(tree)
    return tidy(body_of(tree), learnt, document.title or own.title), own


def _code(language: str | None) -> str | None:
    """``en-GB`` and ``EN`` as ``en``."""
    return language.replace("_", "-").split("-")[0].strip().lower() or None if language else None


def _credits(text: str, dropped: Sequence[Dropped], document: Document) -> tuple[str, ...]:
    return credits_of(text, dropped, document.source, url=document.url)
