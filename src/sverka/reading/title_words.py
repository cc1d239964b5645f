"""The words of which Russian titles are made, and which office of the claim language a title names.

They are words of the language – what a title may be called – not facts about who holds which.
"""

import re
from collections.abc import Sequence

from sverka.claims.ids import prefix_of
from sverka.reading.document import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONARCHS = _words("король королева император императрица эмир султан шах монарх")
_GOVERNMENT = _words("премьер-министр премьер канцлер тишек рейхсканцлер бундесканцлер канцлерин министр-президент")
_CHIEFS = _words("глава руководитель председатель лидер начальник шеф хозяин хозяйка обитатель")
_SPEAKERS = _words("представитель представительница пресс-секретарь спикер")
_OTHERS = _words(
    """
    министр министерша госсекретарь секретарь генсек посол постпред полпред спецпредставитель спецпосланник посланник
    депутат сенатор конгрессмен парламентарий советник помощник директор гендиректор замдиректора командующий главком
    главнокомандующий губернатор мэр градоначальник вице-президент вице-премьер вице-канцлер вице-спикер вице-губернатор
    замминистра заместитель зампред замглавы замначальник замруководитель председательница сопредседатель уполномоченный
    омбудсмен эксперт аналитик координатор спецкоординатор член комиссар еврокомиссар прокурор генпрокурор судья консул
    атташе врач управляющий основатель сотрудник комендант наблюдатель инспектор маршал аятолла принц кронпринц
    начальница переговорщик политолог экономист обозреватель профессор ректор редактор главред адвокат
    госминистр генсекретарь госсоветник госинспектор заведующий завотделом замзавотделом замдиректор замгендиректора
    замгоссекретаря замгенсека замгубернатора замминистра зампредседателя замспикера замсекретаря замглава
    спецдокладчик докладчик посредник делегат представительница депутатка парламентарий конгрессвумен бундесканцлерин
    канцлерин пресс-атташе вице-мэр генерал-губернатор главнокомандующий начгенштаба регент председательствующий
    руководительница заместительница советница
    казначей верховник постпредставитель торгпред поверенный соучредитель сопредседательница содиректор
    """
)
HEADS: frozenset[str] = _OTHERS | _MONARCHS | _GOVERNMENT | _CHIEFS | _SPEAKERS | {"президент"}
#: Offices without a task of their own: «по» after them begins something else.
RULERS = _MONARCHS | _GOVERNMENT | {"президент"}
#: Who lives in a seat of power.
TOPS = frozenset({"хозяин", "хозяйка", "обитатель"})
#: Officers who serve a person: «советник Трампа по безопасности», «пресс-секретарь Путина Дмитрий Песков».
SERVING = _words(
    """советник помощник пресс-секретарь спецпредставитель спецпосланник посланник представитель секретарь заместитель
    адвокат сотрудник уполномоченный"""
)
#: Words before a person's name that are no office.
HONORIFICS = _words(
    """
    генерал аятолла господин г-н г-жа госпожа шейх доктор д-р академик адмирал полковник товарищ мистер сэр лорд имам
    генерал-майор генерал-лейтенант генерал-полковник хаджи мулла подполковник майор
    """
)
#: What a title may call its state.
_REALMS = _words(
    "страна республика государство федерация королевство княжество эмират султанат герцогство империя союз"
)
_NO_OFFICE = _words("профессор политолог экономист обозреватель аятолла принц адвокат сотрудник основатель")
#: Whoever is that of a country only is no officer of it: «российский эксперт».
_OF_SOMEBODY = _words("эксперт аналитик")
_OF_SOMETHING = _words(
    """
    аналитик эксперт представитель представительница член советник помощник директор руководитель лидер глава редактор
    начальник секретарь хозяин хозяйка обитатель шеф координатор инспектор наблюдатель председатель заместитель комиссар
    врач судья
    """
)
_PREMIERS = frozenset({"премьер", "премьера", "премьеру", "премьером", "премьере"})
FORMER = _words("бывший прежний тогдашний покойный свергнутый недавний")
TIMES = FORMER | _words(
    """
    нынешний действующий будущий единственный последний
    новый новоизбранный избранный текущий сегодняшний временный этот тот наш его их ее сам
    ex экс известный молодой чей оба формальный многолетний бессменный  свежеизбранный вновь
    переходный промежуточный свой весь самый старый недавний покойный опальный свергнутый
    """
)
ACTING = _words("исполнять исполняющий обязанность врио вр ио о")
#: What a state is besides itself: «президент независимой Литвы» is Lithuania's.
QUALITIES = _words(
    """независимый суверенный единый объединенный современный демократический постсоветский свободный послевоенный
    нынешний довоенный социалистический коммунистический"""
)
ORDINALS = _words("первый второй третий четвертый")
#: From here on an ordinal counts holders («седьмой генсек»); a lower one can be a rank («первый секретарь»).
_FIFTHS = _words("пят шест седьм восьм девят десят сороков")
_TENS = ("дцат", "десят", "сот")
_ORDINAL_ENDS = ("ого", "ому", "ым", "ом", "ый", "ой", "ая", "ую", "й", "м")
_BEFORE = TIMES | ORDINALS | ACTING


def counting(token: Token) -> bool:
    """True for an ordinal that says which in a row of holders somebody is: «седьмой», «45-й»."""
    return token.pos in ("ADJ", "NUM") and _counts(token.text.lower())


def _counts(word: str) -> bool:
    stem = next((word.removesuffix(end) for end in _ORDINAL_ENDS if word.endswith(end)), "")
    return stem in _FIFTHS or stem.endswith(_TENS) or stem.rstrip("-").isdigit()


JOINERS = _words("по в во на при за для с от")
#: Officers who are of a party or region: «депутат от фракции».
ELECTED = _words("депутат сенатор парламентарий представитель представительница делегат депутатка")
#: Officers who are sent somewhere: a place after «в» is where they serve, not whose they are.
POSTED = _words("посол постпред представитель консул эксперт командующий спецпредставитель зампред полпред советник")
QUOTES = '«»"“”„'
#: Bodies of a state: their officers are the state's.
BODY = re.compile(
    r"^(мид|госсовет|мвд|мин[а-я]{2,}|министерств|правительств|парламент|госдум|дума|думы|сенат|конгресс|бундес|рада|верховн|"
    r"служб|пресс-служб|командован|"
    r"управлени|администраци|департамент|совет|центральн\w* банк|центробанк|генпрокуратур|прокуратур|комитет|"
    r"сейм|меджлис|мажилис|маджлис|кнессет|жогорк|олий|хурал|скупщин|риксдаг|стортинг|ассамбле|посольств|генштаб|"
    r"(?:вс|ввс|вмф|вдв|фсб|цру|фбр|фнс|фтс|фас|фсо|фсин|фмс|фссп|свр|гру|мчс|цик|цб|ск|сбу|нбу|гур|анб|ми-?[56]|бнд)$|"
    r"совбез|совфед|рос[а-я]*(надзор|стат|реестр|мониторинг|сотрудничеств|атом|космос|имуществ)|"
    r"национальн\w* банк|нацбанк|палат\w* (представ|общин|лордов)|государственн|"
    r"собрани|хунт|кабинет|кабмин|арми[яи]|вооруж|войска?$|флот$|силы$|госдеп|пентагон|федеральн|делегаци|комисси|суд)"
)


#: What adjectives make of a body: one of several states.
_ABROAD = re.compile(
    r"^(?:международн|межгосударственн|межправительственн|межпарламентск|всемирн|мирово|европейск|евразийск|африканск|"
    r"арабск|исламск|азиатск|северн|тихоокеанск|латиноамериканск|экономическ|торгово|общественн|католическ|церковн|"
    r"еврейск|олимпийск)"
)
_BODY_AFTER = re.compile(r"^(?:[а-я-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ей|ых|их) )+")


def of_a_state(name: str) -> bool:
    """True for a body that states have, by its name in plain letters: «высший совет безопасности», «госдума»."""
    if BODY.match(name):
        return True
    opening = _BODY_AFTER.match(name)
    if opening is None or _ABROAD.match(name):
        return False
    return BODY.match(name[opening.end() :]) is not None


def is_head(token: Token) -> bool:
    """True for a noun that names an office («президент», «экс-глава», «бизнес-омбудсмен»)."""
    if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return False
    lemma = token.lemma
    if lemma in ("управлять", "командовать", "заведовать"):
        return governs(token)
    if lemma in HEADS or "-" not in lemma:
        return lemma in HEADS
    first, _, last = lemma.partition("-")  # «директор-распорядитель», «экс-глава», «бизнес-омбудсмен»
    return first in HEADS or last in HEADS or lemma.rpartition("-")[2] in HEADS


def governs(token: Token) -> bool:
    """True for an officer whose complement is in the instrumental: «управляющий банком», «командующий округом»."""
    return token.text.lower().startswith(("управляющ", "командующ", "заведующ"))


def notable(office: str) -> bool:
    """False for words that describe a person without giving an office («профессор», «политолог»)."""
    said = office.removeprefix("other:").split(" ")
    return bool(said[0]) and _NO_OFFICE.isdisjoint(said[:2])


def of_nobody(office: str, holders: Sequence[str]) -> bool:
    """«Российский эксперт»: whoever is that of a country only, of no body, is no officer of it."""
    return office.removeprefix("other:") in _OF_SOMEBODY and not any(prefix_of(h) == "org" for h in holders)


def vague(office: str) -> bool:
    """True for a title that is an office only of something: «представитель», «последний представитель», «аналитик»."""
    return office.startswith("other:") and office.removeprefix("other:").split(" ")[-1] in _OF_SOMETHING


#: What makes «внешний» no foreign ministry's: «министр внешней торговли».
_TRADED = _words("торговля экономика экономический разведка долг заимствование")


#: Whose representatives speak for them, and what representatives are sent to be.
_OFFICES = _words("пентагон госдепартамент госдеп мид минобороны министерство ведомство кремль минфин")
_SENT = _words("постоянный специальный особый торговый полномочный личный высокий верховный законный военный")


def office_of(head: str, lemmas: Sequence[str], states: Sequence[str], of_body: bool) -> str:
    """The office of the claim language that a title names, or `other`.

    `lemmas` are the words of the title without the names of its `states`; `of_body`: an organization's, not a state's.
    """
    words = [w for w in lemmas if w not in _BEFORE and w != "и" and w[0].isalpha()]
    words = [w for w in words if not (_counts(w) or (states and w in QUALITIES))]
    rest = set(words) - {head, f"экс-{head}"}
    text = " ".join(words)
    if of_body and (head == "пресс-секретарь" or (head.startswith("представит") and "официальный" in rest)):
        return "spokesperson"  # «официальный представитель „Газпрома“»
    if of_body and not any(w in rest for w in ("мид", "правительство", "госсовет")):
        return "other"
    if head in _MONARCHS:
        return "head_of_state"
    if head in _GOVERNMENT:
        return "other" if rest - _REALMS - {"федеральный", "министр", "госсовет"} else "head_of_government"
    if head == "президент":
        return "other" if rest - _REALMS - {"федеральный"} else "head_of_state"
    foreign: object = (
        "иностранный дело" in text
        or "международный отношение" in text
        or rest & {"мид", "дипломатия", "внешнеполитический"}
    )
    foreign = foreign or ("внешний" in rest and not rest & _TRADED)
    defence = rest & {"оборона", "минобороны", "оборонный"} or "военный ведомство" in text
    defence = (defence or "вооруженный сила" in text) and not rest & _TRADED
    if rest & {"европейский", "евросоюз", "ес"}:
        foreign = defence = False
    if head in _SPEAKERS:
        speaks = head == "пресс-секретарь" or "официальный" in rest or (head == "спикер" and "мид" in rest)
        speaks = speaks or (head.startswith("представит") and bool(rest & _OFFICES) and not rest & _SENT)
        return "spokesperson" if speaks else "other"
    if head == "министр" and not rest & {"заместитель"}:
        return "foreign_minister" if foreign else "defence_minister" if defence else "other"
    if head == "госсекретарь" or text == "государственный секретарь":
        return "foreign_minister" if not states or states[0] == "USA" else "other"
    if head in ("глава", "руководитель", "шеф", "председатель"):
        if rest & {"правительство", "кабинет", "кабмин", "совмин"} or "совет министр" in text:
            allowed = {"правительство", "кабинет", "министр", "кабмин", "совмин", "совет", "страна", "республика"}
            return "head_of_government" if not rest - allowed else "other"
        if head != "председатель" and foreign:
            return "foreign_minister"
        if head != "председатель" and defence:
            return "defence_minister"
    if head in ("глава", "лидер", "руководитель", "председатель", "хозяин", "хозяйка", "обитатель", "шеф"):
        plain = not rest - {"государство", "страна", "республика", "верховный"}
        return "head_of_state" if plain and (states or rest) else "other"
    return "other"


def in_two_words(tokens: Sequence[Token], head: int) -> bool:
    """«Премьер | министр Японии»: the hyphen left out."""
    before = tokens[head - 1].text.lower().removeprefix("экс-") if 0 < head < len(tokens) else ""
    return before in _PREMIERS and tokens[head].lemma == "министр"
