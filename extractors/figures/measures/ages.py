"""Ages: how old somebody or something is, which is neither a count nor a duration."""

from extractors.figures.lexicon import Lexicon, Noun, union
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_OLD = (["old"], ["-", "old"], ["of", "age"], ["-", "olds"], ["olds"])
BEING = frozenset({"was", "is", "am", "be", "were", "are", "turn", "turned", "turns", "turning"})
_EXTREME = frozenset({"oldest", "youngest", "eldest"})
_AMONG = frozenset({"of", "among", "them", "whom", "those", "these", "the"})
_SOME = frozenset({"most", "many", "some", "all", "them", "whom", "both"})
_YEARS = ("young", "old")
_SUBJECT = 9
_SUMS = frozenset({"put", "puts", "putting", "toll", "number", "numbers", "count", "tally"})
_HEDGE = frozenset({"just", "only", "now", "about", "around", "almost", "nearly", "barely", "then", "already", "also"})
OLDEST = 116
_PRONOUNS = frozenset({"he", "she", "i"})
_NEXT = _PRONOUNS | {"his", "her", "my", "the", "they", "their", "it", "we", "our", "a"}
_AGED = frozenset({"age", "aged", "ages"})
_SIBLINGS = frozenset({"twins", "brothers", "sisters", "siblings", "sons", "daughters", "couple", "cousins"})
_HOME = frozenset({"of", "from", "inside", "was"})
_WHERE = frozenset({"outside", "in", "at", "near", "of", "from", "around", "across", "to"})
_AGED_LINK = frozenset({"from", "of", "between", "under", "over"})
# Without one of these right before a number, or the oldest a word further, no word before it names an age.
_NAMING = _AGED_LINK | BEING | _EXTREME | {"age", "as", "to"}


def age(sentence: Sentence, span: Span, lexicon: Lexicon) -> None:
    """Turn the unit into an age (``age:year``) where the words around the number say so."""
    tokens = sentence.tokens
    if span.unit != "count" and span.unit.startswith("duration:"):
        tail = _old(tokens, span.end, lexicon)
        if lexicon.cue("age_of") and _spanish(tokens, span, lexicon):
            span.unit = "age:" + span.unit.partition(":")[2]
        if tail or _EXTREME & {t.low for t in tokens[span.first - 3 if span.first > 3 else 0 : span.first]}:
            span.unit = "age:" + span.unit.partition(":")[2]
            span.end = span.noun_end = span.end + tail
    elif span.unit == "count" and span.kind in {"digits", "words", "range"} and _plain(sentence, span, lexicon):
        span.unit = "age:year"
        span.rule("unit", "age", 0.85)
        yo = span.end < len(tokens) and tokens[span.end].low in ("yo", "yrs")
        span.end = span.noun_end = span.end + yo


def _old(tokens: list[Token], end: int, lexicon: Lexicon) -> int:
    """How many words behind a duration make it an age: ``old``, ``of age``."""
    words = [t.low for t in tokens[end : end + 2]]
    tail = next((len(old) for old in _OLD if words[: len(old)] == old), 0)
    return tail or (words[:1] != [] and words[0] in lexicon.cue("old_word"))


def _plain(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """True where words around a bare number say that it is an age."""
    tokens = sentence.tokens
    top = span.high if span.high is not None else span.low
    if top is None or not 0 < top < OLDEST or top % 1:
        return False
    after = tokens[span.last] if span.last < len(tokens) else None
    before = sentence.lows[span.begin - 4 if span.begin > 4 else 0 : span.begin]
    while before and before[-1] in _HEDGE:
        before.pop()
    named = before and (before[-1] in union[lexicon.cues.age_lead, _NAMING] or not _EXTREME.isdisjoint(before))
    if before[-2:-1] and before[-2] in _PRONOUNS and after is not None and _grown(before, after):
        return True
    if _of_both(tokens, span, after, before) or _or_so(tokens, span) or _hailing(tokens, span, before):
        return True
    if after is not None and after.kind == "w" and after.low not in lexicon.cue("stop|light|age_after"):
        if after.low == "yo" or (named and _named_age(tokens, span, before, lexicon)):
            return True
        return _acting(tokens, span, after, lexicon)
    closed = after is None or after.text in ",.;)(—–"
    return (
        (after is not None and after.low == "yo")
        or (closed and bool(lexicon.cue("age_of")) and _spanish(tokens, span, lexicon))
        or (named and _named_age(tokens, span, before, lexicon))
        or _bounded(tokens, span, after, lexicon)
        or (closed and span.kind == "digits" and _beside_name(tokens, span, before, lexicon))
        or (span.kind == "digits" and _siblings(before, after))
        or _being(span, before, after, closed, lexicon)
        or (_at(before, after, closed, lexicon) and not _how_many(tokens, span))
        or _of_person(tokens, span, after, lexicon)
    )


def _named_age(tokens: list[Token], span: Span, before: list[str], lexicon: Lexicon) -> bool:
    """``aged 12``, ``ages from 13``, ``the age of nine``, ``the oldest 81``, ``the average age of the dead is 21``."""
    lead = before[-1] if before else ""
    if lead in lexicon.cue("age_lead"):
        return True
    if lead in {"of", "age"} and before[-2:] in (["age", "of"], ["the", "age"], ["ages", "of"]):
        return True
    second = before[-2] if len(before) > 1 else ""
    if lead in _AGED_LINK and not _AGED.isdisjoint(before[-3 if second.startswith("rang") else -2 :]):
        return True
    if (not _EXTREME.isdisjoint(before) and _of_them(tokens, span, before)) or (
        lead == "as" and second in _YEARS and before[-3:-2] == ["as"]
    ):
        return True
    if lead in BEING and _youngest(tokens, span):
        return True
    lows = [t.low for t in tokens[max(0, span.first - 9) : span.first]]
    if lead == "to" and (span.last >= len(tokens) or tokens[span.last].kind == "p"):
        return any(lows[k] == "age" and lows[k - 1] in lexicon.cue("age_kind") for k in range(1, len(lows)))
    return lead in BEING and "age" in lows


def _of_them(tokens: list[Token], span: Span, before: list[str]) -> bool:
    """``the oldest 81``, ``the youngest of them 11``, ``the youngest 6 and the oldest 15``: no noun behind."""
    at = max(k for k, low in enumerate(before) if low in _EXTREME) + 1
    if len(before) - at > 1 and not _AMONG.issuperset(before[at : at + 2]):
        return False
    behind = tokens[span.last : span.last + 3]
    return not behind or behind[0].kind == "p" or (behind[0].low == "and" and behind[-1].low in _EXTREME)


def _youngest(tokens: list[Token], span: Span) -> bool:
    """``The youngest soldier to come home is 21 and``: the subject is the youngest, and nothing is counted behind."""
    after = tokens[span.last] if span.last < len(tokens) else None
    if after is not None and after.kind != "p" and after.low != "and":
        return False
    for k in range(span.begin - 2, max(-1, span.begin - _SUBJECT), -1):
        if tokens[k].low in _EXTREME:
            return k > 0 and tokens[k - 1].low in ("the", "its", "their", "whose")
        if tokens[k].text in ",;" or tokens[k].kind == "n":
            return False
    return False


def _bounded(tokens: list[Token], span: Span, after: Token | None, lexicon: Lexicon) -> bool:
    """``children under five``, ``women over 40 and men``: a bound right behind people, and no noun behind it."""
    i = span.first - 1 - (span.first > 1 and tokens[span.first - 1].low == "than")
    if i < 1 or tokens[i].low not in lexicon.cues.age_bound or _harmed(tokens, i, lexicon):
        return False
    if tokens[i - 1].low in ("were", "are") and _some_people(tokens, i - 2, lexicon):
        return after is None or after.text in ".,;"
    noun = lexicon.nouns.get(tokens[i - 1].low)
    people = (noun is not None and noun.cls.startswith("person")) or tokens[i - 1].low in (
        "those",
        "them",
        "whom",
        "anyone",
        "everyone",
    )
    grammar = lexicon.cue("stop|light")
    return people and (after is None or after.kind == "p" or after.low in grammar)


def _harmed(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``killed 14 and wounded over 100``: a verb, and no wounded people of such an age."""
    lead = tokens[i - 2].low if i > 1 else ""
    return tokens[i - 1].low in lexicon.cue("state") and (lead in ("and", ",") or lead in lexicon.nouns)


def _some_people(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``Three were over 80``, ``most of the victims were under 18``; temperatures are no people."""
    if k < 0:
        return False
    noun = lexicon.nouns.get(tokens[k].low)
    return (
        tokens[k].low in _SOME or tokens[k].low in lexicon.triggers or (noun is not None and noun.cls[:6] == "person")
    )


def _beside_name(tokens: list[Token], span: Span, before: list[str], lexicon: Lexicon) -> bool:
    """``Jackson, 6;``, ``the man (28)``; not ``for each officer, 30``."""
    if span.first > 2 and tokens[span.first - 3].low in ("each", "every", "per"):
        return False
    k = span.first - 1
    while k > 0 and tokens[k].low in _HEDGE:
        k -= 1
    return bool(before) and before[-1] in (",", "(") and k > 0 and _name(tokens, k - 1, lexicon)


def _of_both(tokens: list[Token], span: Span, after: Token | None, before: list[str]) -> bool:
    """``Ana and Tom, both 14, fled``."""
    if before[-1:] != ["both"] or span.begin < 2 or tokens[span.begin - 2].text != ",":
        return False
    return after is None or after.text in ".,;)(—–" or after.low == "and"


def _or_so(tokens: list[Token], span: Span) -> bool:
    """``three boys, all 16 or younger``."""
    k = span.last
    return k + 1 < len(tokens) and tokens[k].low in ("or", "and") and tokens[k + 1].low in ("younger", "older", "under")


def _hailing(tokens: list[Token], span: Span, before: list[str]) -> bool:
    """``Jamal Sutter, 32 of Dunmore, was``: first and last name, an age, a home; not ``In New Lisk, 12 of``."""
    if span.kind != "digits" or span.last + 1 >= len(tokens) or tokens[span.last].low not in _HOME:
        return False
    k, home = span.begin - 3, tokens[span.last].low in ("of", "from")
    if k < 0 or before[-1:] != [","] or (home and not tokens[span.last + 1].text[0].isupper()):
        return False
    names = tokens[k].text[0].isupper() and tokens[k + 1].text[0].isupper() and tokens[k + 1].text[1:].islower()
    return names and (k == 0 or tokens[k - 1].low not in _WHERE)


def _siblings(before: list[str], after: Token | None) -> bool:
    """``The twins, 7, were found``, ``his sons, 8 and 11``."""
    end = after is None or after.text in ",.;)" or after.low == "and"
    return end and len(before) > 1 and before[-1] in (",", "(") and before[-2] in _SIBLINGS


def _being(span: Span, before: list[str], after: Token | None, closed: bool, lexicon: Lexicon) -> bool:
    """``who was 10``, ``He will be 35``, ``his wife is 88 and``, ``she turned 60 in May``."""
    lead = before[-1] if before else ""
    if lead == "been" and before[-2:-1] == ["have"] and before[-4:-3] and before[-4] in _PRONOUNS:
        return closed or (after is not None and after.low in lexicon.cue("age_after"))  # ``She would have been 10``
    if lead not in BEING or span.kind == "range":
        return False
    noun = lexicon.nouns.get(before[-2]) if len(before) > 1 else None
    person = bool({"he", "she", "who", "i"} & set(before[:-1])) or _one_person(noun)
    open_end = after is not None and after.low in lexicon.cue("age_after")
    if lead == "were" and after is not None and after.low == "when" and before[-2:-1] != ["there"]:
        return True  # ``Two of them were 19 when they were seized``
    person = person or (lead == "turn" and noun is not None and noun.cls.startswith("person"))
    return (person or (lead.startswith("turn") and open_end)) and (closed or open_end)


def _grown(before: list[str], after: Token) -> bool:
    """``By the time she was eight she had left``, ``When he was 12 his father died``: the next clause begins."""
    when = before[-3:-2] and before[-3] in ("when", "time", "since", "until", "till", "as", "before", "after")
    return bool(when) and before[-1] in BEING and after.low in _NEXT


def _at(before: list[str], after: Token | None, closed: bool, lexicon: Lexicon) -> bool:
    """``dies at 91``, ``died at 84 in Morvath``: a person's, never how many died."""
    return (
        len(before) > 1
        and before[-1] == "at"
        and before[-2] in lexicon.cue("age_at")
        and before[-3:-2] not in (["of"], ["the"])
        and (closed or (after is not None and after.low in lexicon.cue("age_after")))
    )


def _how_many(tokens: list[Token], span: Span) -> bool:
    """``put the number of enemy dead at 70``: a sum, and nobody's age."""
    for k in range(span.begin - 1, max(-1, span.begin - 1 - _SUBJECT), -1):
        if tokens[k].kind == "p":
            return False
        if tokens[k].low in _SUMS:
            return True
    return False


def _of_person(tokens: list[Token], span: Span, after: Token | None, lexicon: Lexicon) -> bool:
    """``a woman of 71``, ``a boy of nine``; a mother of three has children."""
    i = span.first - 2
    if i < 0 or tokens[i + 1].low != "of" or tokens[i].low in lexicon.cue("parent|crowd"):
        return False
    ends = after is None or after.kind == "p" or (after.low in lexicon.cue("stop") and after.low != "of")
    return _one_person(lexicon.nouns.get(tokens[i].low)) and ends


def _acting(tokens: list[Token], span: Span, after: Token, lexicon: Lexicon) -> bool:
    """``a man of 34 stabbed five``: what somebody of that age did or suffered."""
    acts = after.low.endswith("ed") and (after.low in lexicon.verbs or after.low in lexicon.actions)
    if (
        after.low in lexicon.nouns
        or span.begin < 3
        or tokens[span.begin - 3].low not in ("a", "an", "another")
        or not acts
    ):
        return False
    return _of_person(tokens, span, None, lexicon)


def _spanish(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``El conductor, de 34 años, y su esposa, de 29, murieron``."""
    i = span.first - 1
    return (
        i > 0
        and tokens[i].low in lexicon.cue("age_of")
        and (tokens[i - 1].text == "," or _one_person(lexicon.nouns.get(tokens[i - 1].low)))
    )


def _one_person(noun: Noun | None) -> bool:
    return noun is not None and noun.cls.startswith("person") and not noun.plural


def _name(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """A name, or a noun for one person (``the man, 28, died``)."""
    token = tokens[i]
    if _one_person(lexicon.nouns.get(token.low)):
        return True
    if token.kind == "w":
        tail = i > 1 and token.glued and tokens[i - 1].text == "-" and tokens[i - 1].glued  # Jol-su
        return (token.text[0].isupper() and len(token.text) > 1) or (tail and tokens[i - 2].text[0].isupper())
    return token.text == "." and i > 0 and tokens[i - 1].text[0].isupper()
