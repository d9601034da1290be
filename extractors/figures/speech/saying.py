"""One saying of a sentence, and which of the words around it are said."""

from dataclasses import dataclass

from extractors.figures.lexicon import Lexicon
from extractors.figures.text.tokens import Token

_TAIL = 16
_SUBJECT = 5
_HOUR = 5
_AGO = 3
# ``35 of whom``
_PART = 3
_SPELLS = frozenset({"minute", "hour", "day", "week", "month", "year"})
# What may open a clause as well as a time: ``said the night before``, ``said last year``.
_STATED = frozenset({"the", "last", "next", "this"})
_HOURS = frozenset({"am", "pm", "a.m", "p.m", "a", "p", "a.m.", "p.m.", "o'clock", "gmt", "local"})
_LED = (["the"], ["a"], ["its"], ["their"])
_IN_LED = (["in", "the"], ["in", "a"], ["in", "one"])
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "fifth", "latest", "last", "final", "most", "worst", "largest", "biggest"}
) | {"highest", "lowest", "deadliest", "heaviest", "bloodiest", "longest", "strongest", "greatest"}
# What somebody does while he speaks: ``he said, sitting outside the hall where 51 others sleep``.
_POSES = frozenset(
    {"sitting", "standing", "holding", "pointing", "wiping", "clutching", "walking", "looking", "waiting"}
)
_WHEN = frozenset({"after", "before", "since", "then", "later"})
_CLOSING = frozenset(',")—–-')


@dataclass(slots=True)
class Saying:
    """``who`` speaks; tokens ``first`` to ``end`` say so, with the verb at ``at``.

    ``rule`` is say, according_to or label; ``fore`` and ``back`` tell whether what follows and what precedes is said,
    ``near`` that only the number right before is: ``31 soldiers given by the army``, ``closed`` that it stands in a
    relative clause that ends with a comma.
    """

    who: str
    first: int
    at: int
    end: int
    rule: str = "say"
    fore: bool = True
    back: bool = True
    near: bool = False
    closed: bool = False


def aim(tokens: list[Token], saying: Saying, lexicon: Lexicon) -> None:
    """Set whether what follows, what precedes or both is said: ``police said 12 …`` or ``…, police said.``"""
    if not saying.fore:
        return
    k = _beginning(tokens, saying.first, lexicon)
    if k == saying.at == 1 and tokens[0].low == "as":
        return  # ``As announced by the ministry, 12 were freed``
    if k and tokens[k - 1].low == "as" and tokens[saying.at].low in lexicon.cue("say_weak"):
        saying.back = False  # ``, as police raised the toll to 31``
        return
    if k and (tokens[k - 1].low == "as" or _of_whom(tokens, k, lexicon)):
        saying.fore, saying.near = False, True
        saying.first = min(saying.first, k)
        return
    if not saying.back:
        return
    if k > 1 and tokens[k - 1].text == "," and tokens[k - 2].low in ("and", "but"):
        saying.back = False  # ``for 40 million and, campaigners say, years too late``
        return
    denied = tokens[saying.at].low in lexicon.cues.say_against
    if k < 2 or denied or not (tokens[k - 1].text in _CLOSING or quote_ends(tokens, k - 1)):
        saying.back = False
        return
    told = tokens[saying.at].low in ("told", "tells", "tell", "informed")
    trailing = _trails(tokens, saying.end, k, lexicon, told=told)
    saying.back, saying.fore = trailing is not None, trailing != "end"


def _of_whom(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``73 hostages, 35 of whom the army says are dead``: of the 35 alone; not ``of whom the army thinks 35 are``."""
    if k < _PART or tokens[k - 2].low != "of" or tokens[k - 1].low not in ("whom", "which"):
        return False
    part = tokens[k - 3]
    return (part.kind == "n" or part.low in lexicon.triggers) and tokens[k].low not in lexicon.cues.pronoun


def _beginning(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """Where the phrase at k begins with its numbers: ``two of the freed prisoners``, ``medical and local sources``."""
    while k and (tokens[k - 1].low in lexicon.cues.name_count or tokens[k - 1].kind == "n"):
        k -= 1
    if k > 2 and tokens[k - 2].low == "the" and tokens[k - 1].low.endswith(("ed", "en")):
        k -= 2
        while k and (tokens[k - 1].low in lexicon.cue("name_count|of_word") or tokens[k - 1].kind == "n"):
            k -= 1
    joined = k > 2 and tokens[k - 1].low == "and" and tokens[k - 3].text in _CLOSING and tokens[k - 2].text.islower()
    return k - 2 * joined


def quote_ends(tokens: list[Token], k: int) -> bool:
    """``'We lost 12 men,' he said``: the single mark that closes a quotation."""
    return tokens[k].text == "'" and k > 0 and tokens[k - 1].text in ",.!?"


def trails(tokens: list[Token], saying: Saying, lexicon: Lexicon) -> bool:
    """``Orr wrote on Telegram on Friday.``: nothing that is said stands behind the verb."""
    return _trails(tokens, saying.end, saying.first, lexicon, told=False) == "end"


def _trails(tokens: list[Token], k: int, first: int, lexicon: Lexicon, *, told: bool) -> str | None:
    """What follows a verb of saying at k: the "end", a "comma" after which all goes on, or its content (None)."""
    if _ago(tokens, k):
        return "end"
    if not told and k < len(tokens) and tokens[k].kind == "w":
        stated = tokens[k].low in _STATED and _clause(tokens, k + 1, lexicon)
        if stated or tokens[k].low not in lexicon.cue("say_tail"):
            return None
    for j in range(k, min(k + _TAIL, len(tokens))):
        token = tokens[j]
        if token.kind == "n" and tokens[j - 1].low == "at" and tokens[k].low != "the" and _clock(tokens, j):
            continue
        if token.low == "that" and j > k and _relative(tokens, j, lexicon):
            return "end"
        counted = token.kind == "n" or (not told and token.low in lexicon.triggers and token.low != "a")
        counted = counted and not (told and _channel(tokens, j)) and not _away(tokens, j)
        if token.low == "that" or (counted and tokens[j - 1].low not in lexicon.cue("month")):
            return None
        if token.text in ",:":
            told_before = first > 1 and not _opens_with_time(tokens, first, lexicon)
            posed = tokens[j + 1 : j + 2] and tokens[j + 1].low in _POSES
            return "end" if told_before and (apposes(tokens, j) or posed) else "comma"
        if token.text in '.;!?"':
            content = token.text == '"' and (j == k or not any(t.text == '"' for t in tokens[:k]))
            return None if content else "end"
    return "end"


def _away(tokens: list[Token], j: int) -> bool:
    """``said in a statement 31 months after the invasion``: how far from an event it was said."""
    words = [t.low for t in tokens[j + 1 : j + 3]]
    return len(words) > 1 and words[0].rstrip("s") in _SPELLS and words[1] in ("after", "before", "into")


def _clause(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``said the siege was over``, ``said last year had been worse``: what is said begins right here."""
    near = [t.low for t in tokens[k : k + _SUBJECT - 1]]
    end = near.index(",") if "," in near else len(near)
    return not lexicon.cue("auxiliary").isdisjoint(near[:end])


def _ago(tokens: list[Token], k: int) -> bool:
    """``police said three days ago.``, ``she said two hours later``: when it was said, behind which all ends."""
    words = [t.low for t in tokens[k + 1 : k + 4]]
    if k >= len(tokens) or len(words) < _AGO or words[1] not in ("ago", "later", "earlier"):
        return False
    return words[0].rstrip("s") in _SPELLS and words[2] in (".", ",", ";")


def _relative(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``announced after a meeting that lasted five hours``: ``that`` stands for the noun before it."""
    if tokens[j - 1].low in lexicon.cue("weekday") or j + 1 >= len(tokens):
        return False
    verbs = ("auxiliary", "past_verb", "told_verb")
    return tokens[j + 1].low.endswith("ed") or any(tokens[j + 1].low in lexicon.cue(name) for name in verbs)


def _channel(tokens: list[Token], j: int) -> bool:
    """``told the broadcaster Channel 9``, ``told Radio 4``: the number of a name that ends the clause."""
    ends = j + 1 >= len(tokens) or tokens[j + 1].kind == "p" or tokens[j + 1].low in ("on", "in")
    return ends and tokens[j - 1].text[0].isupper() and tokens[j].text.isdigit()


def apposes(tokens: list[Token], comma: int) -> bool:
    """``12 were freed, police said, the first swap in 20 days``: what the writer adds to all that was said."""
    lead = [t.low for t in tokens[comma + 1 : comma + 6]]
    if tokens[comma].text != ",":
        return False
    if lead[:2] in _IN_LED:  # ``…, police said, in the second such attack in six weeks.``
        return not _RANKS.isdisjoint(lead) and not any(t.text == "," for t in tokens[comma + 1 :])
    return (lead[:1] in _LED or lead[:2] == ["one", "of"]) and not _RANKS.isdisjoint(lead[:3])


def _opens_with_time(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """``On Monday, police said, the first 40 came home``: nothing is told yet."""
    opens = tokens[0].low in lexicon.cue("preposition") or tokens[0].low in _WHEN
    return (opens or first < _SUBJECT) and not any(t.text == "," for t in tokens[: first - 1])


def _clock(tokens: list[Token], j: int) -> bool:
    """``said in a statement at 6pm``, ``at 5:30 a.m.``, ``at 9.``: an hour, not what is said."""
    behind = tokens[j + 1 : j + 4]
    if len(tokens[j].text) > _HOUR:
        return False
    return not behind or behind[0].text in ",.;:" or any(t.low in _HOURS for t in behind)
