"""The weights of doubtful actions: what they are fitted to, what they mend, and what they leave alone."""

import pytest

from extractors.figure import Figure
from extractors.figures import extract
from extractors.figures.action import weighing
from extractors.figures.lexicon import load
from extractors.figures.text.tokens import tokenise
from tests.accuracy.actions_fit import Row, fit, judged

MENDED = [
    ("The plan foresees that up to 800 prisoners from each country go free within a week.", "800", "released"),
    ("Under the accord, 31 hostages and the remains of nine others are to be returned by May.", "31", "released"),
    ("On Monday, hours after the exchange, four students in the city of Belm were jailed.", "four", "arrested"),
]
PLAIN = [
    ("Lorries brought food to 310 of the 520 households that had lost everything, the mayor said.", "310", "bring"),
    ("The next stage is supposed to involve five hostages and 90 prisoners.", "five", "involve"),
    ("In the previous round, on May 3, Ormany took back 412 bodies and gave 17.", "17", "give"),
]
LEFT = [
    ("Two people suspected of starting one of the fires were arrested.", "Two", "arrested"),
    ("More than 800 people held candles in the rain on Friday in memory of the dead.", "800", None),
    ("The rebels still hold 14 hostages, whom they seized when they stormed the hotel in June.", "14", "held"),
    ("Two were pronounced dead at the scene and two others are in very serious condition.", "two", None),
    ("Northern Savings, which has 112 branches, plans to close some by 2030.", "112", None),
    ("Thirty of the 80 wounded remained in hospital, a doctor said.", "Thirty", "treated"),
    ("At least 60 prisoners escaped through a tunnel dug over months, the warden said.", "60", "escaped"),
]


def _of(text: str, number: str) -> Figure:
    return next(f for f in extract(text) if f.number == number)


@pytest.mark.parametrize(("text", "number", "cls"), MENDED)
def test_a_better_action_takes_the_place_of_a_doubtful_one(text: str, number: str, cls: str) -> None:
    assert _of(text, number).action_class == cls


@pytest.mark.parametrize(("text", "number", "lemma"), PLAIN)
def test_a_verb_that_no_table_of_actions_has_is_a_candidate(text: str, number: str, lemma: str) -> None:
    assert (_of(text, number).action, _of(text, number).action_class) == (lemma, None)


@pytest.mark.parametrize(("text", "number", "cls"), LEFT)
def test_what_befell_others_or_nobody_is_no_action(text: str, number: str, cls: str | None) -> None:
    assert _of(text, number).action_class == cls


def test_a_sentence_is_one_sign_a_word() -> None:
    tokens = tokenise("Rescuers who were searching Belm pulled 12 people from the mud, officials said.")
    assert weighing.tags(tokens, load("en")) == "CrbgCVnNpdw,NS."


def _row(event: str, names: list[list[str]], right: int) -> Row:
    answers = tuple(k == right for k in range(len(names)))
    actions = (("free", None), ("hold", None))
    return Row(event, event, names, answers, actions, ("hold", None), right == 1, margin=0.4)


def test_a_fit_tells_what_it_was_shown_and_repeats_itself() -> None:
    shown = [_row(f"event {k}", [["near"], ["far"], ["none"]], 0) for k in range(20)]
    weights = fit(shown)
    assert weights["near"] > weights["far"]
    assert weights == fit(shown)
    assert judged(shown, weights)["mended"] == 20


def test_what_few_events_show_has_no_weight() -> None:
    assert fit([_row("one event", [["near"], ["far"], ["none"]], 0)]) == {}


def test_a_language_without_weights_keeps_the_rules() -> None:
    assert load("de").action_weights == {}
    assert load("en").action_weights
