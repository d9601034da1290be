"""A number that a tally was brought to: ``raising the death toll of the fire to eight, and 23 people were taken to
hospital``, ``the toll from a landslide that buried a town has risen to 43``."""

from extractors.figures.action.actions import take
from extractors.figures.clause.reach import Found
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_LEVEL_WORDS = 4
_OBJECT = 22
_SUBJECT = 40
_CERTAIN = 0.5
_TOTAL = 9
_SUMS = frozenset({"total", "number", "tally"})
_SINCE = frozenset({"after", "before", "since"})
_MOVED = frozenset({"at", "to"})
_STOPS = frozenset({";", "but", "while", "said", "says", "that", "which", "who", "after"})


def settle(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> bool:
    """Give a bare number the action of the tally it is the new level of; False where there is none."""
    people = span.item is None or span.item == "person"
    if not (span.elided and people and span.value != 1) or lexicon.cues.tally_verb.isdisjoint(_lead(tokens, span)):
        return False
    if span.noun_end < len(tokens) and _own_state(tokens[span.noun_end].low, lexicon):
        return False
    told = _object(tokens, span, found, lexicon) or _subject(tokens, span, found, lexicon)
    if told is None:
        return False
    at, act = told
    take(span, act.lemma, act.cls, _CERTAIN, at, "tally", 0.85)
    if span.item is None:
        span.item, span.item_class = "person", "person"
        span.rule("item", "tally", 0.8)
    return True


def losses(tokens: list[Token], span: Span) -> None:
    """``put the enemy's losses for the day at 1,020 troops, six tanks and 44 guns``: all that was lost."""
    if span.action is not None and span.action_at is not None and span.action_at >= span.noun_end:
        return
    words = [t.low for t in tokens[max(0, span.begin - _OBJECT) : span.begin]]
    at = next((k for k in range(len(words) - 1, -1, -1) if words[k] == "losses"), None)
    if at is None or _MOVED.isdisjoint(words[at + 1 :]) or not _STOPS.isdisjoint(words[at + 1 :]):
        return
    take(span, "lose", "lost", _CERTAIN, None, "losses", 0.75)


def of_all(tokens: list[Token], span: Span, before: list[Span], lexicon: Lexicon) -> bool:
    """``89 people were killed …, bringing the total since October to 61,158``: the total of the first that was told."""
    if _before_total(tokens, span, lexicon):
        return True
    people = span.elided and span.item in (None, "person")
    if not people or span.begin < 3 or tokens[span.begin - 1].low != "to":
        return False
    for k in range(span.begin - 2, span.begin - _OBJECT if span.begin > _OBJECT else 0, -1):
        if tokens[k].low in {"total", "tally"} and not lexicon.cue("tally_mover").isdisjoint(_words(tokens, k)):
            if span.action_at is not None and span.action_at > k:
                return False
            told = next((s for s in before if s.last < k and s.action_class in lexicon.cue("tally_class")), None)
            if told is not None and told.action is not None:
                take(span, told.action, told.action_class, 1.0, k, "total_of", 0.7)
                span.item, span.item_class = "person", "person"
            return told is not None
    return False


def _before_total(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``bringing to 285 the total returned so far``, ``to 40 the number of men freed``: what was done to all these."""
    words = [t.low for t in tokens[span.last : span.last + _TOTAL]]
    if words[:1] != ["the"] or _SUMS.isdisjoint(words[1:3]) or span.begin < 2:
        return False
    if lexicon.cue("tally_mover").isdisjoint(t.low for t in tokens[max(0, span.begin - 3) : span.begin - 1]):
        return False
    for k, word in enumerate(words[2:], 2):
        if word == "who":
            return False
        act = next((a for a in lexicon.actions.get(word, ()) if a.role in "os" and a.past), None)
        if act is not None:
            take(span, act.lemma, act.cls, 1.0, span.last + k, "total_of", 0.7)
            return True
    return False


def _words(tokens: list[Token], k: int) -> set[str]:
    return {t.low for t in tokens[max(0, k - 3) : k]}


def _own_state(word: str, lexicon: Lexicon) -> bool:
    """``put its casualties at 21 dead``: the word behind the number tells more than the tally."""
    return any(a.role == "a" or a.past for a in lexicon.actions.get(word, ()))


def _lead(tokens: list[Token], span: Span) -> set[str]:
    return {t.low for t in tokens[span.begin - _OBJECT if span.begin > _OBJECT else 0 : span.begin]}


def _object(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> tuple[int, Act] | None:
    """``taking the overall toll since August to 36,412``: the tally stands between its verb and ``to``."""
    if span.begin < 3 or tokens[span.begin - 1].low not in {"to", "at", "from"}:
        return None
    dating = lexicon.cue("month|year_short_lead")
    for k in range(span.begin - 2, span.begin - _OBJECT if span.begin >= _OBJECT else -1, -1):
        low = tokens[k].low
        if low in lexicon.cues.tally_mover:
            return _tally(found, k + 1, span.begin - 1, lexicon)
        counts = tokens[k].kind == "n" and tokens[k - 1].low not in dating
        if counts or tokens[k].text in ",;:" or low in lexicon.cues.tally_stop:
            return None
    return None


def _subject(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> tuple[int, Act] | None:
    """``the toll from …, which …, rose to 29``, ``rose by 14 to 29``: more than a phrase stands between the two."""
    verb = _level_verb(tokens, span, lexicon)
    if verb is None:
        return None
    for action in reversed(found):
        if action.end > verb or verb - action.end > _SUBJECT:
            continue
        tally = _tally([action], action.first, action.end, lexicon)
        if tally is not None:
            between = [t.low for t in tokens[action.end : verb]]
            opens = next((n for n, word in enumerate(between) if word in lexicon.cue("tally_clause")), None)
            aside = opens is not None and lexicon.cue("auxiliary").isdisjoint(between[:opens])
            moved = opens is None and "by" in {t.low for t in tokens[verb : span.begin]}
            return tally if (aside or moved) and lexicon.cue("tally_stop").isdisjoint(between) else None
    return None


def _level_verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """The token of ``rose to``, ``has climbed past``, ``stands at`` that leads the number."""
    for k in range(span.begin - 1, max(0, span.begin - _LEVEL_WORDS - 1), -1):
        if tokens[k].low in lexicon.cues.tally_verb:
            return k
    return None


def _tally(found: list[Found], first: int, end: int, lexicon: Lexicon) -> tuple[int, Act] | None:
    """The noun of a tally among the tokens: ``toll``, ``number of dead``, ``casualties``."""
    for action in reversed(found):
        if first <= action.first and action.end <= end:
            for act in action.acts:
                if act.role == "n" and act.cls in lexicon.cue("tally_class"):
                    return action.first, act
    return None


def of_subject(tokens: list[Token], span: Span, found: list[Found], lexicon: Lexicon) -> None:
    """``The death toll from the sinking rose to 14``: what rose is the toll, whatever stands between.

    Asked where no other verb is near.
    """
    if not ((span.elided or span.person) and _levelled(tokens, span, lexicon)):
        return
    for action in reversed(found):
        if action.end > span.begin or _borders(tokens, action.end, span.begin, lexicon):
            continue
        told = action.first > 2 and "number" in {t.low for t in tokens[max(0, action.first - 6) : action.first]}
        act = next((a for a in action.acts if (a.role == "n" or told) and a.cls in lexicon.cue("personal")), None)
        if act is not None:
            take(span, act.lemma, act.cls, 1.0, action.first, "subject_toll", 0.85)
            return


def _levelled(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """True where a verb of level leads the number: ``rose to``, ``stood at``, ``reached``, ``is``."""
    return not lexicon.cues.level.isdisjoint(
        [t.low for t in tokens[span.begin - 4 if span.begin > 4 else 0 : span.begin]]
    )


def _borders(tokens: list[Token], first: int, end: int, lexicon: Lexicon) -> bool:
    """True where another clause or number begins between the subject and the number."""
    for k in range(first, end):
        named = tokens[k].low in _SINCE and tokens[k + 1].low in lexicon.cue("noun_lead")
        if tokens[k].kind == "n" or tokens[k].text == ";" or (tokens[k].low in lexicon.cues.border and not named):
            return True
    return False
