"""Posts that are only offered: «на пост министра А предложил Б, а на должность спикера – В» makes nobody a holder."""

from collections.abc import Sequence

from sverka.reading.document import Token
from sverka.reading.wordlists import words

POSTS = frozenset({"пост", "должность", "кресло"})
#: What one does with somebody for a post before he has it, and what he is then.
OFFERING = words(
    """предложить предлагать выдвинуть выдвигать рекомендовать порекомендовать номинировать прочить сватать метить
    претендовать баллотироваться предложенный предлагаемый выдвинутый выдвигаемый рекомендованный номинированный
    выдвижение номинация кандидатура кандидат претендент"""
)
#: How far a post may stand from the verb it is the goal of.
_REACH = 18


def goal(tokens: Sequence[Token], i: int) -> int | None:
    """The preposition of «на (высокий) пост», whose goal a word for a post is; None for a post held or left."""
    at = i - 1
    while at >= 0 and i - at < 4 and tokens[at].pos in ("ADJ", "DET", "NUM"):
        at -= 1
    return at if at >= 0 and tokens[at].text.lower() in ("на", "в") else None


def offered(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody is only proposed for the post named at `i`, by the predicate of its clause."""
    at = goal(tokens, i)
    if at is None:
        return False
    after = next((t for t in tokens[i + 1 : i + _REACH] if _governs(t) or t.text in (";", ":", ",")), None)
    if leads(tokens, i) and after is not None and _governs(after):
        return after.lemma in OFFERING
    for j in range(at - 1, max(-1, at - _REACH), -1):
        if tokens[j].lemma in OFFERING:
            return True
        if tokens[j].text in (";", ":", ".") or _governs(tokens[j]):
            return False
    return after is not None and after.lemma in OFFERING


def leads(tokens: Sequence[Token], i: int) -> bool:
    """Whether «на пост» opens a sentence or its part: «, а на пост спикера – Петрова» is for whoever follows."""
    at = goal(tokens, i)
    return at is not None and (at == 0 or tokens[at - 1].text.lower() in ("а", "и", ",", "–", "—", "но"))


def himself(tokens: Sequence[Token], j: int) -> bool:
    """«Кандидат занимал пост министра»: the word for one who runs for another office is his own subject."""
    if tokens[j].lemma not in ("кандидат", "претендент") or tokens[j].feats.get("Case") != "Nom":
        return False
    led = [t.text.lower() for t in tokens[j + 1 : j + 2]]
    runs = led == ["в"] and any(t.feats.get("Number") == "Plur" for t in tokens[j + 2 : j + 3])
    return led != ["на"] and not runs


def titled(tokens: Sequence[Token], first: int) -> bool:
    """Whether the title that begins at `first` is that of a post offered: «выдвинул на пост министра Петрова»."""
    return first > 0 and tokens[first - 1].lemma in POSTS and offered(tokens, first - 1)


def _governs(token: Token) -> bool:
    """A verb or a noun of appointing, which a post can be the goal of; «предложил назначить» is told by the first."""
    if token.feats.get("VerbForm") == "Inf":
        return False
    return token.pos == "VERB" or token.lemma in _APPOINTING or token.feats.get("Variant") == "Short"


_APPOINTING = words("назначение избрание утверждение переизбрание возвращение приход возведение перевод переход")
