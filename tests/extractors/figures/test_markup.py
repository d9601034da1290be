"""Markup left in a text becomes blanks, and nothing moves."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.figures.text.markup import blank
from tests.effort import examples

_PIECES = [
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<script",
    "</script>",
    "<style>",
    "</style>",
    "<b>",
    "</b>",
    "<",
    ">",
    "{",
    "}",
    ":",
    ";",
    "=",
    "(",
    ")",
    "var",
    "x",
    "=",
    "300;",
    "f(12);",
    ".ad{top:4}",
    "12",
    "people",
    "died",
    "\n",
    "https://a.example/2024/12",
    "www.a.example/9",
    '"',
    "'",
    "a@b",
    "40%",
    ",",
]


@settings(max_examples=examples(300))
@given(st.lists(st.sampled_from(_PIECES), max_size=30), st.sampled_from([" ", ""]))
def test_every_character_stays_where_it_was_or_is_blank(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    plain = blank(text)
    assert len(plain) == len(text)
    assert all(new in (old, " ") and (new == "\n") == (old == "\n") for old, new in zip(text, plain, strict=True))


def test_script_goes_and_what_stands_beside_it_stays() -> None:
    plain = blank("Nine died.<script>var width = 468;</script> Two <b>were</b> hurt. google_ad = 728;")
    assert plain.split() == ["Nine", "died.", "Two", "were", "hurt."]


def test_prose_with_the_same_signs_stays() -> None:
    text = "Profit (x = 3) rose; 5 < 7 and a > b, he said (12 of them); see www.lisk.example."
    assert blank(text) == text
