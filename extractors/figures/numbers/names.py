"""Numbers that name something: iPhone 11, Section 427, Game 6, No. 1, the S&P 500, Image 8 of 111, dial 911."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.measures.units import longest
from extractors.figures.numbers.clocks import hour
from extractors.figures.numbers.numerals import Atom
from extractors.figures.text.tokens import Token

_CLOSING = frozenset('",”')
# The rounds of a cup: ``the last 16``.
_ROUNDS = frozenset({4, 8, 16, 32, 64, 128})
_LONGEST = 10
_MODELS = 10_000
_ABBREVIATED = frozenset({"no", "nos", "nr", "nrs", "ch", "chs", "pp"})
_EMERGENCY = frozenset({112, 911, 999})


def names(tokens: list[Token], atom: Atom, lexicon: Lexicon, title_case: bool, listed: bool = False) -> bool:
    """True where the numeral is part of a name or a designation and not a count; ``listed`` behind another count."""
    ranked = atom.end < len(tokens) and tokens[atom.end].text == "-" and _ranked(tokens, atom.end + 1, lexicon)
    if ranked or atom.first == 0 or atom.unit is not None:
        return ranked
    before = tokens[atom.first - 1]
    if atom.value <= 12 and hour(tokens, atom, lexicon):
        return True
    if atom.kind == "words" and before.low in lexicon.cue("staged") and _staged(tokens, atom, lexicon):
        return True
    if atom.kind == "words" and tokens[atom.first].text[0].isupper() and not title_case:
        return before.kind == "w" and before.text[0].isupper() and before.low not in lexicon.cue("stop")
    if before.text == "." and atom.first > 1 and tokens[atom.first - 2].low in _ABBREVIATED:
        return True
    if before.text in '"“' and not title_case and _title(tokens, atom):
        return True
    if before.kind != "w" or tokens[atom.first].glued:
        return False
    if listed and atom.kind == "digits" and _gapped(tokens, atom, lexicon):
        return False
    if _numbered(tokens, atom, before, lexicon, title_case) or _unit_of_army(tokens, atom, lexicon):
        return True
    named = not atom.scaled and _named(tokens, atom, before, lexicon, title_case)
    return named and not _followed(tokens, atom, lexicon)


def _ranked(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``a four-star general``, ``a two-time champion``, ``a 10-point plan``: of what kind, and not how many."""
    if k + 1 >= len(tokens) or not tokens[k].glued or tokens[k + 1].kind != "w":
        return False
    if tokens[k].low == "point":
        return not lexicon.cue("scheme_of_points").isdisjoint(t.low for t in tokens[k + 1 : k + 4])
    return tokens[k].low in lexicon.cue("ranked")


def _numbered(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon, title_case: bool) -> bool:
    """A designation whatever follows: ``Precinct 5 officers``, ``the 408 ramp``, ``Image 8 of 111``, ``No 1``."""
    if before.low in _ABBREVIATED and before.low != "no":
        return True
    if before.low in lexicon.cue("designator") and before.text[0].isupper() and not title_case and atom.first > 1:
        return True
    if tokens[atom.first].kind == "n" and _model(tokens, atom.first) and before.low not in lexicon.cue("month"):
        return True
    if before.low == "of":
        return _counter(tokens, atom, lexicon)
    if before.low in ("top", "bottom"):
        return not atom.scaled
    one = before.low in lexicon.cue("article")
    final = before.low in ("last", "final") and (atom.kind == "digits" or atom.end >= len(tokens))
    if (one or (final and atom.value in _ROUNDS)) and _alone(tokens, atom, one, lexicon):
        return True
    hung = atom.end + 1 < len(tokens) and tokens[atom.end].text == "-"
    if hung and tokens[atom.end + 1].low in ("under", "over"):
        return True
    if atom.value in _EMERGENCY and _dialled(tokens, atom, before, lexicon):
        return True
    if atom.value == 1 and atom.kind == "digits" and atom.end < len(tokens):
        noun = lexicon.nouns.get(tokens[atom.end].low)
        return noun is not None and noun.plural and noun.lemma != tokens[atom.end].low and before.text[0].isupper()
    return before.low == "the" and atom.kind == "digits" and _one_thing(tokens, atom, lexicon)


def _dialled(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon) -> bool:
    """``a 911 call``, ``she called 911 and``."""
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is not None and after.low in lexicon.cue("dial_noun"):
        return True
    return before.low in lexicon.cue("dialled") and (
        after is None or after.kind == "p" or after.low in lexicon.cue("stop")
    )


def _model(tokens: list[Token], k: int) -> bool:
    """``18 Leopard 2 tanks``: the second numeral names the model of what the first one counts."""
    if k < 2 or k + 1 >= len(tokens) or len(tokens[k].text) > 3 or tokens[k - 2].kind != "n":
        return False
    name, after = tokens[k - 1], tokens[k + 1]
    if tokens[k - 2].glued or not (name.text[0].isupper() and name.text[1:].islower()) or name.low.endswith("s"):
        return False
    return after.low.endswith("s") and after.kind == "w" and after.text.islower()


def _gapped(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``the Alliance won 72 seats, the National Party 61 and Vanguard 24``: what the first number counts, of others."""
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is not None and not (after.text in ".,;" or after.low in ("and", "while", "but")):
        return False
    k = atom.first - 1
    if tokens[k].low in lexicon.cue("designator") or tokens[k].low in lexicon.cue("month"):
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
    if before.low in lexicon.cue("designator"):
        return _designates(atom, before) and not _numbering(tokens, atom.first - 1, lexicon)
    if atom.kind != "digits":
        return False
    if before.low in lexicon.cue("dial"):
        return True
    return _branded(tokens, atom, lexicon, title_case) or _capital(tokens, atom.first - 1, lexicon, title_case)


def _designates(atom: Atom, before: Token) -> bool:
    """``round 4``, ``Row 21``; but ``number 12 people`` has been answered already and ``day`` needs a digit."""
    if atom.kind != "digits":
        return before.text[0].isupper() and before.low in (
            "world",
            "phase",
            "chapter",
            "part",
            "act",
            "version",
            "number",
        )
    return True


def _numbering(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the dead now number 88``: a verb behind its subject, no designation."""
    if tokens[i].low != "number" or i == 0:
        return False
    lead = tokens[i - 1].low
    noun = lexicon.nouns.get(lead)
    return lead in lexicon.cue("numbering_lead") or (noun is not None and noun.plural)


def _staged(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``discuss phase two on Tuesday``, ``stage one ended``; not ``to stage two rallies``."""
    lead = tokens[atom.first - 2] if atom.first > 1 else None
    if lead is not None and lead.kind == "w" and lead.low not in lexicon.cue("stage_lead"):
        return False  # ``in the first stage five died``
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is None or after.kind == "p" or after.low in lexicon.cue("stop"):
        return True
    return (
        after.low in lexicon.cue("sentence_verb") or after.low in lexicon.triggers or after.low.endswith(("ed", "ly"))
    )


def _unit_of_army(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``troops of the 8 Division``, ``the 14 Field Regiment``."""
    the = atom.kind == "digits" and tokens[atom.first - 1].low == "the"
    for token in tokens[atom.end : atom.end + 2] if the else ():
        if not token.text[0].isupper():
            return False
        if token.low in lexicon.cue("military_unit"):
            return True
    return False


def _one_thing(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``the 408 ramp``, ``the 405 freeway``: one thing with a number."""
    if atom.value < 2 or atom.end + 1 >= len(tokens) or tokens[atom.end].glued:
        return False
    noun, after = lexicon.nouns.get(tokens[atom.end].low), tokens[atom.end + 1]
    singular = noun is not None and not noun.plural and tokens[atom.end].low not in lexicon.actions
    closed = (after.kind == "p" and after.text != "-") or after.low in lexicon.cue("stop")
    return singular and closed and tokens[atom.end].low not in lexicon.cue("state")


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
        if token.kind == "n" and _model(tokens, k):
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


def _counter(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """The second number of ``Image 8 of 111``."""
    i = atom.first - 2
    return i > 0 and tokens[i].kind == "n" and tokens[i - 1].low in lexicon.cue("designator")


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
    if word.low in lexicon.cue("month") or word.low in lexicon.cue("weekday") or word.low in lexicon.cue("stop"):
        return False
    if word.low in lexicon.before or word.low in lexicon.cue("say") or word.low in lexicon.actions:
        return False
    if word.text in lexicon.money_symbols or (word.low in lexicon.nouns and (i == 0 or title_case)):
        return False
    if i == 0 or tokens[i - 1].text in '":(—–':
        known = (
            word.low in lexicon.cue("opener")
            or word.low in lexicon.cue("light")
            or word.low in lexicon.nouns
            or word.low in lexicon.units
            or word.low.endswith(("ly", "ing", "ed", "s"))
        )
        return word.low in lexicon.cue("designator") or not word.text[1:].islower() or not known
    return not title_case
