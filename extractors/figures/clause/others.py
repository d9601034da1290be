"""Verbs near a number that are another's: of the part, of the relatives, of the claim, of the clause before."""

from extractors.figures.clause import relatives
from extractors.figures.clause.between import past_verb, rate_end
from extractors.figures.clause.wholes import whole_of
from extractors.figures.lexicon import Act, Lexicon
from extractors.figures.spans import PERSON, Span
from extractors.figures.text.tokens import Token

_ARTICLES = frozenset({"a", "an"})
_FINITE = frozenset({"were", "are", "have", "had", "will", "was", "has", "would"})
_STAY = frozenset({"remain", "remains", "remained"})
_STATES = frozenset({"in", "on", "under", "still", "at"})
_WHOM = frozenset({"whom", "them", "which"})
_JOINS = frozenset({"and", "but", ";", "while"})
_WHEN = frozenset({"when", "as", "after", "before", "because", "until", "where", "if"})
_HAVE = frozenset({"has", "have", "had"})
_INANIMATE = frozenset({"vehicle", "weapon", "building", "legal", "thing", "event", "group"})
_SHARES = frozenset({"half", "third", "thirds", "quarter", "most", "all", "some", "many", "both", "several", "none"})
# What relatives do, and nobody suffers.
_DOES = frozenset({"attended", "marched", "voted"})
NONE: frozenset[str] = frozenset()


def of_event(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Suspect in shooting that injured 4 taken into custody``: the number is the object of its own clause."""
    if span.begin < 2 or tokens[span.begin - 2].low not in {"that", "which"} or not span.elided:
        return False
    return any(a.role == "o" and a.past for a in lexicon.actions.get(tokens[span.begin - 1].low, ()))


def of_whole(tokens: list[Token], span: Span, first: int, spans: list[Span]) -> bool:
    """``45 of 69 missiles launched overnight``: a participle right behind the whole says what the whole is."""
    whole = whole_of(tokens, span, spans)
    if whole is None or first < whole.noun_end:
        return False
    related = tokens[whole.noun_end].low in ("that", "which") and first == whole.noun_end + 1
    return first == whole.noun_end or related  # ``restored to 310 of the 520 households that lost it``


def anothers(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """True where a verb behind the number plainly has another subject: a claim, a part of them, who did it to them."""
    if apposed(tokens, span.noun_end, lexicon) or of_part(tokens, span.noun_end, first):
        return True
    if of_included(tokens, span, first):
        return True
    return relatives.relative_object(tokens, span, lexicon) or (
        tokens[span.begin - 1].low in _HAVE and closed(tokens, span, lexicon)
    )  # ``The mission, which has 900 soldiers in Karu, is to leave two bases``


def apposed(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``were given 899 persons, a claim rejected by the ministry``: what befell the claim."""
    aside = k + 2 < len(tokens) and tokens[k].text == "," and tokens[k + 1].low in _ARTICLES
    return aside and tokens[k + 2].low in lexicon.cue("dismissible")


def of_included(tokens: list[Token], span: Span, first: int) -> bool:
    """``46 will still be there, including 23 it presumes dead``: said of the 23, as no comma ends the aside."""
    for k in range(first - 1, span.noun_end, -1):
        if tokens[k].kind == "p":
            return False
        if tokens[k].low == "including":
            return True
    return False


def of_part(tokens: list[Token], k: int, first: int) -> bool:
    """``admitted 38 miners, eight of whom were in a coma``: said of the eight, up to the next comma."""
    if k + 3 >= first or tokens[k].text != ",":
        return False
    k = next((j for j in range(k + 1, min(first, k + 7)) if tokens[j].low in _WHOM), 0) - 3
    if k < 0 or tokens[k + 2].low != "of" or tokens[k + 1].low in _SHARES:
        return False  # ``Ten people, half of them pupils, died``
    if tokens[k + 3].low == "them" and any(t.text == "," for t in tokens[k + 4 : first]):
        return False
    ends = (j for j in range(k + 3, first) if tokens[j].text == ",")
    return all(tokens[j + 1].low not in _FINITE for j in ends)


def closed(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``X, accused of killing six people, was questioned``: a comma ends the clause that the number is in."""
    k = rate_end(tokens, span.noun_end, lexicon)
    if k < len(tokens) and tokens[k].low in lexicon.cues.preposition:
        k = next((j for j in range(k + 1, min(k + 4, len(tokens))) if tokens[j].kind == "p"), k)  # ``in Karu,``
    if k + 1 >= len(tokens) or tokens[k].text != ",":
        return False
    after = tokens[k + 1].low
    if after not in lexicon.cue("auxiliary"):
        acts = lexicon.actions.get(after, ())
        if not (acts and acts[0].past and acts[0].role in "os"):
            return False
    for j in range(span.begin - 1, max(0, span.begin - 14), -1):
        if tokens[j].text == ",":
            word = tokens[j + 1].low
            return word in lexicon.cue("relative") or word in lexicon.actions or word.endswith(("ed", "ing"))
        if tokens[j].low == "who" and lexicon.verbs.get(tokens[j + 1].low) is not None:
            return True  # ``the man, a guard who killed two clerks and three porters, was caught``
    return False


def object_word(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """``800 people held candles``, ``held a vigil``: what was held is no captive."""
    if j >= len(tokens) or tokens[j].kind != "w":
        return False
    return tokens[j].low not in lexicon.cue("stop") or tokens[j].low in lexicon.cue("object_lead")


def never(span: Span, lexicon: Lexicon) -> frozenset[str]:
    """What does not happen to a thing: money is not killed, nor 60 km of road; buses are not hurt."""
    if span.unit != "count" and span.unit.startswith("money"):
        return lexicon.cue("never_of_money")
    if span.item_class is None or PERSON[span.item_class]:
        return NONE
    cls = (span.item_class or "").partition(".")[0]
    return lexicon.cue(f"never_of_{cls}") if cls in _INANIMATE else NONE


def some_of(tokens: list[Token], span: Span) -> bool:
    """``52 of the 120 seats``, ``Of the 45 passengers, 30 …``: what happened, happened to the part."""
    return (
        span.begin > 1 and tokens[span.begin - 2].low == "of" and tokens[span.begin - 1].low in ("the", "its", "their")
    )


def larger(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``Nine of the remaining 31 captives are alive``: the predicate is that of the nine."""
    k = span.begin - 1
    while k > 1 and k > span.begin - 4 and tokens[k].kind == "w" and tokens[k].low != "of":
        k -= 1
    some = k > 0 and tokens[k].low == "of" and (tokens[k - 1].kind == "n" or tokens[k - 1].low in lexicon.triggers)
    return (
        some
        and tokens[span.noun_end].low != "to"
        and any(t.low in lexicon.cue("auxiliary") or t.low in _STAY for t in tokens[span.noun_end : first + 1])
    )


def owned(tokens: list[Token], span: Span, first: int, act: Act, lexicon: Lexicon) -> bool:
    """``Relatives of the 12 people kept below gathered``, ``The search for 14 was called off``: befell nobody else."""
    k = span.begin - 1 - (span.begin > 1 and tokens[span.begin - 1].low == "the")
    head = "owned_head" if tokens[k].low == "of" else "sought_head" if tokens[k].low == "for" else ""
    if k < 1 or not head or tokens[k - 1].low not in lexicon.cue(head):
        return False
    finite = first > span.noun_end or act.role == "s"
    return finite and tokens[span.noun_end].low not in lexicon.cue("owned_behind")


def kin_did(tokens: list[Token], span: Span, act: Act, lexicon: Lexicon) -> bool:
    """``Relatives of 14 of the victims attended``: the relatives did."""
    return act.cls in _DOES and kin_lead(tokens, span, lexicon)


def kin_lead(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Relatives of the 14``: what follows is told of the relatives."""
    k = span.begin - 1 - (tokens[span.begin - 1].low == "the")
    return k > 0 and tokens[k].low == "of" and tokens[k - 1].low in lexicon.cue("owned_head")


def predicate_noun(tokens: list[Token], span: Span, first: int, lexicon: Lexicon) -> bool:
    """``three of them were women, and many had been held``: the predicate is a noun, the verb is another's."""
    k = span.noun_end
    k += 2 * (k + 1 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low == "them")
    if k + 1 >= first or tokens[k].low not in ("were", "are", "is", "was"):
        return False
    return tokens[k + 1].low in lexicon.nouns and tokens[k + 1].low not in lexicon.actions


def participle_object(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``Trains carrying 1,800 commuters were delayed``: the trains were."""
    k = span.begin - 1
    if k < 1 or tokens[k].low[-1] != "g" or not tokens[k].low.endswith("ing") or tokens[k - 1].low in lexicon.cue("be"):
        return False
    led = tokens[k - 1].low not in lexicon.cue("stop") and tokens[k - 1].kind == "w"
    return led and tokens[k].low in lexicon.verbs


def of_them(tokens: list[Token], span: Span, at: int) -> bool:
    """``three of them injured``, ``two of whom badly hurt``: what befell the part stands right behind."""
    k = span.noun_end
    if k + 2 > at or tokens[k].low != "of" or tokens[k + 1].low not in ("them", "whom"):
        return False
    return all(t.low.endswith("ly") for t in tokens[k + 2 : at])


def _due(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """Past ``have``, ``will``, ``must``, ``need to``, ``will have to``: where the form of ``be`` is looked for."""
    while k + 1 < len(tokens):
        if (
            tokens[k].low in {"have", "has", "had", "need", "needs", "needed", "are", "were"}
            and tokens[k + 1].low == "to"
        ):
            k += 2
        elif tokens[k].low in {"have", "has", "had", "also", "must", "can"} or tokens[k].low in lexicon.cues.modal:
            k += 1
            k += k + 1 < len(tokens) and tokens[k].low in ("never", "not", "yet", "already", "since", "now")
        else:
            break
    return k


def _active(tokens: list[Token], span: Span, k: int, lexicon: Lexicon) -> bool:
    """``and at least 40 needed surgery``, ``, and 12 could not walk``: an active verb of its own in a joined clause."""
    if k != span.noun_end or k + 1 >= len(tokens) or not span.begin:
        return False
    lead = tokens[span.begin - 1].low
    if lead in _WHEN and past_verb(tokens[k], lexicon) and tokens[k].low not in lexicon.actions:
        return tokens[k + 1].low not in lexicon.cue("preposition")  # ``fired when 400 protesters tried to``
    if lead not in _JOINS or tokens[span.begin - 2].low in lexicon.cue("preposition"):
        return False
    word, after = tokens[k].low, tokens[k + 1]
    if word in lexicon.cue("modal"):
        return True
    verb = lexicon.verbs.get(word)
    finite = verb not in (None, word) and word.endswith("ed") and word not in lexicon.actions
    if span.elided and finite and word not in lexicon.nouns:
        return True  # ``and 12 dragged into the woods``
    return finite and after.kind == "w" and after.low not in lexicon.cue("preposition") and after.low != "by"


def _adverbs(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """Past ``since``, ``already``: where the verb is looked for."""
    while k + 1 < len(tokens) and (tokens[k].low in lexicon.cue("verb_adverb") or tokens[k].low.endswith("ly")):
        k += 1
    return k


def _has_done(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``1,400 civilians had sought help``: a perfect of their own; not ``the people they have freed``."""
    if k + 1 >= len(tokens) or tokens[k].low not in {"had", "have"}:
        return False
    k = _adverbs(tokens, k + 1, lexicon)
    return tokens[k].low != "been" and tokens[k].low not in lexicon.cue("say") and past_verb(tokens[k], lexicon)


def of_own_clause(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``three students in the city were jailed``: an auxiliary behind the counted, and no comma before it."""
    for k in range(span.noun_end, min(len(tokens), span.noun_end + 8)):
        if tokens[k].kind == "p" or tokens[k].low in {"who", "which", "that", "and"}:
            return False
        if tokens[k].low in lexicon.cues.auxiliary or tokens[k].low in _STAY:
            return True
    return False


def own_predicate(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``and three people were airlifted``: a passive of its own, known or not, so that no verb before it reaches."""
    k = span.noun_end
    if participle_object(tokens, span, lexicon) or relatives.relative_object(tokens, span, lexicon):
        return False
    if k + 3 < len(tokens) and tokens[k].low == "of" and tokens[k + 1].low in ("whom", "which", "them"):
        k += 2
        if tokens[k].low in ("have", "had") and past_verb(tokens[_adverbs(tokens, k + 1, lexicon)], lexicon):
            return True  # ``45,000 of whom have since moved out``
        if tokens[k].low in ("was", "were", "are", "is", "remain", "remained") and tokens[k + 1].low in _STATES:
            return True  # ``five of whom were in critical condition``
        if past_verb(tokens[k], lexicon) and tokens[k].low not in lexicon.actions:
            return True  # ``two of whom needed surgery``
    if _active(tokens, span, k, lexicon) or _has_done(tokens, k, lexicon):
        return True
    k = _due(tokens, k, lexicon)
    if k + 1 >= len(tokens) or tokens[k].low not in lexicon.cues.be:
        return False
    clause = span.begin == 0 or tokens[span.begin - 1].low in (",", ";", "and", "but", "while", "though")
    if clause and k == span.noun_end and tokens[k].low in ("was", "were", "are", "is"):
        return (
            tokens[k + 1].kind == "w" and tokens[k + 1].low not in lexicon.nouns
        )  # ``and 250,000 customers were still without power``
    k += 1
    while k + 1 < len(tokens) and tokens[k].low in lexicon.cue("verb_adverb"):
        k += 1
    word = tokens[k].low
    participle = lexicon.verbs.get(word) not in (None, word) or word.endswith(("ed", "en", "ing", "wn"))
    return participle or word in lexicon.actions
