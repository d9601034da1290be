"""Reading: CPU time per document, and its ratio to trafilatura on the same pages, interleaved in one run."""

import time
from collections.abc import Callable, Iterator
from statistics import median

from trafilatura import bare_extraction

from extractors.reading.plain import clean
from tests.extractors.reading.pages import BODY, article, page

_MENU = "<ul>" + "".join(f'<li><a href="/s/{n}">Section number {n}</a></li>' for n in range(300)) + "</ul>"
_PAGE = page('<meta property="article:published_time" content="2031-03-04T10:00:00Z">', BODY * 8 + _MENU).encode()
_TEXT = "\n".join(["Menu", "World", "Sport"] * 60 + [p for p in BODY.replace("</p>", "").split("<p>") if p] * 8)
_ROUNDS = 12


def measure() -> Iterator[str]:
    """Three lines: our page, the ratio to trafilatura with metadata, a plain text."""
    ours, theirs = [], []
    for _ in range(_ROUNDS):
        ours.append(_cpu(lambda: article(_PAGE)))
        theirs.append(_cpu(lambda: bare_extraction(_PAGE, with_metadata=True, include_comments=False)))
    ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
    texts = [_cpu(lambda: clean(_TEXT)) for _ in range(_ROUNDS)]
    yield f"page of {len(_PAGE) // 1000} kB: {median(ours):.1f} ms CPU"
    yield f"ratio to trafilatura with metadata, median of pairs: {ratio:.2f}"
    yield f"plain text of {len(_TEXT) // 1000} kB: {median(texts):.1f} ms CPU"


def _cpu(work: Callable[[], object]) -> float:
    started = time.thread_time()
    work()
    return (time.thread_time() - started) * 1000
