"""The quick looks that spare a sentence most rules never change what is read."""

from pathlib import Path

import pytest

from extractors.figures import extract
from extractors.figures.status import signs

CASES = sorted((Path(__file__).parents[2] / "cases" / "figures").glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_sentence_without_a_sign_has_no_such_status(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    quick = extract(text)
    monkeypatch.setattr(signs, "read", lambda *_: signs.Signs())
    assert extract(text) == quick
