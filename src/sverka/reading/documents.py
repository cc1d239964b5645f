"""Treaties and other papers by the words of the text: «договора о дружбе» is treaty:договор о дружбе."""

import re
from collections.abc import Sequence

from sverka.reading.dates import When
from sverka.reading.document import Sentence, Token
from sverka.reading.inflection import nominative
from sverka.reading.wordlists import words

#: Nouns that name a paper states can put their names to.
PAPERS = words(
    """договор соглашение договоренность декларация протокол пакт хартия меморандум конвенция устав заявление
    контракт сделка указ закон коммюнике акт трактат уния перемирие документ"""
)
#: What is a paper only where it is said to be signed: «подписали пакет соглашений», «заключили военный союз».
SIGNED = words(
    """стратегия программа план пакет союз альянс распоряжение постановление бумага карта дополнение приложение кодекс
    сделка контракт ассоциация партнерство концепция регламент решение заявка дорожный резолюция приказ"""
)
_OPENERS = frozenset({"о", "об", "обо", "по", "между", "с", "со", "для", "на", "к"})
_WITH, _ABOUT = frozenset({"с", "со", "между", "к"}), frozenset({"о", "об", "обо", "по"})
_LINKS = frozenset({"в", "во", "на", "при", "от", "из"})
_VAGUE = words(
    """новый этот тот такой соответствующий данный следующий очередной другой похожий подобный все свой многий
    первый последний подписанный подписать заключенный заключить действующий аналогичный"""
)
#: Who signs without being named; the accusative of a paper may stand right before them.
_SIDES = words("сторона столица страна государство сосед партнер")
_OPEN, _CLOSE = '«“„"', '»”“"'
#: Nouns of doing: «вступление», «переход», «вывод».
_DEED = re.compile(r"(?:ние|тие|ход|вод|врат|езд|пуск)$")
_FIELDS = frozenset({"область", "сфера", "отрасль", "сектор"})
#: What tells of the signing, not of the paper: «по итогам встречи», «с целью …».
_ASIDE = words("итог результат приглашение инициатива окончание просьба поручение цель участие случай завершение")
_BOTH = frozenset({"двумя", "обеими", "этими", "странами", "сторонами", "государствами"})
_LED = frozenset({"в", "во", "на", "из", "к", "ко"})
_MOST = 14


def paper(
    sentence: Sentence, dated: Sequence[When], head: int, nouns: frozenset[str] = PAPERS
) -> tuple[int, int, str] | None:
    """First and last token of the phrase round a paper's noun, and its name; None for no such noun."""
    tokens = sentence.tokens
    if tokens[head].lemma not in nouns or tokens[head].pos not in ("NOUN", "PROPN"):
        return None
    first, quoted = _left(tokens, head)
    last = _right(tokens, head, dated, quoted)
    own = [t for t in tokens[first : last + 1] if not (t.pos in ("ADJ", "DET", "VERB") and t.lemma in _VAGUE)]
    while own and own[0].text in _OPEN:
        own = own[1:]
    while own and own[-1].text in _CLOSE:
        own = own[:-1]
    if not own:
        return None
    name = nominative(own)
    if name.count("«") < name.count("»"):
        name = name.rstrip("»")
    elif name.count("«") > name.count("»"):
        name += "»"
    if first == 0 and not quoted and not own[0].text.isupper():
        name = name[:1].lower() + name[1:]
    return (first, last, name) if name and len(name) < 200 and name.isprintable() else None


def told(name: str, head: Token) -> bool:
    """True if the name says more than «договор»: it can be told from other papers."""
    return len(name.split()) > 1 or head.text[:1].isupper()


def _left(tokens: Sequence[Token], head: int) -> tuple[int, bool]:
    first = head
    while first and tokens[first - 1].pos in ("ADJ", "DET") and head - first < 4:
        if tokens[first - 1].feats.get("Case") not in (tokens[head].feats.get("Case"), None):
            break
        if tokens[first - 1].lemma.endswith(("ть", "ться")):
            break  # «денонсирует | межправительственное соглашение», taken for an adjective
        first -= 1
    if first and tokens[first - 1].text in _OPEN:
        return first - 1, True
    return first, False


def _right(tokens: Sequence[Token], head: int, dated: Sequence[When], quoted: bool) -> int:
    last, at = head, head + 1
    if quoted:
        while at < min(len(tokens), head + _MOST):
            if tokens[at].text in _CLOSE:
                return at
            at += 1
        return head
    inside = sides = 0
    while at < min(len(tokens), head + _MOST):
        token = tokens[at]
        if any(d.start <= token.start < d.end for d in dated):
            break
        if token.text in _OPEN and at == last + 1:
            close = next((k for k in range(at + 1, min(len(tokens), at + 12)) if tokens[k].text in _CLOSE), 0)
            if not close:
                break
            last, at = close, close + 1
            continue
        if token.pos == "ADP":
            word = token.text.lower()
            if at + 1 < len(tokens) and tokens[at + 1].lemma in _ASIDE:
                break  # «… с целью выйти», «… по итогам встречи»
            if inside and at == last + 1 and at + 1 < len(tokens) and (end := _field(tokens, at)) > at:
                last, at = end, end + 1
                continue
            if word == "между" and at + 1 < len(tokens) and tokens[at + 1].text.lower() in _BOTH:
                break  # «… между двумя странами» tells no more
            about = inside == sides and word in _ABOUT  # «между А и Б | о границе»
            opens = word in _OPENERS and (inside == 0 or word in _WITH or about)
            opens = opens and not (word == "на" and _case_after(tokens, at) == "Loc")  # «подписали | на саммите»
            if inside and at == last + 1 and (beyond := _within(tokens, at, inside)) > at:
                last, at = beyond, beyond + 1
                continue
            if opens or (word in _LINKS and inside and _toponym(tokens, at)):
                inside, at = at, at + 1
                sides = inside if word in _WITH else 0
                continue
            break
        if token.text in (",", "и"):
            if not inside or at + 1 >= len(tokens) or not _goes_on(tokens, last, at + 1):
                break
            at += 1
            continue
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "DET") or (
            token.feats.get("Case") == "Nom" and not token.text.isupper()
        ):
            break
        if token.lemma in _SIDES and (token.rel == "nsubj" or _acts(tokens, at)):
            break  # «декларацию столицы подписали»
        if not inside and token.feats.get("Case") != "Gen" and not token.text.isupper():
            break
        last = at
        at += 1
    return last


def _case_after(tokens: Sequence[Token], at: int) -> str:
    """The case of the noun a preposition leads."""
    return next((t.feats.get("Case", "") for t in tokens[at + 1 : at + 5] if t.pos in ("NOUN", "PROPN")), "")


def _field(tokens: Sequence[Token], at: int) -> int:
    """The end of the field a name is about: «о торговле | в области …», «об обязательствах | по погашению …»; -1."""
    word, end = tokens[at].text.lower(), at + 1
    while end < min(len(tokens), at + 4) and tokens[end].pos in ("ADJ", "DET"):
        end += 1
    if end >= len(tokens) or tokens[end].pos != "NOUN":
        return -1
    field = word in ("в", "во") and tokens[end].lemma in _FIELDS
    duty = word == "по" and tokens[end].feats.get("Case") == "Dat" and _DEED.search(tokens[end].lemma) is not None
    return end if field or duty else -1


def _within(tokens: Sequence[Token], at: int, inside: int) -> int:
    """The end of what a deed of the name itself governs: «о вступлении | в блок», «о размещении | в А базы»; -1."""
    word, beside = tokens[at].text.lower(), _DEED.search(tokens[at - 1].lemma) is not None
    if word not in _LED or not any(_DEED.search(t.lemma) for t in tokens[inside:at] if t.pos == "NOUN"):
        return -1
    end = at + 1
    while end < min(len(tokens), at + 5) and tokens[end].pos in ("ADJ", "DET", "NUM"):
        end += 1
    if end >= len(tokens) or tokens[end].pos not in ("NOUN", "PROPN"):
        return -1
    case = tokens[end].feats.get("Case", "")
    moved = case == "Acc" or (word not in ("в", "во", "на") and case in ("Gen", "Dat"))
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    owned = following is not None and following.pos in ("NOUN", "PROPN", "ADJ") and following.feats.get("Case") == "Gen"
    return end if moved or (beside and case == "Loc" and owned and tokens[end].text[:1].islower()) else -1


def _acts(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.pos == "VERB" and following.feats.get("Number") == "Plur"


def _toponym(tokens: Sequence[Token], at: int) -> bool:
    """«о прекращении огня в Карабахе»: a place that belongs to the name, right after its subject."""
    return (
        at + 1 < len(tokens)
        and tokens[at + 1].pos == "PROPN"
        and tokens[at].head > at
        and tokens[tokens[at].head].rel == "nmod"
    )


def _goes_on(tokens: Sequence[Token], last: int, at: int) -> bool:
    """Whether a list goes on in the same case: «о дружбе, сотрудничестве и взаимной помощи»."""
    token = tokens[at]
    if token.pos not in ("NOUN", "ADJ", "PROPN"):
        return False
    return token.feats.get("Case") == tokens[last].feats.get("Case") and token.feats.get("Case") != "Nom"
