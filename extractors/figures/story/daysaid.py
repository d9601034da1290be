"""Days of speech and of counts: ``said on Thursday``, ``in a statement on Monday``, ``up from 31 on Tuesday``."""

from extractors.figures.calendar.daywords import Mention
from extractors.figures.lexicon import Lexicon
from extractors.figures.story.dayroles import coming
from extractors.figures.story.families import of_word
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import Token


def spoken(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``said on Thursday``, ``told reporters late Thursday``, ``the mayor on Friday said``: the day of the speech."""
    if (
        _posted(tokens, mention)
        or _compared(tokens, mention, lexicon)
        or _in_speech(tokens, mention, lexicon)
        or _issued(tokens, mention)
        or _birthday(tokens, mention)
    ):
        return True
    if _said_at(tokens, mention, lexicon) or _up_from(tokens, mention) or _then_said(tokens, mention, lexicon):
        return True
    named = _named(tokens, mention, lexicon)
    if named is not None:
        return not named or _ruled(tokens, mention, lexicon)
    said, after, links = lexicon.cues.say, lexicon.cues.day_say, lexicon.cues.day_of_speech
    for k in range(mention.first - 1, mention.first - 7 if mention.first >= 7 else -1, -1):
        word = tokens[k].low
        if word in after and not (word == "alive" and tokens[k - 1].low not in lexicon.cue("be")):
            return True
        if word in said and not (k > 0 and tokens[k - 1].kind == "n"):  # ``rose 40 points on Tuesday``
            passive = k > 0 and tokens[k - 1].low in lexicon.cue("be")
            return not passive
        named = tokens[k].text[0].isupper() or (word == "-" and tokens[k + 1].text[0].isupper())
        if word not in links and not named:
            break
    behind = mention.end + (mention.end < len(tokens) and tokens[mention.end].low in lexicon.cues.say_adverb)
    before = mention.first - (mention.first > 0 and tokens[mention.first - 1].low in {"on", "late", "early"})
    tells = behind < len(tokens) and (
        tokens[behind].low in said or tokens[behind].low in after or _issues(tokens, behind)
    )
    if before > 0 and tells and mention.first > before:
        noun = tokens[before - 1].low  # ``Survivors of a wreck on Thursday said``
        if of_word(noun, lexicon) == "harm" and not noun.endswith("ed"):
            return False
    return before > 0 and tells and tokens[before - 1].text != ","


def _named(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool | None:
    """``confirmed Friday's release``: the day of what was confirmed; not ``said in Friday's statement``."""
    if mention.end + 1 >= len(tokens):
        return None
    if tokens[mention.end].low != "'s":  # ``believe the Saturday shooting was an accident``
        event = mention.first > 0 and tokens[mention.first - 1].low == "the" and tokens[mention.end].low
        return True if event and of_word(event, lexicon) == "harm" and not event.endswith("ed") else None
    behind = tokens[mention.end + 1 : mention.end + 4]
    return all(t.low not in lexicon.cue("speech_noun") and t.low not in _PAPERS for t in behind)


def _ruled(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``In Friday's ruling, the court said 12 had been killed``: the day of its words; not ``the judge jailed 12``."""
    if mention.first != 1 or tokens[0].low != "in" or tokens[mention.end + 1].low not in _RULINGS:
        return False
    for token in tokens[mention.end + 2 : mention.end + 2 + _PLACE]:
        if token.low in lexicon.cue("say"):
            return True
        if token.kind == "n" or token.low in lexicon.cue("day_border"):
            return False
    return False


_RULINGS = frozenset(
    {"ruling", "rulings", "verdict", "judgment", "judgement", "decision", "order", "opinion", "filing", "complaint",
     "indictment", "lawsuit", "memo", "hearing", "testimony", "paper", "article", "editorial", "dispatch"}
)  # fmt: skip
_PAPERS = frozenset(
    {"announcement", "figures", "tally", "count", "toll", "figure", "total", "estimate", "data", "paper", "edition"}
)


def _in_speech(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``in a television interview on Wednesday``, ``announced by the ministry late Friday``."""
    for k in range(mention.first - 2, mention.first - 8 if mention.first > 8 else 0, -1):
        if tokens[k].low == "by":
            return tokens[k - 1].low in _SEEN or tokens[k - 1].low in lexicon.cue("say")
        if tokens[k].text in ",;":
            break
    k = mention.first - 1
    if k > 2 and tokens[k].low in _CLOCK:  # ``in a tweet about 6 a.m. Monday``
        k = next((j for j in range(k - 1, k - 6, -1) if j > 0 and tokens[j].kind != "n" and tokens[j].text != ":"), k)
    while k > 0 and tokens[k].low in _AT:
        k -= 1
    if tokens[max(k, 0)].low in _STORIES and mention.end < len(tokens) and tokens[mention.end].low == "about":
        return True
    if tokens[max(k, 0)].low not in lexicon.cues.speech_noun:
        return False
    return any(t.low in ("in", "at", "during") for t in tokens[max(0, k - 4) : k])


# ``In a story on Aug. 10 about a shooting, …``
_STORIES = frozenset({"story", "article", "report", "dispatch", "column", "item"})
_SEEN = frozenset({"seen", "reviewed", "viewed"})


def _said_at(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``said in its latest count on Tuesday``, ``told a crowd at the gates late Friday``: when it was said."""
    said, borders, past = lexicon.cues.say, lexicon.cues.day_border, lexicon.cues.past_verb
    for k in range(mention.first - 1, mention.first - _PLACE if mention.first > _PLACE else 0, -1):
        token = tokens[k]
        if token.low in said and not (k > 0 and tokens[k - 1].kind == "n"):
            told = tokens[k + 1].low in _PREPOSITIONS or token.low in ("told", "informed")
            return told and tokens[k - 1].low not in lexicon.cue("be")
        if token.kind != "w" or token.low in borders or (token.low in lexicon.triggers and token.low not in _AN):
            return False
        if token.low in past or of_word(token.low, lexicon) in _ACTS:
            return False
    return False


_PLACE = 9
_ACTS = ("harm", "swap", "custody")
_AN = frozenset({"a", "an"})
_PREPOSITIONS = frozenset({"in", "at", "during", "on", "by", "via", "through"})


def _then_said(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``On Friday the governor, Lita Ornav, said 27 children had died``: the day of his words."""
    if mention.first != 1 or mention.lead or tokens[0].low != "on":
        return False
    for token in tokens[mention.end : mention.end + _PLACE]:
        if token.low in lexicon.cue("say"):
            return True
        if token.kind == "n" or token.low in lexicon.cue("past_verb|day_border"):
            return False
        if token.low.endswith("ed") or of_word(token.low, lexicon) in _ACTS:
            return False
    return False


def _up_from(tokens: list[Token], mention: Mention) -> bool:
    """``48, up from 31 a day earlier``, ``down from 60 on Monday``: the day of another count."""
    k = mention.first - 1 - (tokens[mention.first - 1].low in {"on", "late", "as"})
    k -= k > 1 and tokens[k].kind == "w" and tokens[k - 1].kind == "n"
    return k > 1 and tokens[k].kind == "n" and tokens[k - 1].low == "from" and tokens[k - 2].low in _CHANGED


_CHANGED = frozenset({"up", "down", "rose", "risen", "rising", "higher", "lower", "jumped", "climbed", "increased"})


def of_dawn(sentence: Sentence, mention: Mention) -> bool:
    """``The army said Thursday its troops had freed 116 in a dawn raid``: hours of the day on which it was said."""
    if _HOURS.isdisjoint(sentence.words):
        return False
    hours = (k for k, t in enumerate(sentence.tokens) if t.low in _HOURS)
    return any(k > mention.end and sentence.tokens[k - 1].low in _ONE for k in hours)


_HOURS = frozenset({"dawn", "predawn", "pre-dawn", "early-morning", "morning", "daybreak", "midday", "lunchtime"})
_ONE = frozenset({"a", "an", "early", "the", "at", "before", "late"})


def _issued(tokens: list[Token], mention: Mention) -> bool:
    """``a report released on Monday``, ``in a video posted late Monday``, ``released details Monday``: of the paper."""
    k = mention.first - 1
    while k > 1 and tokens[k].low in _ON:
        k -= 1
    if tokens[k].low in _ISSUES or tokens[k].low in _TOLD:
        return any(t.low in _OUT for t in tokens[max(0, k - 3) : k])
    if tokens[k].low == "by" or k < 1 or tokens[k].low not in _OUT:
        return False
    return not _ISSUES.isdisjoint(t.low for t in tokens[max(0, k - 3) : k])


def _issues(tokens: list[Token], verb: int) -> bool:
    """``Police on Sunday released details of a raid``."""
    told = [t.low for t in tokens[verb + 1 : verb + 4]] if tokens[verb].low in _OUT else []
    return any(word in _ISSUES or word in _TOLD for word in told)


_ON = frozenset({"on", "late", "early", "online", "there", "here"})
_OUT = frozenset({"released", "published", "issued", "posted", "aired", "broadcast", "shared", "unveiled", "obtained"})
_TOLD = frozenset({"information", "details", "names", "identities"})
_ISSUES = frozenset(
    {"report", "statement", "video", "footage", "figures", "data", "document", "study", "survey", "list", "images",
     "photos", "photographs", "pictures", "findings", "assessment", "audit", "letter", "recording", "audio", "clip",
     "estimate", "update", "poll", "tally", "bulletin", "census"}
)  # fmt: skip


def _posted(tokens: list[Token], mention: Mention) -> bool:
    """``— Lana Orr (@lanaorr) December 1, 2025``, ``(Published Monday, Oct. 28, 2024)``: the day of a post."""
    k = mention.first - 1
    if k >= 0 and tokens[k].text == ":" and (mention.year is not None or mention.month):
        return k > 0 and tokens[k - 1].low in _STAMPED and tokens[k - 1].text[0].isupper()
    if k >= 0 and mention.year is not None and tokens[k].text in _STAMPS:
        return k == 0 or tokens[k - 1].text == "("
    if k < 3 or tokens[k].text != ")":
        return False
    return "@" in [t.text[0] for t in tokens[max(0, k - 5) : k]]


_STAMPS = frozenset({"Published", "Posted", "Updated"})
_STAMPED = frozenset(word.lower() for word in _STAMPS)


_AT = frozenset({"on", "late", "early", "earlier", "held", "given", "at", "about", "around", "before", "after"})
_CLOCK = frozenset({"a.m.", "p.m.", "am", "pm"})


def _birthday(tokens: list[Token], mention: Mention) -> bool:
    """``The boy who was shot turns 6 on Sunday``: nobody was shot on that day."""
    k = mention.first - 1
    while k > 0 and (tokens[k].low in _YEARS or tokens[k].text == "-"):
        k -= 1
    return k > 0 and tokens[k].kind == "n" and tokens[k - 1].low in _TURNS


_YEARS = frozenset({"on", "years", "year", "old"})
_TURNS = frozenset({"turns", "turned", "turn", "turning"})


def _compared(tokens: list[Token], mention: Mention, lexicon: Lexicon) -> bool:
    """``as of 28 January``, ``by Friday``; ``down 12 percent on the week before``: a day of reports."""
    lead = [t.low for t in tokens[mention.first - 2 if mention.first > 2 else 0 : mention.first]]
    if mention.kind == "coarse" and ("than" in lead or tokens[mention.first].low == "than"):
        return True  # ``20,000 more than last year``
    if lead[-1:] == ["late"] or lead[-1:] == ["early"]:  # ``as of late Thursday``
        lead = [t.low for t in tokens[max(0, mention.first - 3) : mention.first - 1]]
    if lead[-1:] == ["by"]:
        return not coming(tokens, mention, lexicon)
    if mention.kind == "week":
        return bool({"than", "from", "over", "against", "with", "on"} & set(lead)) and mention.lead in (
            "before",
            "earlier",
        )
    return lead in (["as", "of"], ["as", "at"])
