"""Reading: how much of an article is kept, and how much of what is not the article goes, beside plain baselines.

Text is compared as scrapinghub's article-extraction-benchmark does: multisets of 4-grams of words, P, R and F averaged
over documents.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction, extract

from extractors.document import Article, Document, Unusable
from extractors.reading import read
from tests.accuracy.reading_cases import load
from tests.accuracy.score import Counts, Row

FETCHED = datetime(2026, 11, 21, tzinfo=UTC)
_TOKEN = re.compile(r"\w+")
Shown = Callable[[str], None]


def score(gold: Path | None, show: str | None = None) -> list[Row]:
    """The rows of this stage: on the hand labels and corpora of ``gold``, else on the project's own cases."""
    say: Shown = print if show == "errors" else lambda _: None
    if gold is None:
        return _own_cases(say)
    rows = _plain_pages(gold) + _pages(gold) + _fundus(gold) + _seeds(gold, say) + _events(gold, say)
    return [row for row in rows if row.n]


def article_of(content: str | bytes, media_type: str = "text/plain", url: str = "https://example.org/a") -> Article:
    """What is read from a page or text; an empty article where it is unusable."""
    raw = content.encode() if isinstance(content, str) else content
    try:
        return read(Document(url, "Example", raw, media_type, FETCHED))
    except Unusable:
        return Article(url, "Example", None, "", None, None)


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text's words, as a multiset."""
    words = _TOKEN.findall(text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3))) if words else Counter()


def overlap(wanted: str, found: str) -> tuple[float, float, float]:
    """P, R and F of the 4-grams of one document."""
    a, b = grams(wanted), grams(found)
    counts = Counts((a & b).total(), (b - a).total(), (a - b).total())
    return counts.precision, counts.recall, counts.f1


def mean(values: Iterable[tuple[float, float, float]]) -> str:
    """The averages over documents, as printed."""
    every = list(values)
    p, r, f = (sum(v[k] for v in every) / max(1, len(every)) for k in range(3))
    return f"P {p:.3f} R {r:.3f} F {f:.3f}"


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.is_file() else []


def _plain_pages(gold: Path) -> list[Row]:
    rows = []
    records = _lines(gold / "corpora" / "zyte-aeb" / "gold.jsonl")
    for form in ("plain_htmltext", "plain_inscriptis"):
        ours = mean(overlap(r["articleBody"], article_of(r[form]).text) for r in records)
        untouched = mean(overlap(r["articleBody"], r[form]) for r in records)
        note = "weights fitted here; cross-validated by page P .83 R .96"
        rows.append(Row(f"zyte {form}", len(records), ours, {"untouched": untouched}, note))
    return rows


def _pages(gold: Path) -> list[Row]:
    folder = gold / "corpora" / "zyte-aeb"
    records = _lines(folder / "gold.jsonl")
    pages = [(r, gzip.decompress((folder / "html" / f"{r['id']}.html.gz").read_bytes())) for r in records]
    ours = mean(overlap(r["articleBody"], article_of(page, "text/html", r["url"]).text) for r, page in pages)
    plain = mean(overlap(r["articleBody"], _trafilatura(page)) for r, page in pages)
    return [Row("zyte HTML", len(records), ours, {"trafilatura": plain}, "trafilatura: no comments, no tables")]


def _trafilatura(page: bytes) -> str:
    return extract(page, include_comments=False, include_tables=False) or ""


def _fundus(gold: Path) -> list[Row]:
    folder = gold / "corpora" / "fundus"
    records = _lines(folder / "gold.jsonl")
    pages = [(r, gzip.decompress((folder / r["country"] / r["file"]).read_bytes())) for r in records]
    articles = [article_of(page, "text/html") for _, page in pages]
    theirs = [bare_extraction(page, with_metadata=True, include_comments=False) for _, page in pages]
    body = mean(overlap(r["gold_text"], a.text) for r, a in zip(records, articles, strict=True))
    base = mean(overlap(r["gold_text"], _trafilatura(page)) for r, page in pages)
    days = [(str(r["publishing_date"])[:10], a.published_at) for r, a in zip(records, articles, strict=True)]
    same = sum(when is not None and when.date().isoformat() == day for day, when in days)
    their_days = sum(str(getattr(t, "date", "")) == d for t, (d, _) in zip(theirs, days, strict=True))
    titles = sum(_key(r["title"]) == _key(a.title) for r, a in zip(records, articles, strict=True))
    their_titles = sum(_key(r["title"]) == _key(getattr(t, "title", "")) for r, t in zip(records, theirs, strict=True))
    n = len(records)
    return [
        Row("fundus body", n, body, {"trafilatura": base}),
        Row("fundus day (UTC)", n, f"{same}/{n}", {"trafilatura": f"{their_days}/{n}"}, "same day as the label"),
        Row("fundus title", n, f"{titles}/{n}", {"trafilatura": f"{their_titles}/{n}"}, "same letters"),
    ]


def _key(text: str | None) -> str:
    return " ".join(_TOKEN.findall((text or "").casefold()))


def _seeds(gold: Path, say: Shown) -> list[Row]:
    """Every boilerplate line must go, every main line must stay."""
    removed, kept, boilerplate, main = 0, 0, 0, 0
    for name, kinds in _seed_lines(gold).items():
        raw = (gold / "seeds" / name).read_text("utf-8").split("\n")
        text = article_of("\n".join(raw)).text.split("\n")
        for number, kind in kinds.items():
            line = " ".join(raw[number].split())
            if kind == "main":
                main += 1
                there = line in text or any(len(t) > 15 and line.endswith(t) for t in text)  # glued residue may go
                kept += there
                if not there:
                    say(f"lost {name}:{number} {line[:100]}")
            elif kind == "boilerplate":
                boilerplate += 1
                gone = text.count(line) < raw.count(raw[number])
                removed += gone
                if not gone:
                    say(f"kept {name}:{number} {line[:100]}")
    shown = f"{removed}/{boilerplate} gone, {kept}/{main} kept"
    return [Row("seeds lines", boilerplate + main, shown, {"untouched": f"0/{boilerplate} gone, {main}/{main} kept"})]


def _seed_lines(gold: Path) -> dict[str, dict[int, str]]:
    """For each seed file the kind (main, boilerplate) of each line that is purely one of them."""
    path = gold / "gold" / "seeds.json"
    if not path.is_file():
        return {}
    labels = json.loads(path.read_text("utf-8"))
    kinds: dict[str, dict[int, str]] = {}
    for line in labels["lines"]:
        kinds.setdefault(labels["meta"]["files"][line["seed"]], {})[line["line"]] = line["label"]
    return kinds


def _events(gold: Path, say: Shown) -> list[Row]:
    gone = labelled = survived = quotes = 0
    for path in sorted((gold / "gold" / "events").glob("*.json")):
        event = json.loads(path.read_text("utf-8"))
        folder = gold / "corpora" / "events" / event["event"]
        texts = {p.name: article_of(p.read_text("utf-8")).text for p in folder.glob("*.txt")}
        for label in event["boilerplate"]:
            labelled += 1
            removed = label["quote"] not in texts[label["file"]]
            gone += removed
            if not removed:
                say(f"kept {path.stem} {label['file']}: {label['quote']}")
        for report in event["reports"]:
            for quoted in [report, *report.get("also", [])]:
                quotes += 1
                there = " ".join(quoted["quote"].split()) in texts[report["file"]]
                survived += there
                if not there:
                    say(f"lost {path.stem} {report['file']}: {quoted['quote']}")
    return [
        Row("events boilerplate gone", labelled, f"{gone}/{labelled}", {"untouched": f"0/{labelled}"}),
        Row("events report quotes kept", quotes, f"{survived}/{quotes}", {"untouched": f"{quotes}/{quotes}"}),
    ]


def _own_cases(say: Shown) -> list[Row]:
    """The texts of tests/cases/reading: every line that is marked to go must go, every other must stay."""
    removed = kept = boilerplate = main = 0
    for case in load():
        text = article_of(case.text).text.split("\n")
        lost, left = case.lost(text), case.left(text)
        main, boilerplate = main + len(case.stays), boilerplate + len(case.goes)
        kept, removed = kept + len(case.stays) - len(lost), removed + len(case.goes) - len(left)
        for what, lines in (("lost", lost), ("kept", left)):
            for line in lines:
                say(f"{case.name}: {what} {line[:100]}")
    shown = f"{removed}/{boilerplate} gone, {kept}/{main} kept"
    base = {"untouched": f"0/{boilerplate} gone, {main}/{main} kept"}
    return [Row("own cases, lines", boilerplate + main, shown, base)]
