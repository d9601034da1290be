"""How far a place lies from another: no day has that."""

from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_COMPASS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
     "south-east", "south-west", "northwards", "inland", "offshore", "upstream", "downstream"}
)  # fmt: skip
_FROM = frozenset({"of", "from", "off"})
# ``pushed back up to 6 km south of the river``: what was covered on that day.
_MOVED = frozenset({"back", "for", "by", "up", "forward", "further", "another", "moved", "advanced", "fled", "drove"})
_NEAR = 4


def lies(tokens: list[Token], span: Span) -> bool:
    """``hit a town about 17 miles (27 km) southwest of Lisk``, ``Tarn, 40 km to the north``."""
    if not span.unit.startswith("length"):
        return False
    k = span.end
    if tokens[k : k + 1] and tokens[k].text == "(":
        k = next((j + 1 for j in range(k, min(k + _NEAR + 1, len(tokens))) if tokens[j].text == ")"), k)
    k += k < len(tokens) and tokens[k].text == ")"
    behind = [t.low for t in tokens[k : k + 3]]
    if behind[:2] == ["to", "the"]:
        behind = behind[2:]
    elif behind[1:2] and behind[1] not in _FROM:
        return False
    if not behind or behind[0] not in _COMPASS:
        return False
    lead = [t.low for t in tokens[max(0, span.begin - 2) : span.begin]]
    return _MOVED.isdisjoint(lead) and not (lead and lead[-1].endswith("ed"))
