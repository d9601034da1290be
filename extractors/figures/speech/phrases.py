"""The noun phrase of somebody who can speak: a name, an authority (``police``), people or a group."""

from dataclasses import dataclass

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import inside
from extractors.figures.speech.names import CAPITALS, authority, known, nameable, plain
from extractors.figures.text.tokens import Token

_LONGEST = 12
_REACH = 14
_PLACE = 5
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_ARTICLE = frozenset({"of", "for", "and", "in", "at", "from", "with", "on", "by"})
# ``Doctors Without Borders``
_WHICH = frozenset({"last", "this", "earlier", "late", "next"})
# ``pulled bodies from a block after a strike that officials said killed 25``: the officials alone.
_CLAUSE = frozenset({"that", "after", "before", "when", "while", "because"})
_BY_OR_UP = frozenset({"by", "up"})
_BY_OR_TO = frozenset({"by", "to"})
_FROM = frozenset({"from", "with"})
_BY_OR_IN = frozenset({"by", "in"})
_SOME = frozenset({"both", "two", "three", "four", "several", "unidentified", "unnamed"})
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_SOURCES = frozenset({"source", "sources"})
_INSIDE = frozenset({"Without", "Against"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "one", "local"})


@dataclass(slots=True)
class Phrase:
    """``who`` in the words of the article, without articles at its ends; tokens ``first`` to ``end``."""

    who: str
    first: int
    end: int


def before(tokens: list[Token], j: int, lexicon: Lexicon, *, loose: bool = False) -> Phrase | None:
    """The phrase whose last token is j; None where it is nobody's name. ``loose`` takes any ``the <noun>``."""
    j = inside.last(tokens, j, lexicon)
    modified, end = _modified(tokens, j, lexicon) or (None, j + 1)
    numbered = tokens[j].kind == "n" and j > 0 and tokens[j - 1].text[0].isupper()
    if numbered and tokens[j - 1].low in lexicon.cue("month"):
        return None  # ``announced on Feb 4, calls for``
    named = modified is not None or numbered or nameable(tokens[j], lexicon) or tokens[j].low in lexicon.cues.document
    if not named and not (loose and plain(tokens[j], lexicon)):
        return None
    first = _start(tokens, j if modified is None else modified, lexicon)
    if not named:
        lead = first and tokens[first].low not in _DETERMINERS
        determined = tokens[first - lead].low in _DETERMINERS
        plural = tokens[j].low.endswith("s") and (first == 0 or tokens[first - 1].text in ',";')
        return clean(tokens, first, end, lexicon, loose=True) if determined or plural else None
    other = _joined(tokens, first, lexicon)
    return clean(tokens, first if other is None else other, end, lexicon, loose=True)


def behind(tokens: list[Token], j: int, lexicon: Lexicon, *, loose: bool = False) -> Phrase | None:
    """The phrase that begins at token j; ``loose`` takes any noun there."""
    start = j
    while j < len(tokens) and (
        tokens[j].low in lexicon.cues.name_lead
        or tokens[j].low in _SOME
        or (j == start and nameable(tokens[j], lexicon))
    ):
        j += 1
    if start < j < len(tokens) - 1 and tokens[j].kind == "n" and tokens[j - 1].low in _ARTICLES:
        if tokens[j + 1].low in _ORDINALS:
            start, j = j, j + 2  # the 7th Fleet
        else:
            start = j = j + 1  # a 2024 study
    while j < len(tokens) and _continues(tokens, j, start, lexicon):
        j += 1
    return clean(tokens, start, _with_second(tokens, j, lexicon), lexicon, loose=loose)


def clean(tokens: list[Token], first: int, end: int, lexicon: Lexicon, *, loose: bool = False) -> Phrase | None:
    """The words between without articles at the ends; None where nothing nameable is left."""
    edges = lexicon.cues.name_edge
    while first < end and (tokens[first].low in edges or tokens[first].kind == "p"):
        first += 1
    if first + 2 < end and tokens[first].low == "year" and tokens[first + 2].low == "old":
        first += 3
    if 1 < first < end - 1 and _measured(tokens, first):
        first += 1
    counted = first + 1 < end and tokens[first].low in lexicon.triggers and not tokens[first + 1].glued
    if counted and tokens[first + 1].text.islower() and tokens[first + 1].low != "of":
        first += 1
    while end > first and tokens[end - 1].low in edges:
        end -= 1
    if first >= end or end - first > _LONGEST:
        return None
    site = end + 1 < len(tokens) and tokens[end].text == "." and tokens[end + 1].low in inside.DOMAINS
    if site and tokens[end].glued and tokens[end + 1].glued:
        end += 2  # GlobalWatch.org
    if not loose and not _nameable(tokens[first:end], lexicon):
        return None
    out = ""
    for token in tokens[first:end]:
        out += token.text if token.glued and out else f" {token.text}"
    return Phrase(out.strip().removesuffix("'"), first, end)


def _nameable(tokens: list[Token], lexicon: Lexicon) -> bool:
    for token in tokens:  # noqa: SIM110 - twice as fast as any()
        if nameable(token, lexicon):
            return True
    return False


def _measured(tokens: list[Token], k: int) -> bool:
    """``a 500-page report``: the word at k hangs on a number."""
    return tokens[k].glued and tokens[k - 1].text == "-" and tokens[k - 2].kind == "n" and tokens[k].text.islower()


def _start(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    while j > 0 and _belongs(tokens, j - 1, lexicon):
        j -= 1
    return j


def _belongs(tokens: list[Token], j: int, lexicon: Lexicon) -> bool:
    """True where token j still belongs to the phrase that begins behind it."""
    token = tokens[j]
    if token.kind == "n":
        return inside.numbered(tokens, j, lexicon)
    if token.low in _ORDINALS and j and tokens[j - 1].kind == "n":
        return inside.numbered(tokens, j - 1, lexicon)
    if token.text == "'":
        return bool(j) and token.glued
    if tokens[j + 1].low in _ARTICLES and token.low not in _BEFORE_ARTICLE:
        return token.text == "Save" or (token.low == "to" and inside.to(tokens, j, lexicon))
    if token.text in {".", "-"}:  # ``KORVA - Kiran said`` is no name
        return bool(j) and token.glued and (token.text == "-" or inside.abbreviated(tokens[j - 1], lexicon))
    if token.low in lexicon.cues.name_link:
        joins = bool(j) and tokens[j - 1].text[:1].isupper() and tokens[j + 1].text[0].isupper()
        return token.low not in {"and", "in"} or (joins and inside.firm(tokens, j))
    if token.kind == "p" or inside.said_thing(tokens, j, lexicon):
        return False
    if token.low == "to" and j:
        return inside.to(tokens, j, lexicon)
    of_both = token.low == "both" and j and tokens[j - 1].low == "of"  # ``the ministries of both countries``
    if of_both or token.text in _INSIDE | CAPITALS or (token.glued and j and tokens[j - 1].text in "-–"):
        return True
    acts = lexicon.actions.get(token.low, ()) if token.text[0].islower() else ()
    return not inside.stops(tokens, j, lexicon) and not any(
        a.role in "os" and a.past and a.lemma != token.low for a in acts
    )


def _verb_between(tokens: list[Token], k: int, j: int, lexicon: Lexicon) -> bool:
    """``the ministry that runs the camps``, ``when the bomb went off``: no subject right behind, but a whole clause."""
    return any(lexicon.verbs.get(t.low, t.low) != t.low or t.low in lexicon.cue("auxiliary") for t in tokens[k:j])


def _modified(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """``people with knowledge of the matter``, ``an official who asked …``: who is meant, and where the phrase ends."""
    said, auxiliary = lexicon.cues.say, lexicon.cues.auxiliary
    linked, cut = lexicon.cues.name_with, lexicon.cues.name_cut
    for k in range(j - 1, j - _REACH if j > _REACH else 0, -1):
        low = tokens[k].low
        if low in _BY_OR_IN and tokens[k - 1].low in lexicon.cue("name_seen") and k > 1:
            return _seen_by(tokens, k, j, lexicon)
        if low in _BY_OR_TO and k > 1 and tokens[k - 1].low in lexicon.cue("name_run"):
            return k - 2, k - 1
        if tokens[k].text == "-" and tokens[k].glued:
            continue  # ``the ministry in the rebel-held Wadra region``
        if (
            tokens[k].kind != "w"
            or low in said
            or (low in _CLAUSE and not _verb_between(tokens, k + 1, j, lexicon))
            or (low in auxiliary and tokens[k - 1].low not in ("to", "who"))
        ):
            return None
        whom = tokens[k - 1]
        if low in cut:
            who = _at_place(tokens, k - 1, lexicon) if low == "who" else k - 1
            return (who, k) if known(tokens[who], lexicon) else None
        if known(whom, lexicon) and whom.text.islower() and _befell(low, lexicon):
            return k - 1, k
        office = k > 2 and tokens[k - 2].low == "of" and known(tokens[k - 3], lexicon)
        if low in _FROM and k > 1 and _full_name(tokens, k - 1, lexicon):
            return k - 1, k
        if low in linked and (office or (known(whom, lexicon) and whom.low not in lexicon.cue("document"))):
            return _at_place(tokens, k - 1, lexicon), j + 1
    return _people_of(tokens, j, lexicon)


def _people_of(tokens: list[Token], j: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """``residents of the Zarin valley``: people are of a place, whatever its last word."""
    for k in range(j - 1, max(0, j - _PLACE), -1):
        if tokens[k].low == "of":
            return (k - 1, j + 1) if _people(tokens, k - 1, lexicon) else None
        if tokens[k].kind != "w":
            return None
    return None


def _seen_by(tokens: list[Token], k: int, j: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """``a memo seen by Reuters``, ``an assessment leaked in May``."""
    end = k - 1 if tokens[k].low == "in" else j + 1
    return (k - 2, end) if tokens[k - 2].low in lexicon.cue("document") else None


def _people(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """A plural word for persons in lower case, or at the beginning of the sentence."""
    if k and not tokens[k].text.islower():
        return False
    noun = lexicon.nouns.get(tokens[k].low)
    return noun is not None and noun.plural and noun.cls.startswith("person")


def _at_place(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``a doctor at the reception centre in Lesk``: the doctor, not the centre."""
    k = _start(tokens, j, lexicon) - 1
    while k > 0 and tokens[k].low in lexicon.cue("name_lead"):
        k -= 1
    inner = k > 0 and tokens[k].low in ("at", "in", "from", "for") and (k == 1 or tokens[k - 1].text.islower())
    noun = lexicon.nouns.get(tokens[k - 1].low) if inner else None
    person = inner and (
        (noun is not None and noun.cls.startswith("person"))
        or tokens[k - 1].low in lexicon.cue("role")
        or tokens[k - 1].low in _SOURCES
    )
    return k - 1 if person else j


def _full_name(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """Two capitals that end at k and are no body's name: ``Mohsen Karim from the relief agency``."""
    return all(t.kind == "w" and t.text[0].isupper() and not authority(t, lexicon) for t in tokens[k - 1 : k + 1])


def _befell(low: str, lexicon: Lexicon) -> bool:
    """A past participle: ``a woman released from captivity``."""
    return any(act.role == "o" and act.past for act in lexicon.actions.get(low, ()))


def _joined(tokens: list[Token], first: int, lexicon: Lexicon) -> int | None:
    """``Police and hospital officials said``: where the whole begins, if it opens a sentence or a clause."""
    k = first - 1
    while k > 0 and tokens[k].low in lexicon.cue("name_lead"):
        k -= 1
    if k < 1 or tokens[k].low not in ("and", "or") or not nameable(tokens[k - 1], lexicon):
        return None
    start = _start(tokens, k - 1, lexicon)
    while start and tokens[start - 1].low in lexicon.cue("name_lead"):
        start -= 1
    opens = start == 0 or tokens[start - 1].text in ',";' or tokens[start - 1].low in lexicon.cue("clause")
    return start if opens else None


def _ends(lexicon: Lexicon) -> frozenset[str]:
    """Words that no name holds."""
    return lexicon.cue("stop|weekday|say|month")


def _continues(tokens: list[Token], j: int, start: int, lexicon: Lexicon) -> bool:
    token = tokens[j]
    if token.glued and j > start and tokens[j - 1].text == "-":
        return True
    if (token.low == "reports" and j > start) or token.text in CAPITALS:
        return True
    if token.low in _WHICH and j + 1 < len(tokens) and tokens[j + 1].low in lexicon.cue("say_when"):
        return False  # ``a study by the Oru Institute last week``
    if token.low in lexicon.cues.told_verb and j + 1 < len(tokens) and tokens[j + 1].low in _BY_OR_UP:
        return False  # ``according to a list kept by the union``
    if token.kind == "w" and token.low not in _ends(lexicon):
        return token.text[0].isupper() or not (token.low.endswith("ed") or _finite(tokens, j, start, lexicon))
    if token.low in {"of", "for", "'s", "-", "&"}:
        return j > start
    if token.low == "to" and j > start:
        return inside.to(tokens, j, lexicon)
    if token.text == "'":
        return token.glued and j + 1 < len(tokens) and tokens[j + 1].kind == "w"
    if token.low == "the":
        return tokens[j - 1].low in ("of", "for")
    return token.text == "." and token.glued and j + 1 < len(tokens) and inside.abbreviated(tokens[j - 1], lexicon)


def _finite(tokens: list[Token], j: int, start: int, lexicon: Lexicon) -> bool:
    """``compiled by the charity Open Door contains 51 names``: a verb of the present that no noun looks like."""
    token, name = tokens[j], tokens[j - 1]
    if j > start and name.low.endswith("s") and (token.low == "won" or token.low in lexicon.cue("finite_past")):
        return True  # ``according to official results won 38%``
    if j > start and _people(tokens, j - 1, lexicon) and token.low in lexicon.cue("finite_now"):
        return True  # ``A list compiled by relatives contains 57 names``
    verb = j > start and token.low.endswith("s") and name.text[0].isupper() and token.low in lexicon.verbs
    return verb and token.low not in lexicon.nouns and not authority(token, lexicon)


def _with_second(tokens: list[Token], j: int, lexicon: Lexicon) -> int:
    """``according to police and the coast guard.``: the end of the second name, if the clause ends with it."""
    if j + 1 >= len(tokens) or tokens[j].low != "and":
        return j
    k = j + 1
    while k < len(tokens) and (tokens[k].low in lexicon.cue("name_lead") or _continues(tokens, k, j, lexicon)):
        k += 1
    named = k > j + 1 and nameable(tokens[k - 1], lexicon)
    return k if named and (k == len(tokens) or tokens[k].kind == "p") else j
