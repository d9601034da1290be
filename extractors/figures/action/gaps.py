"""Numbers whose verb is left out: ``nine died in the port and six on the farms``, ``freed 12 captives for 40``."""

from itertools import pairwise

from extractors.figures.action import hauls
from extractors.figures.action.actions import take
from extractors.figures.clause import mains
from extractors.figures.clause.others import never, own_predicate
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_APART = 12
_ASIDES = frozenset({",", "(", "–", "—"})
_LEADS = (["and"], [","])
_LEVELS = frozenset({"rose", "fell"})
_MOVES = frozenset({",", "or", "to", "at", "(", "by"})
_JOINS = frozenset({"and", ",", ";", "&", "or"})
_OF = frozenset({"of", "among"})
_FURTHER = frozenset({"a", "an", "further", "additional", "other"})
_ANOTHER = frozenset({"another", "second", "third", "other"})
_HARM = frozenset({"killed", "injured", "arrested", "kidnapped"})
_THINGS = frozenset({"building", "vehicle", "thing", "weapon"})
_BADLY = frozenset({"seriously", "critically", "badly", "severely", "gravely", "lightly", "slightly"})
_FOR = frozenset({"for", "against"})
_TRADED = frozenset({"exchanged", "released", "received", "sent"})
_TAKEN = frozenset({"arrested", "held", "kidnapped", "seized"})
_SAW, _SAW_APART = frozenset({"see", "sees", "saw", "seen", "seeing"}), 2
_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"])
_FIGURES = frozenset({"number", "figure", "toll", "total"})
_GOES = _TRADED | {"crossed", "returned"}
_SWAP_APART = 8
_OWNERS = frozenset({"its", "the", "their", "his", "her", "these", "those"})
_ALONG = (["along", "with"], ["together", "with"], ["well", "as"])


def fill(tokens: list[Token], spans: list[Span], lexicon: Lexicon) -> None:
    """Give the second of two numbers that one verb governs the action of the first."""
    hauls.fill(tokens, spans, lexicon)
    for k, (left, right) in enumerate(pairwise(spans)):
        if left.action is None:
            _seen(tokens, left, right)
            continue
        if _moved(tokens, left, right):
            take(right, left.action, left.action_class, left.action_cost, left.action_at, "moved", 0.7)
        if left.unit != right.unit:
            continue
        if _badly_hurt(tokens, spans[: k + 1], right) or _beside(tokens, left, right, lexicon):
            continue
        likewise = right.elided and _likewise(tokens, left, right, lexicon)
        if likewise or _let_go(tokens, left, right, lexicon):
            take(right, left.action, left.action_class, left.action_cost + 1.0, left.action_at, "likewise", 0.7)
        elif _traded(tokens, left, right):
            take(right, left.action, left.action_class, left.action_cost + 0.5, left.action_at, "in_return", 0.8)
        elif right.action is None and (_of_lead(tokens, left, right, lexicon) or kinds(tokens, right, lexicon)):
            take(right, left.action, left.action_class, left.action_cost + 1.0, left.action_at, "of_lead", 0.7)
        elif (
            _open(right, spans[k + 2 :])
            and not _other(tokens, left, right, lexicon)
            and _gap(tokens, left, right, lexicon)
        ):
            take(right, left.action, left.action_class, left.action_cost + 1.0, left.action_at, "gap", 0.7)
            right.lender = _lender(tokens, spans[: k + 1], right) if right.elided else None


def _lender(tokens: list[Token], before: list[Span], part: Span) -> Span:
    """``60 drones had been downed over nine regions, 16 of them over Vorez``: no part is more than its whole."""
    if [t.low for t in tokens[part.last : part.last + 2]] not in _OF_THEM or part.value is None:
        return before[-1]
    return next((s for s in reversed(before) if s.value is not None and s.value >= part.value), before[-1])


def _seen(tokens: list[Token], part: Span, whole: Span) -> None:
    """``The truce has seen 15 of 28 bodies returned``: the fifteen were."""
    lead = tokens[part.begin - 1].low if part.begin else ""
    of = tokens[part.last].low == "of" and whole.begin - part.last <= _SAW_APART
    if lead not in _SAW or not of or whole.action is None or whole.action_at != whole.noun_end:
        return
    take(part, whole.action, whole.action_class, whole.action_cost, whole.action_at, "of_lead", 0.7)
    whole.action = whole.action_class = whole.action_at = None


def _open(span: Span, later: list[Span]) -> bool:
    """No action yet, or that of a number behind: ``and another 60 in the second, leaving 40 to be moved``."""
    if span.action is None:
        return True
    return bool(later) and span.elided and span.action_at is not None and span.action_at >= later[0].noun_end


def _other(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """A verb of its own; or ``left six wounded in Tarn and 30 homes on fire``: what befell people befell no homes."""
    harmed = left.action_class in _HARM and (left.person or left.item_class is None)
    return (harmed and (right.item_class or "")[:8] in _THINGS) or _due(tokens, right, lexicon)


def _due(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``flew 40 home, with 12 more due to follow``: a verb of its own."""
    k = span.noun_end
    k += k < len(tokens) and tokens[k].low in ("more", "others")
    return k + 1 < len(tokens) and tokens[k].low in lexicon.cue("due_to") and tokens[k + 1].low == "to"


def _beside(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """What befell the first befell those ``along with`` them; the dead that go along stay dead."""
    if left.action is None:
        return False
    if _with_bodies(tokens, left, right):
        right.action, right.action_class = left.action, left.action_class if left.action_class in _TRADED else "killed"
        right.rule("action", "along_with", 0.75)
        return True
    if right.action_at is None or not _along(tokens, left, right, lexicon):
        return False
    take(right, left.action, left.action_class, left.action_cost + 0.5, left.action_at, "along_with", 0.75)
    return True


def _along(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``Five hostages died during the rescue attempt, along with three guards``: they died as well."""
    lead = [t.low for t in tokens[max(left.noun_end, right.begin - 2) : right.begin]]
    if lead not in _ALONG or right.action_at is None or not left.noun_end <= right.action_at < right.begin:
        return False
    if left.action_at is None or left.action_at >= right.begin or left.action_class in never(right, lexicon):
        return False
    between = tokens[left.noun_end : right.begin]
    return not (any(_clause(t.low, lexicon) for t in between[:-1]) or own_predicate(tokens, right, lexicon))


def _with_bodies(tokens: list[Token], left: Span, right: Span) -> bool:
    """``175 prisoners were to cross, along with the bodies of 1,000 soldiers``: they were moved as well."""
    k = right.begin
    if right.action_class != "killed" or not left.person or left.action_at is None:
        return False
    if tokens[k - 1].low == "of" and tokens[k - 2].low in ("bodies", "remains"):
        k -= 2 + (tokens[k - 3].low == "the")
    elif right.item != "body":
        return False
    return [t.low for t in tokens[k - 2 : k]] in _ALONG and left.action_class in _GOES


def _moved(tokens: list[Token], left: Span, right: Span) -> bool:
    """``rose $2.14, or 3.1%, to $71.36``: one verb of level for the change and the level."""
    if left.action_class not in _LEVELS or left.action_at is None or left.action_at >= left.begin:
        return False
    return 0 < right.begin - left.end <= 3 and _MOVES.issuperset(t.low for t in tokens[left.end : right.begin])


def _of_lead(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``Of those who came home, 215 were soldiers and 95 were civilians``: all of them came home."""
    led = tokens[0].low in _OF and left.action_at is not None and left.action_at < left.begin
    return led and right.last < len(tokens) and tokens[right.last].low in lexicon.cue("be")


def kinds(tokens: list[Token], right: Span, lexicon: Lexicon) -> bool:
    """``266 of the returnees were soldiers and 41 were civilians``: what befell the one befell the other."""
    k = right.last
    if k + 1 >= len(tokens) or tokens[k].low not in lexicon.cue("be") or tokens[right.begin - 1].low not in _JOINS:
        return False
    noun = lexicon.nouns.get(tokens[k + 1].low)
    return noun is not None and noun.cls.startswith("person") and noun.cls != "person.victim"


def _gap(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``nine people were killed in Arden and six in Belm``: one verb; a place, a day or nothing follows the second."""
    at = left.action_at
    if _people(left) and right.item is not None and not (right.elided or _people(right)):
        return False  # ``killed 94 people at a concert hall and three cafes``
    if at is None or at >= right.begin or not 0 < right.begin - left.noun_end <= _APART:
        return False
    words = [t.low for t in tokens[max(left.noun_end, at + 1) : right.begin]]
    while words and words[-1] in _FURTHER:
        words.pop()  # ``and a further 90 on Friday``
    if words[-1:] == ["of"] and words[-2:-1] != [] and words[-2] in _ANOTHER:
        words = words[:-3] if words[-3:-2] in (["a"], ["the"]) else words[:-2]  # ``and another of 45 on Friday``
    if (
        not words
        or words[-1] in lexicon.verbs
        or not (words[-1] in _JOINS or words[-2:-1] in _LEADS or _besides(words, lexicon))
    ):
        return False
    if any(t.kind == "n" or _clause(t.low, lexicon) for t in tokens[max(left.noun_end, at + 1) : right.begin]):
        return False
    return _placed(tokens, right, lexicon)


def _people(span: Span) -> bool:
    return (span.item_class or "").startswith("person")


def _likewise(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``18 were downed, on top of 71 overnight``, ``and 40 had done so``, ``614 captives, 307 from each side``."""
    words = [t.low for t in tokens[max(left.noun_end, right.begin - 2) : right.begin]]
    if words in (["put", "at"], ["puts", "at"]):  # ``34 soldiers, a number the government put at 20``
        return not _FIGURES.isdisjoint(t.low for t in tokens[left.noun_end : left.noun_end + 3])
    if _besides(words, lexicon) or _how_badly(tokens, left, right) or _victims(tokens, left, right, lexicon):
        return True
    after = " ".join([t.low for t in tokens[right.noun_end : right.noun_end + 3]])
    if _does_so(f" {after} ", lexicon):
        return True
    return words[-1:] != [] and words[-1] in _ASIDES and after.startswith(tuple(lexicon.cue("each_phrase")))


def _does_so(after: str, lexicon: Lexicon) -> bool:
    for phrase in lexicon.cues.does_so:  # noqa: SIM110 - twice as fast as any()
        if f" {phrase}" in after:
            return True
    return False


def _how_badly(tokens: list[Token], left: Span, right: Span) -> bool:
    """``38 people were injured, nine seriously, and taken to hospital``: nine of them."""
    how = right.last < len(tokens) and tokens[right.last].low in _BADLY
    return how and left.action_class == "injured" and tokens[right.begin - 1].text == ","


def _let_go(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``freed 250 prisoners serving life and 1,718 people detained since May``: these were freed as well.

    Not ``freed 12 men, and 30 people arrested on Monday remain in custody``.
    """
    if left.action_class not in _TRADED or left.action_at is None or left.action_at >= left.begin:
        return False
    taken = right.action_class in _TAKEN and right.action_at == right.noun_end
    joined = tokens[right.begin - 1].low in ("and", "plus") and right.begin - left.noun_end <= _APART
    return taken and joined and mains.main_verb(tokens, right.noun_end, lexicon) is None


def _badly_hurt(tokens: list[Token], before: list[Span], right: Span) -> bool:
    """``12 of the 46 captured men were injured, three of them seriously.``"""
    words = [t.low for t in tokens[right.last : right.last + 4]]
    told = words[:1] == ["of"] and words[1:2] in (["them"], ["whom"]) and words[2:3] != [] and words[2] in _BADLY
    hurt = next((s for s in reversed(before) if s.action_class == "injured"), None) if told else None
    if hurt is None or not (words[3:] == [] or not words[3].isalpha() or words[3] == "and"):
        return False
    take(right, hurt.action or "", "injured", 0.5, hurt.action_at, "likewise", 0.7)
    return True


def _victims(tokens: list[Token], left: Span, right: Span, lexicon: Lexicon) -> bool:
    """``Eight deaths were recorded in the north and three in the south``: deaths, and no records."""
    if left.item_class != "person.victim" or left.action_at is not None or right.part:
        return False
    if right.action_class not in ("registered", left.action_class):
        return False
    if right.begin - left.noun_end > _APART or own_predicate(tokens, right, lexicon):
        return False
    ends = right.noun_end >= len(tokens) or tokens[right.noun_end].kind == "p" or tokens[right.noun_end].low == "and"
    led = tokens[right.begin - 1].low in lexicon.verbs  # three deaths, and it has closed two
    return not (right.others or led) and (ends or tokens[right.noun_end].low in lexicon.cue("preposition"))


def _besides(words: list[str], lexicon: Lexicon) -> bool:
    return " ".join(words[-2:]) in lexicon.cues.besides


def _clause(word: str, lexicon: Lexicon) -> bool:
    """A word that begins a clause or makes one."""
    return word in lexicon.cue("border|auxiliary|say")


def _placed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where a preposition, an adverb of place or the end of the clause follows."""
    if span.noun_end >= len(tokens):
        return True
    word = tokens[span.noun_end].low
    if word == "more" and span.noun_end + 1 < len(tokens) and tokens[span.noun_end + 1].low in lexicon.cue("auxiliary"):
        return False  # ``and 40 more were waiting``
    if word == "of" and [t.low for t in tokens[span.noun_end + 1 : span.noun_end + 2]] in (["whom"], ["which"]):
        return False  # ``45,000 of whom have moved``
    if word == "of" and _of_number(tokens, span.noun_end + 1):
        return False  # ``One sank, and 14 of its 22 crew are missing``
    return word in lexicon.cue("preposition|gap_behind")


def _of_number(tokens: list[Token], j: int) -> bool:
    """The words behind ``of`` are those of another number: ``its 22 crew``."""
    return j + 1 < len(tokens) and tokens[j].low in _OWNERS and tokens[j + 1].kind == "n"


def _traded(tokens: list[Token], left: Span, right: Span) -> bool:
    """``eight hostages are to be released for 240 prisoners``: what is given for what."""
    if left.action_class not in _TRADED or right.action_class == "exchanged" or right.unit != "count":
        return False
    between = tokens[left.noun_end : right.begin]
    if not 0 < len(between) <= _SWAP_APART or between[-1].low not in _FOR or any(t.kind == "n" for t in between):
        return False
    return all((s.item_class or "person").startswith("person") for s in (left, right))
