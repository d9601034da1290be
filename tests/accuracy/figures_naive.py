"""The plain baseline of each measure: a digit regex and the nearest word, what one would write in ten minutes."""

import re

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_KILLED = re.compile(r"kill|dead|die[sd]?\b|fatal|death|dying", re.I)
_INJURED = re.compile(r"injur|wound|hurt|hospital", re.I)
_WORDS = re.findall(
    "[a-z]+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
)
_NUMERAL = re.compile(r"\b(\d[\d,]*|" + "|".join(_WORDS) + r")\b", re.I)


def numbers(text: str) -> list[tuple[int, int, float]]:
    """(start, end, value) of every run of digits."""
    return [(m.start(), m.end(), float(m.group().replace(",", ""))) for m in _NUMBER.finditer(text)]


def victims(text: str, action: str) -> list[float]:
    """Every number below 1,000 in a sentence that holds a word of the action, nearest first."""
    pattern = _KILLED if action == "killed" else _INJURED
    found = []
    for sentence in re.split(r"(?<=[.!?])\s+|\n", text):
        for verb in pattern.finditer(sentence):
            for number in _NUMERAL.finditer(sentence):
                word = number.group().lower().replace(",", "")
                value = float(_WORDS.index(word)) if word in _WORDS else float(word)
                if value < 1000:
                    found.append((abs(number.start() - verb.start()), value))
    return [value for _, value in sorted(found)]
