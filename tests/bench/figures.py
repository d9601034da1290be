"""Documents a second and core, in CPU time, on articles of 400 words; memory; and the slowest hostile text."""

import random
import resource
import statistics
import time
from collections.abc import Iterator

from extractors.figures import extract

_SENTENCES = (
    "At least 27 people were killed and 112 injured when a ferry sank off the coast on Tuesday, officials said.",
    "The harbour authority put the number of passengers at between 240 and 260, of whom 31 were children.",
    "Residents gathered at the pier through the night, waiting for word of relatives.",
    '"We have recovered 19 bodies," said Anna Brandt, a spokeswoman for the coast guard.',
    "The operator agreed to pay $4.5 million to the families, three times the sum that it had offered in 2019.",
    "It was unclear what caused the vessel to capsize in calm weather.",
    "Ticket sales on the route rose 12 percent last year to about 1.3 million, according to the transport ministry.",
    "Divers from two neighbouring countries joined the search, which is expected to last five days.",
    "The ship had been inspected in March and found to be in good order, the owner said.",
    "Some 40 of the survivors remained in hospital, nine of them in intensive care.",
    "Nobody at the company was available to comment, and its offices near the market stayed shut all day.",
    "Fishermen who had reached the wreck before the rescuers described a calm sea and a clear sky.",
    "The minister promised a full inquiry and said that those responsible would be brought to court.",
    "Survivors were taken to a school in the old town, where volunteers handed out blankets and hot tea.",
    "Flags flew at half-mast, and a service is planned in the cathedral.",
    "The vessel, built in Orlen for a line that no longer exists, had changed hands often.",
    "Opposition leaders accused the government of having ignored warnings from its own inspectors.",
    "Weather along the coast was fine throughout the week, meteorologists said.",
)


def article(seed: int, words: int = 400) -> str:
    """An invented article of about so many words."""
    chosen = random.Random(seed)
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < words:
        # News prints about eleven figures in 400 words; the first ten sentences hold them.
        sentences.append(chosen.choice(_SENTENCES[:10] if chosen.random() < 0.36 else _SENTENCES[10:]))
    return "\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def measure() -> Iterator[str]:
    """The lines of the bench."""
    texts = [article(seed) for seed in range(100)]
    extract(texts[0])
    rates = []
    for _ in range(5):
        began = time.process_time()
        found = sum(len(extract(text)) for text in texts)
        rates.append(len(texts) / (time.process_time() - began))
    rate, each = statistics.median(rates), found / len(texts)
    yield f"{rate:.0f} documents a second and core ({each:.0f} figures each, 400 words)"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for text in texts * 5:
        extract(text)
    yield f"memory after 500 more documents: +{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before} KiB"
    slowest = max(((_spent(text), name) for name, text in hostile()), default=(0.0, "-"))
    yield f"slowest 100 KB of one kind of character: {slowest[1]}, {slowest[0] * 1000:.0f} ms"


def hostile(size: int = 100_000) -> Iterator[tuple[str, str]]:
    """100 KB of each kind of character, and of the pieces that the patterns look for."""
    pieces = {
        "digits": "7", "points": ".", "commas": ",", "quotes": '"', "apostrophes": "'", "hyphens": "-", "letters": "a",
        "capitals": "A", "spaces": " ", "newlines": "\n", "digit comma": "1,", "digit point": "1.", "digit space": "1 ",
        "words": "one ", "joined words": "one-", "scales": "million ", "percent": "5% ", "money": "$",
        "dots of abbreviation": "a.",
        "brackets": "(", "zero width": "3\u200b", "full width": "３", "and": "one and ", "of": "hundreds of ",
        "to": "1 to 2 ", "quotations": "\u2018ab,\u2019 ", "quotations in others": "\"x\" \u2018ab,\u2019 ",
        "currencies": "5 pesos\n", "countries": "5 Chile pesos\n",
    }  # fmt: skip
    for name, piece in pieces.items():
        yield name, (piece * (size // len(piece)))[:size]


def _spent(text: str) -> float:
    began = time.process_time()
    extract(text)
    return time.process_time() - began
