"""The last word on a doubtful action: the candidate of the sentence that fitted weights like best.

Where the rules are sure, they stay. An action that was only the nearest one, that the counted noun implies (hostages
are held), or that nobody found is chosen by a linear model over ``weighing.features``, by how likely it is.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from extractors.figures.action import agents, bystanders, weighing
from extractors.figures.action.actions import in_their_words
from extractors.figures.action.weighing import Candidate
from extractors.figures.clause import others
from extractors.figures.clause.between import counted_head, past
from extractors.figures.clause.reach import Found
from extractors.figures.clause.wholes import among_others
from extractors.figures.lexicon import Act, Lexicon, union
from extractors.figures.odds import scores
from extractors.figures.senses import things
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_NEAREST = 0.89
# What a noun implies that goes on until something befalls them: hostages are held.
_GOES_ON = "held"
# What befell people must be this likely where the rules found nothing.
_BEFELL = 0.9
# A candidate must be so much likelier than the action that the rules gave.
_MARGIN = 0.4
# And so much where that befalls people.
_WIDE = 0.6
_WORDS = re.compile("[vVgA]")
# Of a number, or at the beginning of a sentence.
_WHOLE = re.compile("no[dwgVCA]{0,3}$")
_HAS = frozenset({"has", "have", "had"})
_OF_THEM = ["of", "them"]
# Another number, ``and`` or the border of a clause.
_ELSEWHERE = frozenset("ncs")
# Behind a verb of their own another number and its clause.
_OTHERS = re.compile("V.*[cs,.][da]?n")
# A predicate, then another number right before its own verb.
_NEXT = re.compile("[bV][^n]*[cs,][^n]*n[^bhmVcs,]*[bhma]*$")
# What is told of people as well, but befalls aircraft.
_THINGS = frozenset({"shot_down"})
Name = tuple[str | None, str | None]


def settle(placed: list[tuple[Sentence, Span]], acts: dict[int, list[Found]], lexicon: Lexicon) -> None:
    """Choose the action of each doubtful number; ``acts`` are the action words by the start of their sentence."""
    if not lexicon.action_weights:
        return
    for _, group in groupby(placed, itemgetter(0)):
        pairs = list(group)
        unsure = [span for _, span in pairs if doubtful(span)]
        if not unsure:
            continue
        sentence, spans = pairs[0][0], [span for _, span in pairs]
        signs = weighing.tags(sentence.tokens, lexicon)
        for span in unsure:
            tokens = sentence.tokens
            if _whole(signs, span) or _owned(tokens, span, lexicon) or _settled(tokens, signs, span, lexicon):
                continue
            found = candidates(sentence.tokens, signs, span, acts.get(sentence.start, []), lexicon)
            chosen = _choose(sentence.tokens, signs, span, found, lexicon)
            if chosen is not None:
                was = (span.action, span.action_class)
                _set(sentence.tokens, span, *chosen, spans, lexicon)
                for part in spans:
                    if (
                        part.lender is span
                        and part.rules[-1][1] == "lender"
                        and (part.action, part.action_class) == was
                    ):
                        part.action, part.action_class = span.action, span.action_class


def doubtful(span: Span) -> bool:
    """True where the rules found no action, or only guessed one."""
    if span.unit != "count" and span.unit.startswith("age"):
        return False
    if span.action is None:
        return True
    for attribute, rule, confidence in reversed(span.rules):
        if attribute == "action" and rule != "of_other_things":
            return (rule == "nearest" and confidence <= _NEAREST) or (
                rule == "counted_noun" and span.action_class == _GOES_ON
            )
    return False


def _settled(tokens: list[Token], signs: str, span: Span, lexicon: Lexicon) -> bool:
    """``food that is enough for 40,000 people``, ``caused 32 injuries, five of them serious``: no verb's own.

    In ``17 of them were women and nine had lost limbs`` the verb is that of the nine.
    """
    if span.begin > 1 and tokens[span.begin - 1].low == "for" and tokens[span.begin - 2].low == "enough":
        return True
    if span.action_class == _GOES_ON and tokens[span.begin - 1].low in _HAS:
        return True  # ``has 1,380 prisoners linked to the war``
    if ("part", "adds_up", 0.85) in span.rules and span.elided and tokens[span.begin - 1].text in "–—":
        return span.action_class in lexicon.cue("personal")  # 63 men had come back – 44 from the army
    if not (span.elided and span.part and [t.low for t in tokens[span.last : span.last + 2]] == _OF_THEM):
        return False
    kinds = "n" in signs[span.noun_end :] and others.predicate_noun(tokens, span, len(tokens), lexicon)
    return kinds or span.action_class in lexicon.cue("telling")


def _whole(signs: str, span: Span) -> bool:
    """``nine of the 33 captives``, ``Of the 115, nine``: what is told befell the part, or two numbers as one."""
    if signs[span.begin - 2 if span.begin > 2 else 0 : span.begin] in ("np", "nt"):
        return True  # ``to 3,000 from 2,200``: told as one
    lead = signs[span.begin - 5 if span.begin > 5 else 0 : span.begin]
    found = _WHOLE.search(lead if span.begin > 5 else f"n{lead}")
    return found is not None and (span.action is None or span.action_at is None)


def _owned(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Families of the 59 captives marched``: what is told, the families did, or befell all of them."""
    if span.action is None:
        return False
    at = span.noun_end + 1
    if at + 1 < len(tokens) and tokens[at].low == "among" and tokens[at + 1].low == "the":
        return True
    k = span.begin - 1 - (span.begin > 1 and tokens[span.begin - 1].low == "the")
    return k > 0 and tokens[k].low == "of" and tokens[k - 1].low in lexicon.cue("owned_head")


def candidates(tokens: list[Token], signs: str, span: Span, acts: list[Found], lexicon: Lexicon) -> list[Candidate]:
    """The action words of a sentence, and every other verb or noun of action in it."""
    found, taken = list[Candidate](), set[int]()
    empty, barred = lexicon.cue("empty_verb"), _barred(span, lexicon)
    telling = lexicon.cue("telling")
    for action in _outside(tokens, signs, span, acts, lexicon):
        taken.update(range(action.first, action.end))
        others_own = _of_others(signs, span, action) or in_their_words(tokens, span, action)
        for act in action.acts:
            if act.cls in barred or (others_own and act.cls in telling):
                continue
            if not bystanders.others_fate(tokens, span, action.first, action.end, act, lexicon):
                cls = None if _other_sense(tokens, span, action, act, lexicon) else act.cls
                found.append(Candidate(action.first, action.end, act.lemma, cls, act.role))
    for match in _WORDS.finditer(signs):
        k, sign = match.start(), match[0]
        if k in taken or _of_numbers(tokens, signs, span, k, lexicon):
            continue
        # Behind an article or a preposition: the ground, in flight, a broken arm.
        noun = sign == "A" or (k > 0 and signs[k - 1] in ("dop" if sign == "v" else "d"))
        word = tokens[k].low
        if not noun:
            if lexicon.verbs[word] not in empty and word != "including":
                found.append(Candidate(k, k + 1, lexicon.verbs[word], None, "v"))
        elif word in lexicon.nominals:
            found.append(Candidate(k, k + 1, lexicon.nominals[word], None, "n"))
    return found


def _outside(tokens: list[Token], signs: str, span: Span, acts: list[Found], lexicon: Lexicon) -> list[Found]:
    """``75 percent of the population have fled``: the noun of a share tells nothing of it."""
    acts = [f for f in acts if not (_of_next(signs, span, f.first) or _noun(tokens, signs, span, f, lexicon))]
    if among_others(tokens, span):
        acts = [action for action in acts if action.acts[0].lemma != "be"]
    if span.unit != "percent":
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


def _barred(span: Span, lexicon: Lexicon) -> frozenset[str]:
    """What never befalls such things, and what befalls people instead of what did (treated for injured)."""
    never, telling = others.never(span, lexicon), lexicon.cue("telling")
    people = span.unit == "count" and (span.item_class or "person").startswith("person")
    settled = span.item_class is not None and span.action_class in lexicon.cue("befalls_also")
    if people and span.action_class not in telling and not settled:
        return union[never, _THINGS]
    barred = union[never, telling]
    return barred - {span.action_class} if span.action_class in barred else barred


def _other_sense(tokens: list[Token], span: Span, action: Found, act: Act, lexicon: Lexicon) -> bool:
    """``17 men were taken away`` tells of no time, ``struck 15 names off`` of no injury, ``held candles`` of none."""
    if act.cls == "lasted":
        return span.unit == "count"
    if things.other_sense(span, act.lemma):
        return True
    if act.cls == "held" and action.first >= span.noun_end:
        return others.object_word(tokens, action.end, lexicon)
    return act.lemma == "hit" and not (span.item_class or "person").startswith("person")


def _choose(
    tokens: list[Token], signs: str, span: Span, found: list[Candidate], lexicon: Lexicon
) -> tuple[Candidate, float] | None:
    """The likeliest candidate and how likely it is; None where the rules' action is to stay."""
    present = (span.action, span.action_class)
    if all((c.lemma, c.cls) == present for c in found):
        return None
    at = weighing.place(tokens, signs, span)
    names = [weighing.features(signs, span, candidate, at) for candidate in found]
    if span.action is None:
        names.append(weighing.nothing(span, at))
    odds = scores(names, lexicon.action_weights)
    best = likeliest([(c.lemma, c.cls) for c in found], odds, present, lexicon.cue("telling"))
    if best is None:
        return None
    named = [(chance, c) for chance, c in zip(odds, found, strict=False) if (c.lemma, c.cls) == best]
    return max(named, key=lambda pair: pair[0])[1], sum(chance for chance, _ in named)


def likeliest(names: Sequence[Name], odds: list[float], present: Name, telling: frozenset[str]) -> Name | None:
    """The likeliest action, if it is enough likelier than the present one; else None.

    ``odds`` are those of the candidates, and behind them those of no action where there is none at present;
    ``telling`` are the classes that tell what befell people.
    """
    chances: dict[Name, float] = {}
    for name, chance in zip(names, odds, strict=False):
        chances[name] = chances.get(name, 0.0) + chance
    best, chance = max(chances.items(), key=lambda item: item[1])
    if present[0] is None:
        least = max(odds[-1], _BEFELL if best[1] in telling else 0.0)
    else:
        least = chances.get(present, 0.0) + (_WIDE if present[1] in telling else _MARGIN)
    return best if best != present and chance > least else None


def _set(
    tokens: list[Token], span: Span, chosen: Candidate, chance: float, spans: list[Span], lexicon: Lexicon
) -> None:
    """Give a span the action of a candidate; those who did it to others are no victims of it."""
    cls = chosen.cls
    if chosen.role == "v":
        cls = agents.of_verb(tokens, span, chosen.first, lexicon)
    elif cls is not None:
        act = Act(cls, chosen.lemma, chosen.role, past(tokens[chosen.first]))
        if agents.acted(tokens, span, chosen.first, chosen.end, act, spans, lexicon):
            cls = agents.AGENT
    span.action, span.action_class, span.action_at = chosen.lemma, cls, chosen.first
    if cls == agents.AGENT and span.basis is None:
        span.basis = "total"  # who does something is no side of an exchange
        span.rule("basis", "agent", 0.5)
    span.rule("action", "ranked", round(min(0.9, chance), 2))
