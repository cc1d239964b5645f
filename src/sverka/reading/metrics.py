"""Metric cues: the words that say what an amount measures – «товарооборот», «вывоз», «доля», «ВВП», «миротворцы».

A cue is a stem with a metric; in trade it also says which way goods go. `cues` finds them in a sentence.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from sverka.reading.document import Document, Sentence
from sverka.reading.sieve import Sieve

#: Stems, metric, way of the goods: out (owner sells), in (owner buys), both, back (the other way round).
_TABLE: tuple[tuple[str, str, str], ...] = (
    (
        r"товарооборот\w*|товарообмен\w*|оборот(?:|а|у|ом|е|ы)|торгово-экономическ\w+ оборот\w*",
        "trade.turnover",
        "both",
    ),
    (r"торговл[яиюе]\w*|наторгова\w+|торговал\w*|торгует|торгуют|торговать", "trade.turnover", "both"),
    (r"обмен(?:|а|у|ом)(?= (?:с|товар|между))", "trade.turnover", "both"),
    (r"дефицит\w*|профицит\w*|сальдо", "trade.other", ""),
    (r"направлени[еяю](?= )", "trade.turnover", "direction"),
    (
        r"экспорт(?:|а|у|ом|е|ы|ов)|экспортирова\w+|экспортиру\w+|вывоз(?:|а|у|ом|е)|вывез\w+|вывозил\w*",
        "trade.exports",
        "out",
    ),
    (
        (
            r"поставк[аиуе]\w*|поставок|поставл\w+|поставил[аи]?|отгруз\w+|отправи\w+|продав|продавая|поставив|поставляя|продаж[аиуе]?\w*|"
            r"продал[аи]?|прода[её]т"
        ),
        "trade.exports",
        "out",
    ),
    (r"(?:ушло|ушли|отправилось) товаров", "trade.exports", "out"),
    (
        r"импорт(?:|а|у|ом|е|ы|ов)|импортирова\w+|импортиру\w+|ввоз(?:|а|у|ом|е)|ввез\w+|ввозил\w*",
        "trade.imports",
        "in",
    ),
    (
        (
            r"закупк[аиуе]\w*|закупок|закупил\w*|закупал\w*|закупив|закупая|купив|покупая|покупк[аиуе]\w*|покупок|купил[аи]?|"
            r"покупал\w*|бравш\w+ товар\w*"
        ),
        "trade.imports",
        "buy",
    ),
    (
        r"встречн\w+ (?:поток\w*|поставк\w+|экспорт\w*)|обратн\w+ поток\w*|навстречу|"
        r"встречн(?:ый|ая|ое|ые)(?= (?:[–—]|остал|состав|упал|вырос|сниз|увел|сокр|впервые|почти|достиг|превы))",
        "trade.exports",
        "back",
    ),
    (
        r"(?:прибыло|пришло|поступило|прибыли|поступили) товаров|товаров (?:\w+ )?(?:прибыло|пришло|поступило)|"
        r"получил\w*(?= (?:\w+ )?(?:товаров )?на \w+ ?(?:[,.]|млн|млрд|тыс|миллион))",
        "trade.imports",
        "in",
    ),
    (r"партнер(?:|а|у|ом|е|ы|ов)", "trade.turnover", "place"),
    (r"покупател\w+|рын(?:ок|ком) сбыта", "trade.exports", "place"),
    (r"поставщик\w*", "trade.imports", "place"),
    (r"ввп|валов\w+ (?:внутренн\w+ |мирового |национальн\w+ )?продукт\w*", "gdp", ""),
    (r"экономик[аиуе](?= [^.;]{0,40}(?:вырос|прибав|сократ|упал|сжал|потеря|ускор|замедл))", "gdp", ""),
    (
        (
            r"темп\w*(?: рост\w*)?(?= состав| сниз| увел| достиг| замедл| ускор)|(?:темп\w* "
            r")?(?:экономическ\w+ рост\w*|рост\w* экономик\w*|роста экономики)|прирост\w* ввп"
        ),
        "gdp.growth",
        "",
    ),
    (r"инфляци\w+|потребительск\w+ цен\w*", "inflation", ""),
    (
        r"населени\w+|жител\w+|выходц\w+|численност\w+ населени\w+|рынк\w+(?= в \d| \d)|рынок(?= в \d)|"
        r"(?:про)?жив(?:ут|ет|али|ало)(?= (?:[^\W\d_]+ ){0,3}\d)",
        "population",
        "",
    ),
    (r"мигрант\w*|миграци\w+|беженц\w*|беженец|переселен\w+|денежн\w+ перевод\w*|гастарбайтер\w*", "migration", ""),
    (r"турист\w*|турпоток\w*|курорт\w*|туризм\w*|отдохнул\w*", "tourism", ""),
    (r"госдолг\w*|долг(?:|а|у|ом|и|ов)|задолженност\w+|кредит\w*|заем|займ\w*|евробонд\w*|облигаци\w+", "debt", ""),
    (r"помощ[ьи]\w*|грант(?:|а|ы|ов|ом)|гуманитарн\w+|дотаци\w+|субсиди\w+", "aid", ""),
    (
        r"проект\w* стоимостью|инвестици\w+|капиталовложени\w+|вложени\w+|инвестиру\w+|инвестирова\w+|вложи\w+|пии",
        "investment",
        "",
    ),
    (r"цен(?:а|ы|у|е|ой|ам|ами|ах)?|стоимост\w+ (?:газа|нефти|барреля)|подорожал\w*|подешевел\w*", "price", ""),
    (
        r"транзит\w*|грузопоток\w*|грузоперевоз\w+|прокачк\w+|перевозк\w+|перевозок|труба пропустила|транспортн\w+",
        "transit",
        "",
    ),
    (
        r"добыч\w+|газ(?:|а|у|ом|е)|нефт[ьи]\w*|электроэнерги\w+|энергоресурс\w*|уг(?:ля|оль|лем)|газопровод\w*",
        "energy.volume",
        "",
    ),
    (
        (
            r"оборонн\w+ (?:бюджет\w*|расход\w*)|военн\w+ (?:бюджет\w*|расход\w*)|расход\w* на оборону|"
            r"на (?:оборону|вооружени\w+)"
        ),
        "military.spending",
        "",
    ),
    (r"бюджет\w*|госрасход\w*|казн[аыуе]", "budget", ""),
    (
        (
            r"служ(?:ит|ат|или)|арми[яюи] насчитыва\w+|численност\w+ (?:\w+ )?арми\w+|миротворц\w*|"
            r"военнослужащ\w+|солдат\w*|контингент\w*|военн(?:ых|ые|ыми)|штыков|бойц\w+|"
            r"группировк\w+|резервист\w*|батальон\w*|бригад\w+|дивизи\w+|войск(?:а|ам|ами|ах)?"
        ),
        "military.personnel",
        "",
    ),
    (r"танк(?:|а|ов|и)|самолет\w*|ракет\w*|вертолет\w*|боеголов\w+|истребител\w+|арми[ияю]", "military.equipment", ""),
    (
        r"погиб\w*|умер(?:ли|ло|ла)?|скончал\w+|убит\w*|жертв\w*|ранен\w*|потер[иья] среди|"
        r"потеря\w+(?= [^,;.]{0,30}(?:солдат|военнослужащ|человек|бойц))",
        "casualties",
        "",
    ),
    (r"рабочи(?:х|е|ми) мест\w*|занятост\w+|безработиц\w+|трудится|трудятся|безработн\w+", "jobs", ""),
    (
        (
            r"опрос\w*|соцопрос\w*|респондент\w*|опрошенн\w+|рейтинг\w*|социолог\w*|общественн\w+ "
            r"мнени\w+|поддержива\w+|готовы защищать|считают|полагают|заявили|чувству\w+|испытыва\w+|"
            r"возража\w+|одобря\w+|доверя\w+|сторонник\w*|симпати\w+|"
            r"выступа(?:ют|ет) (?:за|против)|относ(?:ятся|ится) к"
        ),
        "poll",
        "",
    ),
    (r"проголосовал\w*|высказал\w+|воздержал\w+|голосовани\w+|голос(?:а|ов|ами)|резолюци\w+", "vote", ""),
    (r"пошлин\w*|тариф\w*", "tariff", ""),
    (r"территори\w+|площад\w+", "territory", ""),
    (r"доход(?:|а|у|ом|е|ы|ов|ам|ами|ах)|зарплат\w*|заработн\w+ плат\w*|благосостояни\w+", "income", ""),
    (r"границ[аыуе]\w*(?= протяж)|протяженност\w+|расстояни\w+", "distance", ""),
)
_CUES = tuple((re.compile(rf"(?<![\w-])(?:{stems})(?!\w)"), metric, way) for stems, metric, way in _TABLE)
_SHARE = re.compile(
    r"(?<!\w)(?:дол[яиюе]|долей|доли|удельн\w+ вес\w*|приход\w+|пришл[аио]сь|прид[её]тся|"
    r"обеспечива\w+|дал|дала|дает)(?!\w)"
)
UP = re.compile(
    r"(?<!\w)(?:вы?рос\w*|вырас\w+|возрас\w+|возрос\w*|рост(?:|а|у|ом|е)|раст[её]т|увелич\w+|"
    r"прибав\w+|приросл?\w*|прирост\w*|"
    r"подскоч\w+|повыс\w+|повыш\w+|поднял\w*|подрос\w*|взлет\w+|расшир\w+|скакн\w+|нарасти\w+|"
    r"нараст\w+|превысив|превзойдя|"
    r"прыгн\w+|вверх|подорожа\w+|умнож\w+|окреп\w*|добав\w+)(?!\w)"
)
DOWN = re.compile(
    r"(?<!\w)(?:упал\w*|упад\w+|пада\w+|паден\w+|сниз\w+|сниж\w+|сократ\w+|сокращ\w+|уменьш\w+|"
    r"просел\w*|проседа\w+|съеж\w+|"
    r"сжал\w*|ужал\w*|потеря\w+|теря\w+|опуст\w+|обвал\w+|рухну\w+|лиш\w+(?:лся|лась|тся|ться|"
    r"ится)|спад\w*|урез\w+|сброс\w+|"
    r"вниз|сбави\w+|усох\w*|похуде\w+|подешеве\w+|провал\w+|ниже|потер\w+|скат\w+|убыл\w*|недосчит\w+)(?!\w)"
)
TRADE = frozenset({"trade.turnover", "trade.exports", "trade.imports"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A metric cue: token span [first, stop) of its sentence, text span, metric, way of the goods."""

    first: int
    stop: int
    start: int
    end: int
    metric: str
    way: str


def plain(document: Document, start: int, end: int) -> str:
    """Lower case with «е» for «ё», same length as the text."""
    piece = document.text[start:end]
    lowered = piece.lower()
    if len(lowered) != len(piece):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in piece)
    return lowered.replace("ё", "е").replace("\xa0", " ")


@cache
def _sieve() -> Sieve:
    """All cues at once: each pattern is tried only where a word begins as it can begin, which is three times faster."""
    return Sieve([pattern for pattern, _, _ in _CUES])


def cues(document: Document, sentence: Sentence) -> list[Cue]:
    """Metric cues of a sentence in order of position; where two overlap the longer stays."""
    text = plain(document, sentence.start, sentence.end)
    starts = [token.start for token in sentence.tokens]
    found: list[Cue] = []
    for number, m in _sieve().found(text):
        _, metric, way = _CUES[number]
        start, end = sentence.start + m.start(), sentence.start + m.end()
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        found.append(Cue(max(first, 0), last + 1, start, end, metric, way))
    found.sort(key=lambda c: (c.start, c.start - c.end))
    out: list[Cue] = []
    for cue in found:
        if out and cue.start < out[-1].end:
            continue
        if out and cue.first - out[-1].stop <= 1 and out[-1].metric in _HEADS and cue.metric in _OF_HEADS:
            adjacent = all(t.pos in ("ADJ", "DET") for t in sentence.tokens[out[-1].stop : cue.first])
            if adjacent:
                continue
        out.append(cue)
    return out


#: «цена газа», «импорт нефти»: the first word says what is measured.
_HEADS = frozenset(
    {"price", "transit", "debt", "investment", "budget", "tariff", "trade.exports", "trade.imports", "jobs"}
)
_OF_HEADS = frozenset({"energy.volume", "military.equipment", "transit", "population"})


def share_word(text: str) -> bool:
    """True if a clause speaks of a share: «доля», «приходится», «дал»."""
    return _SHARE.search(text) is not None
