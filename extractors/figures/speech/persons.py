"""Who was heard so far in an article: whom ``she said`` stands for, and whose full name ``Ortiz`` is."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from extractors.figures.lexicon import Lexicon
from extractors.figures.spans import Span
from extractors.figures.speech import phrases
from extractors.figures.text.tokens import tokenise

_NAME_BEFORE = re.compile(r"[A-Z][\w.'-]{0,30} $")
_CAPITAL = r"[A-Z][\w.'-]{0,20}"
_OPENING = re.compile(
    r"(?:^|(?<=[.!?\"] )|(?<=\n))"
    rf"({_CAPITAL}(?: (?:{_CAPITAL}|[a-z]{{4,12}})){{0,5}}? [A-Z][\w'-]{{1,20}}|[A-Z][\w'-]{{2,20}})(?= [a-z(]|,)"
)
_AFFILIATION = re.compile(r",| (?:of|for|at|from|in|with) ")
_APPOSED = re.compile(r",? (?:\d{1,3},|an? |the |who |whose )")
_WINDOW = 90
_LOOK_BACK = 400
_NEAR = 2000
_REMEMBERED = 30
_PARAGRAPHS = 3
_LONGEST = 8


@dataclass(slots=True)
class Heard:
    """Everybody who spoke so far, by offset, and the text of the article; lookups ask for those before an offset."""

    text: str
    lexicon: Lexicon
    line: int = -1
    heading: str | None = None
    unsaid: list[Span] = field(default_factory=list)
    log: list[tuple[int, str]] = field(default_factory=list)
    full: dict[str, str] = field(default_factory=dict)

    def note(self, who: str, at: int) -> None:
        """Remember a speaker named in the sentence at an offset."""
        self.log.append((at, who))

    def last(self, at: int, person: bool | None = None) -> tuple[int, str] | None:
        """The last who spoke before an offset, and where; of persons or of bodies only if asked."""
        end = bisect_left(self.log, (at, ""))
        for spoke, who in reversed(self.log[max(0, end - _REMEMBERED) : end]):
            if person is None or person == _is_person(who, self.lexicon):
                return spoke, who
        return None

    def pronoun(self, low: str, at: int) -> str | None:
        """Whom a pronoun stands for: a person for he and she, rather a body for it and they."""
        if low in ("he", "she"):
            found = self.last(at, person=True)
            titled = self._titled(found[0] if found else 0, at)
            return titled or (found[1] if found else None)
        if low not in ("it", "they"):
            return None
        return self._subject(at) or next((f[1] for f in (self.last(at, person=False), self.last(at)) if f), None)

    def owner(self, at: int) -> str | None:
        """Whose a paragraph in quotation marks is that names nobody: who spoke or was named just before it."""
        found = self.last(at)
        titled = self._titled(found[0] if found else 0, at)
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
            self.full[who] = self._first_mention(who, at) or who
        return self.full[who]

    def _titled(self, start: int, at: int) -> str | None:
        """The last person who opens a sentence between two offsets: ``Mayor Tomas Brandt thanked …``.

        Without a title only where an apposition follows, or where nobody else was heard.
        """
        found = None
        for match in _OPENING.finditer(self.text, max(start, at - _LOOK_BACK), at):
            who = self.named(match[1], match.start(1))
            words = who.split()
            lower = {w.lower().strip(".") for w in words[:-1]}
            titled = not lower.isdisjoint(self.lexicon.cue("title") | self.lexicon.cue("role"))
            plain = bool(lower) and who.istitle() and (not self.log or _APPOSED.match(self.text, match.end()))
            named = titled or (plain and _is_person(who, self.lexicon) and words[0].lower() not in self.lexicon.nouns)
            if (
                named
                and words[-1].lower() not in self.lexicon.nouns
                and words[0].lower() not in self.lexicon.cue("stop")
            ):
                found = who
        return found

    def _subject(self, at: int) -> str | None:
        """The body that the sentence before begins with: ``The government wants … It says``."""
        start = max(self.text.rfind(". ", 0, max(at - 2, 0)) + 1, self.text.rfind("\n", 0, at) + 1)
        tokens = tokenise(self.text[start : min(start + _WINDOW, at)], start)
        phrase = phrases.opening(tokens, 0, self.lexicon)
        return phrase.who if phrase and phrases.authority(tokens[phrase.end - 1], self.lexicon) else None

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
        tokens = tokenise(self.text[start:end], start)
        phrase = phrases.before(tokens, len(tokens) - 1, self.lexicon)
        if phrase is None:
            return None
        words = phrase.who.split()
        while len(words) > 1 and words[0].islower() and words[0].endswith(("ed", "ing")):
            del words[: 2 if words[1] in ("the", "a", "an") else 1]
        return " ".join(words) if 0 < len(words) <= _LONGEST else None


def _is_person(who: str, lexicon: Lexicon) -> bool:
    """A name or a title rather than a body: its last word is no ``ministry`` or ``police``."""
    words = _AFFILIATION.split(who, maxsplit=1)[0].split()
    last = words[-1].lower() if words else ""
    if last in lexicon.cue("role"):
        return True
    noun = lexicon.nouns.get(last)
    body = last in lexicon.cue("authority") or last in lexicon.cue("body") or noun is not None
    return not body and len(words) > 1 and words[-1][:1].isupper()
