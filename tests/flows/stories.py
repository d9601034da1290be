"""A small invented newsroom for the tests of passes: two mastheads, their feeds, and a watch of them."""

from collections.abc import Iterator
from pathlib import Path

from tests.flows.hostile import Hostile, Request, reply

SENTENCE = "At least {n} people were killed when the dam at Orrin broke, the interior ministry said on Tuesday."
FILLER = (
    "Rescue teams worked through the night along the lower valley. Residents were taken to schools in the next town. "
    "The cause is not known. Engineers had warned of cracks in the northern wall for several years, records show."
)


def serve_story(server: Hostile, masthead: str, number: int, hour: int = 8) -> None:
    """Serves a feed with one page that reports a number; serving it again with another number edits the page."""
    sentence = SENTENCE.format(n=number)
    text = f"<html><head><title>Dam</title></head><body><article><h1>Dam breaks, says {masthead}</h1>"
    text += f"<p>{sentence}</p><p>{FILLER} {masthead} reports from the valley.</p></article></body></html>"
    link, when = server.url(f"/{masthead}/dam"), f"Tue, 03 Mar 2026 {hour:02}:00:00 GMT"
    item = f"<item><title>Dam breaks, says {masthead}</title><link>{link}</link><pubDate>{when}</pubDate></item>"
    feed = f"<rss version='2.0'><channel><title>{masthead}</title>{item}</channel></rss>"
    server.scripts[f"/{masthead}/dam"] = _tagged(text.encode(), "text/html; charset=utf-8")
    server.scripts[f"/{masthead}/feed"] = _tagged(feed.encode(), "application/rss+xml")


def _tagged(body: bytes, media_type: str):
    tag = f'"{hash(body):x}"'

    def script(request: Request) -> Iterator[bytes]:
        same = request.headers.get("if-none-match") == tag
        yield reply(b"", 304, ETag=tag) if same else reply(body, ETag=tag, Content_Type=media_type)

    return script


def write_watch(
    folder: Path, server: Hostile, *mastheads: str, name: str = "dam", subscribers: str = "jsonl: a.jsonl"
) -> Path:
    """A watch file over these mastheads."""
    sources = "\n".join(f"  - feed: {server.url(f'/{m}/feed')}\n    name: {m}" for m in mastheads)
    path = folder / f"{name}.yaml"
    path.write_text(
        f"watch: {name}\nevery: 15m\nallow: ['{server.host}']\nsources:\n{sources}\n"
        "quantities:\n  killed:\n    title: People killed\n    count: people\n    action: killed\n"
        "    kind: cumulative\n"
        f"subscribers:\n  - {subscribers}\n"
    )
    return path
