"""Word lists written as running text."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set.

    >>> sorted(words("сказать  заявить"))
    ['заявить', 'сказать']
    """
    return frozenset(text.split())
