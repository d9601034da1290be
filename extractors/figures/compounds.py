"""German writes a number below a million as one word: dreihundertfünfzig, zwölfhundert, zweitausendvierhundert."""

_UNITS = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
_SMALL = {word: n for n, word in enumerate([*_UNITS.split(), "achtzehn", "neunzehn"], 1)}
_TENS = {"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80}
_TENS |= {"neunzig": 90}


def _below_hundred() -> dict[str, int]:
    words = dict(_SMALL) | _TENS
    for ten, value in _TENS.items():
        words |= {f"{unit}und{ten}": n + value for unit, n in _SMALL.items() if n < 10}
    return words


def german() -> dict[str, float]:
    """Each German number word from 21 to 9,999, and the round thousands up to 999,000."""
    rest = _below_hundred()
    hundreds = dict(rest)
    for lead, n in [("", 1), *_SMALL.items()]:
        joined = {f"{lead}hundert{link}{tail}": n * 100 + m for tail, m in rest.items() for link in ("", "und")}
        hundreds |= {f"{lead}hundert": n * 100} | (joined if n < 10 or lead else {})
    thousands = {f"{lead}tausend": n * 1000 for lead, n in hundreds.items() if n < 1000}
    for lead, n in [("", 1), *((w, m) for w, m in _SMALL.items() if m < 10)]:
        thousands |= {f"{lead}tausend{tail}": n * 1000 + m for tail, m in hundreds.items() if m < 1000}
    words = hundreds | thousands
    return {word: float(n) for word, n in words.items() if n > 20 or word in ("zwanzig",)}
