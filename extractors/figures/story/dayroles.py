"""What a day is told for: that of a participle, the one from which is counted, one that is to come."""

from extractors.figures.calendar.daywords import PARTS, Mention
from extractors.figures.clause.between import past_verb
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.story.families import of_word
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_REACH = 14
# A modal reaches farther: ``are to be freed by each side in three stages, the last of them on Tuesday``.
_FAR = 20
_OPENING = 5
# ``The next one, on Wednesday, is to …``
_ASIDE = 8
_DONE = ("en", "ed")


def modified(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``found the bodies of four hostages taken on October 7``: a day of the participle, not of what was found."""
    k = span.noun_end
    if span.last < mention.first and tokens[span.last].low == "of" and _taken(tokens, span, mention):
        return True
    if span.action_at is None or k <= span.action_at <= mention.end or not k < mention.first <= k + 9:
        return False
    if came_after(tokens, span):
        return False
    if span.action_at >= k and tokens[k].low not in _WHO:
        return False
    # ``flights carrying 40 tonnes arrived on Monday``: the main verb.
    if tokens[span.action_at].low.endswith("ing") and tokens[max(0, span.action_at - 1)].low not in _JOINS:
        return False
    k += 2 * (tokens[k].low in _WHO and tokens[k + 1].low in _BE)
    theirs = tokens[k].low.endswith(("ed", "en")) or tokens[k].low in _THEY
    return theirs and all(t.text != "," for t in tokens[k : mention.first])


def came_after(tokens: list[Token], span: Span) -> set[str]:
    """``another 919 followed on March 5``: the word that is a verb, neither a participle nor a border of clauses."""
    k = span.noun_end
    told = k + 1 < len(tokens) and tokens[k].low == "followed" and tokens[k + 1].low in _ON
    return {"followed"} if told else set()


_ON = frozenset({"on", "in", "late", "early", "last", "overnight"})


def _taken(tokens: list[Token], span: Span, mention: Mention) -> bool:
    """``41 of the 118 people taken on October 3 remain``: the day of all of them, not of those that remain."""
    k = mention.first - 1 - (tokens[mention.first - 1].low in ("on", "in"))
    if k <= span.last + 1 or not tokens[k].low.endswith(("ed", "en")) or tokens[k - 1].low in ("was", "were", "been"):
        return False
    counted = tokens[span.last + 1].low in ("the", "about", "some") and tokens[span.last + 2].kind == "n"
    stays = next((t.low for t in tokens[mention.end : mention.end + 2] if t.text != ","), "") in _STAY
    return counted and stays and all(t.text != "," for t in tokens[span.last : k])


_STAY = frozenset({"remain", "remained", "remains", "are", "still", "were"})
# ``freed 41 sailors they seized two weeks ago``
_THEY = frozenset({"they", "it", "he", "she"})
_BE = frozenset({"was", "were", "had"})
_WHO = frozenset({"who", "which", "that"})
_JOINS = frozenset({",", "and", "after", "by", "before", "for", "of", "was", "were", "is", "are", "been"})


def pledged(tokens: list[Token], span: Span) -> bool:
    """``pledged $40 million on Monday``: the day of the promise, not of what is to be paid."""
    return span.action_at is not None and span.action_at < span.begin and tokens[span.action_at].low in _PLEDGED


_PLEDGED = frozenset({"pledged", "promised", "offered", "proposed"})


def of_cause(tokens: list[Token], span: Span, mention: Mention, lexicon: Lexicon) -> bool:
    """``arrested four men in connection with a shooting on Tuesday``: the day of what they were arrested for."""
    if span.action_class not in _CUSTODY or mention.first <= span.end:
        return False
    first = span.noun_end if span.action_at is None else max(span.noun_end, span.action_at + 1)
    cause = next((k for k in range(first, mention.first) if tokens[k].low in _CAUSES), None)
    if cause is None or tokens[cause + 1].low not in ("a", "an", "the", "his", "her", "their"):
        return False
    between = tokens[cause + 2 : mention.first]
    if any(t.text in ",;" for t in between) or len(between) > _ASIDE:
        return False
    return any(of_word(t.low, lexicon) == "harm" and not t.low.endswith("ed") for t in between)


_CUSTODY = frozenset({"arrested", "held", "charged"})
_CAUSES = frozenset({"over", "with", "for", "to"})


def aside(tokens: list[Token], mention: Mention) -> bool:
    """``despite the truce, which took effect on Sunday``: a day of something else than the sentence tells."""
    for k in range(mention.first - 1, max(0, mention.first - _REACH), -1):
        if tokens[k].text in ",;":
            return tokens[k + 1].low in _WHICH
    return False


_WHICH = frozenset({"which", "who", "whose", "where"})


def past(sentence: Sentence, mention: Mention, lexicon: Lexicon) -> bool:
    """A verb of the past stands around a day of the calendar."""
    near = sentence.tokens[max(0, mention.first - 9) : mention.end + 16] if mention.kind == "day" else []
    return any(
        t.low in lexicon.cues.past_verb or (t.low.endswith("ed") and len(t.low) > 4) or _irregular(t, lexicon)
        for t in near
    )


def _irregular(token: Token, lexicon: Lexicon) -> bool:
    """``drew``, ``shook``; not ``said``, whose day may be to come, nor ``set``, which may be an infinitive."""
    return past_verb(token, lexicon) and lexicon.verbs[token.low] != token.low and token.low not in lexicon.cues.say


def opens(tokens: list[Token], mention: Mention) -> bool:
    """``since the first case on 22 April``: from or to when is counted; not ``since 3 May, when nine died``."""
    if "when" in [t.low for t in tokens[mention.end : mention.end + 3] if t.low not in PARTS][:2]:
        return False
    for k in range(mention.first - 1, max(-1, mention.first - 9), -1):
        if tokens[k].low == "since" or (tokens[k].low in ("until", "till") and k > mention.first - 6):
            return True
        if tokens[k].text in ",;":
            return False
    return False


def looks_back(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``will free captives seized on November 7``, ``the accord of May 3``: the day of what went before."""
    k = mention.first - 1
    if k > 0 and tokens[k].low == "of":
        return True
    near = tokens[max(0, k - _FEW) : k + 1]
    if any(of_word(token.low, lexicon) == "harm" for token in near):
        return True
    k -= tokens[k].low in lexicon.cues.preposition
    done = k > 0 and tokens[k].low.endswith(_DONE)
    return done and (tokens[k - 1].low in lexicon.nouns or tokens[k - 1].kind == "n")


# Mentions of a single day: on Friday, on October 4.
_DATED = ("weekday", "day")
# No day opens a time where none of these stands.
SINCE = frozenset({"since", "until", "till"})


def coming(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``will continue over the weekend``, ``are to be freed on Saturday``: a day that is to come."""
    if mention.lead in {"next", "coming", "week from"} or _called_for(tokens, mention):
        return True
    if mention.kind == "near" and mention.number < 0:
        return False
    aside = 1 < mention.first < _ASIDE and tokens[mention.first - 2].text == ","
    if (mention.first < _OPENING or aside) and _modal(tokens, mention.end, lexicon):
        return True
    told, borders, begins = False, lexicon.cues.day_border, lexicon.cues.day_begins
    past_verbs, aheads = lexicon.cues.past_verb, lexicon.cues.day_ahead
    for k in range(mention.first - 1, mention.first - _FAR if mention.first >= _FAR else -1, -1):
        word = tokens[k].low
        if word in borders or (word == "," and tokens[k + 1].low in ("and", "but")):
            return False
        if word in begins and not told and mention.kind in _DATED and tokens[k].text[0].islower():
            return True
        past = word in past_verbs or (k > mention.first - _FEW and _harmed(tokens, k, lexicon))
        if past and tokens[k - 1].low != "to":
            return False
        told = told or past or (word[-1] == "d" and word.endswith("ed"))
        if word == "due" and tokens[k + 1].low == "to" and tokens[k + 2].low in lexicon.cue("noun_lead"):
            continue  # ``was put off due to the storm on Monday``
        if (word == "to" and _intended(tokens, k, lexicon)) or (word in aheads and _sets(tokens, k)):
            done = told and word == "to" and tokens[k - 1].low in _BE  # was to be among the 152 released on Saturday
            return not (done or (k + 1 < len(tokens) and tokens[k + 1].low == "have"))
    return False


def suffered(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``wants to talk about the four people killed on Sunday``: the participle behind a number is no plan."""
    return span.action_at == span.noun_end and _harmed(tokens, span.noun_end, lexicon)


def _harmed(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``plans to visit the families of nine men killed on Sunday``: what has happened to the noun before it."""
    if k < 2 or not tokens[k].low.endswith("ed") or tokens[k - 1].low not in lexicon.nouns:
        return False
    return of_word(tokens[k].low, lexicon) == "harm" and _HAVING.isdisjoint(
        t.low for t in tokens[max(0, k - 5) : k - 1]
    )


_HAVING = frozenset({"have", "having", "get", "see", "want"})
_FEW = 5


def _called_for(tokens: list[Token], mention: Mention) -> bool:
    """``called a strike for Thursday``; not ``apologised for Sunday's raid``, ``known for Friday prayers``."""
    k = mention.first - 1
    if k < 1 or mention.kind != "weekday":
        return False
    k -= tokens[k].low == "early"
    behind = tokens[mention.end].low if mention.end < len(tokens) else "."
    ends = not behind[0].isalpha() or behind in PARTS or behind in ("in", "at", "and", "when", "by")
    called = tokens[k].low == "for" and ends and behind != "'s"
    return called and not _CALLED.isdisjoint(t.low for t in tokens[max(0, k - _CALL) : k])


_CALL = 9
_CALLED = frozenset(
    {
        "called",
        "call",
        "calls",
        "set",
        "scheduled",
        "planned",
        "slated",
        "booked",
        "due",
        "fixed",
        "convened",
        "summoned",
        "forecast",
        "predicted",
    }
)


def _intended(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``are to be freed``, ``agreed to free``, ``Acme to cut``; not ``families trying to flee spent Monday``."""
    verb, before = tokens[k + 1].low, tokens[k - 1] if k else None
    if verb == "be" or before is None or before.low in ("are", "is"):
        return True
    if verb not in lexicon.actions or verb.endswith(_DONE):
        return False
    if k > 2 and before.low in lexicon.days["weekday"]:  # ``agreed on Sunday to free 400 on Friday``
        before = tokens[k - 2 - (tokens[k - 2].low in ("on", "late", "early"))]
    return (k < 5 and before.text[0].isupper()) or before.low in lexicon.cue(_WILLING)


def _sets(tokens: list[Token], k: int) -> bool:
    """``is set to begin``, ``set for Monday``; not ``set 12 men free``, ``set up a camp``, ``set fire to houses``."""
    return tokens[k].low != "set" or tokens[k + 1].low in ("to", "for")


_WILLING = "plan|intent|expect|day_ahead|day_joined"


_DUE = frozenset({"to", "due", "set", "expected", "scheduled", "supposed", "planned", "likely"})


def _modal(tokens: list[Token], first: int, lexicon: Lexicon) -> bool:
    """``On Monday the delegates will meet``: the modal of the clause that the day opens."""
    for k in range(first, min(len(tokens), first + _REACH)):
        word = tokens[k].low
        if word in lexicon.cue("day_border|past_verb"):
            return False
        if word in ("will", "shall", "'ll", "expects", "expect") or (
            word in ("plans", "hopes", "is", "are") and tokens[min(k + 1, len(tokens) - 1)].low in _DUE
        ):
            return True
    return False
