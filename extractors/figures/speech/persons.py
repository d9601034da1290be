"""Who was heard so far in an article: whom ``she said`` stands for, and whose full name ``Ortiz`` is."""

import re
from bisect import bisect_left, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.speech import introduced, kinds, openings, phrases
from extractors.figures.text.sentences import Sentence
from extractors.figures.text.tokens import tokenise

_AGED = re.compile(r"(?:an? )?\d{1,2}(?:,|-year-old\b)")
_NAME_BEFORE = re.compile(r"[A-Z][\w.'-]{0,30} $")
_WINDOW = 90
_LOOK_BACK = 400
_LONG = 20_000
_NEAR = 2000
# Who speaks so of a report did not issue it.
_DISPUTES = ("denied", "denies", "reject", "dismiss", "disput", "biased", "false", "after a")
# So near before a report stands the word of issuing that is its own.
_ISSUED = 5
_REMEMBERED = 30
_PARAGRAPHS = 3
_BESIDE = 40
_LONGEST = 8
# Of whom this is told, they say nothing: ``Two children were among the dead. They said 30 were hurt.``
_SILENT = frozenset({"dead", "killed", "died", "wounded", "injured", "missing", "buried", "arrested", "detained"})
_FULL = 2
_WHOM = {"he": "him", "she": "her"}
_OFFSET = itemgetter(0)
_BEFORE_VERB = frozenset({"to", "not", "will", "would", "can", "could", "may", "might", "must", "should"})
_BEHIND_VERB = frozenset({"for", "to", "with", "of", "on", "at", "the", "a", "an"})


def _without_verb(words: list[str], lexicon: Lexicon) -> list[str]:
    """``pay for Mayor Ortiz`` behind ``to``: the mayor; but ``told to fire chief Lena Ortiz`` names a chief."""
    if len(words) < _FULL or words[0] not in lexicon.verbs:
        return words
    noun = lexicon.nouns.get(words[1])
    if words[1] in lexicon.cue("role|authority") or (noun is not None and noun.cls.startswith("person")):
        return words
    k = 1
    while k < len(words) - 1 and words[k] in _BEHIND_VERB:
        k += 1
    return words[k:]


@dataclass(slots=True)
class Heard:
    """Everybody who spoke so far, by offset, and the text of the article; lookups ask for those before an offset.

    ``at`` is the offset of the sentence that is listened to, ``spoke`` the sentence before if somebody speaks in it.
    Sentences without a number are put off (``late``) until somebody asks for a speaker: most are never asked for.
    """

    text: str
    lexicon: Lexicon
    listen: Callable[[Sentence, "Heard"], str | None]
    at: int = 0
    spoke: Sentence | None = None
    late: list[Sentence] = field(default_factory=list)
    heading: str | None = None
    unsaid: list[Span] = field(default_factory=list)
    log: list[tuple[int, str]] = field(default_factory=list)
    full: dict[str, str] = field(default_factory=dict)

    def note(self, who: str, at: int) -> None:
        """Remember a speaker named in the sentence at an offset."""
        insort(self.log, (at, who), key=_OFFSET)

    def catch_up(self) -> None:
        """Listen to the sentences that were put off, in their order."""
        late, self.late = self.late, []
        for sentence in late:
            if self.listen(sentence, self) is None and self.spoke is sentence:
                self.spoke = None

    def before(self, sentence: Sentence) -> str | None:
        """The last who spoke, if somebody did in the sentence before."""
        if self.late and self.late[-1] is self.spoke and self.listen(self.late.pop(), self) is None:
            self.spoke = None
        return self.log[bisect_left(self.log, (sentence.start, "")) - 1][1] if self.spoke is not None else None

    def last(self, at: int, person: bool | None = None, pronoun: str = "") -> tuple[int, str] | None:
        """The last who spoke before an offset, and where; of persons or of bodies only if asked."""
        self.catch_up()
        end = bisect_left(self.log, (at, ""))
        for spoke, who in reversed(self.log[max(0, end - _REMEMBERED) : end]):
            fits = (person is None or person == self._person(who)) and kinds.fits(pronoun, who, self.lexicon)
            if fits and not (pronoun in _WHOM and self._told(spoke, who, pronoun)):
                return spoke, who
        return None

    def _told(self, spoke: int, who: str, pronoun: str) -> bool:
        """``An official told her that 40 had come``: she is not the official."""
        found = self.text.find(who, spoke, spoke + _WINDOW)
        return found >= 0 and self.text.startswith(f" told {_WHOM[pronoun]} ", found + len(who))

    def _bare(self, at: int) -> str | None:
        """``Orlo was quoted as saying. He noted …``: a single name, right before, that nothing shows to be a place's.

        Asked last: where a person was heard or introduced, a single name is rather an agency's or a party's.
        """
        found = self.last(at)
        who = found[1] if found is not None else ""
        if found is None or " " in who or not who.istitle() or self.text.find("\n", found[0], at) >= 0:
            return None
        if self.text.count(". ", found[0], at) > 1:
            return None
        low = who.lower()
        body = low in self.lexicon.nouns or low in self.lexicon.cue("authority") or low in self.lexicon.cue("body")
        placed = any(self.text.find(f" {word} {who}", 0, _LONG) >= 0 for word in ("in", "of", "to", "from", "between"))
        return None if body or placed or self.text.find(f"{who}'s ", 0, _LONG) >= 0 else who

    def beside(self, at: int) -> str | None:
        """The last who spoke before an offset in the same paragraph."""
        found = self.last(at)
        return found[1] if found is not None and self.text.find("\n", found[0], at) < 0 else None

    def _mother(self, at: int) -> str | None:
        """``His mother, Mira, said``: a single name behind a word for a person, where nobody else was heard."""
        found = self.last(at)
        named = found is not None and re.search(
            rf"([a-z]{{3,12}}),? {re.escape(found[1])}\b", self.text[found[0] : at][:_LOOK_BACK]
        )
        return found[1] if found and named and kinds.person(named[1], self.lexicon) else None

    def _person(self, who: str) -> bool:
        """A person rather than a body; ``Polt`` alone is one where ``who`` or what he does follows it somewhere."""
        person = kinds.person(who, self.lexicon)
        if not who[:1].isupper():
            return person
        if " " in who:
            return person and self.text.find(f"{who}, which ", 0, _LONG) < 0
        return person or (who.lower() not in self.lexicon.nouns and self._described(who))

    def _described(self, who: str) -> bool:
        """``Polt, who``, ``Polt, 41,``, ``Polt, a 33-year-old teacher``: a single name of a person."""
        if self.text.find(f"{who}, who ", 0, _LONG) >= 0:
            return True
        found = self.text.find(f"{who}, ", 0, _LONG)
        return found >= 0 and _AGED.match(self.text, found + len(who) + 2) is not None

    def _people(self, who: str) -> bool:
        """``Forty-six survivors``: several persons, without a name; no ``general staff``."""
        last = who.split()[-1].lower()
        noun = self.lexicon.nouns.get(last)
        several = noun is not None and noun.plural and noun.cls.startswith("person")
        return several and last not in self.lexicon.cue("body")

    def pronoun(self, low: str, at: int) -> str | None:
        """Whom a pronoun stands for: a person for he and she, rather a body for it and they."""
        if low in ("he", "she"):
            found = self.last(at, person=True, pronoun=low)
            titled = self._titled(found[0] if found else None, at, low)
            return titled or (found[1] if found else self._mother(at) or self._bare(at))
        if low not in ("it", "they"):
            return None
        return self._body(low, at)

    def again(self, word: str, at: int) -> str | None:
        """Who ``the spokesman`` is: the last who spoke with that word beside the name; whose ``the statement`` is."""
        if word in self.lexicon.cue("message"):
            found = self.last(at)
            return found[1] if found is not None and at - found[0] < _LOOK_BACK else None
        if word in self.lexicon.cue("report_of"):
            return self._issuer(word, at)
        return self._holder(word, at) if word in self.lexicon.cue("role") else None

    def _issuer(self, word: str, at: int) -> str | None:
        """Whose ``the report`` is: the body that issued one, or reported, a few sentences before."""
        self.catch_up()
        end = bisect_left(self.log, (at, ""))
        for spoke, who in reversed(self.log[max(0, end - _REMEMBERED) : end]):
            if at - spoke > _NEAR:
                break
            told = self.text[spoke : max(self.text.find(". ", spoke, at), self.text.find("\n", spoke, at), spoke)]
            disputed = any(other in told for other in _DISPUTES)
            if word in told and not disputed and word not in who.lower() and not kinds.person(who, self.lexicon):
                return who
        found = self.text.rfind(f" {word}", max(0, at - _NEAR), at)
        start = max(self.text.rfind(". ", 0, max(found, 0)) + 1, self.text.rfind("\n", 0, max(found, 0)) + 1)
        tokens = tokenise(self.text[start:found]) if found > start else []
        issued = any(t.low in self.lexicon.cue("issue") for t in tokens[-_ISSUED:])
        phrase = openings.opening(tokens, 0, self.lexicon) if issued else None
        return phrase.who if phrase is not None else None

    def _holder(self, role: str, at: int) -> str | None:
        self.catch_up()
        end = bisect_left(self.log, (at, ""))
        for spoke, who in reversed(self.log[max(0, end - _REMEMBERED) : end]):
            if not who[:1].islower() or " " in who:
                found = max(self.text.find(who, spoke), 0)
                beside = self.text[max(spoke, found - _BESIDE) : found + len(who) + _BESIDE].lower()
                if role in beside and kinds.person(who, self.lexicon):
                    return who
        return None

    def owner(self, at: int) -> str | None:
        """Whose a paragraph in quotation marks is that names nobody: who spoke or was named just before it."""
        found = self.last(at)
        titled = self._titled(found[0] if found else None, at)
        if titled is not None:
            return titled
        if (
            found is None
            or at - found[0] > _NEAR
            or len([line for line in self.text[found[0] : at].split("\n") if line]) > _PARAGRAPHS
        ):
            return None
        return found[1]

    def named(self, who: str, at: int) -> str:
        """``Ortiz`` as the article first named her: ``Fire chief Lena Ortiz``."""
        if " " in who or not who[:1].isupper():
            return who
        low = who.lower()
        if low in self.lexicon.cue("authority") or low in self.lexicon.cue("body") or low in self.lexicon.nouns:
            return who
        if who not in self.full:
            self.catch_up()
        if who not in self.full:
            self.full[who] = self._first_mention(who, at) or who
        return self.full[who]

    def _titled(self, spoke: int | None, at: int, pronoun: str = "") -> str | None:
        """The person introduced last before an offset, behind the sentence in which somebody spoke."""
        start = introduced.end(self.text, spoke, at) if spoke is not None else 0
        found = introduced.last(self.text, max(start, at - _LOOK_BACK), at, pronoun, self.lexicon)
        return (self._expand(*found) or self.text[slice(*found)]) if found else None

    def _body(self, low: str, at: int) -> str | None:
        """Whom ``it said`` means: who spoke in the sentence before or is its subject, else the last body heard."""
        stop = len(self.text[max(0, at - _LOOK_BACK) : at].rstrip()) + max(0, at - _LOOK_BACK)
        start = max(self.text.rfind(". ", 0, max(stop - 1, 0)) + 1, self.text.rfind("\n", 0, stop) + 1)
        found = self.last(at, person=False, pronoun=low) or (self.last(at) if low == "they" else None)
        if found is None or found[0] < start:
            tokens = tokenise(self.text[start : min(start + _WINDOW, at)])
            asked = self.text[stop - 1] == "?" and len(tokens) > _FULL
            phrase = openings.opening(tokens, _FULL if asked else 0, self.lexicon)  # ``What is the army doing?``
            people = phrase is not None and self._people(phrase.who)
            silent = people and (low == "it" or any(t.low in _SILENT for t in tokens))
            if phrase is not None and not silent and (people or not self._person(phrase.who)):
                return phrase.who
        return found[1] if found else None

    def _first_mention(self, who: str, at: int) -> str | None:
        found = self.text.find(who, 0, at)
        while found >= 0:
            end = found + len(who)
            whole = not self.text[end : end + 1].isalnum()
            if whole and _NAME_BEFORE.search(self.text, max(0, found - 33), found):
                return self._expand(found, end)
            found = self.text.find(who, end, at)
        return None

    def _expand(self, found: int, end: int) -> str | None:
        start = self.text.rfind("\n", 0, found) + 1
        if found - start > _WINDOW:
            start = self.text.find(" ", found - _WINDOW, found)
        tokens = tokenise(self.text[start:end])
        phrase = phrases.before(tokens, len(tokens) - 1, self.lexicon)
        if phrase is None:
            return None
        words = phrase.who.split()
        if phrase.first and tokens[phrase.first - 1].low in _BEFORE_VERB:
            words = _without_verb(words, self.lexicon)
        if len(words) > _FULL and words[-_FULL - 1] in ("and", "or"):
            del words[:-_FULL]  # "warns the senate and President Ortiz"
        while len(words) > 1 and words[0].islower() and words[0].endswith(("ed", "ing")):
            del words[: 2 if words[1] in ("the", "a", "an") else 1]
        return " ".join(words) if 0 < len(words) <= _LONGEST else None
