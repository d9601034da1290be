"""The story that the newsroom tells, and what of it is online when."""

from datetime import timedelta

import pytest

from flows.newsroom.edition import Newsroom, opened


@pytest.fixture(scope="module")
def newsroom() -> Newsroom:
    return opened()


def test_the_story_is_large_enough_to_show_something(newsroom: Newsroom) -> None:
    moments = newsroom.moments()
    owners = [m.owner for m in newsroom.mastheads.values()]
    assert len(newsroom.stories) >= 12
    assert len(owners) >= 5
    assert len(owners) - len(set(owners)) == 1
    assert moments[-1] - moments[0] > timedelta(days=3)
    assert {m.listing for m in newsroom.mastheads.values()} == {"rss", "atom", "sitemap"}
    assert len({m.layout for m in newsroom.mastheads.values()}) >= 3


def test_pages_appear_at_their_time(newsroom: Newsroom) -> None:
    first, *_, last = newsroom.moments()
    assert newsroom.edition(first - timedelta(seconds=1)).pages == ()
    assert len(newsroom.edition(first).pages) == 1
    assert len(newsroom.edition(last).pages) == len(newsroom.stories)


def test_an_update_changes_the_page_in_place(newsroom: Newsroom) -> None:
    edited = next(s for s in newsroom.stories if "updates" in s)
    at = edited["updates"][0]["at"]
    before = next(p for p in newsroom.edition(at - timedelta(minutes=1)).pages if p.slug == edited["slug"])
    after = next(p for p in newsroom.edition(at).pages if p.slug == edited["slug"])
    assert before.path == after.path
    assert "140 people were killed" in " ".join(before.paragraphs)
    assert "14 people were killed" in " ".join(after.paragraphs)
    assert after.paragraphs[-1].startswith("Correction")
    assert (before.changed_at, after.changed_at) == (before.published_at, at)


def test_paths_are_unique(newsroom: Newsroom) -> None:
    paths = [p.path for p in newsroom.edition(newsroom.moments()[-1]).pages]
    assert len(paths) == len(set(paths))


def test_an_update_of_missing_text_is_an_error(newsroom: Newsroom) -> None:
    edited = dict(next(s for s in newsroom.stories if "updates" in s))
    edited["updates"] = [edited["updates"][0] | {"replace": "no such words"}]
    with pytest.raises(ValueError, match="replaces text that is not there"):
        Newsroom(newsroom.mastheads, (edited,)).edition(newsroom.moments()[-1])
