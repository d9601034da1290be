"""Who stands beside what is told: ``citing three officials``, ``in front of 200 guests``, ``the head of 400 men``."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

# The lemma of those who were there and of those who are led.
_SAW, _LED, _SPOKE = "witness", "lead", "say"
_LEADS = frozenset({"the", "its", "his", "her", "their", "some", "a"})
_WHERE = frozenset({"in", "across", "from", "throughout", "inside"})
_GROUPS = frozenset({"group", "band", "gang", "unit", "team", "crew", "party", "squad", "militia", "force"})
_MEANT = frozenset({"meant", "intended", "destined", "bound"})
_BLAME = 9
# ``the testimony of 40 women``, but ``evidence of 40 women killed there``.
_THEIRS = frozenset({"testimony", "testimonies"})
_FRONT = (["in", "front", "of"], ["the", "presence", "of"])


def role(tokens: list[Token], span: Span, lexicon: Lexicon) -> tuple[str, int] | None:
    """What the words right before people make them, and where these stand: they spoke, were there or are led.

    None where only the sentence's own verb tells of them.
    """
    k = span.begin - 1
    if k < 1 or not span.person or span.item_class == "person.victim":
        return None
    while k > 0 and tokens[k].low in _LEADS:
        k -= 1
    low, before = tokens[k].low, tokens[k - 1].low if k else ""
    if low in lexicon.cue("cites"):
        return (_SPOKE, k) if k and tokens[k - 1].text == "," else None
    told = low in ("with", "from") or (low == "of" and before in _THEIRS)
    if told and before in lexicon.cue("testimony"):
        taken = tokens[k - 2].low if k > 1 else ""  # ``collected testimony from 33 survivors``
        return lexicon.nominals.get(before) or lexicon.verbs.get(taken, _SPOKE), k
    if low == "from" and before == "heard":
        return _SPOKE, k - 1
    if low == "of" and [t.low for t in tokens[max(0, k - 2) : k + 1]] in _FRONT:
        return _SAW, k - 2
    if low == "on" and any(t.low.startswith("blam") for t in tokens[max(0, k - _BLAME) : k]):
        return "blame", k
    if low == "of" and before in _GROUPS and k > 2 and tokens[k - 2].low in _LEADS and tokens[k - 3].low == "of":
        before = tokens[k - 4].low  # ``the leader of a group of 40 fighters``
    if low == "of" and before in lexicon.cue("head_of_men"):
        return _LED, k - 1
    return None


def served(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``trucks carrying aid for 12,000 people``: whatever befell the aid befell none of them."""
    k = span.begin - 1
    k -= k > 0 and tokens[k].low in _LEADS
    k -= k > 1 and tokens[k].low == "for" and tokens[k - 1].low in _MEANT
    return k > 0 and tokens[k].low == "for" and tokens[k - 1].low in lexicon.cue("provision")


def setting(tokens: list[Token], span: Span) -> bool:
    """``killing 19 in four cities``, ``freed in two buses``, ``citizens of nine countries``: where, or whence."""
    cls, k = span.item_class or "", span.begin - 1
    if k < 1 or not cls.startswith(("group", "vehicle", "building", "family")):
        return False
    while k > 0 and tokens[k].low in _LEADS:
        k -= 1
    return tokens[k].low in _WHERE
