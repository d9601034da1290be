"""Numbers behind or before a word that says what they name: phase two, the 8 Division, a 911 call, Image 8 of 111."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.numbers.numerals import Atom
from extractors.figures.text.tokens import Token

_SERIES = frozenset({"and", "or", "to", "through", ",", "-", "–"})
EMERGENCY = frozenset({112, 911, 999})
_TITLE_LEAD = frozenset({"in", "of", "for", "from", "with", "and", "on", "like", "film", "movie"})
_TITLE_TAIL = frozenset({"last", "this", "next", "in", "on", "and", "which", "is", "was", "has", "by", "at"})
_NEWS = frozenset({"News", "NEWS"})
_CHANNELS = 70
# How far a list of sources goes on.
_LISTED = 24


def dialled(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon) -> bool:
    """``a 911 call``, ``she called 911 moments before``; not ``called 112 people``."""
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is not None and after.low in lexicon.cue("dial_noun"):
        return True
    noun = lexicon.nouns.get(after.low) if after is not None else None
    return before.low in lexicon.cue("dialled") and (noun is None or not noun.cls.startswith("person"))


def designates(atom: Atom, before: Token) -> bool:
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


def numbering(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """``the dead now number 88``: a verb behind its subject, no designation."""
    if tokens[i].low != "number" or i == 0:
        return False
    lead = tokens[i - 1].low
    noun = lexicon.nouns.get(lead)
    return lead in lexicon.cue("numbering_lead") or (noun is not None and noun.plural)


def staged(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``discuss phase two on Tuesday``, ``stage one ended``; not ``to stage two rallies``."""
    lead = tokens[atom.first - 2] if atom.first > 1 else None
    if lead is not None and lead.kind == "w" and lead.low not in lexicon.cue("stage_lead"):
        return False  # ``in the first stage five died``
    after = tokens[atom.end] if atom.end < len(tokens) else None
    if after is None or after.kind == "p" or after.low in lexicon.cue("stop"):
        return True
    if after.text[0].isupper() and lead is not None and lead.low == "in" and after.low not in lexicon.nouns:
        return True  # ``In round three Marl fell``
    return (
        after.low in lexicon.cue("sentence_verb") or after.low in lexicon.triggers or after.low.endswith(("ed", "ly"))
    )


def broadcaster(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``13 News``, ``Action News 5``, ``KWRO 7 staff``: a station with its channel; not ``5 News Crews``."""
    if atom.value > _CHANNELS or atom.kind != "digits":
        return False
    before, after = tokens[atom.first - 1], tokens[atom.end] if atom.end < len(tokens) else None
    if after is not None and after.text in _NEWS and not after.glued:
        noun = lexicon.nouns.get(tokens[atom.end + 1].low) if atom.end + 1 < len(tokens) else None
        return noun is None or not noun.plural
    if before.text in _NEWS and not tokens[atom.first].glued:
        noun = lexicon.nouns.get(after.low) if after is not None else None
        verb = after is not None and after.low in lexicon.actions and after.low not in lexicon.cue("say")
        return not verb and (noun is None or not noun.plural)
    sign = 3 <= len(before.text) <= 4 and before.text[0] in "KW" and before.text.isupper()
    return sign and after is not None and not after.text.isupper()


def one_model(tokens: list[Token], atom: Atom, before: Token, lexicon: Lexicon) -> bool:
    """``an ATR 72 aircraft``, ``a Cessna 182 plane``: an article before a name, and a craft behind the number."""
    if atom.kind != "digits" or atom.first < 2 or atom.end >= len(tokens) or not before.text[0].isupper():
        return False
    noun = lexicon.nouns.get(tokens[atom.end].low)
    craft = noun is not None and noun.cls.startswith(("vehicle", "weapon"))
    return craft and tokens[atom.first - 2].low in ("a", "an") and before.low not in lexicon.nouns


def local(atom: Atom, before: Token) -> bool:
    """``Local 90 voted to strike``: a branch of a union."""
    return before.text == "Local" and atom.kind == "digits" and not atom.scaled


def unit_of_army(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``troops of the 8 Division``, ``the 14 Field Regiment``."""
    the = atom.kind == "digits" and tokens[atom.first - 1].low == "the"
    for token in tokens[atom.end : atom.end + 2] if the else ():
        if not token.text[0].isupper():
            return False
        if token.low in lexicon.cue("military_unit"):
            return True
    return False


def one_thing(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``the 408 ramp``, ``the 405 freeway``: one thing with a number."""
    if atom.value < 2 or atom.end + 1 >= len(tokens) or tokens[atom.end].glued:
        return False
    noun, after = lexicon.nouns.get(tokens[atom.end].low), tokens[atom.end + 1]
    singular = noun is not None and not noun.plural and tokens[atom.end].low not in lexicon.actions
    closed = (after.kind == "p" and after.text != "-") or after.low in lexicon.cue("stop")
    word = tokens[atom.end].low
    return singular and closed and word != "crew" and word not in lexicon.cue("state")  # ``the 24 crew``


def counter(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """The second number of ``Image 8 of 111``."""
    i = atom.first - 2
    return i > 0 and tokens[i].kind == "n" and tokens[i - 1].low in lexicon.cue("designator")


def club(tokens: list[Token], atom: Atom) -> bool:
    """``the Group of 20``, ``the Group of Seven``; not ``a group of 20``, ``Group of 20 freed``."""
    k = atom.first - 2
    return k > 0 and tokens[k].text == "Group" and tokens[k + 1].low == "of" and tokens[k - 1].kind == "w"


def site(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``at One Harbour Square``: a capital inside a sentence, and nothing that could be counted behind."""
    k = atom.end
    while k < len(tokens) and tokens[k].kind == "w":
        noun = lexicon.nouns.get(tokens[k].low)
        if noun is not None and noun.plural:
            return False
        if not tokens[k].text[0].isupper():
            break
        k += 1
    return k > atom.end


def series(tokens: list[Token], atom: Atom, lexicon: Lexicon) -> bool:
    """``Stages two and three``, ``Articles 5 and 6``, ``Units 3, 4 and 5``: each number names one of them."""
    k = atom.first - 1
    while k > 1 and tokens[k].low in _SERIES and _numeral(tokens[k - 1], lexicon):
        k -= 2
    lead = tokens[k]
    if not lead.low.endswith("s") or lead.low in lexicon.cue("designator") or lead.low == "days":
        return False
    names = {lead.low[:-1], lead.low.removesuffix("es")}
    staged = not names.isdisjoint(lexicon.cue("staged"))
    listed = atom.kind == "digits" and lead.low in lexicon.cue("series_numbers")
    if not staged and not listed and (names.isdisjoint(lexicon.cue("designator")) or not lead.text[0].isupper()):
        return False
    end = atom.end
    while end + 1 < len(tokens) and tokens[end].low in _SERIES and _numeral(tokens[end + 1], lexicon):
        end += 2
    after = tokens[end] if end < len(tokens) else None
    several = k < atom.first - 1 or end > atom.end
    return several and (after is None or after.kind == "p" or _ends(after, lexicon))


def sources(tokens: list[Token], i: int) -> bool:
    """``lower risk (5, 6, 7)``: a bracket of bare numerals and commas, the first of which is a few tokens back."""
    k = i - 1
    while tokens[k].text == "," and i - k < _LISTED and k > 1 and tokens[k - 1].text.isdigit():
        k -= 2
    if tokens[k].text not in ("(", "["):
        return False
    end = i + 1
    while end + 1 < len(tokens) and end - i < _LISTED and tokens[end].text == "," and tokens[end + 1].text.isdigit():
        end += 2
    return end < len(tokens) and tokens[end].text in (")", "]")


def _numeral(token: Token, lexicon: Lexicon) -> bool:
    return token.kind == "n" or token.low in lexicon.triggers


def _ends(after: Token, lexicon: Lexicon) -> bool:
    """No noun follows: ``phases 2 and 3 will``, ``Units 3 and 4 of the plant``."""
    verb = after.low in lexicon.verbs and after.low not in lexicon.nouns
    return verb or after.low in lexicon.cue("stop|sentence_verb")


def sequel(tokens: list[Token], i: int) -> bool:
    """``his role in Taken 3.``: a capital within a sentence, and nothing counted behind the number."""
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    inside = i > 0 and tokens[i - 1].text.islower() and tokens[i - 1].low in _TITLE_LEAD
    return inside and (after is None or after.kind == "p" or after.low in _TITLE_TAIL)


def of_one(tokens: list[Token], k: int) -> bool:
    """``Horus 4 did not reach space``: a verb of one thing behind the number."""
    return k < len(tokens) and tokens[k].low in ("is", "was", "has", "did", "does")
