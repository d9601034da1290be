"""Bytes that are no text are told from text, and named."""

import gzip
import io
import random
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Unusable
from extractors.formats.binary import kind_of, oddness
from extractors.reading.charset import decode
from tests.extractors.reading.pages import PARAGRAPHS, article, page

NOISE = random.Random(7).randbytes(50_000)


def zipped() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("news.txt", "\n".join(PARAGRAPHS))
    return packed.getvalue()


FILES = {
    "PDF": b"\n%PDF-1.7\n" + NOISE[:900],
    "RTF": b"{\\rtf1\\ansi " + PARAGRAPHS[0].encode() + b"}",
    "ZIP": zipped(),
    "gzip": gzip.compress(PARAGRAPHS[0].encode()),
    "PNG": b"\x89PNG\r\n\x1a\n" + NOISE[:900],
    "JPEG": b"\xff\xd8\xff\xe0" + NOISE[:900],
    "Windows program": b"MZ\x90\0\x03\0" + NOISE[:900],
    "ELF": b"\x7fELF\x02\x01\x01" + NOISE[:900],
    "MP4": b"\0\0\0\x18ftypmp42" + NOISE[:900],
    "TAR": b"a.txt" + b"\0" * 252 + b"ustar" + b"x" * 300,
}


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
@pytest.mark.parametrize("kind", FILES)
def test_known_file_types_are_refused_by_name(kind: str, media_type: str) -> None:
    with pytest.raises(Unusable, match=kind) as refused:
        article(FILES[kind], media_type)
    assert refused.value.reason == "not_text"


@pytest.mark.parametrize("media_type", ["text/html", "text/plain"])
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
@pytest.mark.parametrize(
    "content",
    [
        NOISE,
        NOISE[:300],
        zlib.compress(NOISE),
        bytes(sign & 0x7F for sign in NOISE),
        bytes(sign | 0x80 for sign in NOISE),
        b"\xff\xfe" + NOISE,
        b"<html><body><p>Hello.</p>" + NOISE,
    ],
    ids=["noise", "short", "zlib", "low", "high", "utf-16 mark", "page start"],
)
def test_noise_is_refused(content: bytes, declared: str | None, media_type: str) -> None:
    with pytest.raises(Unusable, match="looks like binary data") as refused:
        article(content, media_type, charset=declared)
    assert refused.value.reason == "not_text"


@pytest.mark.parametrize(
    "text",
    [
        "MZ Motors recalls 4,000 cars, RIFF says",
        "BMW recalls 12 cars",
        "¡Ya! ¿Quién? 25 °C, 3½ m², §12 ¶4: «señal» – 40 £ × 2 = 80 £. " + PARAGRAPHS[0],
        "Полиция сообщила о 12 раненых. " * 20,
        "警察は12人が負傷したと発表した。" * 20,
        "قالت الشرطة إن 12 شخصا أصيبوا. " * 20,
        "Fire 🔥🔥🔥 in Velm 🚒 12 hurt 😢",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le"])
def test_writing_is_text(text: str, codec: str) -> None:
    raw = text.encode(codec)
    assert kind_of(raw) is None
    assert oddness(text) is None
    assert decode(raw, codec) == text


def test_a_few_damaged_signs_and_zero_bytes_at_the_end_do_no_harm() -> None:
    damaged = page().encode().replace(b"ferry", b"f\xffrry").replace(b"\n", b"\0\n", 2) + b"\0" * 5_000
    assert "14 people were missing" in article(damaged).text


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Z"], include_characters="\n\t"), max_size=400))
def test_only_many_rare_signs_make_text_odd(text: str) -> None:
    assert oddness(text) is None or "rare signs" in str(oddness(text))
