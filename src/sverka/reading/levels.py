"""Whose a date is not: of two levels each has its own («с 20 млн в 1994 году до 29 млн»), «теперь» has none."""

from sverka.reading.context import SAYS
from sverka.reading.document import Sentence

#: Words that put what follows in another time than the date before them.
_TURNS = frozenset({"теперь", "сейчас", "ныне", "нынче", "когда-то", "некогда", "прежде", "раньше", "потом", "затем"})
_OF_NOW = frozenset({"нынешний", "сегодняшний", "теперешний"})


def turned(sentence: Sentence, here: int, at: int) -> bool:
    """True where «теперь», «когда-то» stand between a date and an amount: the date is not the amount's."""
    tokens = sentence.tokens
    if any(t.lemma in _TURNS for t in tokens[here:at]) or tokens[at - 1].lemma in _OF_NOW:
        return True
    return any(_is_now(sentence, k) for k in range(here, at))


#: «в настоящее время», «на данный момент», «на сегодняшний день».
_TIMES, _THIS = (
    ("время", "момент", "день", "дня"),
    ("настоящее", "данный", "сегодняшний", "нынешний", "сей", "настоящего"),
)


def _is_now(sentence: Sentence, k: int) -> bool:
    """«сегодня» told of the time of writing and not of somebody's words: «сообщил сегодня министр»."""
    words = sentence.words
    if words[k] in _THIS:
        return words[k + 1 : k + 2] != () and words[k + 1] in _TIMES
    if words[k] != "сегодня":
        return False
    return not any(t.lemma in SAYS for t in sentence.tokens[max(0, k - 2) : k + 3])


def grown_from(sentence: Sentence, here: int, at: int) -> bool:
    """True where a date stands with the first of two levels: «с 20 млн в 1994 году до | 29 млн»."""
    tokens = sentence.tokens
    if not any(t.text.lower() == "до" for t in tokens[here + 1 : at]):
        return False
    low = here
    while low > 0 and tokens[low - 1].text not in ",;:()–—" and here - low < 8:
        low -= 1
    return any(
        tokens[k].text.lower() in ("с", "со", "от") and tokens[k + 1].text[:1].isdigit() for k in range(low, here - 1)
    )


def of_other_end(sentence: Sentence, at: int, here: int) -> bool:
    """True where «с 69,97 % в апреле» follows «до 73,5 %»: the date is that of the level before."""
    tokens = sentence.tokens
    return any(
        tokens[k].text.lower() in ("с", "со") and tokens[k + 1].text[:1].isdigit() for k in range(at + 1, here - 1)
    ) and not any(t.text in ",;" for t in tokens[at:here])
