"""The subject of a verb of saying: before it, in an apposition, behind it, a pronoun or the owner of a document."""

from extractors.figures.lexicon import Lexicon
from extractors.figures.speech import adverbs, appositions, kinds, names, openings, papers, phrases, pronouns, weak
from extractors.figures.speech.persons import Heard
from extractors.figures.speech.phrases import Phrase
from extractors.figures.speech.saying import Saying, quote_ends
from extractors.figures.text.tokens import Token

_COUNTS = frozenset({"count", "figure", "figures", "tally", "toll", "estimate", "estimates", "number", "numbers"})
_OF_BODY = {"its": "it", "their": "they"}
_NONE = frozenset({"neither", "no"})
_OFFICES = frozenset({"office", "ministry", "department", "government", "team", "administration"})
_WHO = frozenset({"who", "which", "that"})
_CLAUSE = 8
_PAPER = 4
_MEDIA = ("intelligence", " news", "media", "press")
_CALLED = frozenset({"name", "named", "called", "identified", "known"})
_THEN = frozenset({"now", "later", "also"})
_SOON = 8
# ``The agency, whose men were there, put the number higher, at 36``: what was put is no subject.
_PUTS = frozenset({"put", "puts"})
_SINCE_WHEN = frozenset({"in", "on", "last", "earlier", "this", "between", "after", "by", "a"})
_DESCRIBES = frozenset({"describes", "described"})
_KEPT = frozenset({"recorded", "documented", "registered", "logged", "listed"})


def subject(tokens: list[Token], i: int, found: list[Saying], heard: Heard) -> Saying | None:
    """The noun phrase that ends just before the verb of saying; ``found`` are the sayings before it."""
    lexicon = heard.lexicon
    j = adverbs.before(tokens, i - 1, lexicon)
    if tokens[j].text == ")":
        j = max((k for k in range(j) if tokens[k].text == "("), default=0) - 1
    if j < 0 or (tokens[i].low == "tell" and _orders(tokens, i)):
        return None
    if tokens[j].text == ",":
        phrase = appositions.apposed(tokens, j, lexicon)
    elif tokens[j].low in {"who", "which"} and j > 1 and tokens[j].text not in names.CAPITALS:
        return _relative(tokens, i, j, found, lexicon)
    elif tokens[j].low in lexicon.cues.pronoun and tokens[j].text not in names.CAPITALS:
        kept = tokens[i].low in _KEPT and tokens[j].low in ("it", "they") and weak.count_behind(tokens, i, lexicon)
        weakly = tokens[i].low in lexicon.cue("say_weak") and not kept
        return None if weakly and not weak.of_toll(tokens, i, lexicon) else pronouns.teller(tokens, i, j, found, heard)
    elif tokens[j].low == "to":
        return None  # ``declined to say``
    elif tokens[j].low in {"and", "but", "then"} and (j == i - 1 or tokens[i - 1].low in _THEN):
        phrase = _before_and(tokens, j, lexicon)
    else:
        day = j == i - 1 and j > 1 and tokens[j].low == "that" and tokens[j - 1].low in lexicon.cues.weekday
        j = adverbs.before(tokens, j - 1, lexicon) if day else j  # ``a report by the bureau on Friday that said``
        phrase = phrases.before(tokens, j, lexicon, loose=_plainly(tokens, i, lexicon) and not _reduced(tokens, i))
        phrase = _outside(tokens, _posted(tokens, phrase, lexicon), lexicon) if phrase is not None else None
    if phrase is None or (tokens[i].low in lexicon.cues.say_weak and not weak.fit(tokens, i, phrase, lexicon)):
        return None
    phrase = papers.whole(tokens, phrase, lexicon) if phrase.end < i else phrase
    if phrase.first and tokens[phrase.first - 1].low in _NONE:
        return None  # ``Neither side confirmed it``
    again = phrase.end == phrase.first + 1 and phrase.first and tokens[phrase.first - 1].low == "the"
    who = heard.again(phrase.who.lower(), heard.at) if again else _office_of(tokens, phrase, heard)
    who = who or _named_as(tokens, phrase, i, lexicon)
    return Saying(who or _owner(tokens, phrase, lexicon), _with_document(tokens, phrase.first, lexicon), i, i + 1)


def _posted(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """``A statement posted on X said``, ``a post on Facebook said``: the paper, not where it stands."""
    k = phrase.first - 2
    if k < 1 or tokens[k + 1].low != "on":
        return phrase
    k -= tokens[k].low in ("posted", "published", "shared")
    paper = phrases.before(tokens, k, lexicon) if tokens[k].low in lexicon.cue("message") else None
    return paper or phrase


def _outside(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """``A panel that interviewed 340 witnesses put the dead at 131``: the panel."""
    verbs = ("auxiliary", "past_verb", "told_verb")
    for k in range(phrase.first - 1, phrase.first - _CLAUSE if phrase.first > _CLAUSE else 0, -1):
        if tokens[k].kind == "p":
            break
        if tokens[k].low in _WHO:
            after, noun = tokens[k + 1].low, tokens[k - 1]
            acts = after.endswith("ed") or any(after in lexicon.cue(name) for name in verbs)
            said = noun.low in lexicon.cue("say") or noun.kind == "p" or k + 1 >= phrase.first
            return (phrase if said or not acts else phrases.before(tokens, k - 1, lexicon, loose=True)) or phrase
    return phrase


def _orders(tokens: list[Token], i: int) -> bool:
    """``Doctors tell patients to wait 12 hours``; ``Witnesses tell of 40 bodies`` and ``tell the BBC 12 fell`` say."""
    near = [t.low for t in tokens[i + 1 : i + _CLAUSE]]
    return "that" not in near and "to" in near


def _named_as(tokens: list[Token], phrase: Phrase, i: int, lexicon: Lexicon) -> str | None:
    """``One inmate, a thin man who asked to be called Yaya, says``: inmate Yaya."""
    noun = lexicon.nouns.get(tokens[phrase.end - 1].low)
    if not phrase.who.islower() or noun is None or not noun.cls.startswith("person"):
        return None  # ``The organisation, also known as Vesna, said``
    for k in range(phrase.end, i - 1):
        if tokens[k].low in ("as", "called", "named") and tokens[k + 1].text[0].isupper():
            words = {t.low for t in tokens[phrase.end : k + 1]}
            end = next((j for j in range(k + 1, i) if not tokens[j].text[0].isupper()), i)
            name = " ".join(t.text for t in tokens[k + 1 : end])
            if words.isdisjoint(_CALLED):
                return None
            return name if " " in name else f"{phrase.who} {name}"  # ``The pilot, identified as Oll Brandt, said``
    return None


def _office_of(tokens: list[Token], phrase: Phrase, heard: Heard) -> str | None:
    """``Her office said …``: whose office it is; ``Its latest count lists``: whose count."""
    lead = tokens[phrase.first - 1].low if phrase.first else ""
    if lead in _OF_BODY and tokens[phrase.end - 1].text in heard.lexicon.cue("document"):
        return heard.pronoun(_OF_BODY[lead], heard.at)
    if lead not in {"his", "her"} or phrase.who not in _OFFICES:
        return None
    who = heard.pronoun("he" if lead == "his" else "she", heard.at)
    return f"{who}'s {phrase.who}" if who else None


def _relative(tokens: list[Token], i: int, j: int, found: list[Saying], lexicon: Lexicon) -> Saying | None:
    """``the fire service, which had earlier spoken of 26``, ``said X, who added that``: whom the clause describes."""
    weakly = tokens[i].low in lexicon.cue("say_weak")
    if tokens[j - 1].text != "," or (weakly and tokens[i].low not in _KEPT):
        return None
    if found and (found[-1].end == j - 1 or _apposed(tokens, found[-1], j)):
        return Saying(found[-1].who, j, i, i + 1, back=False)
    phrase = phrases.before(tokens, appositions.before_brackets(tokens, j - 2), lexicon)
    if phrase is None:
        return None
    cited = phrase.who[0].isupper() or not {"according", "to"}.isdisjoint(t.low for t in tokens[j - 6 : phrase.first])
    strong = cited and tokens[i].low in lexicon.cue("say_strong")
    if not ((tokens[j].low == "who" and not weakly) or strong or weak.body(tokens, phrase, lexicon)):
        return None
    if [t.low for t in tokens[phrase.first + 1 : phrase.end]][:1] == ["of"] and tokens[phrase.first].low in _COUNTS:
        phrase = phrases.clean(tokens, phrase.first + 1, phrase.end, lexicon) or phrase
    return Saying(phrase.who, j, i, i + 1, back=False)


def _before_and(tokens: list[Token], j: int, lexicon: Lexicon) -> Phrase | None:
    """``Police sealed off the road and said …``; ``worries Lestia, which closed its border and said …``: Lestia."""
    start = max((k + 1 for k in range(j) if tokens[k].text == ";"), default=0)
    comma = max((k for k in range(start, j) if tokens[k].text == ","), default=0)
    if comma > start + 1 and tokens[comma + 1].low in ("which", "who"):
        first = comma - 1
        while first and tokens[first].text[0].isupper() and tokens[first - 1].text[0].isupper():
            first -= 1
        named = tokens[first].text[0].isupper()
        return phrases.clean(tokens, first, comma, lexicon) if named else phrases.before(tokens, comma - 1, lexicon)
    phrase = openings.led(tokens, start, j, lexicon)
    return appositions.name_behind(tokens, phrase, lexicon) if phrase is not None else None


def _apposed(tokens: list[Token], before: Saying, j: int) -> bool:
    """``said Tomas Reik, the agency's head of logistics, who added``: an office between two commas."""
    between = tokens[before.end : j]
    return not before.fore and between[0].text == "," and sum(t.kind == "p" and t.text == "," for t in between) == 2


def _plainly(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """A verb that shows by itself that its subject speaks, whoever it is."""
    that = i + 1 < len(tokens) and tokens[i + 1].low == "that"
    return that or tokens[i].low in lexicon.cues.say_strong


def _reduced(tokens: list[Token], i: int) -> bool:
    """``A truce declared in January has held``: a participle, of what cannot speak."""
    when = i + 1 < len(tokens) and tokens[i + 1].low in _SINCE_WHEN
    return when and tokens[i].low.endswith("ed") and all(t.low != "that" for t in tokens[i + 1 : i + _SOON])


def _with_document(tokens: list[Token], first: int, lexicon: Lexicon) -> int:
    """Where ``a statement from the ministry`` begins, of which only the ministry is the phrase."""
    k = first - 1
    while k > 0 and tokens[k].low in lexicon.cue("name_lead"):
        k -= 1
    written = k > 0 and tokens[k].low in ("from", "by") and tokens[k - 1].low in lexicon.cue("document")
    return k - 1 if written else first


def inverted(tokens: list[Token], i: int, lexicon: Lexicon) -> Saying | None:
    """``", said John Smith``, ``added President X``: the subject behind the verb."""
    if not i or (tokens[i - 1].text not in ',"' and tokens[i - 1].low != "as" and not quote_ends(tokens, i - 1)):
        return None
    if tokens[i].low in lexicon.cues.say_weak or tokens[i].low in _PUTS:
        return None  # ``One clip, a minute long, shows a man …``
    if tokens[i - 1].text == '"' and i > 1 and tokens[i - 2].kind == "w" and tokens[i].low in _DESCRIBES:
        return None  # ``say that "honest" describes Marl better``
    whom = tokens[i + 1 : i + 3]
    counted = whom and (whom[0].kind == "n" or whom[0].low in lexicon.triggers)
    if counted and tokens[i].low in lexicon.cue("say_of_state"):
        return None
    k = i + 3 if len(whom) > 1 and whom[0].low == "to" and tokens[i - 1].text == '"' else i + 1
    aged = k + (tokens[k].low in ("a", "an") if k < len(tokens) else 0)
    if [t.low for t in tokens[aged + 1 : aged + 5]] == ["-", "year", "-", "old"]:
        k = aged + 5
    k = _written_by(tokens, k, lexicon)
    strong = tokens[i].low in lexicon.cues.say_strong and k < len(tokens) and tokens[k].low == "the"
    phrase = phrases.behind(tokens, k, lexicon, loose=strong) or _office(tokens, k, lexicon)
    if phrase is None:
        return None
    if _possessed(tokens, phrase, lexicon):
        return None
    phrase = _from(tokens, appositions.name_behind(tokens, phrase, lexicon), lexicon)
    resumes = False
    for token in tokens[phrase.end : phrase.end + 3]:
        resumes = resumes or token.text == '"'
    return Saying(_owner(tokens, phrase, lexicon), i, i, phrase.end, fore=resumes)


def _from(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> Phrase:
    """``", read a statement from the owner``, ``a statement issued by the owner``: whose statement it is."""
    words = [t.low for t in tokens[phrase.end : phrase.end + 2]]
    issued = len(words) > 1 and words[1] == "by" and words[0] in lexicon.cue("issue")
    told = issued or words[:1] in (["from"], ["by"])
    if not told or tokens[phrase.end - 1].low not in lexicon.cue("message"):
        return phrase
    whose = phrases.behind(tokens, phrase.end + 1 + issued, lexicon)
    return (whose and appositions.name_behind(tokens, whose, lexicon)) or phrase


def _written_by(tokens: list[Token], k: int, lexicon: Lexicon) -> int:
    """``said an emailed statement from the mission``: where it says whose it is; else k."""
    for n in range(k + 1, min(k + _PAPER, len(tokens) - 2)):
        if tokens[n].low in lexicon.cues.document:
            return n + 2 if tokens[k].low in ("a", "an", "the") and tokens[n + 1].low in ("from", "by") else k
        if tokens[n].kind != "w" or tokens[n].text[0].isupper():
            return k
    return k


def _office(tokens: list[Token], k: int, lexicon: Lexicon) -> Phrase | None:
    """``said its matron, Ada Lunn``, ``said one of them, Ada Lunn``: an office that nobody knows before a name."""
    if [t.low for t in tokens[k : k + 2]] == ["one", "of"] and k + 4 < len(tokens) and tokens[k + 3].text == ",":
        name = phrases.behind(tokens, k + 4, lexicon) if tokens[k + 4].text[0].isupper() else None
        return name if name is not None and " " in name.who else None
    if k + 3 >= len(tokens) or tokens[k].low not in lexicon.cue("name_lead") or tokens[k + 2].text != ",":
        return None
    name = phrases.behind(tokens, k + 3, lexicon) if tokens[k + 3].text[0].isupper() else None
    kin = lexicon.nouns.get(tokens[k + 1].low)  # ``said her grandmother, Samia``
    return (
        name if name is not None and (" " in name.who or (kin is not None and kin.cls.startswith("person"))) else None
    )


def _possessed(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """``demanded Odman's resignation``: a thing of somebody's, which says nothing."""
    for token in tokens[phrase.first : phrase.end]:
        if token.text == "'s":
            last = tokens[phrase.end - 1]
            return not (names.nameable(last, lexicon) or last.low in lexicon.cue("document"))
    return False


def _owner(tokens: list[Token], phrase: Phrase, lexicon: Lexicon) -> str:
    """Whose statement, report or figures it is, where a document speaks."""
    words = lexicon.cues.document
    if tokens[phrase.end - 1].text not in words or tokens[phrase.end - 1].low in papers.LISTS:
        return phrase.who
    marks = [k for k in range(phrase.first, phrase.end) if tokens[k].text == "'s"]
    end = marks[-1] if marks else phrase.end - 1
    while end > phrase.first and tokens[end - 1].text in words:
        end -= 1
    whose = phrases.clean(tokens, phrase.first, end, lexicon)
    if whose is None and end == phrase.first:
        whose = _issuer(tokens, phrase.first - 1, lexicon)
    if whose is None or whose.who.lower() in lexicon.cue("relay") | {"official"}:
        return phrase.who
    if _people(tokens, whose, lexicon) or whose.who.lower().endswith("geological"):
        return phrase.who
    # ``Ticket records show``: a capital that only the beginning of the sentence gives it names nobody.
    if not set(whose.who.lower().split()).isdisjoint(lexicon.cue("report_kind")) or whose.who.endswith(_MEDIA):
        return phrase.who  # ``a leaked military assessment``: nobody's, as far as is told
    bare = whose.first == 0 and whose.end == 1 and whose.who.istitle() and not names.authority(tokens[0], lexicon)
    return phrase.who if bare else whose.who


def _people(tokens: list[Token], whose: Phrase, lexicon: Lexicon) -> bool:
    """``Marenian estimates``: an adjective of a country names nobody without its noun."""
    return whose.end == whose.first + 1 and tokens[whose.end].text != "'s" and kinds.adjective(whose.who, lexicon)


def _issuer(tokens: list[Token], k: int, lexicon: Lexicon) -> Phrase | None:
    """``The ministry issued a statement saying``: who stands before the verb of issuing."""
    while k > 0 and tokens[k].low in lexicon.cue("name_lead"):
        k -= 1
    if k < 1 or tokens[k].low not in lexicon.cue("issue"):
        return None
    if tokens[k - 1].text == ",":
        return appositions.apposed(tokens, k - 1, lexicon)
    return phrases.before(tokens, k - 1, lexicon)
