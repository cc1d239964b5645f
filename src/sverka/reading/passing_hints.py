"""Nouns that tell of an event in passing, and how its sides are said beside them."""

from dataclasses import dataclass

from sverka.claims.vocabulary import EventType
from sverka.reading.phrases import FORCES
from sverka.reading.wordlists import words


@dataclass(frozen=True, slots=True)
class Hint:
    """Nouns of an event; `owner`: whom a bare genitive names, "source", "target" or "both" (A's with B).

    `preps`: prepositions of the other side; `places`: those that only say where; `things`: a genitive it needs.
    """

    type: EventType
    nouns: frozenset[str]
    owner: str
    preps: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()


_LIMITS = words("санкция эмбарго")
_ARMED = FORCES | words("система комплекс вооружение техника пво про")
_RAIDS = words("нападение агрессия вторжение вмешательство атака теракт налет авиаудар")
#: What is done from afar: its place may be told alone, and a body's genitive is whoever does it.
STRIKES = words("бомбардировка бомбардирование обстрел бомбежка")
_SENDING = words("ввод размещение переброска развертывание отправка высадка присутствие участие")
HINTS: tuple[Hint, ...] = (
    Hint("visit", words("визит поездка приезд турне вояж"), "source", ("в", "на", "к"), ("в", "на")),
    Hint("meet", words("переговоры встреча саммит беседа рандеву"), "both", ("с", "между")),
    Hint("attack", _RAIDS, "source", ("на", "в", "против", "по"), ("в",)),
    Hint("attack", words("операция спецоперация"), "source", ("против",)),
    Hint("attack", STRIKES | words("оккупация захват"), "target", ("в",)),
    Hint("deploy", words("интервенция"), "source", ("в", "на"), ("в", "на")),
    Hint("deploy", _SENDING, "source", ("в", "на"), (), _ARMED),
    Hint("withdraw", words("вывод отвод"), "source", ("из", "с"), (), FORCES),
    Hint("sanction", _LIMITS, "source", ("против", "в отношении", "на")),
    Hint("sanction", words("введение продление ужесточение наложение"), "source", ("против", "в отношении"), (),
         _LIMITS),
    Hint("vote", words("референдум голосование плебисцит"), "source", ("в", "о", "по"), ("в",)),
    Hint("sign", words("сделка меморандум"), "both", ("с", "между")),
    Hint("aid", words("предоставление выделение оказание возобновление"), "source", ("Dat",), (),
         words("помощь кредит заем грант транш")),
    Hint("break", words("разрыв"), "source", ("с", "между"), (), words("отношение связь дипотношение")),
    Hint("aid", words("поставка"), "source", ("в", "на"), (),
         words("оружие вооружение ракета танк комплекс истребитель боеприпас система")),
)  # fmt: skip
