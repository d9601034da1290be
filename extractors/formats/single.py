"""What the formats with one document per file share."""

from extractors.document import Document, Rejection, Unusable
from extractors.formats.canonical import canonical, host_of
from extractors.formats.protocol import Context, rejected
from extractors.formats.unpack import unpack


def one(content: bytes, context: Context, media_type: str) -> Document | Rejection:
    """The file as one document; a rejection where it cannot be unpacked, is empty, or its address is none."""
    try:
        content = unpack(content)
        url = canonical(context.url) if context.url else f"file:{context.name}"
    except Unusable as error:
        return rejected("load", context.name, error.reason, error.detail)
    except ValueError as error:
        return rejected("load", context.name, "bad_url", str(error))
    if not content.strip():
        return rejected("load", context.name, "empty", "the file has no content")
    return Document(
        url=url,
        source=context.source or host_of(url) or stem(context.name),
        content=content,
        media_type=media_type,
        fetched_at=context.fetched_at,
        owner=context.owner,
        charset=context.charset,
        published_at=context.published_at,
        title=context.title,
        language=context.language,
    )


def stem(name: str) -> str:
    """The last part of a path or address without its endings: ``news/004_x.txt.gz`` gives ``004_x``."""
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1].split(".", 1)[0] or name
