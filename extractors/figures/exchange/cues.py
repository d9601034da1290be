"""What the words near a number say of its basis: each side, apiece, in total, both sides, the same number."""

from extractors.figure import Basis
from extractors.figures.lexicon import Lexicon, held
from extractors.figures.spans import Span
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

Told = dict[str, list[str]]
HOME = frozenset({"released", "exchanged", "returned", "received", "recovered"})
_PHRASES = ("each_phrase", "total_phrase", "both_sides", "same_number")
_BORDER = frozenset({";", ":"})
# ``84 from each side, taking the number of those freed to 4,181``: all of them.
_SUMMING = frozenset({"taking", "bringing", "raising", "lifting"})
_PARTIES = frozenset({"side", "country", "nation", "party", "government", "army", "state"})
_OWN = frozenset({"its", "their", "our"})
_NOBODY: frozenset[str] = frozenset()
_EACH = frozenset({"each", "every", "apiece", "one"})
_FOR_EACH = (" for every ", " for each ")
_SHARED_OUT = frozenset({"from", "by", "for", "to", "on", "in"})
# Behind these, ``each`` opens another clause.
_ANEW = frozenset({"and", "that", ",", "but", "said", "says"})
# Behind ``each`` these belong to what stands before it.
_CLOSES = frozenset({",", "and", "or", ".", ")", "but", "plus", "on", "in", "for", "after", "before", "while"})
_ONE = frozenset({"a", "an", "one", "another"})
# What is on each of some is no count of each of them.
_ON = frozenset({"on", "in", "aboard", "inside", "with"})
_NEAR = 4
_SPEECH = 10
# What happens to each side in three stages or within two weeks takes three stages and two weeks in all.
_WITHIN = frozenset({"in", "within", "over"})
# Behind ``and``, what begins a clause that is not of the number.
_ANOTHER = frozenset({"said", "says", "added", "warned", "would", "will"})


def told(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> Told | None:
    """The phrases of each list that a sentence has, and its words of each; None where no word of it is of any."""
    if sentence.words.isdisjoint(lexicon.cues.basis_word) and not _priced(sentence, spans):
        return None
    return _told(sentence, lexicon)


def _told(sentence: Sentence, lexicon: Lexicon) -> Told:
    found = {name: held(sentence.words, sentence.folded(), lexicon.cue(name)) for name in _PHRASES}
    found["each"] = [word for word in _EACH if word in sentence.words]
    return found


def settle(tokens: list[Token], span: Span, spans: list[Span], told: Told, lexicon: Lexicon) -> None:
    """A cue behind the number binds first, then one before it; neither crosses another number's noun."""
    if not any(told.values()):
        return None  # ``both``, ``total``, ``side`` alone
    if of_all := _of_all(tokens, span, lexicon):
        return put(span, "total", of_all, 0.85)
    left, right = _clause(tokens, span, spans)
    right = _before_total(tokens, span.last, _before_speech(tokens, span.last, right, lexicon))
    after = f" {' '.join([t.low for t in tokens[span.last : right]])} "
    before = f" {' '.join([t.low for t in tokens[left : span.first]])} "
    heard = next((k for k in range(span.first - 1, left, -1) if tokens[k].low in lexicon.cue("say")), left)
    quoted = f" {' '.join([t.low for t in tokens[heard : span.first]])} "
    next_to = {f" {t.low} " for t in tokens[max(left, span.begin - 2) : span.begin]}
    same = span is spans[-1] and _matched(tokens, span, spans, told)
    if same or _every(span, before, after, left == 0):
        return put(span, "each", "same_number" if same else "every", 0.7)
    within = _within(tokens, span, lexicon)
    for text, near in ((after, True),) if within else ((after, True), (before, False)):
        for cue in told["each_phrase"]:
            if cue in text and f" with{cue}" not in text:
                return put(span, "each", "each_phrase", 0.9)
        if _each(text, near):
            return put(span, "each", "each", 0.85)
        for cue in told["total_phrase"]:
            if cue in (text if near else quoted) and (near or " " in cue[1:-1] or cue in next_to):
                return put(span, "total", "total_phrase", 0.85)
    return _both(span, before, told)


def put(span: Span, basis: Basis, rule: str, confidence: float) -> None:
    """Give a number its basis, and note by which rule."""
    span.basis = basis
    span.rules.append(("basis", rule, confidence))


def _priced(sentence: Sentence, spans: list[Span]) -> bool:
    """``Every sample costs 240 dollars``."""
    return "every" in sentence.words and any(span.unit.startswith("money") for span in spans)


def _every(span: Span, before: str, after: str, opens: bool) -> bool:
    """``Every sample costs $240``, ``30 prisoners for every hostage``, ``For every hostage, 30 prisoners``."""
    priced = span.unit.startswith("money") and (" every " in before or " to every " in after)
    return priced or any(cue in after for cue in _FOR_EACH) or (opens and before.startswith(_FOR_EACH))


def _before_speech(tokens: list[Token], first: int, right: int, lexicon: Lexicon) -> int:
    """``freed 175 men, officials on both sides said``: what is told behind the comma is who says so."""
    say = lexicon.cue("say")
    for k in range(first, right):
        if tokens[k].text == ",":
            end = next(
                (j for j in range(k + 1, min(right, k + _SPEECH)) if tokens[j].text in ",;." or tokens[j].low in say), k
            )
            if tokens[end].low in say and end > k + 1:
                return k
    return right


def _before_total(tokens: list[Token], first: int, right: int) -> int:
    """``a day after each released a total of 390``: a total right before the next number is that one's."""
    ends = (
        right - 2 > first and right < len(tokens) and tokens[right - 1].low == "of" and tokens[right - 2].low == "total"
    )
    return right - 2 if ends else right


def _both(span: Span, before: str, told: Told) -> None:
    """``Both sides released 303 captives``: each of them."""
    if span.action_class in HOME - {"exchanged"} and any(cue in before for cue in told["both_sides"]):
        put(span, "each", "both_gave", 0.5)


def _within(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``in three stages``, ``over two days``; not ``will hand over 40``."""
    if span.begin == 0 or tokens[span.begin - 1].low not in _WITHIN:
        return False
    return not (tokens[span.begin - 1].low == "over" and tokens[span.begin - 2].low in lexicon.cue("over_lead"))


def _matched(tokens: list[Token], span: Span, spans: list[Span], told: Told) -> bool:
    """``Kharim freed 103 captives and Belmark the same number``; not ``236 of its soldiers``, one side's own."""
    if not told["same_number"] or span.action_class not in HOME:
        return False
    for s in spans[-2:]:
        own = _OWN if s.item_class != "person.captive" else _NOBODY  # ``40 of its prisoners`` are the others'
        if any(t.text[0].isupper() or t.low in own for t in tokens[s.last : s.noun_end]):
            return False
    behind = f" {' '.join([t.low for t in tokens[span.last :]])} "
    found = next((cue for cue in told["same_number"] if cue in behind), None)
    people = (span.item_class or "person").startswith("person")
    return people and found is not None and not behind.partition(found)[0].endswith((" for", " back"))


def _each(text: str, near: bool) -> bool:
    """``each`` and ``apiece`` behind a number, or before it where it does not close what another number counts."""
    if near and " apiece " in text:
        return True
    if " each " not in text:
        return False
    words = text.split()
    return any(w == "each" and (_behind if near else _ahead)(words, k) for k, w in enumerate(words))


def _behind(words: list[str], k: int) -> bool:
    """``214 prisoners each``, ``84 from each of the sides``; not ``each other``, ``with each side …``, ``one bullet
    each``, ``and each night costs …``, ``each of whom …``.
    """
    lead, behind = words[k - 1] if k else "", words[k + 1] if k + 1 < len(words) else ""
    if lead == "with" or behind == "other":
        return False
    if behind == "of":
        return lead in _SHARED_OUT
    if lead in _ANEW and behind.isalpha() and behind not in _PARTIES:
        return False
    if words[0] == "and" and words[1] in _ONE and (not behind or behind in _CLOSES):
        return True  # ``$30 and a meal each``
    return _ONE.isdisjoint(words[max(0, k - _NEAR) : k]) or lead in _SHARED_OUT


def _ahead(words: list[str], k: int) -> bool:
    """``each freed 214``, ``Each family will get 2,000 euros``; not ``500 euros each, and 40 tents``, nor a bell ``for
    each of the people``.
    """
    lead, behind = words[k - 1] if k else "", words[k + 1] if k + 1 < len(words) else ""
    return lead != "with" and behind not in ("other", "of", "time") and behind not in _CLOSES


def _of_all(tokens: list[Token], span: Span, lexicon: Lexicon) -> str:
    """The rule by which a number is all of those of whom each did something; ``each_of`` makes all others each."""
    if _distributed(tokens, span):
        return "each_of"
    return "each_did" if _each_did(tokens, span, lexicon) else ""


def _distributed(tokens: list[Token], span: Span) -> bool:
    """``each of the 14 people``: the 14 are all of them, and what each gets is another number."""
    k = span.begin - 1
    if k >= 0 and tokens[k].low in ("the", "these", "those", "its", "their", "our", "his", "her"):
        k -= 1
    return k > 0 and tokens[k].low == "of" and tokens[k - 1].low in ("each", "one") and span.item not in _PARTIES


def _each_did(tokens: list[Token], span: Span, lexicon: Lexicon) -> bool:
    """``two ambulances each took six``, ``20 motorcycles, two men on each``: the first number is all of them."""
    if span.item in _PARTIES or span.item is None:
        return False
    behind = [t.low for t in tokens[span.noun_end : span.noun_end + 6]]
    if behind[:1] == ["each"] and len(behind) > 1:
        return behind[1] in lexicon.verbs or behind[1] in lexicon.cue("finite_past")
    at = behind.index("each") if behind[:1] == [","] and "each" in behind else 0
    return at > 1 and behind[at - 1] in _ON and behind[at + 1 : at + 2] in ([","], ["."], [])


def _clause(tokens: list[Token], span: Span, spans: list[Span]) -> tuple[int, int]:
    """The tokens that a cue may stand in: up to the neighbouring numbers, a semicolon, or the ends of the sentence."""
    left, right = 0, len(tokens)
    for other in spans:
        if other.first < span.first:
            left = max(left, other.last)
            shared = other.noun_end + 1 < span.begin and tokens[other.noun_end].low in ("each", "apiece")
            if shared and tokens[other.noun_end + 1].low in _CLOSES:
                left = max(left, other.noun_end + 1)  # ``swapped 175 each, and Kelmark handed over 22``
        elif other.first > span.first:
            right = min(right, other.begin)
    for k in range(span.first - 1, left - 1, -1):
        if tokens[k].text in _BORDER or tokens[k].low in _SUMMING:
            left = k + 1
            break
    for k in range(span.last, right):
        if tokens[k].text in _BORDER or (
            tokens[k].low in ("while", "whereas", "when", "although", "though", "which", "where", "but")
            and k > span.end
        ):
            return left, k
        if tokens[k].low == "and" and k + 1 < right and tokens[k + 1].low in _ANOTHER:
            return left, k  # ``asked for five more and said that each night costs 100 million``
    return left, right
