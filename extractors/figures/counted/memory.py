"""Which counted noun a sentence hands on to the numbers of the next that have none."""

from dataclasses import replace

from extractors.figures.action.joining import joined
from extractors.figures.counted import antecedents
from extractors.figures.counted.befallen import NO_THING
from extractors.figures.counted.lending import smaller
from extractors.figures.counted.traded import in_return
from extractors.figures.spans import PERSON, Span
from extractors.figures.state import State
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_FEW = 2
_LETS = frozenset({"let", "lets", "letting", "bring", "brings", "bringing", "brought", "send", "sends", "sending",
                   "sent", "take", "takes", "taking", "took", "ship", "shipped", "flew", "flown"})  # fmt: skip
_MET = frozenset(
    {"met", "greeted", "received", "welcomed", "cheered", "escorted", "accompanied", "watched", "attended"}
)
_PLACED = frozenset({"in", "at", "across", "over", "from", "to", "into", "around", "near", "on", "by"})


def keep(sentence: Sentence, found: list[Span], state: State) -> None:
    """Move the state on: the last count that tells what the sentence is about, people, and those of an exchange."""
    tokens, among = sentence.tokens, "among" in sentence.words
    told, state.last = False, []
    for span in found:
        if span.unit != "count" or span.item is None or span.item in NO_THING:
            continue
        _store(span, state)
        # ``Two sources said that 48 soldiers were wounded``: those who tell of others.
        tells = span is not found[-1] and antecedents.tells(tokens, span, state.lexicon)
        if tells or (among and state.earlier is not None and _among(tokens, span)):
            continue
        if (told and (span.part or _done_to(tokens, span, state) or _onlookers(tokens, span))) or (
            state.earlier is not None and _beside(tokens, span, state)
        ):
            continue
        if span.value != 1 or state.earlier is None:
            state.earlier, told = span, True
            _people(span, state)
    if len(found) > 1:
        _mixed(tokens, found, state)


def _store(span: Span, state: State) -> None:
    """Keep what is found again by its number (``the 33``), and what alone is shot down."""
    if span.item_class == "weapon" and not any(s.item_class == "weapon" and smaller(span, s) for s in state.last):
        state.weapon = span
    state.last.append(span)
    if span.value is not None and span.value > _FEW and not span.elided:
        state.counted[span.value] = span


def _beside(tokens: list[Token], span: Span, state: State) -> bool:
    """``31 drones were shot down over three regions``: where something happened is not what the next number counts."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    if lead == "on" and span.begin > 1 and tokens[span.begin - 2].low in state.lexicon.cue("done_on"):
        return False  # ordered checks on 412 ferries
    if lead == "in" and span.begin > 1 and tokens[span.begin - 2].low in _LETS:
        return False
    return lead in _PLACED and not span.person


def _among(tokens: list[Token], span: Span) -> bool:
    """``Twenty-one women were among them``, ``Among them are two medics``: the next number goes back to all of them."""
    if not span.person or span.elided:
        return False
    after = [t.low for t in tokens[span.noun_end : span.noun_end + 9]]
    if "among" in after and after[after.index("among") + 1 :][:1] == ["them"]:
        return True
    return [t.low for t in tokens[:2]] == ["among", "them"]


def _done_to(tokens: list[Token], span: Span, state: State) -> bool:
    """``jailed 11 men for the killing of 38 migrants``: those of another event."""
    if span.begin < 2 or tokens[span.begin - 1].low != "of":
        return False
    return any(act.role == "n" for act in state.lexicon.actions.get(tokens[span.begin - 2].low, ()))


def _onlookers(tokens: list[Token], span: Span) -> bool:
    """``Eight buses brought them home, where they were met by hundreds of residents``."""
    met = span.begin > 2 and tokens[span.begin - 1].low == "by" and tokens[span.begin - 2].low in _MET
    return met and span.person


def _people(span: Span, state: State) -> None:
    """Keep the last people counted, and the last who are captives, soldiers or the dead of an exchange."""
    if PERSON[span.item_class]:
        state.people = span
        if state.swap and (span.item_class in ("person.captive", "person.military") or span.item == "body"):
            state.traded = span


def _mixed(tokens: list[Token], found: list[Span], state: State) -> None:
    """``97 soldiers and 23 civilians came home. Fourteen …``: who comes next may be either."""
    if state.weapon in found and state.earlier in found and state.earlier and state.earlier.item_class == "weapon":
        state.earlier = state.weapon  # 92 drones and two missiles: it shot down 54
    people = [span for span in found if span.unit == "count" and PERSON[span.item_class]]
    if len(people) < 2 or state.earlier is not people[-1]:
        return
    left, right = people[-2:]
    if in_return(right) and left.noun_end <= (right.action_at or 0) and not left.part:
        state.earlier = left  # 15 hostages in exchange for 300 prisoners: six have been freed
    elif left.item != right.item and joined(tokens, left, right):
        state.earlier = replace(right, item="person", item_class="person")
