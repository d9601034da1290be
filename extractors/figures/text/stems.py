"""Which parts of words a sentence holds: a first look that looks at each word but once."""

from collections.abc import Set

# So many words are kept; emptied when full, as each is soon looked at again.
_MOST = 16_384


class Stems:
    """Parts of words in small letters, to be looked for in sentences of which the words are known at a glance."""

    def __init__(self, *stems: str) -> None:
        self._stems = [(stem, stem.encode()) for stem in stems]
        # Words that hold none of them, and of the others what they hold.
        self._silent: set[bytes] = set()
        self._told: dict[bytes, list[str]] = {}

    def within(self, text: str, words: Set[bytes]) -> bool:
        """True where a text, whose words these are, has one of them in small letters."""
        for word in words - self._silent:
            for stem in self._told.get(word) or self._held(word):
                if stem in text:
                    return True
        return False

    def _held(self, word: bytes) -> list[str]:
        if len(self._silent) + len(self._told) >= _MOST:
            self._silent.clear()
            self._told.clear()
        found = [stem for stem, small in self._stems if word.find(small) >= 0]
        if found:
            self._told[word] = found
        else:
            self._silent.add(word)
        return found
