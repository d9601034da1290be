"""The words of a sentence that may be the action of a number: action words, every other verb, nouns of action."""

import re

from extractors.figures.action import bystanders
from extractors.figures.action.actions import in_their_words
from extractors.figures.action.weighing import Candidate
from extractors.figures.clause import others
from extractors.figures.clause.between import counted_head
from extractors.figures.clause.reach import Found
from extractors.figures.clause.wholes import among_others
from extractors.figures.lexicon import Act, Lexicon, union
from extractors.figures.senses import compounds, things
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_WORDS = re.compile("[vVgA]")
# Another number, ``and`` or the border of a clause.
_ELSEWHERE = frozenset("ncs")
# ``counts of aggravated battery``: behind a preposition and before a noun no verb.
_LEADS = ("o", "p")
_NAMED = ("N", "v", "A", "w")
# Behind a verb of their own another number and its clause.
_OTHERS = re.compile("V.*[cs,.][da]?n")
# A predicate, then another number right before its own verb.
_NEXT = re.compile("[bV][^n]*[cs,][^n]*n[^bhmVcs,]*[bhma]*$")
# What is told of people as well, but befalls aircraft.
_THINGS = frozenset({"shot_down"})


def gather(tokens: list[Token], signs: str, span: Span, acts: list[Found], lexicon: Lexicon) -> list[Candidate]:
    """The action words of a sentence, and every other verb or noun of action in it."""
    found: list[Candidate] = []
    taken: set[int] = set()
    empty, barred = lexicon.cues.empty_verb, _barred(span, lexicon)
    telling = lexicon.cues.telling
    for action in _outside(tokens, signs, span, acts, lexicon):
        taken.update(range(action.first, action.end))
        others_own = _of_others(signs, span, action) or in_their_words(tokens, span, action)
        for act in action.acts:
            if act.cls in barred or (others_own and act.cls in telling):
                continue
            if not bystanders.others_fate(tokens, span, action.first, action.end, act, lexicon):
                other = _other_sense(tokens, span, action, act, lexicon)
                cls = things.otherwise(act.lemma) if other else act.cls
                found.append(Candidate(action.first, action.end, act.lemma, cls, act.role))
    for match in _WORDS.finditer(signs):
        k, sign = match.start(), match[0]
        if k in taken or _attributive(signs, k) or _of_numbers(tokens, signs, span, k, lexicon):
            continue
        # Behind an article or a preposition: the ground, in flight, a broken arm.
        noun = sign == "A" or (k > 0 and signs[k - 1] in ("dop" if sign == "v" else "d"))
        noun = noun or (sign == "V" and signs[k - 1 : k] in _LEADS and signs[k + 1 : k + 2] in _NAMED)
        word = tokens[k].low
        noun = noun or (word == "jail" and not _counts_on(tokens, k))
        if not noun:
            if lexicon.verbs[word] not in empty and word != "including":
                found.append(Candidate(k, k + 1, lexicon.verbs[word], None, "v"))
        elif word in lexicon.nominals and not (word in compounds.WORDS and compounds.of_noun(tokens, k, word, lexicon)):
            found.append(Candidate(k, k + 1, lexicon.nominals[word], None, "n"))
    return found


def _counts_on(tokens: list[Token], k: int) -> bool:
    """``will jail 12 men``; not ``in the city jail``."""
    return k + 1 < len(tokens) and tokens[k + 1].kind == "n"


def _outside(tokens: list[Token], signs: str, span: Span, acts: list[Found], lexicon: Lexicon) -> list[Found]:
    """``75 percent of the population have fled``: the noun of a share tells nothing of it."""
    acts = [f for f in acts if not (_of_next(signs, span, f.first) or _noun(tokens, signs, span, f, lexicon))]
    acts = [f for f in acts if span.begin <= f.first < span.noun_end or not _attributive(signs, f.first)]
    if span.noun_end > span.last and tokens[span.last].low == "of" and tokens[span.noun_end - 1].low in lexicon.nouns:
        acts = [f for f in acts if f.first != span.noun_end - 1]  # ``Two of the fires``
    if span.action_class == "held" or among_others(tokens, span):  # ``There are 900 prisoners in the jail``
        acts = [action for action in acts if action.acts[0].lemma != "be"]
    if span.unit != "percent" and span.item_class != "legal":  # ``three counts of murder``
        return acts
    return [action for action in acts if not span.begin <= action.first < span.noun_end]


def _of_others(signs: str, span: Span, action: Found) -> bool:
    """``30 of the 80 wounded``, ``two died and three are in hospital``: what befell those of another number."""
    if signs[action.first - 1 : action.first] == "n" and action.first != span.noun_end:
        return True
    if span.action is not None and action.first == span.noun_end + 2 and signs[span.noun_end : action.first] == "od":
        return True  # ``three of the wounded are in critical condition``
    gap = signs[action.end : span.begin] or signs[span.noun_end : action.first]
    if span.action is None:
        return not _ELSEWHERE.isdisjoint(gap)
    return _OTHERS.search(gap) is not None  # ``Seven fled and two were shot dead``


def _noun(tokens: list[Token], signs: str, span: Span, action: Found, lexicon: Lexicon) -> bool:
    """``seized three boats during searches``: behind a preposition the plain form of a verb is a noun.

    And so is one that is counted: ``45 stone houses in nine hamlets``.
    """
    if signs[action.first] == "v" and span.begin > action.first and counted_head(tokens, action.first, lexicon):
        return all(act.role == "o" for act in action.acts)
    plain = (
        span.unit == "count"
        and action.first > span.noun_end
        and signs[action.first] == "v"
        and signs[action.first - 1] in "po"
    )
    return plain and all(act.role == "o" for act in action.acts)


def _of_numbers(tokens: list[Token], signs: str, span: Span, k: int, lexicon: Lexicon) -> bool:
    """Part of the number's own phrase, the head of another's before it, or the verb of the next one."""
    if k < span.begin:
        return counted_head(tokens, k, lexicon)
    return k < span.noun_end or _of_next(signs, span, k)


def _of_next(signs: str, span: Span, k: int) -> bool:
    """``17 were women and nine had lost limbs``: the verb of the next number, in a clause of its own."""
    return k > span.noun_end and _NEXT.search(signs[span.noun_end : k]) is not None


def _attributive(signs: str, k: int) -> bool:
    """``900 guided bombs and 46 missiles``: between a number and its noun."""
    if not k or signs[k - 1] != "n" or signs[k] not in "Vgv":
        return False
    return signs[k + 1 : k + 2] in (("N", "v", "A", "w") if signs[k] == "g" else ("N", "v", "A"))


def _barred(span: Span, lexicon: Lexicon) -> frozenset[str]:
    """What never befalls such things, and what befalls people instead of what did (treated for injured)."""
    never, telling = others.never(span, lexicon), lexicon.cues.telling
    people = span.unit == "count" and (span.item_class or "person").startswith("person")
    settled = span.item_class is not None and span.action_class in lexicon.cues.befalls_also
    if people and span.action_class not in telling and not settled:
        return union[never, _THINGS]
    barred = union[never, telling]
    return barred - {span.action_class} if span.action_class in barred else barred


def _other_sense(tokens: list[Token], span: Span, action: Found, act: Act, lexicon: Lexicon) -> bool:
    """``17 men were taken away`` tells of no time, ``struck 15 names off`` of no injury, ``held candles`` of none."""
    if act.cls == "lasted":
        return span.unit == "count"
    if act.lemma == "trade" and span.unit.startswith(("money", "percent")):
        return True  # ``crude traded at $84``: a price, and no exchange
    if things.other_sense(span, act.lemma):
        return True
    if act.cls == "held" and action.first >= span.noun_end:
        return others.object_word(tokens, action.end, lexicon)
    return act.lemma == "hit" and not (span.item_class or "person").startswith("person")
