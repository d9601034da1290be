"""Names of units and currencies from the CLDR: full ones, bare unambiguous ones, none in an unknown language."""

import pytest

from extractors.figures import cldr
from extractors.figures.lexicon import load


@pytest.mark.parametrize(
    ("language", "name", "unit"),
    [
        ("en", "kazakhstani tenges", "money:KZT"),
        ("en", "tenges", "money:KZT"),
        ("en", "swiss francs", "money:CHF"),
        ("en", "dunams", "area:dunam"),
        ("de", "schweizer franken", "money:CHF"),
        ("de", "kilometer pro stunde", "speed:km/h"),
        ("es", "grivnas", "money:UAH"),
        ("es", "hectáreas", "area:ha"),
    ],
)
def test_a_name_is_known(language: str, name: str, unit: str) -> None:
    assert load(language).units[name] == unit


@pytest.mark.parametrize("word", ["afghanis", "marks", "reals", "soles", "leu", "value"])
def test_a_word_that_is_something_else_too_is_no_currency(word: str) -> None:
    assert word not in load("en").units


def test_a_name_that_several_currencies_share_is_not_guessed() -> None:
    bare = cldr.bare_names("en", -1)
    assert bare["zlotys"] == "PLN"
    assert not {"dollars", "pounds", "dinars", "pesos", "francs"} & set(bare)


def test_an_unknown_language_has_no_names() -> None:
    assert cldr.unit_names("length-kilometer", "xx") == frozenset()
    assert not dict(cldr.currency_names("xx"))


def test_the_countries_of_a_currency() -> None:
    assert cldr.countries("ISK", "en") == {"Iceland"}
    assert cldr.countries("ISK", "de") == {"Island"}
    assert cldr.countries("XXX", "en") == frozenset()
    assert cldr.countries("ISK", "xx-none") == frozenset()
