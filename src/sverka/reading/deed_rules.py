"""What states do to one another, as rules: verbs and nouns, the things they need, how the other side is said."""

from dataclasses import dataclass

from sverka.claims.vocabulary import EventType
from sverka.reading.phrases import FORCES


def _w(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Verbal:
    """Verbs, the nouns one of which must be their object ("" for none needed), and how the target is said.

    `target`: prepositions; "Acc" and "Dat" for cases without one. `needs`: who must be named.
    """

    type: EventType
    verbs: frozenset[str]
    things: frozenset[str]
    target: tuple[str, ...]
    needs: tuple[str, ...] = ("source", "target")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A deverbal noun; `owner`: whom its bare genitive names, "source" or "target"; `things`: a genitive it needs."""

    type: EventType
    nouns: frozenset[str]
    owner: str
    target: tuple[str, ...]
    things: frozenset[str] = frozenset()


_LIMITS = _w("санкция эмбарго ограничение запрет контрмера блокада пошлина тариф антисанкция бойкот")
#: What is closed to somebody as a measure against him.
CLOSED = _w("небо граница пространство рынок порт")
#: Goods and services of a state: a measure against them is one against it.
GOODS = _w(
    """товар продукция импорт экспорт сталь алюминий зерно вино молоко мясо рыба нефть газ уголь приложение автомобиль
    продукт продовольствие самолет судно компания банк авиакомпания ячмень яблоко сыр овощ фрукт помидор томат мебель
    шина грузовик электромобиль сахар соя кукуруза пшеница руда металл древесина уран золото удобрение поставка
    актив счет чиновник гражданин политик перевозчик"""
)
ARMS = _w(
    """оружие вооружение ракета танк комплекс истребитель самолет боеприпас система дрон беспилотник снаряд вертолет
    установка гаубица бронемашина бронетехника бронетранспортер бмп бтр сау зрк рсзо зенитка миномет пулемет патрон
    катер спецтехника"""
)
_GIVE = _w("предоставить предоставлять выделить выделять оказать оказывать дать")
_GIVE_ARMS = _w("поставить поставлять передать передавать продать отправить подарить")
#: What debtors do as well as givers.
PAYING = _w("перечислить выплатить уплатить заплатить")
_MONEY = _w("доллар евро рубль юань фунт франк иена крона миллион миллиард триллион")
_RELIEF = _w("деньги кредит оружие заем линия топливо зерно вакцина доставка помощь")
_FROZEN = _w("актив счет резерв имущество")
_TRAINING = _w("обучение подготовка тренировка")
HELP = _w("помощь кредит заем грант ссуда поддержка финансирование транш")
_IMPOSE = _w(
    """ввести вводить наложить накладывать объявить объявлять установить продлить продлевать расширить расширять
    ужесточить навязать применить применять вернуть восстановить возобновить внести усилить обрушить поднять повысить
    увеличить распространить назначить"""
)
BACKED = _w("поддержать поддерживать одобрить принять утвердить согласовать")
#: Who joins a measure takes it as well: «присоединилась к | санкциям ЕС».
JOINING = _w("присоединиться присоединяться примкнуть")
THREATS = _w("грозить пригрозить угрожать")
ANSWERING = _w("ответить отвечать")
_THREATEN = THREATS | ANSWERING | _w("решиться")
_SEND = _w(
    """ввести вводить направить направлять перебросить разместить размещать отправить послать развернуть развертывать
    высадить дислоцировать стянуть"""
)
_SEIZE = _w(
    """захватить захватывать оккупировать аннексировать бомбить разбомбить бомбардировать обстрелять обстреливать
    атаковать"""
)
_EXPEL = _w("выслать высылать выдворить выдворять выгнать выгонять изгнать изгонять")
_TIES = _w("отношение связь дипотношение")
VERBAL: tuple[Verbal, ...] = (
    Verbal("sanction", _IMPOSE, _LIMITS, ("против", "в отношении", "на", "для", "Dat"), ("source",)),
    Verbal("sanction", BACKED, _LIMITS, ("против", "в отношении", "на", "для"), ("source",)),
    Verbal("sanction", _w("затронуть затрагивать коснуться"), _w("санкция эмбарго"), ("Acc", "Gen"), ("target",)),
    Verbal("sanction", JOINING, _LIMITS, ("против", "в отношении"), ("source",)),
    Verbal("sanction", _THREATEN, _LIMITS, ("против", "в отношении", "Dat"), ("source",)),
    Verbal("sanction", _w("обложить обкладывать"), _w("пошлина тариф налог сбор санкция"), ("Acc",)),
    Verbal("sanction", _w("закрыть закрывать перекрыть перекрывать"), CLOSED, ("для", "перед", "с", "Dat")),
    Verbal("sanction", _w("заморозить замораживать заблокировать блокировать арестовать"), _FROZEN, ("Gen",)),
    Verbal("deploy", _SEND, FORCES, ("в", "на", "к", "из")),
    Verbal("deploy", _w("иметь держать содержать"), FORCES, ("в", "на")),
    Verbal("attack", _w("напасть нападать вторгнуться вторгаться"), frozenset(), ("на", "в")),
    Verbal("attack", _SEIZE, frozenset(), ("Acc",)),
    Verbal("attack", _w("нанести наносить"), _w("удар авиаудар"), ("по",)),
    Verbal("attack", _w("выпустить выпускать запустить пустить"), _w("ракета дрон беспилотник снаряд"), ("по",)),
    Verbal("attack", _w("начать начинать развязать"), _w("война вторжение агрессия"), ("против", "с", "в", "на")),
    Verbal("attack", _w("взять брать"), _w("штурм"), ("Acc",)),
    Verbal("attack", _w("сбить"), frozenset(), ("Acc",)),
    Verbal("accede", _w("присоединить"), frozenset(), ("Acc",)),
    Verbal("aid", _GIVE, HELP, ("Dat", "для"), ("source",)),
    Verbal("aid", _w("обещать пообещать посулить гарантировать"), HELP, ("Dat", "для")),
    Verbal("aid", _GIVE, _w("вооружение оружие"), ("Dat",)),
    Verbal("aid", _GIVE | _w("перечислить выдать одолжить ссудить"), _MONEY, ("Dat", "для")),
    Verbal("aid", _w("утвердить одобрить согласовать"), HELP | _w("программа пакет"), ("для", "Dat")),
    Verbal("aid", _w("проводить провести вести организовать обеспечить"), _TRAINING, ("Gen",)),
    Verbal("aid", _w("поставить поставлять передать передавать поставляться"), ARMS, ("Dat", "в", "на")),
    Verbal("break", _w("разорвать разрывать порвать прервать"), _TIES, ("с",)),
    Verbal("break", _w("порвать"), frozenset(), ("с",)),
    Verbal("break", _EXPEL, _w("посол дипломат"), ("Acc", "Gen")),
    Verbal("withdraw", _w("вывести выводить отозвать эвакуировать"), FORCES | _w("группировка"), ("из", "с")),
)  # fmt: skip
CRAFT = _w(
    """самолет бомбардировщик истребитель беспилотник дрон вертолет ракета лайнер штурмовик су-24 су-25 су-27 су-30
    су-34 су-35 миг-29 миг-31 ил-20 ил-76 ту-154 f-16 ф-16 бпла"""
)
_OPERATION = _w("операция спецоперация наступление")
ENVOYS = _w("посол дипломат посольство консульство дипмиссия атташе")
_UNWELCOME = _w("грат грата нон-грата")
_TRADE = _w("ввоз импорт поставка экспорт полет авиасообщение транзит")
_ENTRY = _w("въезд")
#: Forces and arms that are nothing else; a plane may carry anything.
_TROOPS = FORCES - CRAFT - _w("корабль инструктор советник") | _w("техника авиатехника вооружение")
#: Deeds with only one side told, or by words that may mean less: never sure enough for a verdict.
UNSURE: tuple[Verbal, ...] = (
    Verbal("attack", _w("нанести наносить"), _w("удар авиаудар"), ("по", "Loc"), ("source",)),
    Verbal("attack", _w("сбить сбивать"), CRAFT, ("Gen", "над"), ()),
    Verbal("attack", _w("ударить ударять бить отбомбиться"), frozenset(), ("по", "Loc")),
    Verbal("attack", _SEIZE | _w("взорвать штурмовать разрушить"), frozenset(), ("Acc",), ("target",)),
    Verbal("attack", _w("начать проводить провести вести"), _OPERATION, ("против", "в", "на", "Loc")),
    Verbal("attack", _w("напасть нападать"), frozenset(), ("на",), ("target",)),
    Verbal("attack", _w("вмешаться вмешиваться"), frozenset(), ("в", "Loc")),
    Verbal("attack", _w("начать развязать"), _w("война вторжение агрессия"), ("против", "с"), ("source",)),
    Verbal("attack", _w("открыть открывать вести"), _w("огонь"), ("по",), ("source",)),
    Verbal("attack", _w("применить использовать"), _w("водомет оружие артиллерия газ"), ("против",)),
    Verbal("withdraw", _w("свернуть сворачивать завершить"), _w("операция миссия"), ("в", "Loc"), ("source",)),
    Verbal("attack", _w("воевать"), frozenset(), ("с", "против", "Loc")),
    Verbal("aid", _w("отправить направить послать"), ARMS, ("Dat",)),
    Verbal("deploy", _SEND, FORCES, ("в", "на", "к", "Loc"), ("source",)),
    Verbal("deploy", _w("поступить прибыть"), _TROOPS, ("в", "на"), ("target",)),
    Verbal("withdraw", _w("вывести выводить отозвать"), FORCES, ("из", "с"), ("source",)),
    Verbal("aid", _GIVE, HELP, ("Dat",), ("target",)),
    Verbal("aid", _w("оказываться предоставляться выделяться"), HELP, ("Dat",), ("target",)),
    Verbal("aid", _w("утвердить одобрить согласовать"), _w("программа пакет транш"), ("для", "Dat"), ("target",)),
    Verbal("aid", _w("списать простить"), _MONEY, ("Dat",), ("source",)),
    Verbal("aid", _w("помочь помогать спасти"), _RELIEF, ("Dat",), ("source", "target")),
    Verbal("aid", _GIVE_ARMS, ARMS, ("Dat", "в", "на"), ("source",)),
    Verbal("aid", _w("списать простить"), _w("долг задолженность"), ("Dat",), ("source",)),
    Verbal("break", _EXPEL | _w("отозвать отзывать закрыть"), ENVOYS, ("из", "в"), ("source",)),
    Verbal("break", _w("объявить объявлять"), _UNWELCOME, ("Acc", "Gen"), ("source", "target")),
    Verbal("break", _w("разорвать разрывать прервать заморозить"), _TIES, ("с",), ("source",)),
    Verbal("mediate", _w("выступить выступать стать быть"), _w("посредник"), ("между", "в"), ("source",)),
    Verbal("mediate", _w("предложить предлагать взять"), _w("посредничество"), ("между", "в"), ("source",)),
    Verbal("sanction", _w("запретить запрещать ограничить"), _TRADE, ("из", "в", "для", "Gen"), ("source",)),
    Verbal("sanction", _w("запретить запрещать ограничить закрыть"), _ENTRY, ("для", "Dat"), ("target",)),
    Verbal("sanction", _w("запретить запрещать ограничить закрыть"), _ENTRY, ("для", "Dat"), ("source",)),
    Verbal("sanction", _w("запретить запрещать"), GOODS, ("Acc",)),
    Verbal("sanction", _w("снять снимать отменить отменять смягчить"), _LIMITS, ("с", "против"), ("source",)),
)  # fmt: skip
_RAIDS = _w("вторжение нападение агрессия вмешательство удар авиаудар атака налет натиск наступление обстрел")
NOMINAL: tuple[Nominal, ...] = (
    Nominal("sanction", _LIMITS, "source", ("против", "в отношении")),
    Nominal("deploy", _w("ввод размещение переброска развертывание отправка высадка"), "source", ("в", "на"), FORCES),
    Nominal("deploy", _w("интервенция"), "source", ("в", "на")),
    Nominal("attack", _RAIDS, "source", ("в", "на", "против", "по")),
    Nominal("break", _w("высылка выдворение изгнание"), "target", ("из",), _w("дипломат посол")),
    Nominal("attack", _w("аннексия оккупация бомбардировка захват обстрел"), "target", ()),
    Nominal("aid", _w("поставка передача отправка"), "source", ("в", "на", "Dat", "для"), ARMS),
    Nominal("aid", _w("предоставление выделение оказание возобновление"), "source", ("Dat",), HELP),
    Nominal("break", _w("разрыв"), "source", ("с",), _w("отношение связь дипотношение")),
    Nominal("withdraw", _w("вывод отвод уход выезд эвакуация"), "source", ("из", "с"), FORCES),
)  # fmt: skip
