"""What speaks for and against a line of plain text being part of the article, as numbers from -1 to about 2.

The features know no outlet, event or language: shape of the line, its neighbours, what the rules say around it, and
how much of its vocabulary the rest of the page's prose shares. Their weights are in ``weights.tsv``.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from extractors.reading.language import is_stop_word
from extractors.reading.lines import Line, key_of
from extractors.reading.rules import Verdict

_CONTENT = re.compile(r"[^\W\d_]{4,}")
_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_WORDS = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[|»›>©#@{}\[\]=]|https?:|www\.")
_QUOTES = re.compile('["“”„«»]')
_STEM = 6

NAMES = (
    "always", "words", "sentence", "prose", "up_to_2", "up_to_5", "up_to_10", "up_to_20", "long_no_sentence",
    "stop_words", "capitals", "digits", "commas", "marked", "signs", "colon", "question", "quotes", "ellipsis",
    "drop", "list", "end", "twice", "headline", "topic", "topic_prose", "prose_before", "prose_after", "prose_near",
    "prose_around", "short_near", "rules_near", "since_list", "since_list_prose", "after_end", "after_headline",
    "before_headline", "first_lines", "share_before", "short_in_prose", "gap", "wide_script",
    "of_headline", "of_headline_prose", "near_headline", "byline_above", "comments_near", "comments_above", "alike",
    "run_prose",
)  # fmt: skip


def stems(text: str) -> frozenset[str]:
    """Beginnings of the longer words of a text, pairs of signs for scripts without spaces: what it is about."""
    if len(_WIDE.findall(text)) > 0.3 * len(text):
        return frozenset(text[n : n + 2] for n in range(len(text) - 1))
    return frozenset(word[:_STEM].casefold() for word in _CONTENT.findall(text))


def size(text: str) -> int:
    """Words of a text; in scripts without spaces two signs count as one."""
    wide = len(_WIDE.findall(text))
    return wide // 2 + len(_WORDS.findall(_WIDE.sub(" ", text) if wide else text))


class Page:
    """The lines of one text with all that their features need from the whole."""

    def __init__(self, lines: Sequence[Line], verdicts: Sequence[Verdict | None], title: str | None) -> None:
        self.lines = lines
        self.effects = [verdict.effect if verdict else "" for verdict in verdicts]
        self.reasons = [verdict.reason if verdict else "" for verdict in verdicts]
        self.sizes = [size(line.text) for line in lines]
        self.prose = [self._prose(n) for n in range(len(lines))]
        self.stems = [stems(line.text) for line in lines]
        self.shared = Counter(s for n, own in enumerate(self.stems) if self.prose[n] > 0.15 for s in own)
        self.keys = Counter(line.key for line in lines)
        self._prose_sums = list(accumulate(self.prose, initial=0.0))
        self._short_sums = list(accumulate((float(s <= 6) for s in self.sizes), initial=0.0))
        self._rule_sums = list(accumulate((float(bool(e)) for e in self.effects), initial=0.0))
        self._comment_sums = list(accumulate((float(r == "comments") for r in self.reasons), initial=0.0))
        self.headline = self._last_headline(title)
        self.about = stems(title or (lines[0].text if lines else ""))
        self._since = self._distances()

    def _prose(self, n: int) -> float:
        """0 to 1: how much the line reads as a paragraph."""
        words = self.sizes[n]
        return min(words, 50) / 50 if self.lines[n].is_sentence and words >= 5 and not self.effects[n] else 0.0

    def _last_headline(self, title: str | None) -> int:
        """The last line that repeats the title (by default the first line, with or without a site's name); -1: none."""
        wanted = key_of(title or (self.lines[0].text if self.lines else ""))
        found = -1
        for n, line in enumerate(self.lines[: 1 + len(self.lines) * 2 // 3]):
            key = line.key
            if len(key) > 15 and (key == wanted or wanted.startswith(key + " ")) and (n or title):
                found = n
        return found

    def _distances(self) -> list[int | None]:
        """For each line how many lines ago a list was headed, None where none was."""
        since: list[int | None] = []
        last: int | None = None
        for n, effect in enumerate(self.effects):
            since.append(None if last is None else n - last)
            if effect == "list":
                last = n
        return since

    def _mean(self, sums: Sequence[float], n: int, reach: int) -> float:
        low, high = max(0, n - reach), min(len(self.lines), n + reach + 1)
        own = sums[n + 1] - sums[n]
        return (sums[high] - sums[low] - own) / max(1, high - low - 1)

    def _topic(self, n: int) -> float:
        """The share of the line's vocabulary that other prose of the page uses too."""
        own = self.stems[n]
        once = 1 if self.prose[n] > 0.15 else 0
        return sum(self.shared[s] > once for s in own) / len(own) if own else 0.0

    def clutter(self) -> float:
        """The share of short lines that are no sentences and no rule knows: menus, labels, lists of titles."""
        stray = sum(
            size <= 8 and not line.is_sentence and not effect
            for line, size, effect in zip(self.lines, self.sizes, self.effects, strict=True)
        )
        return stray / (len(self.lines) or 1)

    def features(self, n: int) -> list[float]:
        """The features of line ``n`` in the order of NAMES."""
        return [*self._shape(n), *self._page(n)]

    def _shape(self, n: int) -> list[float]:
        line, words, effect = self.lines[n], self.sizes[n], self.effects[n]
        text = line.text
        tokens = _WORDS.findall(text)
        letters = [t for t in tokens if not t.isdigit()]
        length = max(1, len(text))
        return [
            1.0,
            math.log1p(words) / 4,
            float(line.is_sentence),
            self.prose[n],
            float(words <= 2),
            float(3 <= words <= 5),
            float(6 <= words <= 10),
            float(11 <= words <= 20),
            float(words > 20 and not line.is_sentence),
            sum(is_stop_word(t) for t in letters) / max(1, len(letters)),
            sum(t[0].isupper() for t in letters) / max(1, len(letters)),
            sum(c.isdigit() for c in text) / length,
            min(text.count(","), 5) / 5,
            float(line.marked),
            float(bool(_SIGNS.search(text))),
            float(text.endswith(":")),
            float(text.endswith("?")),
            float(bool(_QUOTES.search(text))),
            float(text.endswith(("...", "…", "[...]", "[…]"))),
            float(effect == "drop"),
            float(effect == "list"),
            float(effect == "end"),
        ]  # fmt: skip

    def _page(self, n: int) -> list[float]:
        prose, last = self.prose, len(self.lines) - 1
        topic, near = self._topic(n), self._mean(self._prose_sums, n, 2)
        since = self._since[n]
        listed = 1.0 / (1 + since / 4) if since is not None else 0.0
        return [
            float(self.keys[self.lines[n].key] > 1),
            float(n == self.headline),
            topic,
            topic * prose[n],
            prose[n - 1] if n else 0.0,
            prose[n + 1] if n < last else 0.0,
            near,
            self._mean(self._prose_sums, n, 6),
            self._mean(self._short_sums, n, 4),
            self._mean(self._rule_sums, n, 4),
            listed,
            listed * prose[n],
            float("end" in self.effects[max(0, n - 40) : n]),
            float(0 <= self.headline < n),
            float(n < self.headline),
            float(n < 3),
            self._prose_sums[n] / (self._prose_sums[-1] or 1.0),
            near if self.sizes[n] <= 10 else 0.0,
            float(self.lines[n].after_gap),
            float(bool(_WIDE.search(self.lines[n].text))),
            (about := len(self.stems[n] & self.about) / (len(self.about) or 1)),
            about * prose[n],
            math.exp(-(n - self.headline) / 12) if 0 <= self.headline < n else 0.0,
            float(any(r in ("byline", "timestamp", "reading_time") for r in self.reasons[max(0, n - 8) : n])),
            self._mean(self._comment_sums, n, 8),
            float("comments" in self.reasons[max(0, n - 60) : n]),
            self._alike(n),
            self._run(n),
        ]

    def _alike(self, n: int) -> float:
        """Whether the neighbours are about as long: the rows of a list or table."""
        near = self.sizes[max(0, n - 2) : n] + self.sizes[n + 1 : n + 3]
        return sum(abs(s - self.sizes[n]) <= 1 for s in near) / max(1, len(near))

    def _run(self, n: int) -> float:
        """How much prose lies around the line before three lines in a row have none."""
        total = self.prose[n]
        for step in (-1, 1):
            at, without = n + step, 0
            while 0 <= at < len(self.lines) and without < 3 and total < 4:
                without = 0 if self.prose[at] else without + 1
                total += self.prose[at]
                at += step
        return min(total, 4.0) / 4
