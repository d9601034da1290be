from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.likeness import compare, sketch
from tests.effort import examples
from tests.extractors.likeness.cases import pairs, texts

SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"]
WORDS = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in SYLLABLES[:4]]


def test_hashes_are_the_same_in_every_version() -> None:
    # Sketches are stored: a change here makes every stored one worthless.
    assert sketch("The ferry ran aground off Hallen.") == (7582911448100408612, 15053346877951190089)


def test_a_sketch_is_sorted_unique_and_fits_a_ubigint() -> None:
    hashes = sketch(texts()["ferry"])
    assert list(hashes) == sorted(set(hashes))
    assert all(0 <= h < 1 << 64 for h in hashes)


def test_a_page_that_only_speaks_to_its_readers_has_no_sketch() -> None:
    assert sketch(texts()["login_a"]) == ()
    assert sketch("") == ()


def test_every_copy_among_the_cases_shares_hashes_with_its_original() -> None:
    for pair in pairs():
        if pair.label == "copy":
            assert len(set(sketch(pair.a)) & set(sketch(pair.b))) >= 2, pair.name


@settings(max_examples=examples(60))
@given(st.lists(st.sampled_from(WORDS), min_size=250, max_size=500, unique=True), st.floats(0, 0.7))
def test_a_text_cut_to_thirty_percent_is_still_found_and_the_same(words: list[str], start: float) -> None:
    text = " ".join(words)
    first = int(start * len(words))
    cut = " ".join(words[first : first + int(0.3 * len(words))])
    both = set(sketch(text)) & set(sketch(cut))
    assert compare(text, cut).same
    assert len(both) >= 2
