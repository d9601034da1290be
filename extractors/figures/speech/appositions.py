"""Whom the phrases between commas before a verb of saying describe: ``John Smith, head of the clinic, said``."""

from itertools import pairwise

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import names, phrases
from extractors.figures.speech.phrases import Phrase
from extractors.figures.text.tokens import Token

_REACH = 25
_FULL = 2
_BRACKETS = 8
_OF_THEM = 6
_FRONT = 9
_CLAUSE = 9
# ``Omar al-Harthi``, ``Jan van der Berg``
_PARTICLES = frozenset({"al", "el", "ul", "bin", "ibn", "ben", "van", "von", "der", "de", "du", "da", "la", "di"})
_LINKS = frozenset({"of", "for"})
_ANOTHER = frozenset({"another", "one"})
_TRADES = ("sman", "swoman")
_OFFICE_OF = frozenset({"to", "of", "for", "in", "at"})
# ``A report, based on interviews with 200 prisoners, found …``: what it rests on says nothing.
_BASED = frozenset({"based", "drawing", "citing", "covering", "quoting"})
_PLACES = 5
_COMES = frozenset({"from", "of"})
_AT = frozenset({"in", "on", "at"})
_OPENERS = frozenset({"but", "and", "that", "while", "as", "whereas"})


def apposed(tokens: list[Token], j: int, lexicon: Lexicon) -> Phrase | None:
    """``John Smith, a spokesman for the ministry, said``: the first phrase of the apposition, else its second."""
    last = before_brackets(tokens, j - 1)
    inner = phrases.before(tokens, last, lexicon) if j else None
    for k in range(j - 1, max(-1, j - _REACH), -1):
        if tokens[k].text == '"':
            break
        if tokens[k].text == "," and k:
            clause = tokens[k + 1].low in ("which", "who", "whose")
            before = before_brackets(tokens, _before_time(tokens, k - 1, lexicon))
            outer = phrases.before(tokens, before, lexicon, loose=clause)
            if outer is None or _home(tokens, outer):
                continue
            outer = _who_does(tokens, outer, lexicon) if tokens[outer.first].text.islower() else outer
            if tokens[k + 1].low in _BASED:
                return outer
            named = _described(tokens, outer, lexicon) or _of_two_houses(tokens, outer.first - 2, lexicon)
            if clause or named is not None:
                return named or outer
            if inner is not None and k + 1 >= inner.first - 1 and titled(tokens, outer, inner, lexicon):
                return inner
            if outer.who[0].isupper() or any(names.nameable(t, lexicon) for t in tokens[outer.first : outer.end]):
                return outer
    if inner is not None and (_where(tokens, inner.first - 1) or _from(tokens, inner.first - 1)):
        return None
    return inner if inner is not None else _one_of(tokens, j, last, lexicon)


def _from(tokens: list[Token], k: int) -> bool:
    """``The 21-year-old, from Lisk, Western Narland, told``: a place, and maybe its land."""
    for j in range(k, max(1, k - _PLACES), -1):
        if tokens[j].low in _COMES:
            return tokens[j - 1].text == ","
        if tokens[j].text != "," and not tokens[j].text[0].isupper():
            return False
    return False


def _of_two_houses(tokens: list[Token], k: int, lexicon: Lexicon) -> Phrase | None:
    """``Lucas Orr, a scientist at the Lisk Centre in Green, Maryland, and Narland University, said``: Lucas Orr."""
    if k < _PLACES or tokens[k].text != "," or tokens[k + 1].low != "and":
        return None
    for j in range(k - 1, max(1, k - _REACH), -1):
        if tokens[j].text == "," and tokens[j + 1].low in ("a", "an"):
            name = phrases.before(tokens, j - 1, lexicon)
            words = tokens[name.first : name.end] if name is not None else []
            return name if len(words) >= _FULL and _all_capitals(words[-_FULL:]) else None
        if tokens[j].text == '"':
            return None
    return None


def _home(tokens: list[Token], outer: Phrase) -> bool:
    """``the farmer, from Lisk, Western Narland, said``: where somebody comes from."""
    k = outer.first - 1
    return k > 1 and tokens[k].low in _COMES and tokens[k - 1].text == "," and tokens[outer.first].text[0].isupper()


def _where(tokens: list[Token], k: int) -> bool:
    """``The plan, published in Darsena, calls for``: where or when it was done, and nobody who calls for it."""
    return k > 0 and tokens[k].low in _AT and tokens[k - 1].low.endswith("ed")


def between_commas(tokens: list[Token], end: int, lexicon: Lexicon) -> Phrase | None:
    """``A local politician, Bala Inuwa, disputes this: he says``: the name right behind whom it describes."""
    comma = next((k for k in range(1, min(_FRONT, end)) if tokens[k].text == ","), None)
    name = phrases.behind(tokens, comma + 1, lexicon) if comma is not None else None
    if name is None or name.end >= end or tokens[name.end].text != "," or name.end - name.first < _FULL:
        return None
    return name if _all_capitals(tokens[name.first : name.end]) and tokens[name.first].text[0].isupper() else None


def _one_of(tokens: list[Token], j: int, last: int, lexicon: Lexicon) -> Phrase | None:
    """``One of them, a warder, told``: whoever the apposition says it is, although no table knows the trade."""
    comma = next((k for k in range(last, max(1, j - _REACH), -1) if tokens[k].text == ","), 0)
    start = next((k + 1 for k in range(comma - 1, -1, -1) if tokens[k].text in ',;"'), 0) if comma else 0
    if not comma or [t.low for t in tokens[start : start + 2]] != ["one", "of"] or comma - start > _OF_THEM:
        return None
    return phrases.before(tokens, last, lexicon, loose=True)


def _before_time(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``A UN report in June, …``: the word before the time."""
    when = lexicon.cue("month|weekday")
    return j - 2 if j > 1 and tokens[j].low in when and tokens[j - 1].low in ("in", "on") else j


def before_brackets(tokens: list[Token], j: int) -> int:
    """``the commissioner, Brig-Gen Haruna Zubair (retd.), said``: the name before what stands in brackets."""
    if j < 0 or tokens[j].text != ")":
        return j
    return next((k - 1 for k in range(j, max(0, j - _BRACKETS), -1) if tokens[k].text == "("), j)


def _described(tokens: list[Token], outer: Phrase, lexicon: Lexicon) -> Phrase | None:
    """``Samira Odd, head of the clinic, two blocks away, said``: the name that a phrase in lower case describes."""
    k = outer.first
    while k > 0 and tokens[k - 1].low in lexicon.cue("name_lead"):
        k -= 1
    if k < _FULL or tokens[k - 1].text != "," or tokens[outer.first].text[0].isupper():
        return None
    name = phrases.before(tokens, k - 2, lexicon)
    words = tokens[name.first : name.end] if name is not None else []
    if name is None or len(words) < _FULL or not all(t.text[0].isupper() for t in words):
        return None
    lead = tokens[name.first - 1] if name.first else None
    opens = lead is None or lead.text in ',";' or lead.low in _OPENERS
    return name if opens else None


def titled(tokens: list[Token], outer: Phrase, inner: Phrase, lexicon: Lexicon) -> bool:
    """``The ministry's spokesman, Karim Sade, said``: the name is the better speaker."""
    head = tokens[outer.end - 1].low in lexicon.cue("role") or tokens[outer.end - 1].low.endswith(_TRADES)
    role = outer.first > 0 and any(t.low in lexicon.cue("title") for t in tokens[outer.first : outer.end])
    common = tokens[outer.first : outer.end]
    plain = all(t.text.islower() for t in common) and (len(common) == 1 or inner.end - inner.first >= _FULL)
    kin = lexicon.nouns.get(tokens[outer.end - 1].text)
    head = head or (kin is not None and kin.cls.startswith("person") and not kin.plural)
    lead = tokens[outer.first - 1].low if outer.first else ""
    head = head or (lead in ("a", "an") and common[-1].text.islower() and common[-1].low in lexicon.cue("body"))
    head = head or tokens[outer.first].low in lexicon.cue("role") or _posted(common, lexicon)
    head = head or (common[0].low in _ANOTHER and common[-1].text.islower())
    return (head or role or plain) and _all_capitals(tokens[inner.first : inner.end])


def _who_does(tokens: list[Token], outer: Phrase, lexicon: Lexicon) -> Phrase:
    """``a group which tracks arrests in the country, the Aid Committee, told``: the group, not the country."""
    for k in range(outer.first - 1, max(0, outer.first - _CLAUSE), -1):
        if tokens[k].kind == "p":
            break
        if tokens[k].low in ("which", "that", "who"):
            head = phrases.before(tokens, k - 1, lexicon)
            return head if head is not None and tokens[head.end - 1].text.islower() else outer
    return outer


def _all_capitals(words: list[Token]) -> bool:
    """``Karim Sade``, ``Omar al-Harthi``, ``Committee of Mothers``."""
    named = words[-1].text[0].isupper()
    return all(
        t.text[0].isupper() or t.text in ".-'" or t.text == "'s" or t.low in _PARTICLES or (named and t.low in _LINKS)
        for t in words
    )


def _posted(words: list[Token], lexicon: Lexicon) -> bool:
    """``UN envoy to Odria``: an office, and where it is held."""
    return any(a.low in lexicon.cue("role") and b.low in _OFFICE_OF for a, b in pairwise(words))


def name_behind(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """The name behind a title and a comma (``the mayor of Ostervik, Nils Aker``), else the phrase itself."""
    if phrase.end + 1 >= len(tokens) or tokens[phrase.end].text != ",":
        return phrase
    if not (tokens[phrase.first].text.islower() or tokens[phrase.end - 1].text.islower()):
        return phrase
    name = phrases.behind(tokens, phrase.end + 1, lexicon)
    return name if name is not None and titled(tokens, phrase, name, lexicon) else phrase
