"""Who speaks in a sentence without a verb of saying: according to X, citing X, by X's count, ``Police: 3 dead``."""

from extractors.figures.lexicon import Lexicon, union
from extractors.figures.speech import appositions, kinds, names, openings, owned, papers, phrases, records
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.phrases import Phrase
from extractors.figures.speech.saying import Saying, apposes
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token

_LABEL = 7
_LEAKED = frozenset({"leaked", "made", "presented", "submitted", "filed", "unveiled", "quoted", "cited"})
_DOCUMENT = 9
_ADJECTIVES = 5
_COUNTED = 8
_OF = frozenset({"figures", "data", "statistics", "records", "information"})
_EVER = frozenset({"since", "before"})
_WHO = frozenset({"who", "which", "that"})
_MARKS = frozenset({"'s", "'"})
_POLLS = frozenset({"survey", "poll", "study", "referendum"})
_BREAKS = frozenset({"a", "an", "the"})
_TALLIES = frozenset({"count", "tally", "estimate", "estimates", "figure", "figures", "data"})
_STANDS = frozenset({"stands", "stood", "has", "includes", "included", "is", "was", "are", "now", "reached", "rose"})
_SUBJECT = {"him": "he", "her": "she", "them": "they"}


def find(sentence: Sentence, heard: Heard) -> list[Saying]:
    """The attributions of a sentence in order."""
    tokens, words, lexicon = sentence.tokens, sentence.words, heard.lexicon
    found = [_label(tokens, lexicon) if ":" in words else None, _tail(tokens, lexicon)]
    if not (words.isdisjoint(_MARKS) and "by" not in words) and not words.isdisjoint(lexicon.cue("claim")):
        found += [_claim(tokens, i, lexicon) for i in sentence.places(lexicon.cue("claim"))]
    if not (words.isdisjoint(records.COUNTS) or words.isdisjoint(records.KEEPING)):
        found += records.find(sentence, lexicon)
    sources = lexicon.cue("citing|document|opinion")
    found += [_unspoken(tokens, i, heard) for i in sentence.places(sources)]
    return list(filter(None, found))


def _unspoken(tokens: list[Token], i: int, heard: Heard) -> Saying | None:
    """The source that the word at i introduces: according to, citing, or a document of somebody's."""
    low, lexicon = tokens[i].low, heard.lexicon
    if low == "according":
        told = i + 2 < len(tokens) and tokens[i + 1].low == "to"
        return _source(tokens, i, i + 2, heard) if told else None
    if low == "per":
        return _source(tokens, i, i + 1, heard) if i and tokens[i - 1].text == "," else None
    if low in lexicon.cue("citing"):
        active = not i or (tokens[i - 1].low not in lexicon.cue("auxiliary") and tokens[i - 1].low != "without")
        return _source(tokens, i, i + 1, heard) if active else None
    return _document(tokens, i, heard)


def _source(tokens: list[Token], i: int, k: int, heard: Heard) -> Saying | None:
    """Whom ``according to`` or ``citing`` at i names from k on."""
    lexicon = heard.lexicon
    if k >= len(tokens):
        return None
    owns = tokens[k].low == "her" and k + 1 < len(tokens) and owned.owns(tokens[k + 1], lexicon)
    if not owns and tokens[k].low in lexicon.cue("pronoun") | {"him", "her", "them"} and tokens[k].text != "WHO":
        who = heard.pronoun(_SUBJECT.get(tokens[k].low, tokens[k].low), heard.at)
        phrase = phrases.Phrase(who, k, k + 1) if who else None
    else:
        k = papers.whose(tokens, k)
        phrase = owned.own(tokens, k, heard) or phrases.behind(tokens, k, lexicon, loose=tokens[i].low == "according")
        phrase = papers.estimate(tokens, phrase, lexicon) if phrase is not None else None
        if phrase is None and tokens[k].low in lexicon.cue("document"):
            phrase = Phrase(tokens[k].text, k, k + 1)  # ``according to estimates by rights groups``
        if phrase is not None and tokens[phrase.end - 1].low in lexicon.cue("no_source"):
            return None
        if phrase is not None:
            phrase = papers.whole(tokens, appositions.name_behind(tokens, phrase, lexicon), lexicon)
    if phrase is not None and phrase.end == phrase.first + 1 and tokens[phrase.first - 1].low == "the":
        who = heard.again(phrase.who, heard.at) if phrase.who in lexicon.cue("message|report_of") else None
        phrase = Phrase(who, phrase.first, phrase.end) if who else phrase
    papers_of = lexicon.cue("document")
    paper = phrase is not None and not papers_of.isdisjoint((tokens[phrase.first].text, tokens[phrase.end - 1].text))
    if phrase is not None and (paper or _out(tokens, phrase, lexicon)):
        issuer = _issuer(tokens, phrase, lexicon)
        phrase = Phrase(issuer.who, issuer.first, max(issuer.end, phrase.end))
    if phrase is None:
        return None
    opens = i < 2
    described = phrase.end + 1 < len(tokens) and tokens[phrase.end + 1].low in ("which", "who", "whose", "a", "an")
    after = tokens[phrase.end].low if phrase.end < len(tokens) else ""
    goes_on = after == "," or after in lexicon.cue("auxiliary") or _who_goes_on(tokens, phrase.end)
    goes_on = goes_on or (tokens[i - 1].low in _WHO and phrase.end < len(tokens) and tokens[phrase.end].kind == "w")
    goes_on = (goes_on and not apposes(tokens, phrase.end)) or _modified(tokens, phrase.end, lexicon)
    relative = i > 1 and tokens[i - 1].text == "," and tokens[i - 2].low in _WHO
    aside = i > 1 and tokens[i - 1].text == "," and tokens[i - 2].low in lexicon.cue("clause") | {"and"}
    aside = aside and not (described and tokens[i - 2].low in _EVER)  # ``47,000 since, according to the office, which``
    ends = not goes_on or (described and not aside)
    back = not opens and not (aside and goes_on)
    near = relative and not back  # ``the 11 soldiers who, according to a source, were killed``
    return Saying(phrase.who, i, i, phrase.end, "according_to", fore=opens or not ends, back=back or near, near=near)


def _who_goes_on(tokens: list[Token], k: int) -> bool:
    """``according to the union that represents warders, and of 74 on the roster 31 were there``: all of it is said."""
    if k >= len(tokens) or tokens[k].low not in _WHO:
        return False
    comma = next((j for j in range(k, min(k + _DOCUMENT, len(tokens) - 1)) if tokens[j].kind == "p"), None)
    return comma is not None and tokens[comma].text == "," and tokens[comma + 1].low == "and"


def _modified(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """``according to a report released on Monday, 19 …``: what was done to the paper, up to a comma."""
    if k >= len(tokens) or tokens[k].low not in union[lexicon.cue("issue"), lexicon.cue("name_seen"), _LEAKED]:
        return False
    comma = next((j for j in range(k, min(k + _DOCUMENT, len(tokens))) if tokens[j].kind == "p"), None)
    return comma is not None and tokens[comma].text == "," and not apposes(tokens, comma)


def _out(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """``a timeline released by police``: a paper of any name, behind which stands whose it is."""
    by = [t.low for t in tokens[phrase.end : phrase.end + 2]]
    return by[1:] == ["by"] and by[0] in lexicon.cue("issue") and by[0] not in ("compiled", "provided")


def _issuer(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """``a statement from the ministry``, ``the ministry's figures``: whose they are."""
    k = phrase.end
    if tokens[k - 1].low in papers.LISTS:
        return phrase
    if tokens[phrase.first].low in lexicon.cue("document"):  # ``data the agency provided``
        giver = phrases.behind(tokens, phrase.first + 1, lexicon)
        if giver is not None and giver.end < len(tokens) and tokens[giver.end].low in lexicon.cue("issue|told_verb"):
            return giver
    while k < len(tokens) and tokens[k].low in lexicon.cue("issue|told_verb"):
        k += 1
    if k + 1 < len(tokens) and tokens[k].low in ("by", "from", "of"):
        return phrases.behind(tokens, k + 1, lexicon) or phrase
    end = phrase.end - 1
    while end > phrase.first and (tokens[end - 1].low in lexicon.cue("document") or tokens[end - 1].text == "'s"):
        end -= 1
    whose = phrases.clean(tokens, phrase.first, end, lexicon)
    if whose is None or whose.who.lower() in lexicon.cue("relay") | {"official"}:
        return phrase
    return phrase if tokens[end].text != "'s" and kinds.adjective(whose.who, lexicon) else whose


def _document(tokens: list[Token], i: int, heard: Heard) -> Saying | None:
    """``By the coast guard's count, 31 …``, ``in a statement from the ministry, 31 …``, ``a count by X came to 31``."""
    lexicon = heard.lexicon
    k = i - 1
    if i + 1 < len(tokens) and tokens[i].low in _TALLIES and _stands(tokens, i + 1) in _STANDS:
        return _tally(tokens, i, lexicon)
    if any(t.low in lexicon.cue("say_against") for t in tokens[max(0, i - 3) : i]):
        return None
    while k >= 0 and i - k < _DOCUMENT and tokens[k].low not in ("by", "in"):
        if tokens[k].kind == "p" and tokens[k].text not in ".'-":
            return None
        k -= 1
    if i - k >= _DOCUMENT or i + 1 >= len(tokens):
        return None
    issued = tokens[i + 1].low in ("by", "from") and tokens[i].low != "reporting"  # ``Reporting from Belgor``
    owner = _owner(tokens, k, i, heard) if k >= 0 or issued else None
    if owner is None or owner[1] >= len(tokens):
        return None
    who, end = owner
    if tokens[end].text not in ",.;" and k > 0:
        return None
    opens = k <= 0
    return Saying(
        who.who, max(k, 0), max(k, 0), end, "according_to", fore=opens or tokens[end].text == ",", back=not opens
    )


def _stands(tokens: list[Token], k: int) -> str:
    """The verb behind ``count``, ``count of its dead``."""
    of = tokens[k].low == "of" and k + 3 < len(tokens) and tokens[k + 1].low in owned.OWNER
    return tokens[k + 3 * of].low


def _tally(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``The army's own count stands at 40``: whose count it is."""
    mark = next((m for m in range(i - 1, max(0, i - _ADJECTIVES), -1) if tokens[m].text in ("'s", "'")), None)
    counted = any(t.kind == "n" or t.low in lexicon.triggers for t in tokens[i + 2 : i + _COUNTED])
    phrase = phrases.before(tokens, mark - 1, lexicon) if mark and counted else None
    return Saying(phrase.who, i, i, i + 1, "according_to", back=False) if phrase else None


def _owner(tokens: list[Token], k: int, i: int, heard: Heard) -> tuple[Phrase, int] | None:
    """The owner of a document at i whose phrase opens with ``by`` or ``in`` at k, and where the phrase ends."""
    lexicon = heard.lexicon
    mark = next((m for m in range(i - 1, max(k + 1, i - _ADJECTIVES), -1) if tokens[m].text in ("'s", "'")), None)
    if mark is not None:
        phrase = phrases.clean(tokens, k + 1, mark, lexicon)
        return (phrase, i + 1) if phrase else None
    held = tokens[k].low == "in" and tokens[i].low in lexicon.cue("opinion")
    if (tokens[k].low == "by" or held) and tokens[k + 1].low in owned.OWNER:
        at = i + 2 if k == 0 and tokens[i + 1].text == "," else 0
        phrase = openings.opening(tokens, at, lexicon) if at or k else None
        who = heard.pronoun(owned.OWNER[tokens[k + 1].low], heard.at) if phrase is None else None
        phrase = Phrase(who, k + 1, k + 2) if who else phrase
        return (phrase, i + 1) if phrase else None
    origin = papers.whole(tokens, Phrase(tokens[i - 1].text, i - 1, i), lexicon)
    if k >= 0 and origin.end == i + 1 and all(t.low in lexicon.cue("name_lead") for t in tokens[k + 1 : i - 1]):
        return origin, i + 1  # ``By Marenian estimates``
    named = k >= 0 and k == i - 2 and tokens[k].low == "by"
    if named and (tokens[i - 1].text.isupper() or _counts_itself(tokens[i - 1], lexicon)):
        return Phrase(tokens[i - 1].text, i - 1, i + 1), i + 1  # ``by UN estimates``, ``by police estimate``
    m = i + 1
    while m + 1 < len(tokens) and tokens[m].low in lexicon.cue("issue"):
        m += 1
    of = tokens[i].low in _OF or tokens[k].low == "by" or held
    if tokens[m].low in ("by", "from") or (tokens[m].low == "of" and of):
        phrase = phrases.behind(tokens, m + 1, lexicon)
        return (phrase, phrase.end) if phrase else None
    return _poll(tokens, i) if k == 0 and tokens[i].low in _POLLS else None


def _claim(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``The army's figure of 14 dead``, ``the rebels' claim to have killed 14``; no ``Monday's toll``."""
    mark = next((m for m in range(i - 1, max(0, i - _ADJECTIVES), -1) if tokens[m].text in _MARKS), None)
    phrase = phrases.before(tokens, mark - 1, lexicon) if mark is not None else None
    if mark is None and [t.low for t in tokens[i + 1 : i + 2]] == ["by"]:
        return _claimed_by(tokens, i, lexicon)
    if phrase is None or mark is None or any(t.kind == "n" or t.low in _BREAKS for t in tokens[phrase.end : i]):
        return None
    against = any(t.low in lexicon.cue("say_against") for t in tokens[max(0, phrase.first - 2) : phrase.first])
    if against or i + 1 >= len(tokens) or tokens[i + 1].kind == "p":
        return None
    phrase = _behind_of(tokens, phrase, lexicon)
    owner = tokens[phrase.end - 1]
    sure = names.authority(owner, lexicon) or (owner.text.islower() and names.nameable(owner, lexicon))
    if tokens[i].low in lexicon.cue("claim_of_body") and not sure:
        return None
    return Saying(phrase.who, phrase.first, i, i + 1, back=False)


def _behind_of(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """``no confirmation of the rebels' claim``: the rebels."""
    for k in range(phrase.end - 2, phrase.first, -1):
        lead = tokens[k - 1]
        if tokens[k].low == "of" and lead.text.islower() and not names.nameable(lead, lexicon):
            return phrases.clean(tokens, k + 1, phrase.end, lexicon) or phrase
    return phrase


def _claimed_by(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``rejected a claim by the rebels that 40 soldiers had died``: the rebels' words."""
    phrase = phrases.behind(tokens, i + 2, lexicon)
    if phrase is None or phrase.end >= len(tokens) or tokens[phrase.end].low not in ("that", "to"):
        return None
    if tokens[phrase.end].low == "to" and [t.low for t in tokens[phrase.end + 1 : phrase.end + 2]] != ["have"]:
        return None  # ``a claim by the mayor to the throne``
    return Saying(phrase.who, i, i, phrase.end, back=False)


def _poll(tokens: list[Token], i: int) -> tuple[Phrase, int] | None:
    """``In a survey published on Monday, 64% …``: the survey itself, where nobody is named."""
    end = next((k for k in range(i + 1, min(i + _DOCUMENT, len(tokens))) if tokens[k].text == ","), None)
    return (Phrase(tokens[i].text, i, i + 1), end) if end is not None else None


def _label(tokens: list[Token], lexicon: Lexicon) -> Saying | None:
    """``Police: 3 people killed``: an authority before a colon at the beginning."""
    for k in range(1, min(_LABEL, len(tokens))):
        if tokens[k].text == ":":
            if k + 1 < len(tokens) and tokens[k + 1].kind == "n" and _counts(tokens, k + 2):
                return None
            leads = {t.low for t in tokens[: k - 1]}
            titled = tokens[k - 1].text[0].isupper() and not leads.isdisjoint(lexicon.cue("title"))
            phrase = phrases.clean(tokens, 0, k, lexicon) if titled or _head(tokens[k - 1], lexicon) else None
            return Saying(phrase.who, 0, 0, k + 1, "label", back=False) if phrase else None
        other = tokens[k].kind != "w" and tokens[k].text not in ".'-"
        if other or tokens[k].low in lexicon.cue("stop|say"):
            return None
    return None


def _counts(tokens: list[Token], k: int) -> bool:
    """``Survivors: 89``, ``Labour Union: 841,996 votes``: what stands before the colon is counted or has the votes."""
    return k >= len(tokens) or tokens[k].kind != "w" or tokens[k].low in ("votes", "seats", "percent", "per", "points")


def _tail(tokens: list[Token], lexicon: Lexicon) -> Saying | None:
    """``3 people killed in Lowmoor: police``, ``… - governor``: an authority that ends a headline."""
    if not tokens or not _head(tokens[-1], lexicon):
        return None
    for k in range(len(tokens) - 2, max(0, len(tokens) - _LABEL), -1):
        token = tokens[k]
        if token.text in ":-–—" and not (token.text == "-" and token.glued):
            phrase = phrases.clean(tokens, k + 1, len(tokens), lexicon)
            return Saying(phrase.who, k, k, len(tokens), "label", fore=False) if phrase else None
        if token.kind != "w" or token.low in lexicon.cue("stop"):
            return None
    return None


def _head(token: Token, lexicon: Lexicon) -> bool:
    return token.low in lexicon.cues.authority and token.low not in lexicon.cues.document


def _counts_itself(token: Token, lexicon: Lexicon) -> bool:
    """``by police estimate``; not ``by official figures``."""
    return names.authority(token, lexicon) and token.low not in lexicon.cue("relay") | {"official"}
