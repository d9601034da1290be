from typing import Any

import pytest

from extractors.document import Dropped
from extractors.likeness import credits as credited
from extractors.likeness import is_wire, names_itself
from tests.extractors.likeness.cases import credit_cases


@pytest.mark.parametrize("case", credit_cases(), ids=lambda case: case["name"])
def test_a_text_credits_its_origin_and_nobody_it_merely_cites(case: dict[str, Any]) -> None:
    dropped = [Dropped(**passage) for passage in case.get("dropped", ())]
    assert list(credited(case["text"], dropped, case["source"])) == case["expected"]


def test_wires_are_told_from_outlets_and_from_unnamed_agencies() -> None:
    assert is_wire("AP")
    assert is_wire("Reuters")
    assert not is_wire("Semlin Gazette")
    assert not is_wire("agencies")


@pytest.mark.parametrize(
    ("credit", "source", "url", "itself"),
    [
        ("KFVX", "Heartland News", "https://www.kfvx12.example/story", True),
        ("KFVX", "Heartland News", "https://heartland.example/story", False),
        ("AP", "apnews.com", None, True),
        ("AP", "Napa Post", "https://napapost.example/", False),
        ("Reuters", "uk.reuters.com", None, True),
    ],
)
def test_nobody_credits_himself(credit: str, source: str, url: str | None, itself: bool) -> None:
    assert names_itself(credit, source, url) is itself
