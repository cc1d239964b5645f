"""Portions of trade whose whole or part is told aside: «её доля в обороте», «импорта – 28 %», «партнёр – около трети».

What `shares` reads in one phrase is here put together from a sentence and what was spoken of before it.
"""

import re

from sverka.reading.document import Name
from sverka.reading.metrics import TRADE
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.shares import LISTED

Portion = tuple[str, tuple[str, ...], bool]

_FLOW = r"(?:экспорт|импорт|вывоз|ввоз|(?:товаро|торгово)?оборот|торговл|товарообмен|внешнеторгов)\w*"
_ADJ = r"(?:[\w-]+(?:ого|его|ой|ей|их|ых) |вс(?:его|ей) |(?:его|ее|их) )"
#: «| нашей внешней торговли», «| экспорта», «| от общего объёма импорта»
_OF_TRADE = re.compile(
    rf"^ (?:от |в |во )?{_ADJ}{{0,3}}(?:объем\w{{0,2}} |стоимости )?{_ADJ}{{0,2}}(?P<flow>{_FLOW}"
    r"|(?:поставок|закупок|продаж)(?!\w))"
)
#: «| своих товаров», «| киргизского экспорта»: what a state sells, whoever buys.
_OF_GOODS = re.compile(
    r"^ (?:от )?(?:всех |всей |всего )?(?P<own>(?:свои|[\w-]+ски)х |(?:свое|[\w-]+ско)й )?(?:товаров|продукции)(?!\w)"
)
_DEALS = re.compile(
    r"(?<!\w)(?:прода(?:ет|ют|л[аи]?|вал[аи]?)|покупа(?:ет|ют|л[аи]?)|закупа(?:ет|ют|л[аи]?)|вывоз(?:ит|ят|ил[аи]?)|"
    r"ввоз(?:ит|ят|ил[аи]?)|поставля(?:ет|ют|ла|ли)|отправля(?:ет|ют|ла|ли)|идет|идут|шл[оаи]|ше[лд]|уходит|уходят|уходил[оаи]?|"
    r"поступа(?:ет|ют|л[оаи])|экспортиру(?:ет|ют)|импортиру(?:ет|ют))(?!\w)"
)
#: «его доля в объёме», «удельный вес страны в товарообороте»
_SHARE_IN = re.compile(
    r"(?<!\w)(?P<whose>(?:его|ее|их) )?(?:дол[яюие]|удельн\w{1,3} вес\w?)(?P<part>(?: [\w-]{1,30}){0,5}?) во? "
    rf"(?:[^\W\d_]{{1,25}} ){{0,3}}?(?:объем\w{{0,2}}|{_FLOW}|структур\w)(?:[^.;]|\.\d){{0,140}}$"
)
#: «торговля с Казахстаном в общем объёме экспорта Киргизии составила»
_IN_TOTAL = re.compile(rf"(?<!\w){_FLOW} (?P<part>с [^,;.]{{3,60}}?) в общ\w{{2}} (?:объеме )?{_FLOW}")
#: «приходится на Евросоюз», «пришлось на долю России»
_FALLS_ON = re.compile(r"(?<!\w)(?:приход\w+|приш[ел]\w+|прид[её]тся|выпал\w*)(?!\w)")
_ONTO_IT = re.compile(
    r"(?<!\w)на (?:нее|него|них|эту страну|эту республику|это государство|его долю|ее долю|их долю)(?!\w)"
)
_AT_DASH = re.compile(r" [–—-] (?:(?:это|с|около|почти|более|примерно|порядка|свыше|долей|в|на) )*$|\($")
#: «экспорта – 20 %, импорта – | 29»
_FURTHER = re.compile(
    r"(?:[,;и] |, (?:а|в том числе) |^)(?:в )?(?:экспорт|импорт|вывоз|ввоз|оборот|товарооборот)\w{0,2} [–—-] "
    r"(?:\w+ ){0,2}$"
)
_SO_MANY = re.compile(
    r"(?<!\w)дол[яюие] (?:первой )?(?:[а-я]+|\d+)(?: ?-?ти)? (?:крупнейш|основн|главн|ведущ|перв)\w+ "
    r"(?:[\w-]+ ){0,2}?партнер"
)
#: «доля национальных валют в расчётах»
_SETTLED = re.compile(
    r"(?<!\w)(?:дол[яюие]|часть) (?:[\w-]+ ){0,4}(?:валют|рубл|юан|доллар|евро|тенге|расчет)\w{0,3}(?!\w)|"
    r"(?<!\w)(?:взаимо)?расчет\w{0,3} (?:[^\W\d_]+ ){0,8}(?:валют|рубл|юан)\w+"
)
_PAYS = re.compile(r"(?<!\w)(?:взаимо)?(?:расчет|торговл|торговых операци|товарооборот|платеж)\w*")
_TWO_WORDS = re.compile(r"(?<!\w)[^\W\d_]{3,30} [^\W\d_]{3,30} ")


def portion_of_trade(scene: Scene, amount: Amount, token: int, topic: Topic) -> Portion | None:
    """Metric, parties and sureness of a share of trade, or None where it is of something else."""
    end = amount.start - scene.sentence.start
    left, right = scene.text[max(0, end - 220) : end], scene.text[amount.core[1] - scene.sentence.start :][:150]
    if (paid := _settled(scene, left, topic)) is not None:
        return paid
    if topic.share_at == scene.sentence.start and topic.share and _FURTHER.search(left):
        return "trade.share", topic.share, True
    if _SO_MANY.search(left) and (_OF_TRADE.match(right) or re.search(_FLOW, left)):
        one = _states(scene) or ([topic.home] if topic.home else [])
        return ("trade.share", (one[-1],), False) if one else None
    for reader in (_of_trade, _of_goods, _in_whole, _of_partner):
        found = reader(scene, amount, token, topic, left, right)
        if found is not None:
            return _told(scene, topic, *found)
    return None


def _told(scene: Scene, topic: Topic, whole: str | None, part: str | None, sure: bool) -> Portion | None:
    if whole is None or part is None or whole == part:
        return None
    topic.share, topic.share_at = (whole, part), scene.sentence.start
    topic.whole, topic.whole_at = whole, scene.sentence.start
    return "trade.share", (whole, part), sure


Found = tuple[str | None, str | None, bool]


def _of_trade(scene: Scene, amount: Amount, token: int, topic: Topic, left: str, right: str) -> Found | None:
    """«70 % нашей торговли приходится на Евросоюз», «на неё пришлась треть экспорта»."""
    of = _OF_TRADE.match(right)
    if of is None:
        return None
    stop = amount.core[1] + of.end()
    after = [(i, n) for i, n in _named(scene) if amount.core[1] <= n.start < stop + 40]
    whole = next((n.id for i, n in after if n.start < stop and n.form in ("adjective", "prefix")), None)
    owned = [n.id for i, n in after if n.start <= stop + 12 and not preposition_of(scene.sentence, i)]
    whole = whole or (owned[0] if owned and _near(right, of.end()) else None)
    sure = whole is not None
    if whole is None and re.match(r"^ (?:[\w-]+ ){0,2}наш", right):
        whole = topic.ours or topic.home
    part = _falls_on(scene, topic, whole, token)
    if part is None:
        return None
    whole = whole or _other(topic, part)
    return whole, part, sure


def _near(right: str, end: int) -> bool:
    """Nothing but an adjective between the trade and the state it is of."""
    return not re.match(r"^[^\W\d_]* (?:приход|приш|ид|уход|на|в|с|и)(?!\w)", right[end:])


def _falls_on(scene: Scene, topic: Topic, whole: str | None, token: int) -> str | None:
    """On whom a share falls: «на Китай приходится», «на долю Китая пришлось», «на неё»."""
    if _FALLS_ON.search(scene.text) is None:
        return None
    onto = [
        (abs(i - token), n.id)
        for i, n in _named(scene)
        if n.id != whole and (preposition_of(scene.sentence, i) == "на" or _at_part(scene, i))
    ]
    if onto:
        return min(onto)[1]
    return _last(scene, topic, whole) if _ONTO_IT.search(scene.text) else None


def _at_part(scene: Scene, i: int) -> bool:
    """«на долю | России», «доля | России»."""
    return i > 0 and scene.sentence.tokens[i - 1].lemma in ("доля", "вес")


def _of_goods(scene: Scene, amount: Amount, token: int, topic: Topic, left: str, right: str) -> Found | None:
    """«Грузия продаёт в Россию 13 процентов своих товаров»."""
    of = _OF_GOODS.match(right)
    if of is None or _DEALS.search(scene.text) is None:
        return None
    names = _named(scene)
    toward = [n.id for i, n in names if preposition_of(scene.sentence, i) in ("в", "во", "на", "из", "у", "к")]
    made = [n.id for i, n in names if amount.core[1] <= n.start <= amount.core[1] + 40 and n.form == "adjective"]
    selling = [n.id for i, n in names if not preposition_of(scene.sentence, i) and n.id not in toward]
    whole = next(iter((*made, *selling)), topic.home)
    part = next((p for p in toward if p != whole), None)
    part = part or next((n for n in selling if n != whole), None)
    return (whole, part, bool(made or selling)) if part else None


def _in_whole(scene: Scene, amount: Amount, token: int, topic: Topic, left: str, right: str) -> Found | None:
    """«Её доля в объёме составила 11 %», «торговля с Чили в общем объёме экспорта составила 20 %»."""
    total = _IN_TOTAL.search(left)
    found = total or _SHARE_IN.search(left)
    if found is None:
        return None
    base = scene.sentence.start + amount.start - scene.sentence.start - len(left)
    low, high = base + found.start("part"), base + found.end("part")
    part = [n.id for _, n in _named(scene) if low <= n.start < high]
    inside = [n.id for i, n in _named(scene) if high <= n.start < amount.start and _owns(scene, i, n)]
    whole = inside[0] if inside else None
    if part:
        return whole or _other(topic, part[0]), part[0], whole is not None
    if total is not None or (
        found["whose"] is None and found["part"].strip() not in ("страны", "республики", "государства")
    ):
        return None
    other = _last(scene, topic, whole)
    return whole or _other(topic, other), other, False


def _owns(scene: Scene, i: int, name: Name) -> bool:
    return not preposition_of(scene.sentence, i) or name.form in ("adjective", "prefix")


def _of_partner(scene: Scene, amount: Amount, token: int, topic: Topic, left: str, right: str) -> Found | None:
    """«Россия – главный торговый партнёр Чили: около 30 %», «основные партнёры – Китай (20 %), Перу (8 %)»."""
    if _AT_DASH.search(left) is None:
        return None
    cue = next((c for c in scene.cues if c.way == "place" and c.first < token), None)
    if cue is None or (cue.metric not in TRADE and cue.metric != "trade.turnover"):
        return None
    after = [(i, n) for i, n in _named(scene) if cue.stop <= i < token]
    owner = [n.id for i, n in after if i <= cue.stop + 3 and _genitive(scene, i) and not _listing(scene, cue.stop, i)]
    described = [n.id for i, n in _named(scene) if cue.first - 4 <= i < cue.first and n.form == "adjective"]
    whole = next(iter((*described, *owner)), None)
    beside = [n.id for i, n in after if LISTED.search(left) and _ends_at(scene, n, amount) and n.id != whole]
    if beside:
        return whole or topic.home, beside[-1], whole is not None
    holder = [
        n.id
        for i, n in _named(scene)
        if i < cue.first and n.id != whole and not preposition_of(scene.sentence, i) and n.form != "adjective"
    ]
    if not holder or "среди" in scene.text:
        return None
    return whole or _other(topic, holder[0]), holder[0], whole is not None


def _genitive(scene: Scene, i: int) -> bool:
    return scene.sentence.tokens[i].feats.get("Case") in ("Gen", None) and not preposition_of(scene.sentence, i)


def _listing(scene: Scene, stop: int, i: int) -> bool:
    """True where a dash or a verb stands between the word for partners and a name: the name is one of them."""
    between = scene.sentence.tokens[stop:i]
    return any(t.text in "–—-:" or (t.pos == "VERB" and t.feats.get("VerbForm") == "Fin") for t in between)


def _ends_at(scene: Scene, name: Name, amount: Amount) -> bool:
    """Nothing but a bracket, a dash and a hedge between a name and its number."""
    between = scene.text[name.end - scene.sentence.start : amount.start - scene.sentence.start]
    return _TWO_WORDS.search(between) is None


def _settled(scene: Scene, left: str, topic: Topic) -> Portion | None:
    """«Доля национальных валют во взаиморасчётах двух стран»: of their trade, but no share of it goes anywhere."""
    if _SETTLED.search(left) is None or _PAYS.search(scene.text) is None:
        return None
    both = _states(scene)[:2]
    told = topic.flow.parties if topic.flow is not None else topic.pair
    parties = tuple(both) if len(both) == 2 else told or tuple(both)
    parties = tuple(p for p in parties if p != "WLD")
    return ("trade.other", parties, len(both) == 2) if parties else None


def _named(scene: Scene) -> list[tuple[int, Name]]:
    return [(i, n) for i, ns in sorted(scene.at.items()) for n in ns]


def _states(scene: Scene) -> list[str]:
    return list(dict.fromkeys(n.id for _, n in _named(scene) if not n.id.startswith("org:")))


def _last(scene: Scene, topic: Topic, besides: str | None) -> str | None:
    """Whom «её доля» points to: the partner told of last, who is not the one whose trade it is."""
    flow = topic.flow
    if flow is not None and len(flow.parties) == 2 and "WLD" not in flow.parties:
        owner = besides if besides in flow.parties else topic.home if topic.home in flow.parties else flow.parties[0]
        return next((p for p in flow.parties if p != owner), None)
    rest = {id_ for id_ in topic.named if id_ not in (besides, topic.home)}
    return rest.pop() if len(rest) == 1 else None


def _other(topic: Topic, part: str | None) -> str | None:
    """Whose trade a share is of where nobody says it: the other of the pair spoken of, or the text's own state."""
    flow = topic.flow
    if flow is not None and part in flow.parties and len(flow.parties) == 2:
        other = next((p for p in flow.parties if p != part), None)
        if other not in (None, "WLD"):
            return other
    return topic.home if topic.home != part else None
