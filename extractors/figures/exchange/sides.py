"""One side of an exchange or a war: what one party gives for what another gives, and what befell its own people."""

from itertools import pairwise

from extractors.figures.counted.antecedents import looks_on
from extractors.figures.exchange.cues import put
from extractors.figures.lexicon import Lexicon, held
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_GIVEN = frozenset({"released", "exchanged", "returned", "received", "recovered"})
BEFALLEN = _GIVEN | {"killed", "missing", "held", "captured", "lost", "injured", "fell", "casualty"}
# What befalls people beside an exchange.
BESIDE = frozenset({"killed", "injured", "shot", "arrested", "attended", "marched"})
_TRADED = frozenset({"for", "against"})
_LEVIED = frozenset({"man", "soldier", "reservist", "conscript", "recruit", "troop", "person", "fighter"})
_CLAUSES = frozenset({"since", "after", "when", "while", "before", "as"})
_WARS = frozenset({"war", "invasion", "since"})
_EXCHANGED = frozenset({"person.captive", "person.military", "person.victim"})
_ENEMIES = {"person.military", "person.militant"}
_SEIZED = frozenset({"hostage", "captive", "abductee"})
_JAILED = frozenset({"prisoner", "detainee", "convict", "inmate"})
_OWN = frozenset({"its", "their", "our"})
_APART = 6
_REACH = 12
_AROUND = 3
_FEW = 12
_ACCIDENTS = frozenset({"crash", "crashed", "crashes", "accident", "collision", "avalanche"})


def settle(sentence: Sentence, spans: list[Span], exchange: bool, lexicon: Lexicon) -> None:
    """Set one_side where a sentence without another cue says whose people it counts."""
    tokens = sentence.tokens
    open_ = [span for span in spans if span.basis is None and span.unit == "count"]
    if not open_:
        return
    if not sentence.words.isdisjoint(lexicon.cues.one_side_word):
        _traded(tokens, spans, exchange)
        _cued(sentence, open_, exchange, lexicon)
    if exchange and tokens[0].low in _AMONG:
        _among(tokens, open_, lexicon)
    if exchange and not sentence.words.isdisjoint(lexicon.cue("in_hands")):
        _held(tokens, open_, lexicon)
    if len(open_) > 1:
        _both_ways(open_)
        if exchange:
            _foes(tokens, open_)
    for span in open_:
        theirs = exchange and (bodies(tokens, span) or _listed(tokens, span)) and not aside(sentence, span, lexicon)
        if span.basis is None and (theirs or _national(sentence, span, exchange)):
            put(span, "one_side", "remains" if theirs else "national", 0.55)
    _others(open_)


def _others(open_: list[Span]) -> None:
    """``12 Kharimi soldiers were killed and 30 others hurt``: of the same side."""
    for left, right in pairwise(open_):
        if right.others and right.basis is None and ("basis", "national", 0.55) in left.rules and people(right):
            put(right, "one_side", "others", 0.5)


def aside(sentence: Sentence, span: Span, lexicon: Lexicon) -> bool:
    """Nobody's prisoners: delegates who escort them, bodies under the rubble, the missing beside a war's wounded."""
    if looks_on(sentence.tokens, span, lexicon):
        return span.item_class in (None, "person") and not span.part
    if span.item in lexicon.cue("crowd_out") and span.item_class != "person.military":
        return span.action_class not in _GIVEN and span.action_class not in ("held", "kidnapped", "captured")
    if span.item_class == "person.victim" or span.action_class in ("recovered", "killed"):
        return not sentence.words.isdisjoint(lexicon.cue("ruins"))
    return span.action_class == "missing" and not sentence.words.isdisjoint(lexicon.cue("struck_word"))


def people(span: Span) -> bool:
    """True of a count of people."""
    return span.unit == "count" and (span.item_class or "").startswith("person")


def _traded(tokens: list[Token], spans: list[Span], exchange: bool) -> None:
    """``36 bodies for 412``, ``eight hostages are to be released for 240 prisoners``: two sides, one number each."""
    for left, right in pairwise(spans):
        if left.basis or right.basis or not people(left) or not (people(right) or right.elided):
            continue
        between = [t.low for t in tokens[left.noun_end : right.begin]]
        given = left.action_class in _GIVEN or right.action_class in _GIVEN or _handed(left)
        given = given or (exchange and right.elided and between == ["for"])  # it got 11 people for eight
        if given and right.unit == "count" and _swapped(between):
            put(left, "one_side", "traded", 0.7)
            put(right, "one_side", "traded", 0.7)
    if _opens(tokens, spans[0]) and any(s.action_class in _GIVEN and people(s) for s in spans[1:]):
        put(spans[0], "one_side", "traded", 0.7)
    for left, right in pairwise(spans):  # for three hostages and five workers
        beside = [t.low for t in tokens[left.noun_end : right.begin]] == ["and"] and not right.basis and people(right)
        if beside and ("basis", "traded", 0.7) in left.rules:
            put(right, "one_side", "traded", 0.7)


def _opens(tokens: list[Token], span: Span) -> bool:
    """``In exchange for nine soldiers, it gave up 36 detainees``."""
    led = span.begin == _OPENED and tokens[2].low == "for" and (tokens[0].low, tokens[1].low) in _IN_RETURN
    return led and people(span) and span.basis is None


def _both_ways(open_: list[Span]) -> None:
    """``Norland got 120 bodies and Sudria got 27``, ``freed 90 prisoners after three hostages were handed over``."""
    given = [span for span in open_ if span.action_class in _GIVEN and span.item_class in _EXCHANGED]
    for left, right in pairwise(given):
        parties = left.party is not None and right.party is not None and left.party != right.party
        if (
            parties
            or (left.item in _SEIZED and right.item in _JAILED)
            or (left.item in _JAILED and right.item in _SEIZED)
        ):
            put(left, "one_side", "both_ways", 0.6)
            put(right, "one_side", "both_ways", 0.6)


def _foes(tokens: list[Token], open_: list[Span]) -> None:
    """``The last one involved 88 soldiers and 230 separatists``: of either side some."""
    for left, right in pairwise(open_):
        classes = {left.item_class, right.item_class}
        joined = [t.low for t in tokens[left.noun_end : right.begin]] in (["and"], ["for"])
        if classes == _ENEMIES and joined and left.action_class not in BESIDE and left.action == right.action:
            put(left, "one_side", "both_ways", 0.6)
            put(right, "one_side", "both_ways", 0.6)


def _handed(span: Span) -> bool:
    return span.item in ("body", "prisoner", "captive", "hostage", "detainee")


def _swapped(between: list[str]) -> bool:
    """``for`` or ``against`` right before the second number, ``in return`` or ``in exchange`` somewhere between."""
    if not between or len(between) > 2 * _APART or ";" in between:
        return False
    behind = between[::-1]
    near = next((k for k, low in enumerate(behind) if low in _TRADED), None)
    if near is not None and behind[near + 1 : near + 2] and behind[near + 1] in _SEEKING:
        return False  # found four bodies in its search for dozens of sailors
    led = near is not None and (near < 2 or _OF_THOSE.issuperset(behind[:near]))
    return led or any(pair in _IN_RETURN for pair in pairwise(between))


_SEEKING = frozenset({"search", "searching", "searches", "hunt", "hunting", "look", "looking", "quest", "charged"})
_SERVICES = frozenset({"army", "navy", "marine", "marines", "corps", "force", "forces", "special", "national", "guard"})
_OF_THOSE = frozenset({"of", "those", "the", "bodies", "remains", "release", "return"})
_TALLIES = frozenset({"count", "toll", "figure", "figures", "estimate", "estimates", "tally", "homes", "lives",
                      "register", "registry", "list", "lists", "records", "statistics", "books", "data"})  # fmt: skip
_AMONG = frozenset({"among", "amongst", "between"})
_A_LIST = ["list", "of"]
_BODIES = frozenset({"bodies", "remains"})
# What people do whom nobody is said to have freed: ``were flown out``, ``walked across``.
_WENT = frozenset({None, "crossed", "agent"})
_STAFF = frozenset({"volunteer", "journalist", "nurse", "doctor", "teacher", "medic", "engineer", "reporter"})
_LONG, _OPENED = 18, 3
_IN_RETURN = frozenset({("in", "return"), ("in", "exchange")})


def _cued(sentence: Sentence, open_: list[Span], exchange: bool, lexicon: Lexicon) -> None:
    """``in return``, ``came the other way``, ``of its soldiers``, ``losses of the enemy``, ``on the Kharimi side``."""
    tokens, folded = sentence.tokens, sentence.folded()
    turned = bool(held(sentence.words, folded, lexicon.cues.in_return))
    theirs = bool(held(sentence.words, folded, lexicon.cues.one_side_phrase))
    levied = bool(held(sentence.words, folded, lexicon.cues.levied))
    for span in open_:
        if span.basis is not None:
            continue
        whose = theirs and _near(tokens, span, lexicon)
        gone = span.action_class in _GIVEN or _handed(span) or (exchange and span.action_class in _WENT)
        if turned and (people(span) or span.elided) and gone:
            put(span, "one_side", "in_return", 0.65)
        elif whose and not _staff(span) and (people(span) or span.item == "loss") and span.action_class in BEFALLEN:
            put(span, "one_side", "whose", 0.6)
        elif levied and span.item in _LEVIED:
            put(span, "one_side", "levied", 0.6)
        elif (_own(tokens, span) and not _staff(span)) or _on_side(tokens, span):
            put(span, "one_side", "whose", 0.6)


def _near(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``its soldiers`` is said of the number in its own clause, not behind ``since`` or ``after``."""
    first = next((k + 1 for k in range(span.begin - 1, -1, -1) if tokens[k].text == ";"), 0)
    end = next((k for k in range(span.last, len(tokens)) if tokens[k].low in _CLAUSES), len(tokens))
    words = [t.low for t in tokens[first:end]]
    if "own" in words and not _TALLIES.isdisjoint(words[words.index("own") + 1 : words.index("own") + 2]):
        return False  # have revised their own count
    return bool(held(set(words), f" {' '.join(words)} ", lexicon.cue("one_side_phrase")))


def _own(tokens: list[Token], span: Span) -> bool:
    """``38 of its own fallen``: people of a party, by its possessive and ``own``."""
    words = [t.low for t in tokens[span.last : span.last + _AROUND + 1]]
    return words[:1] == ["of"] and len(words) > 2 and words[1] in _OWN and words[2] == "own"


def _staff(span: Span) -> bool:
    """``six of its own workers``: of an agency, which is no party."""
    return span.item_class == "person.worker" or span.item in _STAFF


def _on_side(tokens: list[Token], span: Span) -> bool:
    """``9 deaths on the Kharimi and 12 on the Belmark side``."""
    words = tokens[span.noun_end : span.noun_end + 3]
    return (
        len(words) == 3
        and words[0].low in ("on", "from")
        and words[1].low == "the"
        and words[2].text[0].isupper()
        and any(t.low == "side" for t in tokens[span.noun_end : span.noun_end + _REACH])
    )


def _held(tokens: list[Token], open_: list[Span], lexicon: Lexicon) -> None:
    """``They hold 1,150 Kharimi citizens``, ``in Kharimi hands``, ``the Kharimi side speaks of 412``."""
    words = lexicon.cue("in_hands")
    theirs = any(
        token.low in words and i and tokens[i - 1].text[0].isupper() and i > 1 for i, token in enumerate(tokens)
    )
    for span in open_:
        someone = people(span) or (span.elided and (span.value or span.low or span.high or 0) > _FEW)
        national = any(t.text[0].isupper() for t in tokens[span.last : span.noun_end])
        if span.basis is None and someone and (theirs or national):
            put(span, "one_side", "held_by", 0.55)


def _national(sentence: Sentence, span: Span, exchange: bool) -> bool:
    """``6,300 Kharimi soldiers``: a war's dead, missing or prisoners of one nation; not whom somebody killed."""
    tokens = sentence.tokens
    if span.item_class != "person.military" or span.action_class not in BEFALLEN or span.item == "peacekeeper":
        return False
    if span.action_class in BESIDE and not sentence.words.isdisjoint(_ACCIDENTS):
        return False
    struck = span.action_class in BESIDE and span.action_at is not None and span.action_at < span.begin
    if struck and not exchange and sentence.words.isdisjoint(_WARS):
        return False
    named = [t for t in tokens[span.last : span.noun_end] if t.text[0].isupper()]
    return any(not t.text.isupper() and t.low not in _SERVICES for t in named)  # not ``three Army soldiers``


def bodies(tokens: list[Token], span: Span) -> bool:
    """``the bodies of 400 soldiers``, ``400 sets of remains``."""
    behind = [t.low for t in tokens[span.noun_end : span.noun_end + 2]]
    if len(behind) > 1 and behind[0] == "of" and behind[1] in _BODIES:
        return True
    return span.begin > 1 and tokens[span.begin - 1].low == "of" and tokens[span.begin - 2].low in _BODIES


def _listed(tokens: list[Token], span: Span) -> bool:
    """``submitted a list of 640 names``; not ``exchanged lists of 1,000 names``."""
    return span.item == "name" and span.begin > 1 and [t.low for t in tokens[span.begin - 2 : span.begin]] == _A_LIST


def _among(tokens: list[Token], open_: list[Span], lexicon: Lexicon) -> None:
    """``Among the Kharimi troops who came back were 61 with wounds``; not ``Among the dead were three soldiers``."""
    verb = next((k for k in range(2, min(len(tokens), _LONG)) if tokens[k].low in ("were", "was", "are", "is")), 0)
    words = {t.low for t in tokens[1:verb]}
    if words.isdisjoint(lexicon.cue("exchanged_word")) or not words.isdisjoint(lexicon.cue("struck_word")):
        return
    for span in open_:
        if span.begin > verb and span.basis is None and (people(span) or span.elided):
            put(span, "one_side", "among", 0.6)
