"""Documents made to stall the parser, to lose text silently, or to bring invalid text into the database."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Unusable
from extractors.reading import read
from extractors.reading.charset import decode
from extractors.reading.rules import all_rules, cut, judge
from tests.effort import examples
from tests.extractors.reading.pages import BODY, PARAGRAPHS, article, document, page


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<div>" * 300 + BODY, "too_deep"),
        ("<b>x" * 5_000 + BODY, "too_deep"),
        ("<div>x</div>" * 40_000, "too_many_tags"),
        pytest.param(
            "<div " + " ".join(f"a{n}=1" for n in range(50_000)) + ">", "too_many_attributes", marks=pytest.mark.slow
        ),
        pytest.param(
            "<div " + " ".join(f"a{n}" for n in range(50_000)) + ">", "too_many_attributes", marks=pytest.mark.slow
        ),
        ("x" * 11_000_000, "too_big"),
        pytest.param("<html><body><p>" + "word " * 1_900_000, "too_big", marks=pytest.mark.slow),
        ("<p>" + "</p><p>".join(f"The count rose to {n} on Monday." for n in range(5_000)), "too_big"),
        (" \n\0", "empty"),
        (b"%PDF-1.7 binary", "not_text"),
        ("<html><body><nav>Home</nav></body></html>", "no_text"),
    ],
    ids=["depth", "unclosed", "tags", "attributes", "names", "size", "line", "lines", "empty", "pdf", "menu"],
)
def test_page_is_refused(content: str | bytes, reason: str) -> None:
    started = time.process_time()
    with pytest.raises(Unusable) as refused:
        article(content)
    assert refused.value.reason == reason
    assert refused.value.detail
    assert time.process_time() - started < 4


def test_other_media_types_are_refused() -> None:
    with pytest.raises(Unusable, match="media_type"):
        article("{}", "application/json")


def test_just_below_the_depth_nothing_is_lost() -> None:
    assert "14 people" in article("<html><body>" + "<div>" * 230 + BODY + "</div>" * 230).text


@pytest.mark.parametrize(
    ("raw", "declared"),
    [
        (page().encode("utf-16"), None),
        (page().encode("utf-16-le"), None),
        (page().replace("utf-8", "iso-8859-1").replace("Teun", "Teün").encode("cp1252"), None),
        (page().replace("Teun", "Teün").encode("utf-8"), "iso-8859-1-no-such"),
        (page().replace("<p>", "<p>\0", 1).encode(), "utf-8"),
        (page().replace('charset="utf-8"', 'charset="utf-7"').encode(), None),
    ],
    ids=["bom", "utf16", "latin1", "unknown", "nul", "utf7"],
)
def test_character_sets(raw: bytes, declared: str | None) -> None:
    text = article(raw, charset=declared).text
    assert "14 people were missing" in text
    assert "Te\u00fcn Okafor" in text or "Teun Okafor" in text
    assert "\0" not in text


@settings(max_examples=examples(200))
@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "shift_jis", "utf-7", "x"]))
def test_decoded_text_is_always_valid(raw: bytes, declared: str | None) -> None:
    try:
        text = decode(raw, declared)
    except Unusable:
        return
    text.encode("utf-8")
    assert "\0" not in text
    assert "\r" not in text


@settings(max_examples=examples(60))
@given(st.integers(0, 1_200), st.binary(min_size=1, max_size=12), st.booleans())
def test_damaged_documents_are_read_or_refused(at: int, junk: bytes, as_text: bool) -> None:
    raw = page().encode()
    try:
        found = read(document(raw[:at] + junk + raw[at:], "text/plain" if as_text else "text/html"))
    except Unusable:
        return
    assert found.text.encode("utf-8")


@pytest.mark.parametrize("lines", [1, pytest.param(200, marks=pytest.mark.slow)])
@pytest.mark.parametrize("sign", ["a", "8 ", "Ab ", "| ", "“", "a@b.c, ", "(photo ", "By A", "-"])
def test_rules_stay_fast_on_repeated_signs(sign: str, lines: int) -> None:
    line = (sign * 400)[:399].strip()

    def spent() -> float:
        started = time.process_time()
        for _ in range(lines):
            judge.__wrapped__(line)
            cut(line)
        return time.process_time() - started

    # The best of three: a busy machine, or a pass of the garbage collector, slows any single one.
    assert min(spent() for _ in range(3)) < 0.01 * lines + 0.05


PROSE = (
    *PARAGRAPHS,
    "Like the flood of 2019, this one left thousands without power, and many posted pleas on Facebook.",
    "Save the Children said 12 people had died.",
    "Video of the attack shows three men entering the bank.",
    "Heavy fighting was reported from Marrow on Monday.",
    "Contact tracing at three hospitals found 12 more cases.",
    "By Friday, 12 bodies had been found, the ministry said.",
    "With information from witnesses, police arrested three men, the prosecutor said.",
    "The law was signed in to force on Monday.",
    "The two hostages were welcomed back; 12 are still held.",
    "Shares of the ferry company fell 12 percent.",
    "Twelve people died, the ministry said (AFP).",
    "Reactions to the attack",
    "More in hospital",
    "Sources: 12 dead in raid on Marrow",
    "Follow-up talks ended on Monday with 12 agreements.",
    "Breaking: 12 killed as ferry sinks",
    "Milo Tran was a reporter for the Gazette and one of 12 people killed on Monday.",
    "Support for the truce has grown.",
    "More Deaths Feared",
    "Share prices fell 12 percent.",
    "Listen to the 12 families, the mayor said.",
    "Watch towers were built at 12 points.",
    "The Latest Count",
    "Live Ammunition Used",
    "14:32 The ninth miner has been brought up.",
    "Correction of the count brought 12 more seats.",
    "Donations helped us reach 12 villages, the relief committee said.",
    "“Please help us keep the 12 schools open,” she said.",
    "Register editor Ilse Vandam and 11 others were hurt when the stand collapsed on them on Sunday.",
)


@pytest.mark.parametrize("line", PROSE)
def test_no_rule_takes_prose(line: str) -> None:
    assert judge(line) is None
    assert cut(line) == (line, [])


def test_tables_are_loaded() -> None:
    assert len(all_rules()) > 80
