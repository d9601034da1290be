"""Words for somebody of a people, told by their ending where no table has them: Moroccan, Sorlandian."""

from extractors.figures.text.tokens import Token

_ENDINGS = ("ian", "ean", "can", "ese", "ani", "aqi", "eli")


def one_of_a_people(token: Token) -> bool:
    """``one Moroccan``, ``a Sorlandian``: an unknown capitalised singular with the ending of a people."""
    return token.text[0].isupper() and len(token.low) > 5 and token.low.endswith(_ENDINGS)
