"""Verbs that say something only with the right object: called for 40 buses, gave a toll of 9, saw 12 bodies."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon, union
from extractors.figures.speech.saying import Saying
from extractors.figures.text.tokens import Token

_ASKED = 9
_ISSUED = frozenset({"issued", "released", "published"})
_LISTS = frozenset({"toll", "tolls", "list", "lists", "number", "numbers", "names", "breakdown", "details"})
_READ = frozenset({"read", "reads"})
_FIGURE = frozenset({"figure"})
_BLAMES = frozenset({"criticised", "criticized", "blamed", "faulted"})
_WHOM = 4
_WHOSE = 6
# ``Media reports suggest`` what nobody in particular says.
_SUGGESTING = frozenset({"suggest", "suggested"})
_PURSUING = frozenset({"speaking", "appealing", "asking", "calling", "demanding"})
_QUOTED = 7
_RELATIVE = frozenset({"who", "which"})
_JOINING = frozenset({"and", "while", "but", ";"})
_WHEN = frozenset({"after", "before", "since", "when"})
_SENDING = frozenset({"launched", "handed", "submitted", "presented"})


def narrow(tokens: list[Token], i: int, saying: Saying, found: list[Saying], lexicon: Lexicon) -> Saying | None:
    """The saying with what its verb at i really says; None where nobody speaks."""
    low = tokens[i].low
    if _reported(tokens, i, saying, found, lexicon):
        return None
    if low in lexicon.cues.say_weak and found and found[-1].fore and not _joins(tokens, saying.first):
        relative = tokens[found[-1].first].low in _RELATIVE and any(t.text == "," for t in tokens[found[-1].end : i])
        return saying if relative else None  # ``The UN, which had spoken of 610, corrected that to 516``
    if _suffered(tokens, i) or (low in _SUGGESTING and saying.who.lower().endswith("reports")):
        return None
    if low == "charged" and (i + 1 >= len(tokens) or tokens[i + 1].low != "that"):
        return None
    if low in _READ:
        return saying if _message(tokens, i, lexicon) else None
    if low in lexicon.cues.say_object and not _object(tokens, i, lexicon):
        counted = tokens[i + 1] if found and low in _ISSUED and i + 1 < len(tokens) else None
        if counted is not None and (counted.kind == "n" or counted.low in lexicon.triggers):
            return None  # ``said that Sorland released 215 of its soldiers``
        saying.fore = saying.back = False
    elif low in lexicon.cues.say_seen:
        return saying if tokens[max(0, saying.at - 1)].low in lexicon.cue("reporter") else None
    elif low in lexicon.cues.say_asking and not _behind_quotation(tokens, i):
        return _asking(tokens, i, saying, found)
    return saying


def _behind_quotation(tokens: list[Token], i: int) -> bool:
    for token in tokens[i - _QUOTED if i > _QUOTED else 0 : i]:  # noqa: SIM110 - twice as fast as any()
        if token.text == '"':
            return True
    return False


def _asking(tokens: list[Token], i: int, saying: Saying, found: list[Saying]) -> Saying | None:
    """What is asked for stands behind the verb; ``Odrian forces launched 517 drones`` asks for nothing."""
    if found and not _joins(tokens, saying.first) and not _once(tokens, saying.first):
        return None
    saying.back, saying.fore = False, _asks(tokens, i)
    return saying if saying.fore or tokens[i].low not in _SENDING else None


def _once(tokens: list[Token], first: int) -> bool:
    """``X said 12 were swapped, two days after Lestia accused Marenia of killing 40``: what Lestia says."""
    return first > 1 and any(t.low in _WHEN for t in tokens[first - 2 : first])


def _message(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the statement read``, ``", read a statement by the owner``."""
    if [t.low for t in tokens[i + 1 : i + 2]] in (["on"], ["out"], ["by"]):
        return False  # ``said in a statement read on television``
    words, lead = lexicon.cue("message"), tokens[max(0, i - 1)]
    turned = lead.text in ',"' and any(t.low in words for t in tokens[i + 1 : i + _WHOSE])
    return turned or lead.low == "it" or lead.low in words


def _reported(tokens: list[Token], i: int, saying: Saying, found: list[Saying], lexicon: Lexicon) -> bool:
    """``A spokesman said drivers had reported 30 defects``: what others had said before is part of what he says."""
    if not found or not found[-1].fore:
        return False
    and_at = _and_at(tokens, saying.first)
    named = and_at and second_name(tokens, found[-1].end, and_at, lexicon)
    if [t.low for t in tokens[max(0, saying.first - 2) : saying.first]] in (["and", "that"], ["but", "that"]):
        return "had" in [t.low for t in tokens[max(0, i - 3) : i]]  # ``but that the army had so far found 9``
    if not named and _joins(tokens, saying.first):
        return False
    theirs = saying.first > 0 and tokens[saying.first - 1].low in ("its", "his", "her", "their")
    if not theirs and (i == 0 or tokens[i - 1].low != "had"):
        return False
    return not any(t.text in ',;"' for t in tokens[found[-1].end : saying.first])


def _and_at(tokens: list[Token], first: int) -> int:
    """Where ``and`` stands before a phrase and its article, else 0."""
    return next((k for k in range(first - 1, max(0, first - 3), -1) if tokens[k].low == "and"), 0)


def second_name(tokens: list[Token], start: int, k: int, lexicon: Lexicon) -> bool:
    """``The envoy said Karaden and the rebels had promised``: from start to ``and`` at k there is but a name."""
    words = tokens[start:k]
    if not words or len(words) > _WHOSE or not words[-1].text[0].isupper():
        return False
    leads = lexicon.cue("name_lead")
    return all(t.kind == "w" and (t.text[0].isupper() or t.low in leads or t.low == "that") for t in words)


def _joins(tokens: list[Token], first: int) -> bool:
    """``X said 12 died, and the union demanded …``, ``…, as police raised the toll``: not part of what X says."""
    if any(a.text == "," and b.low == "as" for a, b in pairwise(tokens[max(0, first - 3) : first])):
        return True
    return any(t.low in _JOINING for t in tokens[max(0, first - 2) : first])


def _suffered(tokens: list[Token], i: int) -> bool:
    """``a man accused of two murders``: the verb is a participle."""
    if tokens[i].low in _PURSUING:
        return i == 0 or tokens[i - 1].low not in ("is", "are", "was", "were", "been")
    return tokens[i].low == "accused" and [t.low for t in tokens[i + 1 : i + 2]] == ["of"]


def _asks(tokens: list[Token], i: int) -> bool:
    """``called for 40 buses``, ``accused them of 40 attacks``, ``launched an appeal``, ``handed over a list``."""
    low, behind = tokens[i].low, [t.low for t in tokens[i + 1 : i + _ASKED]]
    if low in ("threatened", "threatens"):
        return behind[:1] in (["to"], ["that"])
    if low in ("called", "calls", "appealed", "appeals", "calling", "appealing"):
        return "for" in behind[:_WHOM] and behind[0] not in ("off", "up", "in", "out")
    if low in ("asked", "asks", "asking"):
        return "for" in behind or ("to" in behind[1:] and behind[0] != "not")  # ``asked lawmakers to approve $120m``
    if low in ("accused", "accuses", "accuse"):
        return "of" in behind[1:]  # ``the man accused of killing two`` accuses nobody
    if low in _BLAMES:  # ``criticised the army for having lost 12 posts``
        return any(a == "for" and b.endswith("ing") for a, b in pairwise(behind))
    if low in _SENDING:
        return "appeal" in behind[:3] or "list" in behind[:4]
    return True


def _object(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``gave``, ``found`` and ``released`` say something only with a toll, figures or a count for object."""
    if tokens[i].low in ("spoke", "speaks", "speak", "spoken", "speaking"):
        return (
            i + 2 < len(tokens) and tokens[i + 1].low in ("of", "about") and tokens[i + 2].low not in ("the", "a", "an")
        )
    behind = {t.low for t in tokens[i + 1 : i + 6]}
    if tokens[i].low == "listed" and tokens[i - 1].low in lexicon.cue("document"):
        return True  # ``The manifest listed 248 passengers``
    if tokens[i].low == "found" and i + 1 < len(tokens) and tokens[i + 1].low == "that":
        return True
    before = {t.low for t in tokens[max(0, i - 6) : i]}
    if tokens[i].low in _ISSUED:
        return not behind.isdisjoint(union[lexicon.cue("document"), _LISTS])  # not ``released 310 people``
    words = union[lexicon.cue("document"), lexicon.cue("toll_word"), _FIGURE]
    return not behind.isdisjoint(words) if tokens[i].low != "found" else not before.isdisjoint(words)
