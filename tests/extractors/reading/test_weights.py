"""The table of weights, and the command that makes it."""

from extractors.reading.body import scores
from extractors.reading.features import NAMES, Page
from extractors.reading.lines import split
from extractors.reading.plain import judged
from tests.accuracy.reading_fit import TABLE, fit, labels, plain
from tests.extractors.reading.pages import BODY, PARAGRAPHS, page


def test_the_table_has_every_feature_once() -> None:
    rows = [line.split("\t")[0] for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert rows == list(NAMES)


def test_prose_speaks_more_for_the_article_than_a_menu_does() -> None:
    lines, _, verdicts = judged("\n".join(["World", "Sport", *PARAGRAPHS]), frozenset())
    rated = scores(Page(lines, verdicts, None))
    assert max(rated[:2]) < min(rated[2:])


def test_lines_are_labelled_by_the_body_and_short_ones_by_what_stands_around_them() -> None:
    wanted = "\n".join([*PARAGRAPHS[:2], "The search", *PARAGRAPHS[2:]])
    lines = split("\n".join(["Menu", "Ten places to see before the summer ends", wanted, "Sport"]))
    assert labels(lines, wanted) == [False, False, True, True, True, True, True, False]


def test_a_fit_tells_what_it_was_shown_and_repeats_itself() -> None:
    rows = [([(0, 1.0), (3, n / 10)], float(n > 5), 1.0) for n in range(11)] * 30
    weights = fit(rows)
    assert weights == fit(rows)
    assert weights[0] + 0.2 * weights[3] < 0 < weights[0] + 0.9 * weights[3]
    assert set(weights[4:]) == {0.0}


def test_pages_become_a_line_a_block() -> None:
    lines = [line for line in plain(page(body=BODY).encode()).split("\n") if line.strip()]
    assert {*PARAGRAPHS, "Home", "World"} <= {line.strip() for line in lines}
