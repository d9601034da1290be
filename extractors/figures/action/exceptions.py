"""``All but three of the 27 were freed``: what is excepted from a whole did not share what happened to it."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_MARKS = ("but", "xcept", "xclu", "part from", "ther than")
_ALL = frozenset({"all", "everyone", "everybody", "everything", "every", "any", "anyone", "whole", "entire", "both"})
_NONE = frozenset({"no", "none", "nobody", "not", "never", "nothing", "neither"})
# ``All were freed, but 12 …``: a clause of its own behind them.
_ENDS = frozenset({",", ";", "is", "are", "was", "were", "have", "has", "had", "been", "did", "would", "will"}) | _NONE
_SKIP = frozenset({"for", "of", "the", "its", "their", "just", "only", "some", "about", "perhaps", "these", "those"})
_DETERMINERS = frozenset({"the", "its", "their", "those", "these", "his", "her"})
_REACH = 8
# So many words has ``of the town council's``.
_OWNER = 5
# ``Of``, or ``Of the``, at the head of a sentence.
_LEADS = 2
# A sentence opens with an exception of so many words.
_FRONT = 5
_OWNERS = ("the", "its", "their", "his", "her", "our", "my", "those", "these", "all")
_OF = (["of"], *(["of", word] for word in _OWNERS))
_SHARES = frozenset(
    {"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "most", "many", "some", "majority"}
    | {"part", "percent", "cent", "%", "bulk", "few", "several", "handful", "minority", "rest", "remainder", "much"}
)
# Without one of these, or ``Of`` at its head, a sentence leaves no number open and excepts none.
_FIRST_LOOK = frozenset(
    {"but", "except", "excluding", "excepting", "apart", "aside", "other", "exception"}
    | {"whether", "any", "none", "many", "few", "no", "nobody", "neither", "not"}
)
# Of these classes, too, a whole has no more than its part, but no rule of what is denied asks for them.
_PARTIAL = frozenset(
    {"crossed", "vaccinated", "charged", "attended", "voted", "struck", "escaped", "approved", "rejected", "hired"}
    | {"elected", "critical", "affected", "lost", "fell", "damaged", "living"}
)
# ``leaving 76 of the ferry's 118 passengers missing``: those who are left are missing.
_LEAVES = frozenset({"leaving", "left", "leaves", "leave"})
_HELPING = frozenset({"did", "would", "will"})
_NOT_ALL = frozenset({("no", "one"), ("not", "all"), ("not", "every")})
_NONE_OF = frozenset({"no", "none", "nobody"})
_NOBODY = frozenset({"any", "none", "nobody", "neither"})
# What the noun itself says is true of it, excepted or not: apart from the 12 dead.
_RELATIVE = frozenset({"who", "that", "which"})
_OWN = frozenset({"counted_noun", "nominal", "agent", "action_noun"})


def settle(placed: list[tuple[Sentence, Span]], lexicon: Lexicon) -> None:
    """Take the action of the others from each excepted number, and from the whole that it is taken out of."""
    for sentence, span in placed:
        tokens = sentence.tokens
        if "strong" in sentence.words and _whole_body(sentence.lows, span):
            _clear(tokens, span, whole=True)
        if "of" in sentence.words and span.action_at is not None and _of_share(tokens, span, lexicon):
            finite = tokens[span.noun_end].low in lexicon.cue("finite_past") if span.noun_end < len(tokens) else False
            _clear(tokens, span, whole=not finite)
        if _FIRST_LOOK.isdisjoint(sentence.words) and tokens[0].low != "of":
            shown = span.action_class == "released" and _published(tokens, span, lexicon)
            if shown or (span.item == "child" and _of_parent(span)):
                _clear(tokens, span)
            continue
        excepted = _marked(sentence.text) and _excepted(tokens, span, lexicon) and not _told_apart(tokens, span)
        open_whole = _left_open(tokens, span) or _of_none(tokens, span)
        if excepted or open_whole or _published(tokens, span, lexicon) or _of_parent(span):
            _clear(tokens, span, whole=open_whole)
    for (sentence, one), (other, next_one) in pairwise(placed):
        if sentence is other and "of" in sentence.words:
            _clear_wholes(sentence, one, next_one, lexicon)


def _whole_body(lows: list[str], span: Span) -> bool:
    """``cut 500 jobs from its 9,000-strong workforce``: of how many that is from which some are taken."""
    if lows[span.last : span.last + 2] != ["-", "strong"] or span.begin < 2:
        return False
    return lows[span.begin - 2] in ("from", "of") and lows[span.begin - 1] in ("its", "their", "the")


def _clear_wholes(sentence: Sentence, one: Span, other: Span, lexicon: Lexicon) -> None:
    """The action of a part is not that of its whole, which stands behind it or, with ``Of``, before it."""
    tokens = sentence.tokens
    if _leads_to_whole(sentence.lows[one.last : other.begin]):
        if _left(tokens, one, other):
            return
        excepted = one.action is None and _all_but(tokens, one, lexicon)
        if excepted or (_only_part(one, other, lexicon) and _governed(tokens, one, other, lexicon)):
            _clear(tokens, other, whole=not _finite(tokens, other, lexicon))
        _sent(one, other)
        return
    k = one.begin - 1 - (one.begin > 0 and tokens[one.begin - 1].low in _DETERMINERS)
    opens = k == 0 or (k > 0 and tokens[k - 1].kind == "p")
    if not opens or tokens[k].low != "of" or (other.action_at or 0) < other.noun_end:
        return
    related = other.action_at == one.action_at and one.noun_end < len(tokens) and tokens[one.noun_end].low in _RELATIVE
    if related or _only_part(other, one, lexicon):
        _clear(tokens, one)  # ``Of the 26 teams that flew in, 17 have gone home``
        _related(tokens, one, lexicon)


def _leads_to_whole(between: list[str]) -> bool:
    """``of``, ``of the``, ``of the ship's`` between a part and its whole."""
    return between in _OF or (between[:1] == ["of"] and between[-1] == "'s" and len(between) <= _OWNER)


def _related(tokens: list[Token], whole: Span, lexicon: Lexicon) -> None:
    """``Of the 523 prisoners who fled, 188 were caught``: what the clause behind ``who`` says of all of them."""
    k = whole.noun_end
    if whole.action is not None or k + 1 >= len(tokens) or tokens[k].low not in _RELATIVE:
        return
    k += 1
    while k < len(tokens) and (
        tokens[k].low in lexicon.cue("auxiliary") or tokens[k].low in lexicon.cue("verb_adverb")
    ):
        k += 1
    verb = lexicon.verbs.get(tokens[k].low) if k < len(tokens) else None
    act = next((a for a in lexicon.actions.get(tokens[k].low, ()) if a.role in "osa"), None) if verb else None
    if verb is not None:
        whole.action, whole.action_class, whole.action_at = act.lemma if act else verb, act.cls if act else None, k
        whole.rule("action", "relative", 0.7)


def _sent(part: Span, whole: Span) -> None:
    """``shot down 70 of 88 drones``: all of them were launched."""
    if whole.action is None and whole.item_class == "weapon" and part.action_class == "shot_down":
        whole.action, whole.action_class = "launch", "shot_at"
        whole.rule("action", "launched", 0.7)


def _governed(tokens: list[Token], part: Span, whole: Span, lexicon: Lexicon) -> bool:
    """The verb is before both, or stands with its auxiliary behind both: no clause of the whole alone."""
    at, behind = part.action_at or 0, tokens[whole.noun_end].low if whole.noun_end < len(tokens) else ""
    return at < part.begin or behind in _ENDS or _finite(tokens, whole, lexicon)


def _left(tokens: list[Token], part: Span, whole: Span) -> bool:
    """``left 40 of the town's 90 families homeless``: the part has the state behind them, and the whole none."""
    at = whole.action_at or 0
    led = part.begin > 0 and tokens[part.begin - 1].low in _LEAVES
    if not led or not whole.noun_end <= at <= whole.noun_end + 1 or (part.action_at or 0) > at:
        return False
    part.action, part.action_class, part.action_at = whole.action, whole.action_class, at
    part.rule("action", "left", 0.7)
    whole.action = whole.action_class = whole.action_at = None
    whole.rule("action", "excepted", 0.7)
    return True


def _finite(tokens: list[Token], whole: Span, lexicon: Lexicon) -> bool:
    """``51 of its 70 men died``, ``… did not survive``, ``… lost their lives``: the verb of the clause right behind."""
    k = whole.noun_end
    behind = tokens[k].low if k < len(tokens) else ""
    lost = behind == "lost" and k + 1 < len(tokens) and tokens[k + 1].low in _DETERMINERS
    return lost or behind in _HELPING or behind in lexicon.cue("finite_past")


def _marked(text: str) -> bool:
    for mark in _MARKS:  # noqa: SIM110 - twice as fast as any()
        if mark in text:
            return True
    return False


def _left_open(tokens: list[Token], span: Span) -> bool:
    """``how many of the 200 had been killed``, ``whether the 30 were hurt``: of the whole it is not said."""
    k = _before_owner(tokens, span.begin - 1)
    if k >= 0 and tokens[k].low == "whether":
        return [t.low for t in tokens[span.noun_end : span.noun_end + 1]] not in (["who"], ["which"], ["that"])
    if k < 1 or tokens[k].low not in ("of", "among"):
        return False
    before = tokens[k - 1].low
    if k > 1 and (tokens[k - 2].low, before) in _NOT_ALL:
        return True
    if tokens[k].low == "among" and any(t.low in _NONE_OF for t in tokens[max(0, k - _REACH) : k]):
        return True  # ``There were no deaths among the 40``
    return before in _NOBODY or (before in ("many", "few") and tokens[k - 2].low == "how")


def _before_owner(tokens: list[Token], k: int) -> int:
    """Past ``the`` or ``the ship's``, back from k."""
    if k > 2 and tokens[k].low == "'s":
        return k - (3 if tokens[k - 2].low in _DETERMINERS or tokens[k - 2].text[:1].isupper() else 2)
    return k - (k >= 0 and tokens[k].low in _DETERMINERS)


def _of_none(tokens: list[Token], span: Span) -> bool:
    """``Of the 64 people on the plane, none survived``: it did not befall them."""
    if span.begin > _LEADS or tokens[0].low != "of" or span.action_at is None:
        return False
    comma = next((k for k in range(span.noun_end, len(tokens) - 1) if tokens[k].text == ","), None)
    return comma is not None and tokens[comma + 1].low in _NONE and span.action_at > comma


def _of_share(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``More than half of the 120 passengers were killed``, ``rescued most of its 96 crew``: some of them, not all."""
    k = _before_owner(tokens, span.begin - 1)
    if k < 1 or tokens[k].low != "of" or tokens[k - 1].low not in _SHARES or span.action_at is None:
        return False
    behind = tokens[span.noun_end].low if span.noun_end < len(tokens) else "."
    return span.action_at < k or behind in _ENDS or behind in lexicon.cue("finite_past")


def _only_part(part: Span, whole: Span, lexicon: Lexicon) -> bool:
    """``shot down 70 of 88 drones``, ``of 40 captives 12 were freed``: not all of the whole."""
    if whole.action_class not in (part.action_class, None):
        return False
    told = part.action_class in lexicon.cue("negatable") or part.action_class in _PARTIAL
    if not told and ("action", "state", 0.75) not in part.rules:
        return False
    less = (
        part.low is not None and whole.low is not None and part.low < whole.low and part.unit == whole.unit == "count"
    )
    return less and part.action_at == whole.action_at and part.action_at is not None


def _published(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``released a video showing three of the hostages``: what was released is the video."""
    at = span.action_at
    if span.action_class != "released" or at is None or at >= span.begin:
        return False
    return not lexicon.cue("published").isdisjoint([t.low for t in tokens[at + 1 : span.begin]])


def _of_parent(span: Span) -> bool:
    """``A mother of three was killed``: nothing befell the children."""
    return span.item == "child" and "parent_of" in [rule for _, rule, _ in span.rules]


def _clear(tokens: list[Token], span: Span, *, whole: bool = False) -> None:
    at, own = span.action_at, any(name == "action" and rule in _OWN for name, rule, _ in span.rules)
    beside = at is not None and span.begin <= at <= span.noun_end and at + 1 < len(tokens)
    if own or (beside and at is not None and (whole or at < span.noun_end or tokens[at + 1].text == ",")):
        return
    span.action = span.action_class = span.action_at = None
    span.rule("action", "excepted", 0.7)


def _told_apart(tokens: list[Token], span: Span) -> bool:
    """``Apart from the 12 people killed on Monday, four …``, ``except for three guards, who were killed``."""
    at, end = span.action_at, span.noun_end
    if at is None or at < end:
        return False
    behind = [t.low for t in tokens[end : end + 2]]
    comma = next((k for k in range(end, len(tokens)) if tokens[k].text == ","), len(tokens))
    fronted = comma < len(tokens) and span.begin <= _FRONT
    return "who" in behind or (fronted and at < comma)


def _excepted(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """Behind ``all but``, ``except for``, ``apart from`` and the like, unless what is said of the others is denied."""
    if _all_but(tokens, span, lexicon):
        return True
    k = _lead(tokens, span)
    if k < 0 or not _NONE.isdisjoint(t.low for t in tokens[:k]):
        return False
    word, before = tokens[k].low, tokens[k - 1].low if k else ""
    return word in ("except", "excluding", "excepting") or (before, word) in (
        ("apart", "from"), ("aside", "from"), ("other", "than"), ("exception", "of"),
    )  # fmt: skip


def _all_but(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``all but three``, ``everyone but two nurses``, ``all the passengers but one``."""
    k = _lead(tokens, span)
    if k < 1 or tokens[k].low != "but":
        return False
    words = [t.low for t in tokens[max(0, k - _REACH) : k]]
    if k > 1 and tokens[k - 2].low in ("not", "at"):
        return False
    between = words[words.index("all") :] if "all" in words else [","]
    did = any(word in lexicon.verbs and word not in lexicon.nouns for word in between)
    return words[-1] in _ALL or (_ENDS.isdisjoint(between) and not did)


def _lead(tokens: list[Token], span: Span) -> int:
    """Where the word before the number and its determiners stands; ``exception of`` ends in its preposition."""
    k = span.begin - 1
    while k > 0 and tokens[k].low in _SKIP and tokens[k - 1].low != "exception":
        k -= 1
    return k
