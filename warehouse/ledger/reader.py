"""One document through the rooms that read it: an article with its figures and fingerprint, or a counted reason."""

import logging
from dataclasses import dataclass, replace

from extractors.document import Article, Document, Rejection, Unusable
from extractors.figure import Figure
from warehouse.ledger.archive import Place
from warehouse.ledger.identity import article_id, document_id, text_hash
from warehouse.ledger.rooms import Rooms

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document gave; ``article`` is None where it was rejected, and ``rejection`` says why."""

    document: Document
    place: Place
    document_id: str
    article_id: str
    article: Article | None = None
    text_hash: str = ""
    owner: str = ""
    figures: tuple[Figure, ...] = ()
    sketch: tuple[int, ...] = ()
    credits: tuple[str, ...] = ()
    rejection: Rejection | None = None


def read_one(document: Document, place: Place, rooms: Rooms) -> Reading:
    """Read one document; whatever goes wrong with it becomes its rejection, so that the others go on."""
    blank = Reading(document, place, document_id(document), article_id(document.url))
    try:
        return _read(blank, rooms)
    except Unusable as error:
        return replace(blank, rejection=Rejection("read", document.url, error.reason, error.detail))
    except Exception as error:  # a defect of ours in one document must not cost the others
        _LOG.exception("Reading %s failed", document.url)
        return replace(blank, rejection=Rejection("read", document.url, "defect", f"{type(error).__name__}: {error}"))


def _read(blank: Reading, rooms: Rooms) -> Reading:
    document = blank.document
    article = _storable(rooms.read(document))
    figures = rooms.figures(
        article.text, published_at=article.published_at, language=article.language, title=article.title
    )
    return replace(
        blank,
        article=article,
        text_hash=text_hash(article.text),
        owner=article.owner or document.owner or rooms.owner_of(document.source, document.url),
        figures=tuple(figures),
        sketch=tuple(rooms.sketch(article.text)),
        credits=article.credits
        or tuple(rooms.credits(article.text, article.dropped, document.source, url=document.url)),
    )


def _storable(article: Article) -> Article:
    """Replace lone surrogates, one for one so that offsets stay: no database can hold them."""
    if article.text.isascii() or not any("\ud800" <= char <= "\udfff" for char in article.text):
        return article
    return replace(article, text=article.text.encode("utf-8", "replace").decode("utf-8"))
