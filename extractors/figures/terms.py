"""What the words of a watch stand for: a class of the lexicon, one lemma, or a word as it is."""

from extractors.figures.lexicon import load


def expand_count(term: str, language: str | None = None) -> tuple[str | None, str | None]:
    """What a watch's ``count`` stands for: (class, lemma).

    A class or a word whose class it names stands for the class (``people`` -> ``("person", None)``, which also covers
    elided nouns and every class below it; ``children`` -> ``("person.child", None)``). Any other known word stands
    for itself within its class (``ambulances`` -> ``("vehicle", "ambulance")``); an unknown one for its lemma alone.
    """
    lexicon = load(language)
    word = term.strip().lower()
    classes = {n.cls for n in lexicon.nouns.values()}
    if word in classes or any(c.startswith(word + ".") for c in classes):
        return word, None
    noun = lexicon.nouns.get(word)
    if noun is None:
        return None, word
    if word in lexicon.cue("class_word") or noun.lemma in {n.cls.rsplit(".", 1)[-1] for n in lexicon.nouns.values()}:
        return noun.cls, None
    return noun.cls, noun.lemma


def expand_action(term: str, language: str | None = None) -> tuple[str | None, str | None]:
    """What a watch's ``action`` stands for: (class, lemma); any form of a known action gives its class alone.

    ``killed``, ``die``, ``death toll`` and ``fatal`` all give ``("killed", None)``; another verb its lemma
    (``distributed`` -> ``(None, "distribute")``), an unknown word itself.
    """
    lexicon = load(language)
    word = term.strip().lower()
    acts = lexicon.actions.get(word)
    if word in lexicon.cue("returns_word"):
        return "returned", None  # of captives it is told as released, which is its kin
    if any(a.cls == word for group in lexicon.actions.values() for a in group):
        return word, None
    return (acts[0].cls, None) if acts else (None, lexicon.verbs.get(word, word))
