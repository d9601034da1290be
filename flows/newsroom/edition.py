"""What the newsroom has published by a given moment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any, Literal

import yaml


@dataclass(frozen=True, slots=True)
class Masthead:
    """One invented newspaper: how it is called, who owns it, and which site template and listing it uses."""

    key: str
    name: str
    owner: str
    layout: str
    listing: Literal["rss", "atom", "sitemap"]
    motto: str
    sections: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One article as it reads at one moment; ``changed_at`` is later than ``published_at`` after an edit."""

    masthead: Masthead
    slug: str
    title: str
    section: str
    byline: str
    paragraphs: tuple[str, ...]
    published_at: datetime
    changed_at: datetime

    @property
    def path(self) -> str:
        return f"/{self.masthead.key}/{self.published_at:%Y/%m}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything that is online at one moment, newest page first."""

    mastheads: tuple[Masthead, ...]
    pages: tuple[Page, ...]

    def of(self, masthead: Masthead) -> tuple[Page, ...]:
        return tuple(p for p in self.pages if p.masthead is masthead)

    def page(self, path: str) -> Page | None:
        return next((p for p in self.pages if p.path == path), None)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """All mastheads and all the stories they will ever publish."""

    mastheads: Mapping[str, Masthead]
    stories: tuple[Mapping[str, Any], ...]

    def edition(self, now: datetime) -> Edition:
        """Return the pages published by ``now``, each as last edited by then."""
        out = [self._page(s, now) for s in self.stories if s["published"] <= now]
        pages = sorted(out, key=lambda p: p.published_at, reverse=True)
        return Edition(tuple(self.mastheads.values()), tuple(pages))

    def moments(self) -> list[datetime]:
        """Return when anything is published or edited, in order."""
        return sorted({moment for story in self.stories for moment in _moments(story)})

    def _page(self, story: Mapping[str, Any], now: datetime) -> Page:
        body, changed_at = _body_at(story, now)
        return Page(
            masthead=self.mastheads[story["masthead"]],
            slug=story["slug"],
            title=story["title"],
            section=story["section"],
            byline=story["byline"],
            paragraphs=tuple(p.strip() for p in body.split("\n\n") if p.strip()),
            published_at=story["published"],
            changed_at=changed_at,
        )


def opened() -> Newsroom:
    """Return the newsroom that ships with the project."""
    folder = files(__package__)
    heads: dict[str, Any] = yaml.safe_load(folder.joinpath("mastheads.yaml").read_text(encoding="utf-8"))
    stories = sorted(folder.joinpath("stories").iterdir(), key=lambda f: f.name)
    return Newsroom(
        {key: Masthead(key=key, **_tuples(head)) for key, head in heads.items()},
        tuple(yaml.safe_load(f.read_text(encoding="utf-8")) for f in stories if f.name.endswith(".yaml")),
    )


def _tuples(head: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in head.items()}


def _moments(story: Mapping[str, Any]) -> Iterator[datetime]:
    yield story["published"]
    yield from (edit["at"] for edit in _edits(story))


def _edits(story: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    edits: list[Mapping[str, Any]] = story.get("updates", [])
    return edits


def _body_at(story: Mapping[str, Any], now: datetime) -> tuple[str, datetime]:
    """Apply the edits made by ``now``; returns the text and when it was last changed."""
    body, changed_at = str(story["body"]), story["published"]
    for edit in _edits(story):
        if edit["at"] > now:
            break
        if edit["replace"] not in body:
            raise ValueError(f"{story['slug']}: an update replaces text that is not there: {edit['replace']!r}")
        body = body.replace(edit["replace"], edit["by"]) + "\n\n" + edit.get("append", "")
        changed_at = edit["at"]
    return body, changed_at
