"""The noun that a number without one takes from a number before it: ``of which 12``, ``Fourteen were freed``."""

from dataclasses import replace

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.state import State
from extractors.figures.text.tokens import Token

_WHOLE = frozenset({"which", "these", "those", "them", "whom"})
_VERSUS = (["against"], ["versus"], ["compared", "with"], ["compared", "to"], ["instead", "of"], ["rather", "than"])
_BE = frozenset({"is", "was", "are", "were", "reached", "makes"})
_NUMBER = frozenset({"number", "figure", "total", "count", "it", "they", "that"})
_FIGURE = frozenset({"number", "figure", "total", "count"})
_WE = frozenset({"we", "they", "still", "already", "more"})
NO_THING = frozenset({"time", "way", "part", "point", "stage"})
_NEAR = 7
_SO_FAR = frozenset({"a", "so", "far", "only", "to", "date", "until", "now", "just", "further"})
_DEAD = frozenset({"body", "death", "fatality", "corpse", "dead"})
_OPENS = frozenset('"“‘')


def take(tokens: list[Token], span: Span, spans: list[Span], state: State, lexicon: Lexicon) -> bool:
    """Set the item of a number that is a part, a rival or the subject after a counted noun; False where it is none."""
    earlier = state.earlier
    left = [s for s in spans if s.first < span.first]
    other, rule = _part(tokens, span, left, earlier, lexicon), "of_these"
    if other is None and left:
        other, rule = _rival(tokens, span, left[-1]), "rival"
    if other is None and left and _lot(tokens, span, left[-1], lexicon):
        other, rule = _shipped(tokens, span, [*reversed(left[:-1]), earlier], left[-1], lexicon), "lot"
    if other is None and _rest(tokens, span):
        personal = span.action_class in lexicon.cue("personal")
        known = [s for s in left if s.unit == "count" and s.item is not None]
        other, rule = known[-1] if known else state.people if personal else earlier, "rest"
    if other is None and _levels(tokens, span):
        other, rule = next((s for s in reversed(left) if s.item is not None), earlier), "goes_on"
    if other is None and _goes_on(tokens, span, lexicon) and not _befallen(span, earlier, lexicon):
        other, rule = earlier, "goes_on"
    if other is None and earlier is not None and _known(tokens, span, spans, earlier, lexicon):
        other, rule = earlier, "known"
    if other is None and _object(tokens, span, left, earlier, lexicon):
        other, rule = earlier, "object"
    if other is None or other.item is None:
        return False
    span.item, span.item_class, span.elided, span.lender = other.item, other.item_class, True, other
    alive = span.others or span.action_class in lexicon.cue("alive")
    if alive and other.item_class == "person.victim" and other.item in _DEAD:  # six deaths, and 70 others injured
        span.item, span.item_class = "person", "person"
    span.rule("item", rule, 0.6)
    return True


def _part(tokens: list[Token], span: Span, left: list[Span], earlier: Span | None, lexicon: Lexicon) -> Span | None:
    """``312 trucks, of which 28 …``, ``two of them``: the nearest count before that is large enough."""
    end = span.begin - (span.begin > 0 and tokens[span.begin - 1].text == ",")
    whole = _of_whole(tokens, end - 2) or _of_whole(tokens, span.noun_end)
    if whole is None:
        return None
    known = [*reversed(left), *([earlier] if earlier is not None else [])]
    fits = [s for s in known if s.unit == "count" and s.item is not None and not _smaller(s, span)]
    persons = [s for s in fits if (s.item_class or "").startswith("person")]
    if whole == "whom":
        return persons[0] if persons else None
    return fits[0] if fits else _uncounted(tokens, span, lexicon)


def _uncounted(tokens: list[Token], span: Span, lexicon: Lexicon) -> Span | None:
    """``detainees boarded coaches, 121 of them handcuffed``: people whom no number counts, or other things."""
    nouns = [(k, lexicon.nouns.get(tokens[k].low)) for k in range(span.begin)]
    known = [
        noun
        for k, noun in nouns
        if noun is not None
        and noun.plural
        and noun.lemma != tokens[k].low
        and tokens[k + 1].low not in lexicon.cue("say")
        and tokens[k].low not in lexicon.units
        and noun.lemma != "coach"
    ]
    people = [noun for noun in known if noun.cls.startswith("person")]
    if not known:
        return None
    noun = (people or known)[-1]
    return replace(span, item=noun.lemma, item_class=noun.cls, value=None)


def _of_whole(tokens: list[Token], k: int) -> str | None:
    """The ``whom`` of ``of whom`` at k."""
    of = 0 <= k < len(tokens) - 1 and tokens[k].low == "of" and tokens[k + 1].low in _WHOLE
    return tokens[k + 1].low if of else None


def _rival(tokens: list[Token], span: Span, left: Span) -> Span | None:
    """``118 votes to 109``, ``140 bodies for 12``, ``212 shellings against 140``, ``the bodies, 71 of 260``."""
    between = [t.low for t in tokens[max(left.end, left.noun_end) : span.begin]]
    if left.item is None or not _bare(tokens, span):
        return None
    if left.unit in ("ratio", "percent"):
        return left if between == [","] and _bare_of(tokens, span) else None
    if left.unit != "count":
        return None
    vote = between == ["to"] and (left.item_class or "") in ("vote", "sport")
    swap = between == ["for"] and (left.item_class or "").startswith("person") and not left.change
    known = between == ["of"] and left.elided
    return left if vote or swap or known or between[-2:] in _VERSUS or between[-1:] == ["against"] else None


def _bare_of(tokens: list[Token], span: Span) -> bool:
    return span.noun_end < len(tokens) and tokens[span.noun_end].low == "of"


def _goes_on(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Fourteen were freed``, ``the number is 39``, ``On Wednesday it was 770``: what the sentence before counted."""
    if span.kind not in ("digits", "words", "vague", "range") or (span.value or 2) % 1:
        return False
    j = span.begin - 1
    while j >= 0 and tokens[j].low in _SO_FAR:
        j -= 1
    j -= j >= 0 and tokens[j].low == "another"
    if j < 0 or (j == 0 and tokens[0].text in _OPENS):
        after = tokens[span.noun_end] if span.noun_end < len(tokens) else None
        return after is not None and _predicate(after.low, lexicon)
    return False


def _known(tokens: list[Token], span: Span, spans: list[Span], earlier: Span, lexicon: Lexicon) -> bool:
    """``11 of the 95``, ``the 95``, ``the board says two were broken``: some or all of those just counted."""
    lead = tokens[span.begin - 1].low if span.begin else ""
    after = [t.low for t in tokens[span.noun_end : span.noun_end + 2]]
    if lead == "the" and (
        span.value == earlier.value or (spans[0] is span and after and after[0] in lexicon.cue("foretold"))
    ):
        return True
    if _smaller(earlier, span):
        return False
    if after == ["of", "the"]:
        return any(s.begin == span.noun_end + 2 and s.item is None and s.elided for s in spans)
    if lead in _SO_FAR and span.begin > 1:
        lead = tokens[span.begin - 2].low
    told = (lead == "that" or lead in lexicon.cue("say")) and spans[0] is span
    goes_on = bool(after) and after[after[0] == "more" if len(after) > 1 else 0] in lexicon.cue("auxiliary")
    return told and goes_on and not _befallen(span, earlier, lexicon)


def _levels(tokens: list[Token], span: Span) -> bool:
    """``the number is 39``, ``put the figure at 165``, ``the true number to be 900``, ``On Wednesday it was 770``."""
    j = span.begin - 1
    if j < 1 or span.kind not in ("digits", "words", "vague", "range") or not _bare(tokens, span):
        return False
    if tokens[j].low == "be" and tokens[j - 1].low == "to":
        j -= 1
    number = _NUMBER if tokens[j].low in _BE else _FIGURE
    return (tokens[j].low in _BE or tokens[j].low in ("at", "to")) and tokens[j - 1].low in number


def _rest(tokens: list[Token], span: Span) -> bool:
    """``the remaining five``, ``the other seven had documents``, ``most of the rest, 128,``; no noun follows."""
    lead = [t.low for t in tokens[max(0, span.begin - 2) : span.begin]]
    return lead[-1:] in (["remaining"], ["other"]) or lead == ["rest", ","]


def _lot(tokens: list[Token], span: Span, left: Span, lexicon: Lexicon) -> bool:
    """``the captives came in two groups of 30``: so many in each lot."""
    of = [t.low for t in tokens[left.noun_end : span.begin]] == ["of"]
    return of and left.item in lexicon.cue("lots") and _bare(tokens, span)


def _shipped(tokens: list[Token], span: Span, known: list[Span | None], lot: Span, lexicon: Lexicon) -> Span:
    """What comes in lots: the noun right before them, people counted before, or people."""
    for k in range(lot.begin - 1, max(-1, lot.begin - _NEAR), -1):
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.plural:
            return replace(span, item=noun.lemma, item_class=noun.cls)
    people = (s for s in known if s is not None and (s.item_class or "").startswith("person"))
    return next(people, replace(span, item="person", item_class="person"))


def _object(tokens: list[Token], span: Span, left: list[Span], earlier: Span | None, lexicon: Lexicon) -> bool:
    """``The Union won 38 seats. The Alliance obtains 24``, ``On Saturday entered 312``: seats, trucks and no people."""
    if earlier is None or left or span.begin < 1 or span.kind == "vague" or not _bare(tokens, span):
        return False
    if earlier.item_class == "vote":
        return tokens[span.begin - 1].low in lexicon.verbs and span.action_class in (None, "won", "lost")
    return earlier.item_class in ("vehicle", "thing") and span.action_class in ("crossed", "received")


def _predicate(word: str, lexicon: Lexicon) -> bool:
    """A word that begins what is said of the subject."""
    if word in _WE or word in lexicon.cue("auxiliary") or word in lexicon.cue("sentence_verb"):
        return True
    return (word in lexicon.verbs or word in lexicon.cue("past_verb")) and word not in lexicon.nouns


def _befallen(span: Span, earlier: Span | None, lexicon: Lexicon) -> bool:
    """``They sold 40 trucks. Twelve died.``: what befalls people befalls no trucks."""
    if earlier is None or (earlier.item_class == "vehicle" and _smaller(earlier, span)) or earlier.item in NO_THING:
        return True
    person = (earlier.item_class or "").startswith("person")
    return not person and (span.action_class in lexicon.cue("befalls") or span.item_class == "person")


def no_thing(other: Span, span: Span) -> bool:
    """``cameras at two points counted 71,500``: points and times lend their noun to no larger number."""
    return other.item in NO_THING and _smaller(other, span)


def _bare(tokens: list[Token], span: Span) -> bool:
    """True where no noun can follow: a sign, the end or ``of`` behind the number."""
    after = tokens[span.noun_end] if span.noun_end < len(tokens) else None
    return after is None or after.kind == "p" or after.low in ("and", "of", "but", "in", "on", "or", "the", "as")


def _smaller(other: Span, span: Span) -> bool:
    return other.value is not None and span.value is not None and other.value < span.value
