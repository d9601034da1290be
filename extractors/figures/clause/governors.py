"""Where the verb stands that governs a number: before it (``distributed 300 blankets``), behind it (``28 were used``).

Positions are token indices; None where no verb is plain enough.
"""

from extractors.figures.clause.between import (
    adverb,
    apposed,
    fund,
    helps,
    ing,
    lemma,
    nominal,
    past,
    phasal_end,
    phrase_end,
    rate_end,
    relative_end,
)
from extractors.figures.clause.mains import list_end, names_end
from extractors.figures.clause.others import participle_object
from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.text.tokens import Token

_REACH = 4
_LONG = 7
_PARTICLES = frozenset({"up", "out", "off", "down", "away", "over"})
_ONLY = frozenset({"only", "just", "all", "at"})
_FURTHER = frozenset({"another", "further", "additional"})
_RELATIVE = frozenset({"who", "which", "that"})
_POLLS = frozenset({"found", "finds", "find", "showed", "shows", "show", "suggested", "suggests", "indicated"})
_HAD = frozenset({"had", "have", "has"})
_THERE = frozenset({"there", "here"})
_QUOTES = frozenset({'"', "“", "'", "‘"})


def governor(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """The clearest first: an auxiliary behind the counted, a verb right before it, right behind it, or of giving."""
    end = span.noun_end if span.noun_end > span.subject_end else span.subject_end
    of_whole = end > span.noun_end and end < len(tokens) and tokens[end].low in _RELATIVE
    if span.unit == "percent" and _plain(tokens, end - 1, lexicon):
        end -= 1  # ``61% back the merger``: what was taken for the noun of the share is its verb
    after, helped = behind(tokens, apposed(tokens, span, end, lexicon), lexicon)
    if of_whole:
        after, helped = None, False  # ``restored to 310 of the 520 homes that lost it``
    if after is None and _exists(tokens, span, lexicon):
        after = end if lemma(tokens, end, lexicon) and tokens[end].low.endswith("ing") else None
        helped = after is not None
    if helped and participle_object(tokens, span, lexicon):
        return span.begin - 1
    related = end < len(tokens) and tokens[end].low in _RELATIVE
    if helped and after is not None and not related:
        return after
    first = _object_start(tokens, span.begin, lexicon)
    lead = before(tokens, first, lexicon)
    if lead is not None and span.unit == "percent" and after is not None and tokens[lead].low in _POLLS:
        return after
    if lead is None and span.unit.startswith("duration"):
        lead = lasting(tokens, first, lexicon)
    if lead is not None:
        return lead
    return after if after is not None else _farther(tokens, span, lexicon)


def _farther(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    for find in (_given, _of_verb, _told):
        at = find(tokens, span, lexicon)
        if at is not None:
            return at
    return None


def plainly(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """Where an auxiliary and a participle stand right behind the counted, or a verb right before it."""
    if participle_object(tokens, span, lexicon):
        return None
    k, helped = rate_end(tokens, span.noun_end, lexicon), False
    if k < len(tokens) and tokens[k].low == "of":
        k = phrase_end(tokens, k, lexicon)
    while k < len(tokens) and (helps(tokens[k], lexicon) or (helped and adverb(tokens[k], lexicon))):
        helped, k = True, k + 1
    if helped:
        return k if _plain_form(tokens, k, lexicon) else None
    k = _object_start(tokens, span.begin, lexicon) - 1
    while k > 1 and tokens[k].low in _ONLY:
        k -= 1
    if k > 1 and tokens[k].low in _PARTICLES and tokens[k - 1].low in lexicon.verbs:
        k -= 1  # ``picked up 47 survivors``
    placed = tokens[k].low in lexicon.cue("preposition") and not (span.item_class or "person").startswith("person")
    if k > 1 and (placed or (tokens[k].low == "for" and ing(tokens[k - 1]))):
        k -= 1  # ``wreckage fell in 17 places``, ``were looking for seven residents``
    if k > 1 and tokens[k].low.endswith("s") and not _RELATIVE.isdisjoint((tokens[k - 1].low, tokens[k - 2].low)):
        return k if lemma(tokens, k, lexicon) else None  # ``a station which handles 9,000 passengers a day``
    busy = k > 1 and ing(tokens[k]) and tokens[k - 1 - adverb(tokens[k - 1], lexicon)].low in lexicon.cue("be")
    able = k > 1 and tokens[k - 1].low in lexicon.cue("modal") and lexicon.verbs.get(tokens[k].low) == tokens[k].low
    if k < 1 or lemma(tokens, k, lexicon) is None or not (busy or able or past(tokens[k])):
        return None
    noun = tokens[k - 1].low in lexicon.cue("verb_article") or _particle(tokens, k, lexicon)
    return None if noun or tokens[k].low in lexicon.cue("auxiliary") else k


def _plain_form(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A verb that no table of actions has; not ``61 were conscripts``."""
    if lemma(tokens, k, lexicon) is None or tokens[k].low in lexicon.actions:
        return False
    return not (tokens[k].low.endswith("s") and tokens[k - 1].low in lexicon.cue("auxiliary"))


def subject_of(tokens: list[Token], j: int, lexicon: Lexicon) -> int | None:
    """``1,040 residents left the town``: a past form, or a plain one before its object, right behind the counted."""
    if lemma(tokens, j, lexicon) is None or tokens[j].low in lexicon.cue("auxiliary"):
        return None
    return j if past(tokens[j]) or _plain(tokens, j, lexicon) else None


def behind(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[int | None, bool]:
    """The verb whose subject ends at j, past adverbs and one prepositional phrase; whether an auxiliary leads it."""
    j = rate_end(tokens, j, lexicon)
    if j < len(tokens) and tokens[j].text == ",":
        j = names_end(tokens, j, lexicon)
    listed = list_end(tokens, j, lexicon)
    j = relative_end(tokens, phrase_end(tokens, j, lexicon), lexicon) if listed == j else listed
    helped = False
    while j < len(tokens) and ((aids := helps(tokens[j], lexicon)) or adverb(tokens[j], lexicon)):
        helped = helped or aids
        j += 1
    j = _due_end(tokens, j, lexicon) if helped and j + 1 < len(tokens) else j
    j += helped and j + 1 < len(tokens) and tokens[j].text in _QUOTES  # ``were “neutralised”``
    if helped and j < len(tokens) and tokens[j].low == "in" and (need := _in_need(tokens, j)):
        return need, True
    passive = helped and tokens[j - 1].low in lexicon.cue("be") and j < len(tokens) and past(tokens[j])
    if lemma(tokens, j, lexicon) is None and not (passive and tokens[j].low in lexicon.verbs):
        return None, False
    end = phasal_end(tokens, j, lexicon)
    if helped and tokens[j].low.endswith("s") and tokens[j - 1].low in lexicon.cue("auxiliary"):
        return None, False  # ``six of them were guards``
    if not helped and end == j and past(tokens[j]):
        return _main(tokens, j, lexicon)
    if helped or end != j:
        return end, helped
    return (j if _plain(tokens, j, lexicon) else None), False


def _due_end(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """Past ``due to``, ``thought to have been``, ``to be``: ``2,000 are due to leave``, ``are to be delivered``."""
    if tokens[j + 1].low == "to" and tokens[j].low in lexicon.cue("due_to"):
        j += 2
    elif tokens[j].low == "to" and (helps(tokens[j + 1], lexicon) or tokens[j - 1].low in _HAD):
        j += 1
    else:
        return j
    while j < len(tokens) and helps(tokens[j], lexicon):
        j += 1
    return j


def _in_need(tokens: list[Token], j: int) -> int:
    """``were in need of care``, ``are in urgent need of food``: where the need is; 0 where there is none."""
    for k in (j + 1, j + 2):
        if k + 1 < len(tokens) and tokens[k].low == "need" and tokens[k + 1].low == "of":
            return k
    return 0


def _main(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[int, bool]:
    """``three men known as the Foxes had formed a gang``: the verb behind the participle's phrase; else at j."""
    if tokens[j].low in lexicon.cue("foretold"):
        return j, False  # ``the 600 lorries promised in the deal``
    behind_it = tokens[j + 1].low if j + 1 < len(tokens) else ""
    as_what = behind_it == "as" and tokens[j].low in lexicon.cue("taken_as")  # not ``wept as the verdict was read``
    if as_what or (behind_it != "as" and behind_it in lexicon.cue("preposition")):
        kin = tokens[j - 2].low == "of" and tokens[j - 3].low in lexicon.cue("owned_head")
        for k in range(j + 2, min(len(tokens) - 1, j + _LONG)):
            if closes(tokens[k], lexicon):
                break
            if helps(tokens[k], lexicon):
                found = behind(tokens, k, lexicon)
                return (found[0], True) if found[0] is not None else (j, False)
            if kin and subject_of(tokens, k, lexicon) and tokens[k + 1].low in lexicon.cue("verb_object"):
                return k, True
    return j, False


def before(tokens: list[Token], begin: int, lexicon: Lexicon) -> int | None:
    """The verb whose object begins at a token, past articles, adverbs and one preposition."""
    k, prepositions = begin - 1, 0
    while k >= 0 and tokens[k].kind == "w":
        particle = _particle(tokens, k, lexicon)
        counted = k > 0 and tokens[k - 1].kind == "n" and tokens[k].low in lexicon.nouns
        if tokens[k].low == "including" or counted:
            return None  # a part of what another verb has; ``toppled 1,000 houses in three townships``
        word = tokens[k].low
        plain = lemma(tokens, k, lexicon) is not None and not particle and not nominal(tokens, k, lexicon)
        if plain and not fund(tokens, k, lexicon):
            return k
        if word in ("out", "up") and k and lexicon.verbs.get(tokens[k - 1].low) == "put":
            return k - 1  # ``put out six fires``, ``put up 380 tents``
        if word == "'s" and k > 0 and tokens[k - 1].kind == "w":  # ``rebuilding the town's two bridges``
            k -= 2
            continue
        prepositions += word in lexicon.cues.preposition or word in {"to", "of", "up"}
        thin = (
            word in lexicon.cues.stop
            or word in _FURTHER
            or particle
            or word in lexicon.cue("verb_adverb")
            or word.endswith("ly")
        )
        if not thin or prepositions > 1 or word in lexicon.cue("auxiliary|modal|border"):
            return None
        if word in {"and", "or", "as"}:
            return None
        k -= 1
    return None


def _told(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``told hundreds of supporters``, ``expects two ministers``: a verb of saying with those counted as its object."""
    k = span.begin - 1
    return k if k > 0 and tokens[k].low in lexicon.cues.tell_whom and tokens[k].low in lexicon.verbs else None


def closes(token: Token, lexicon: Lexicon) -> bool:
    """A number, a mark or a word that begins another clause."""
    return token.kind == "n" or token.text in ",;:()—–" or token.low in lexicon.cues.border


def _of_verb(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``the use of 40 vehicles``: a noun that is a verb as well, behind an article or before ``of`` at the start."""
    k = _object_start(tokens, span.begin, lexicon) - 2
    if k < 0 or tokens[k + 1].low != "of" or lemma(tokens, k, lexicon) is None:
        return None
    return k if k and tokens[k - 1].low in lexicon.cue("verb_article") else None


def _object_start(tokens: list[Token], begin: int, lexicon: Lexicon) -> int:
    """Where the object begins that is counted: ``an audience of 5,000``, ``the bodies of 909 soldiers``."""
    k = begin - 2
    if k < 1 or tokens[k + 1].low != "of" or tokens[k].low not in lexicon.cue("collective"):
        return begin
    while k > 0 and tokens[k - 1].kind == "w" and _describes(tokens, k - 1, lexicon):
        k -= 1
    return k


def _describes(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """An article or an adjective before a noun, not its verb."""
    word = tokens[k].low
    if word in lexicon.cue("article|article_the|verb_article"):
        return True
    return word not in lexicon.verbs and word not in lexicon.cue("stop|say")


def lasting(tokens: list[Token], begin: int, lexicon: Lexicon) -> int | None:
    """``clung to a palm for nine hours``: the verb that lasted so long stands before its own object."""
    if begin < 2 or tokens[begin - 1].low not in lexicon.cue("lasting_lead"):
        return None
    for k in range(begin - 2, max(-1, begin - 2 - _LONG), -1):
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cue("border"):
            return None
        if lemma(tokens, k, lexicon) and not nominal(tokens, k, lexicon) and (past(tokens[k]) or ing(tokens[k])):
            return k
    return None


def _exists(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``There are 400 families waiting``: what they do stands behind them."""
    k = span.begin - 1
    return k > 0 and tokens[k].low in lexicon.cues.be and tokens[k - 1].low in _THERE


def _plain(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """The plain form of a verb with its object behind it: ``oppose the reform``."""
    after = tokens[j + 1].low if j + 1 < len(tokens) else ""
    return lexicon.verbs.get(tokens[j].low) == tokens[j].low and after in lexicon.cue("verb_object")


def _given(tokens: list[Token], span: Span, lexicon: Lexicon) -> int | None:
    """``promised the families 50 million``: a verb of giving, with its receiver before the number."""
    for k in range(span.begin - 2, max(-1, span.begin - 2 - _REACH), -1):
        if tokens[k].kind != "w" or tokens[k].low in lexicon.cues.preposition:
            return None
        if lexicon.verbs.get(tokens[k].low) in lexicon.cues.verb_giving:
            return k
    return None


def _particle(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``brought back``, ``last year``: no verb, but behind ``to`` or a modal (``plans to close``)."""
    if tokens[k].low not in lexicon.cues.verb_particle:
        return False
    lead = tokens[k - 1].low if k else ""
    after = tokens[k + 1] if k + 1 < len(tokens) else tokens[k]
    if lead == "and" and (after.kind == "n" or after.low in lexicon.triggers):
        return False  # ``will cut 900 jobs and close two plants``
    return lead != "to" and lead not in lexicon.cue("modal|pronoun")
