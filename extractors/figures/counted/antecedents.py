"""The noun that a number without one takes from a number before it: ``of which 12``, ``Fourteen were freed``."""

from dataclasses import replace

from extractors.figures.counted import captives, excepted, lots, partitives, recalled, resumed, rivals, topics
from extractors.figures.counted.befallen import NO_THING, befallen
from extractors.figures.counted.lending import smaller
from extractors.figures.counted.recalled import CAPTIVE, SO_FAR
from extractors.figures.counted.rivals import bare
from extractors.figures.lexicon import Lexicon, union
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_BE = frozenset({"is", "was", "are", "were", "reached", "makes"})
_FIGURE = frozenset({"number", "figure", "total", "count", "average", "estimate", "tally"})
_NUMBER = _FIGURE | {"it", "they", "that"}
_WE = frozenset({"we", "they", "still", "already", "more"})
_TIMES = frozenset({"by", "on", "since", "until", "overnight", "in", "at", "all", "now", "midnight", "noon", "dawn",
                    ",", "nightfall", "evening", "morning", "night", "late", "early"})  # fmt: skip
_MORE = frozenset({"another", "further", "additional", "more"})
_SHORT = 9
_FAR_MORE = 20
_FROM = frozenset({"from", "in", "at", "on", "near"})
_DEAD = frozenset({"body", "death", "fatality", "corpse", "dead"})
_SHOT_DOWN = frozenset({"shot_down", "shot_at"})
_OPENS = frozenset('"“‘')
_OTHERS = frozenset({"some", "many", "most", "others", "all"})
_BUT = frozenset({"but", "while", "although"})
_INCLUDING = frozenset({"including", "among", "includes", "included"})
_JOINS = frozenset({"and", ",", "as", "well"})


def take(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> bool:
    """Set the item of a number that is a part, a rival or the subject after a counted noun; False where it is none."""
    left = []
    for number in spans:
        if number.first < span.first:
            left.append(number)  # noqa: PERF401 - a comprehension would be a function made anew for each number
    other, rule = _beside(tokens, span, left, state, lexicon)
    if other is None:
        other, rule = _again(tokens, span, spans, left, state, lexicon)
    if other is None or other.item is None:
        return False
    span.item, span.item_class, span.elided, span.lender = other.item, other.item_class, True, other
    alive = span.others or span.action_class in lexicon.cues.alive
    of_them = rule == "of_these" and span.action_class == "trapped"  # of the bodies nine were trapped
    if alive and not of_them and other.item_class == "person.victim" and other.item in _DEAD:
        span.item, span.item_class = "person", "person"
    crowd = rule == "goes_on" and span.kind == "vague" and other.person and not other.others
    if crowd and (other.low or 0) < (span.low or 0):  # Two officers were hurt. Dozens were arrested.
        span.item, span.item_class = "person", "person"
    if span.others and ((other.part and other.person) or other.item in lexicon.cue("age_or_sex")):
        span.item, span.item_class = "person", "person"  # among them six students: three others are anybody
    span.rule("item", rule, 0.6)
    return True


Found = tuple[Span | None, str]


def _beside(tokens: list[Token], span: Span, left: list[Span], state: State, lexicon: Lexicon) -> Found:
    """A part of another number, its rival, a lot of it, or the rest."""
    earlier = _earlier(tokens, span, state, lexicon)
    part = topics.in_all(tokens, span, lexicon) or partitives.part(tokens, span, left, earlier, state)
    if part is not None:
        return part, "of_these"
    rival = rivals.rival(tokens, span, left[-1]) if left else None
    if rival is not None:
        return rival, "rival"
    if left and lots.in_each(tokens, span, left[-1], lexicon):
        return lots.shipped(tokens, span, [*reversed(left[:-1]), earlier], left[-1], lexicon), "lot"
    people = earlier is not None and (earlier.item_class or "").startswith("person")
    if people and not left and lots.of_one(tokens, span, lexicon):
        return earlier, "goes_on"
    exception = excepted.noun(tokens, span, left[-1] if left else earlier, lexicon) if span.begin > 1 else None
    if exception is not None:
        return exception, "exception"
    if not _rest(tokens, span):
        return None, ""
    personal = span.action_class in lexicon.cue("personal")
    known = [s for s in left if s.unit == "count" and s.item is not None]
    if len(known) > 1 and not _INCLUDING.isdisjoint([t.low for t in tokens[: known[-1].begin]]):
        known = _not_included(tokens, known)
    return (known[-1] if known else state.people if personal else earlier), "rest"


def _again(
    tokens: list[Token], span: Span, spans: list[Span], left: list[Span], state: State, lexicon: Lexicon
) -> Found:
    """What a sentence before counted, or this one."""
    earlier = _earlier(tokens, span, state, lexicon)
    if _levels(tokens, span):
        level = next((s for s in reversed(left) if s.item is not None), earlier)
        if level is not None:
            return level, "goes_on"
    goes_on = _goes_on(tokens, span, lexicon) or (not left and _said_on(tokens, span, lexicon))
    told = captives.told(span, state, lexicon) or captives.more(tokens, span, state) if goes_on else None
    if told is not None:
        return told, "goes_on"
    if goes_on and not befallen(tokens, span, earlier, lexicon):
        more = span.begin and tokens[span.begin - 1].low in _MORE and not (earlier is not None and earlier.part)
        earlier = _as_many(span, earlier, state) if more else earlier
        return (earlier if more or earlier is None else recalled.all_of(earlier, span)), "goes_on"
    known = state.counted.get(span.value) if span.value is not None else None
    if known is not None and recalled.same(tokens, span, known) and not befallen(tokens, span, known, lexicon):
        return known, "known"
    told = recalled.the_told(tokens, span, state) if earlier is None else None
    if told is not None:
        return told, "topic"
    whole = recalled.known_whole(tokens, span, spans, state)
    if whole is not None:
        return whole, "known"
    if earlier is not None and recalled.known(tokens, span, spans, earlier, lexicon):
        told = recalled.the_told(tokens, span, state)
        if told is not None:
            return told, "topic"
        more = span.noun_end < len(tokens) and tokens[span.noun_end].low == "more"
        return earlier if more else recalled.all_of(earlier, span), "known"
    return (earlier, "object") if _object(tokens, span, left, earlier, lexicon) else (None, "")


def tells(tokens: list[Token], other: Span, lexicon: Lexicon) -> bool:
    """``Two sources said that 48 were wounded``: those who tell of others."""
    return other.noun_end < len(tokens) and tokens[other.noun_end].low in lexicon.cues.say and not other.elided


def looks_on(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``More than 400 had waited since dawn``: those who came to see, and nobody who is counted otherwise."""
    return not lexicon.cue("onlooker").isdisjoint([t.low for t in tokens[span.noun_end : span.noun_end + 4]])


def _earlier(tokens: list[Token], span: Span, state: State, lexicon: Lexicon) -> Span | None:
    """What was counted last; of an exchange, who came home are no lawmakers that signed a letter."""
    earlier, traded = state.earlier, state.traded
    if span.action_class in _SHOT_DOWN and state.weapon is not None:
        return state.weapon
    kind = earlier is not None and (earlier.item_class or "")[:7] == "person." and earlier.item != "body"
    if earlier is not None and kind and looks_on(tokens, span, lexicon):
        return replace(earlier, item="person", item_class="person")
    if earlier is None or traded is None or span.action_class not in CAPTIVE:
        return earlier
    if earlier.item not in lexicon.cue("crowd_out"):
        return earlier
    return replace(traded, item="person", item_class="person")


def _goes_on(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Fourteen were freed``, ``the number is 39``, ``On Wednesday it was 770``: what the sentence before counted."""
    if span.kind not in {"digits", "words", "vague", "range"} or (span.value or 2) % 1:
        return False
    j = span.begin - 1
    while j >= 0 and tokens[j].low in SO_FAR:
        j -= 1
    if 0 < j < 4 and tokens[0].low in _TIMES and _time(tokens[: j + 1], lexicon):
        j = -1
    j -= j >= 0 and tokens[j].low == "another"
    if j < 0 or (j == 0 and tokens[0].text in _OPENS):
        after = _told_by(tokens, span, lexicon)
        fragment = after is not None and after.low in _FROM and len(tokens) < _SHORT
        return fragment or (after is not None and _predicate(after.low, lexicon))
    return False


def _as_many(span: Span, earlier: Span | None, state: State) -> Span | None:
    """``recalled 84,000 cars after two deaths. Another 30,000``: of what there are as many of, and no 30,000 deaths."""
    if earlier is None or (span.low or 0) < _FAR_MORE * (earlier.low or earlier.high or 0):
        return earlier
    many = [s for s in state.last if s.unit == "count" and _FAR_MORE * (s.low or 0) > (span.low or 0)]
    return many[0] if many else earlier


def _told_by(tokens: list[Token], span: Span, lexicon: Lexicon) -> Token | None:
    """The word behind the number, past the adverbs of its verb (``Five soon followed``)."""
    k = span.noun_end
    if k + 1 < len(tokens) and tokens[k].low in lexicon.cue("no_noun"):
        k += 1
    k = resumed.past_aside(tokens, k)
    return tokens[k] if k < len(tokens) else None


def _said_on(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``All had been detained there; eight are from Tarn``: behind a semicolon, where no number stands before it.

    Also ``Some were rescued, but 287 remained``.
    """
    after = tokens[span.noun_end].low if span.noun_end < len(tokens) else ""
    if tokens[0].low in _OTHERS and span.begin > 1 and tokens[span.begin - 1].low in _BUT:
        return _predicate(after, lexicon)
    return span.begin > 1 and tokens[span.begin - 1].text == ";" and after in _BE


def _time(tokens: list[Token], lexicon: Lexicon) -> bool:
    """``By Sunday 900,000 had been reconnected``: a time, and then what goes on."""
    days = union[lexicon.cue("weekday"), lexicon.cue("month"), _TIMES]
    return all(token.low in days for token in tokens)


def _levels(tokens: list[Token], span: Span) -> bool:
    """``the number is 39``, ``put the figure at 165``, ``the true number to be 900``, ``On Wednesday it was 770``."""
    j = span.begin - 1
    if j < 1 or span.kind not in {"digits", "words", "vague", "range"} or not bare(tokens, span):
        return False
    if tokens[j].low == "be" and tokens[j - 1].low == "to":
        j -= 1
    if tokens[j].low in {"with", "to"} and tokens[j - 1].low == "compares" and tokens[0].low == "that":
        return True  # ``That compares with 96 in April``
    if (
        tokens[j].low == "been"
        and tokens[j - 1].low in ("have", "has")
        and "there" in (tokens[j - 2].low, tokens[0].low)
    ):
        return True  # ``So far there have been 18``
    number = _NUMBER if tokens[j].low in _BE else _FIGURE
    return (tokens[j].low in _BE or tokens[j].low in {"at", "to"}) and tokens[j - 1].low in number


def _not_included(tokens: list[Token], known: list[Span]) -> list[Span]:
    """``300 arrived, among them 40 women and six men over 60; the remaining 900``: of the 300; all where none is."""
    wholes, inside, at = list[Span](), False, 0
    for span in known:
        between = [t.low for t in tokens[at : span.begin]]
        inside = not _INCLUDING.isdisjoint(between) or (inside and _JOINS.issuperset(between))
        at = span.noun_end
        if not inside:
            wholes.append(span)
    return wholes or known


def _rest(tokens: list[Token], span: Span) -> bool:
    """``the remaining five``, ``the other seven had documents``, ``most of the rest, 128,``; no noun follows."""
    last = tokens[span.begin - 1].low if span.begin else ""
    return last in {"remaining", "other"} or (last == "," and span.begin > 1 and tokens[span.begin - 2].low == "rest")


def _object(tokens: list[Token], span: Span, left: list[Span], earlier: Span | None, lexicon: Lexicon) -> bool:
    """``The Union won 38 seats. The Alliance obtains 24``, ``On Saturday entered 312``: seats, trucks and no people."""
    if earlier is None or left or span.begin < 1 or span.kind == "vague" or not bare(tokens, span):
        return False
    if earlier.item_class == "vote":
        return tokens[span.begin - 1].low in lexicon.verbs and span.action_class in (None, "won", "lost")
    return earlier.item_class in ("vehicle", "thing") and span.action_class in ("crossed", "received")


def _predicate(word: str, lexicon: Lexicon) -> bool:
    """A word that begins what is said of the subject."""
    if word in _WE or word in lexicon.cue("auxiliary|sentence_verb"):
        return True
    return (word in lexicon.verbs or word in lexicon.cue("past_verb")) and word not in lexicon.nouns


def no_thing(other: Span, span: Span) -> bool:
    """``cameras at two points counted 71,500``: points and times lend their noun to no larger number."""
    return other.item in NO_THING and smaller(other, span)
