"""Numbers that name something: iPhone 11, Section 427, Game 6, No. 1, the S&P 500, Image 8 of 111, dial 911."""

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.measures.units import longest
from extractors.figures.numbers import designations
from extractors.figures.numbers.clocks import hour, of_the_clock
from extractors.figures.numbers.numerals import Atom
from extractors.figures.once import Once
from extractors.figures.text.tokens import Token

_IN = frozenset({"in", "at", "near", "from", "around"})
_MANY = frozenset({"were", "are", "have"})
_CLOSING = frozenset('",”')
# The rounds of a cup: ``the last 16``.
_ROUNDS = frozenset({4, 8, 16, 32, 64, 128})
_LONGEST = 10
_MODELS = 10_000
_LETTERS = 3
_ABBREVIATED = frozenset({"no", "nos", "nr", "nrs", "ch", "chs", "pp"})


@Once
def _leads(language: str) -> frozenset[str]:
    """The words before a number that may make it a designation."""
    lexicon = load(language)
    return _ABBREVIATED.union(lexicon.cue("designator"), lexicon.cue("article"), ("last", "final"))


def names(tokens: list[Token], atom: Atom, lexicon: Lexicon, title_case: bool, listed: bool = False) -> bool:
    """True where the numeral is part of a name or a designation and not a count; ``listed`` behind another count."""
    ranked = atom.end < len(tokens) and tokens[atom.end].text == "-" and _ranked(tokens, atom.end + 1, lexicon)
    if ranked or atom.first == 0 or atom.unit is not None:
        return ranked
    before = tokens[atom.first - 1]
    if (atom.value <= 12 and hour(tokens, atom, lexicon)) or of_the_clock(tokens, atom):
        return True
    staged = atom.kind == "words" and before.low in lexicon.cues.staged
    series = before.low[-1] in "s,dorh-–" and not title_case  # ``Stages two and three``: a first look
    if (staged and designations.staged(tokens, atom, lexicon)) or (
        series and designations.series(tokens, atom, lexicon)
    ):
        return True
    if atom.kind == "words" and tokens[atom.first].text[0].isupper() and not title_case:
        named = before.text[0].isupper() and before.low not in lexicon.cue("stop")
        named = named or (before.low == "of" and _entitled(tokens, atom))
        return before.kind == "w" and (
            named or designations.club(tokens, atom) or designations.site(tokens, atom, lexicon)
        )
    if before.text == "." and atom.first > 1 and tokens[atom.first - 2].low in _ABBREVIATED:
        return True
    if before.text in '"“' and not title_case and _title(tokens, atom):
        return True
    if before.kind != "w" or tokens[atom.first].glued:
        station = before.text == "," and designations.broadcaster(tokens, atom, lexicon)
        return station or _bored(tokens, atom, lexicon)
    if listed and atom.kind == "digits" and _gapped(tokens, atom, lexicon):
        return False
    army = before.low == "the" and designations.unit_of_army(tokens, atom, lexicon)
    station = designations.broadcaster(tokens, atom, lexicon) or designations.local(atom, before)
    station = station or designations.one_model(tokens, atom, before, lexicon)
    if station or army or _bored(tokens, atom, lexicon) or _numbered(tokens, atom, before, lexicon, title_case):
        return True
    named = not atom.scaled and _named(tokens, atom, before, lexicon, title_case)
    return named and not _followed(tokens, atom, lexicon) and not _befell(tokens, atom, before, lexicon)


def _entitled(tokens: list[Token], atom: Atom) -> bool:
    """``The Battle of Five Armies``, ``the House of Seven Gables``: a name on both sides."""
    k = atom.first - 2
    if k < 0 or atom.end >= len(tokens):
        return False
    behind = tokens[atom.end].text
    return tokens[k].text[0].isupper() and behind[0].isupper() and behind[1:].islower()


def _bored(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``.45 caliber ammunition``, ``three 12 gauge shotguns``, ``a 3 alarm fire``: of what bore or rank."""
    if atom.end >= len(tokens):
        return False
    if tokens[atom.end].low == "alarm":
        return _alarm(tokens, atom.end)
    return atom.kind == "digits" and tokens[atom.end].low in lexicon.cues.bore


def _alarm(tokens: list[Token], k: int) -> bool:
    """``three alarm fire``: how many crews were called to one blaze; not ``two alarm clocks``."""
    return k + 1 < len(tokens) and tokens[k + 1].low in ("fire", "blaze", "response", "call")


def _befell(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon) -> bool:
    """``In Toma 11 were shot``: behind a place, what befell so many there."""
    if atom.first < 2 or tokens[atom.first - 2].low not in _IN or before.low in lexicon.cue("designator"):
        return False
    k = atom.end
    if k + 1 < len(tokens) and tokens[k].low in _MANY:
        k += tokens[k + 1].low == "been" and k + 2 < len(tokens)
        return any(act.role == "o" and act.past for act in lexicon.actions.get(tokens[k + 1].low, ()))
    return k < len(tokens) and tokens[k].low in ("died", "drowned", "perished")


def _ranked(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``a four-star general``, ``a two-time champion``, ``a 10-point plan``: of what kind, and not how many."""
    if k + 1 >= len(tokens) or not tokens[k].glued or tokens[k + 1].kind != "w":
        return False
    if tokens[k].low == "alarm":
        return _alarm(tokens, k)
    if tokens[k].low == "point":
        return not lexicon.cue("scheme_of_points").isdisjoint(t.low for t in tokens[k + 1 : k + 4])
    return tokens[k].low in lexicon.cue("ranked")


def _numbered(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon, title_case: bool) -> bool:
    """A designation whatever follows: ``Precinct 5 officers``, ``the 408 ramp``, ``Image 8 of 111``, ``No 1``."""
    led = before.low in _leads[lexicon.language]
    if led and before.low in _ABBREVIATED and before.low != "no":
        return True
    if (
        led
        and before.low in lexicon.cue("designator")
        and before.text != before.low
        and not title_case
        and (atom.first > 1 or before.text[0].islower())  # the iPhone is no word that opens a sentence
    ):
        return True
    modelled = tokens[atom.first].kind == "n" and _model(tokens, atom.first, lexicon)
    if modelled and before.low not in lexicon.cue("month"):
        return True
    if before.low == "of":
        return designations.counter(tokens, atom, lexicon) or (not title_case and designations.club(tokens, atom))
    if before.low in {"top", "bottom"}:
        return not atom.scaled
    one = led and before.low in lexicon.cue("article")
    final = led and before.low in {"last", "final"} and (atom.kind == "digits" or atom.end >= len(tokens))
    if (one or (final and atom.value in _ROUNDS)) and _alone(tokens, atom, one, lexicon):
        return True
    hung = atom.end + 1 < len(tokens) and tokens[atom.end].text == "-"
    if hung and tokens[atom.end + 1].low in ("under", "over"):
        return True
    if atom.value in designations.EMERGENCY and designations.dialled(tokens, atom, before, lexicon):
        return True
    if atom.value == 1 and atom.kind == "digits" and atom.end < len(tokens):
        noun = lexicon.nouns.get(tokens[atom.end].low)
        return noun is not None and noun.plural and noun.lemma != tokens[atom.end].low and before.text[0].isupper()
    return before.low == "the" and atom.kind == "digits" and designations.one_thing(tokens, atom, lexicon)


def _model(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``18 Leopard 2 tanks``, ``four AK 47 rifles``: the second numeral names the model of what the first counts."""
    if k < 2 or k + 1 >= len(tokens) or len(tokens[k].text) > 3:
        return False
    name, after, lead = tokens[k - 1], tokens[k + 1], tokens[k - 2]
    if lead.glued or not (lead.kind == "n" or lead.low in lexicon.triggers) or not name.text[0].isupper():
        return False
    if name.low.endswith("s") or not (name.text[1:].islower() or len(name.text) <= _LETTERS):
        return False
    return after.low.endswith("s") and after.kind == "w" and after.text.islower()


def _gapped(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``the Alliance won 72 seats, the National Party 61 and Vanguard 24``: what the first number counts, of others."""
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is not None and not (after.text in ".,;" or after.low in {"and", "while", "but"}):
        return False
    k = atom.first - 1
    if tokens[k].low in lexicon.cue("designator|month"):
        return False
    while k > 0 and tokens[k].kind == "w" and tokens[k].text[0].isupper():
        k -= 1
    k -= tokens[k].low == "the"
    return 0 < k < atom.first - 1 and tokens[k].low in (",", "and", "while", ";", "but")


def _alone(tokens: list[Token], atom: Atom, one: bool, lexicon: Lexicon) -> bool:
    """``a 737 crashed``, ``shot a 68``, ``the last 16``: one thing with a number, where nothing counted follows."""
    if atom.scaled or "." in tokens[atom.first].text or (one and atom.kind != "digits"):
        return False
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is None or (after.kind == "p" and after.text in ".,;:)"):
        return True
    beyond = tokens[atom.end + 1].low if atom.end + 1 < len(tokens) else "."
    if one and after.low.endswith("ed") and (beyond in lexicon.cue("stop") or beyond == "."):
        return beyond != "-"
    return (
        after.low in lexicon.cue("stop")
        and after.low not in ("of", "to", "or", "and")
        and (longest(tokens, atom.end, lexicon)[0] is None)
    )


def _named(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon, title_case: bool) -> bool:
    """A name where nothing that could be counted follows: ``dial 911``, ``round 4``, ``the S&P 500``."""
    if before.low in lexicon.cues.designator:
        return designations.designates(atom, before) and not designations.numbering(tokens, atom.first - 1, lexicon)
    if atom.kind != "digits":
        return False
    if before.low in lexicon.cues.dial:
        return True
    capital = atom.end < len(tokens) and tokens[atom.end].text[0].isupper()
    return (capital and _branded(tokens, atom, lexicon, title_case)) or _capital(
        tokens, atom.first - 1, lexicon, title_case
    )


def _branded(tokens: list[Token], atom: Atom, lexicon: Lexicon, title_case: bool) -> bool:
    """``11 Pro Max``: capitalised words follow and none of them, nor the next, is a plural that could be counted."""
    if "," in tokens[atom.first].text and atom.value >= _MODELS:
        return False  # 700,000 Rohingya
    if title_case or atom.end >= len(tokens) or not tokens[atom.end].text[0].isupper() or tokens[atom.end].glued:
        return False
    mark = tokens[atom.end].text
    if mark in lexicon.symbols or mark in lexicon.money_symbols or mark[1:] in lexicon.money_symbols:
        return False
    for k in range(atom.end, min(atom.end + _LONGEST, len(tokens))):
        token = tokens[k]
        if token.glued and (token.text in "-/" or tokens[k - 1].text in "-/" or token.low == "s"):
            if token.low in ("type", "linked", "made", "s"):
                return False
            continue  # 45 Kh-101 cruise missiles
        if token.kind == "n" and _model(tokens, k, lexicon):
            continue  # 18 Leopard 2 tanks
        noun = lexicon.nouns.get(token.low)
        if (
            noun is not None
            or token.low.endswith("s")
            or token.low in lexicon.units
            or token.low in lexicon.cue("weekday")
        ):
            return False
        acronym = token.text.isupper() and len(token.text) > 1
        if token.kind != "w" or (token.low in lexicon.cue("stop") and not acronym):
            return True
    return True


def _title(tokens: list[Token], atom: Atom) -> bool:
    """``"60 Minutes"``: nothing but the number and capitalised words between quotation marks."""
    for k, token in enumerate(tokens[atom.end : atom.end + 5]):
        if token.text in _CLOSING:
            return k > 0
        if not (token.text[0].isupper() and token.text[1:].islower()):
            return False
    return False


def _followed(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """True where what follows shows that something is counted: a unit, a percent sign, a known plural, a participle."""
    if atom.end >= len(tokens):
        return False
    after = tokens[atom.end]
    if after.low == "in" and not after.glued:
        return False
    if after.low in lexicon.units or after.text in lexicon.symbols or after.text in lexicon.money_symbols:
        return True
    for j in range(atom.end, min(atom.end + 4, len(tokens))):
        word = tokens[j]
        if word.kind != "w" or (word.low in lexicon.cue("stop") and word.low != "each"):
            return False
        noun = lexicon.nouns.get(word.low)
        if (noun is not None and noun.plural) or word.low in (
            "each",
            "killed",
            "dead",
            "injured",
            "wounded",
            "hurt",
            "others",
            "more",
        ):
            return j == atom.end or not (tokens[atom.end].text[0].isupper() and not word.text[0].isupper())
    return False


def _capital(tokens: list[Token], i: int, lexicon: Lexicon, title_case: bool) -> bool:
    """A capitalised word that is no sentence opener, headline word or known verb: the number belongs to its name."""
    word = tokens[i]
    if not word.text[0].isupper() or (len(word.text) < 2 and not word.text.isalpha()):
        return False
    if word.low in lexicon.cue("month|weekday|stop") or word.low in lexicon.triggers:
        return False
    if word.low in lexicon.before or word.low in lexicon.cue("say"):
        return False
    if word.low in lexicon.actions:
        return designations.sequel(tokens, i) and not title_case
    if word.text in lexicon.money_symbols or (word.low in lexicon.nouns and (i == 0 or title_case)):
        return False
    if i == 0 or tokens[i - 1].text in '":(—–':
        known = (
            word.low in lexicon.cue("opener")
            or word.low in lexicon.cue("light")
            or word.low in lexicon.nouns
            or word.low in lexicon.units
            or (word.low.endswith(("ly", "ing", "ed", "s")) and not designations.of_one(tokens, i + 2))
        )
        return word.low in lexicon.cue("designator") or not word.text[1:].islower() or not known
    return not title_case
