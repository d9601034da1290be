"""Which of the people who speak in a sentence is a number's authority, clause by clause."""

from bisect import bisect_right
from collections.abc import Set
from operator import attrgetter

from extractors.figures.lexicon import Lexicon, load
from extractors.figures.once import Once
from extractors.figures.spans import Span
from extractors.figures.speech import attributions, borders, presuppositions, sayings
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.saying import Saying
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_OPENING = 5
# Who only offers or promises tells nothing in the sentence behind.
_GIVES = frozenset({"offered", "offers", "pledged", "pledges", "promised", "promises"})
_SAYS = frozenset({"said", "says", "say", "told", "according", "added", "announced", "reported", "confirmed"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
# Who measures quakes and storms tells of no victims.
_MEASURING = frozenset({"geological", "usgs", "seismological", "geophysical", "meteorological", "weather"})
_ASKED = frozenset({"asked", "demanded", "offered", "requested", "proposed", "promised", "pledged"})
_OURS = frozenset({"our", "my"})
_BRIEF = 24
_LEADING = 3
_RIGHT_BEHIND = 2
_THIS = frozenset({"that", "this", "those", "these", "new", "latest"})
_THESE = frozenset({"them", "those", "these", "the"})
_WHAT_WAS = ("This was ", "That was ", "It was ", "This has been ", "This had been ", "It has been ")
_BULLETS = frozenset('"-•*–—·▪●')
_AT = attrgetter("at")
_SURE = {"according_to": 0.9, "say": 0.8, "label": 0.75, "reduced": 0.7}


def name_speakers(sentence: Sentence, spans: list[Span], heard: Heard) -> str | None:
    """Set the speaker of each span; returns the sentence's first speaker and remembers all of them."""
    tokens, lexicon = sentence.tokens, heard.lexicon
    found = find(sentence, heard)
    if len(found) > 1 and spans and '"' in sentence.words:
        found = _own_words(sentence, found, lexicon)
    ends = borders.find(sentence, found, lexicon) if spans and found else []
    before = heard.beside(sentence.start) if sentence.quoted and spans else None
    quotes = bool(spans) and (sentence.quoted or '"' in sentence.words)
    for span in spans:
        outside = quotes and not sentence.inside(span.first)
        heard_of = [s for s in found if not sentence.inside(s.at)] if outside else found
        saying = _authority(tokens, span, heard_of, ends) if heard_of else None
        if saying is not None and (
            presuppositions.beside(tokens, span, saying, lexicon)
            or presuppositions.presupposed(sentence, span, lexicon, saying)
        ):
            continue
        if saying is not None:
            span.speaker = saying.who
            span.rules.append(("speaker", saying.rule, _SURE[saying.rule]))
        elif before is not None and not outside:
            span.speaker = before
            span.rule("speaker", "quotation", 0.6)
    for saying in found:
        heard.note(saying.who, sentence.start)
    for saying in found:
        if saying.fore or (saying.back and not saying.near):
            return saying.who
    return None


def listen(sentence: Sentence, heard: Heard) -> str | None:
    """The first speaker of a sentence without a number; remembers all of them."""
    return name_speakers(sentence.read(), [], heard)


def put_off(sentence: Sentence, words: Set[bytes], heard: Heard) -> bool:
    """Leave a sentence without a number for later, unless the numbers before it wait for its speaker."""
    if heard.heading is not None or sentence.text[-1] == ":":
        return False
    points = not _anaphors[heard.lexicon.language].isdisjoint(words) or all_that(sentence)
    if points and heard.unsaid and any(map(_needs, heard.unsaid)):
        return False
    heard.unsaid, heard.spoke = [], sentence
    heard.late.append(sentence)
    return True


@Once
def _anaphors(language: str) -> frozenset[bytes]:
    return frozenset(word.encode() for word in load(language).cue("anaphor"))


def _own_words(sentence: Sentence, found: list[Saying], lexicon: Lexicon) -> list[Saying]:
    """``"The manifest shows 96 names," the manager said``: who cites a document in a quotation speaks himself."""
    documents = lexicon.cue("document")
    inside = [s for s in found if sentence.inside(s.at)]
    if len(inside) == len(found):
        return found
    return [s for s in found if s not in inside or s.who.split()[-1].lower() not in documents]


def find(sentence: Sentence, heard: Heard) -> list[Saying]:
    """Everybody who speaks in a sentence, in order, by the full name."""
    if not sentence.tokens:
        sentence.read()
    outer, heard.at = heard.at, sentence.start
    found = sayings.verbs(sentence, heard.lexicon, heard)
    if found and (sentence.quoted or '"' in sentence.words):
        found = [s for s in found if not _within_quotation(sentence, s)]
    found += attributions.find(sentence, heard)
    heard.at = outer  # the sentence that asked who spoke before it
    if not found:
        return found
    for saying in found:
        saying.who = heard.named(saying.who, sentence.start)
    return sorted(found, key=_AT) if len(found) > 1 else found


def _within_quotation(sentence: Sentence, saying: Saying) -> bool:
    """``"They told me 40 had died," she said``, ``"Our teams counted 40."``: whom somebody quoted speaks of."""
    tokens = sentence.tokens
    ours = saying.first > 0 and tokens[saying.first - 1].low in _OURS
    if not ours and tokens[saying.first].low not in _PRONOUNS:
        return False
    return sentence.inside(saying.first)


def carry_on(sentence: Sentence, spans: list[Span], said: str | None, heard: Heard) -> None:
    """What goes on with an earlier sentence's speaker, if nobody else speaks in this one.

    The next sentence of the same paragraph, and the lines of a list or a quotation behind a colon.
    """
    if said is None and not spans and heard.heading is None:
        heard.unsaid, heard.spoke = spans, None
        return
    if said is not None and heard.unsaid and _points_back(sentence, spans, heard.lexicon):
        _lend(heard.unsaid, said, "said_after", 0.6)
    heard.unsaid = spans
    agreed = sentence.text.startswith("Under ")  # ``Under the deal, 33 are to be freed``: its terms are nobody's word
    if spans and said is None and heard.spoke is not None and heard.spoke.line == sentence.line and not agreed:
        brief = sentence.start - heard.spoke.start < _BRIEF
        _carry(spans if brief else _going_on(sentence, spans, heard.lexicon), sentence, heard)
    if said is None and heard.heading is not None and _listed(sentence.text):
        _lend(spans, heard.heading, "heading", 0.6)
    elif heard.spoke is None or heard.spoke.line != sentence.line:
        heard.heading = None
    if sentence.text[-1] == ":":
        heard.heading = said
    gives = "blamed" in sentence.words and " blamed each other " in sentence.folded()
    gives = gives or (not _GIVES.isdisjoint(sentence.words) and _SAYS.isdisjoint(sentence.words))
    heard.spoke = sentence if said is not None and not gives else None


def _carry(spans: list[Span], sentence: Sentence, heard: Heard) -> None:
    """Lend the numbers that go on with the sentence before its speaker."""
    if any(map(_needs, spans)):
        last = heard.before(sentence)
        if last is not None:
            if not _MEASURING.isdisjoint(last.lower().split()):
                spans = [s for s in spans if not (s.item_class or "").startswith("person")]
            _lend(spans, last, "carried_on", 0.4)


def _going_on(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """A quotation, a pronoun, ``Five were``, ``Of those, 9``, people that something befell; no ``It has 12 shops``.

    What he or she does and what is known is told by the article itself.
    """
    if sentence.quoted or '"' in sentence.words or (spans and sentence.tokens[0].low in ("it", "they")):
        return spans
    tokens = sentence.tokens
    if tokens[0].low in ("he", "she") or "known" in sentence.words or "whose" in sentence.words:
        return []
    if tokens[0].low in ("a", "the", "another") and tokens[1].low in lexicon.cue("claim"):
        return []  # ``A list drawn up by the union names six dead``
    if any(s.begin == 0 and s.elided and s.unit == "count" and not _owned(tokens, s.last) for s in spans):
        return spans
    if _opens_on(tokens, lexicon):
        return spans
    carried = lexicon.cue("carried")
    theirs = [s for s in spans[:1] if [t.low for t in tokens[s.last : s.last + 2]] == ["of", "them"]]
    if theirs:
        return theirs  # ``Engineers had reconnected 240,000 of them by noon``
    persons = [s for s in spans if (s.item_class or "").startswith("person") and s.action_class in carried]
    return [s for s in persons if s.begin or not _owned(tokens, s.last)]


def _opens_on(tokens: list[Token], lexicon: Lexicon) -> bool:
    """``Another 12``, ``Of those, 9``; not ``Helicopters took them to a hospital where 300 people waited``."""
    leads = [t.low for t in tokens[:_LEADING]]
    if leads[-1] == "them" and leads[-2] not in ("of", "among"):
        leads.pop()
    return not lexicon.cue("opens_on").isdisjoint(leads)


def _owned(tokens: list[Token], k: int) -> bool:
    """``Three of its managers``, not ``three of them``."""
    of = [t.low for t in tokens[k : k + 2]]
    return of[:1] == ["of"] and not _THESE.issuperset(of[1:])


def _points_back(sentence: Sentence, spans: list[Span], lexicon: Lexicon) -> bool:
    """``That figure was confirmed by …``, ``The new toll came after two bodies were found, X said``."""
    if not spans:
        return not sentence.words.isdisjoint(lexicon.cue("anaphor")) or all_that(sentence)
    opening = sentence.lows[:_OPENING]
    return not _THIS.isdisjoint(opening[:2]) and not lexicon.cue("anaphor").isdisjoint(opening)


def all_that(sentence: Sentence) -> bool:
    """``This was announced by the ombudsman.``: all that the sentence before told."""
    return sentence.text.startswith(_WHAT_WAS) and " by " in sentence.text


def _lend(spans: list[Span], said: str, rule: str, sure: float) -> None:
    for span in spans:
        if _needs(span):
            span.speaker = said
            span.rule("speaker", rule, sure)


def _needs(span: Span) -> bool:
    return span.speaker is None and span.unit == "count" and not span.background


def _listed(text: str) -> bool:
    """A line of a list or a quotation: a bullet or a mark before it, or no full stop behind it."""
    return text[0] in _BULLETS or text[-1] not in ".!?"


def _authority(tokens: list[Token], span: Span, found: list[Saying], ends: list[int]) -> Saying | None:
    """The speaker of the clause: ``according to`` first, then who ends it, then the last before the number."""
    within, own, clause = False, [], bisect_right(ends, span.begin)
    for saying in found:
        if saying.rule != "label" and (saying.first <= span.first < saying.end or _of_subject(span, saying)):
            if saying.rule == "according_to":
                return None
            within = True
        elif bisect_right(ends, saying.at) == clause:
            own.append(saying)
    if own:
        return _nearest(tokens, span, own)
    # ``The ministry said …, though two officials said …``
    return None if within else _of_other_clause(tokens, span, found, ends)


def _of_other_clause(tokens: list[Token], span: Span, others: list[Saying], ends: list[int]) -> Saying | None:
    """The last before the number whose words go on, else the last behind it that tells of what precedes."""
    earlier = [s for s in others if s.at < span.begin and (_open(tokens, s, ends))]
    later = [s for s in others if s.at > span.begin and s.back and s.first and tokens[s.first - 1].low != "and"]
    return earlier[-1] if earlier else later[-1] if later else None


def _of_subject(span: Span, saying: Saying) -> bool:
    """``two people with knowledge of the talks told …``: so many speak."""
    return saying.rule == "say" and span.first < saying.first < span.noun_end


def _open(tokens: list[Token], saying: Saying, ends: list[int]) -> bool:
    """What goes on over a border: ``81 were hurt, the ministry said; six are in intensive care``."""
    return (saying.fore and not saying.closed) or (saying.end in ends and tokens[saying.end].text == ";")


def _nearest(tokens: list[Token], span: Span, own: list[Saying]) -> Saying | None:
    back: list[Saying] = []
    fore: list[Saying] = []
    for s in own:
        if s.back and s.first >= span.last and (not s.near or s.first <= span.noun_end + 2):
            back.append(s)
        if s.fore and s.at < span.begin and (not s.near or s.rule != "say" or span.begin - s.end <= _RIGHT_BEHIND):
            fore.append(s)
    for saying in back + fore:
        relays = saying.back and tokens[saying.at].low == "according"
        told = relays and next((s for s in back if s.rule == "say" and s.end == saying.first - 1), None)
        if told:
            return told  # ``…, officials said, according to the agency``
        if saying.rule == "according_to" or saying.near:
            outer = saying.rule == "reduced" and back[-1].at > saying.at  # ``bodies it says are …, the council said``
            return back[-1] if outer else saying
    last = own[-1]
    if back and fore and tokens[fore[-1].at].low in _ASKED and tokens[fore[-1].at - 1].low == "had":
        return back[-1]  # ``The families had asked for $2m, she said``
    if last in back and not last.fore:
        relayed = fore and tokens[last.at].low in ("reported", "reports")
        return fore[-1] if relayed else last
    return fore[-1] if fore else back[0] if back else None
