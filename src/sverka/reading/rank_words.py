"""The words of ranks: which place is meant, and by what measure."""

import re
from dataclasses import dataclass

from sverka.claims.period import Period
from sverka.reading.scene import Topic

_BEST = r"(?:наи)?(?:крупнейш|главн|основн|ведущ|важнейш|ключев|ближайш|лучш|первостепенн|больш(?=ий|ого|им))\w+"


_ORDINAL = (
    r"(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ые|ого|ому|ым|"
    r"ом|ую|ых|ий|ья|ье|ьего|ьей|ьим|ью|ьему|ьем)"
)


_NOUNS = {
    "партнер": "partner", "контрагент": "partner", "поставщик": "trade.imports", "импортер": "trade.exports",
    "экспортер": "trade.imports", "покупател": "trade.exports", "рынок сбыта": "trade.exports",
    "рынком сбыта": "trade.exports",
    "экономик": "economy", "союзник": "ally", "инвестор": "investor", "кредитор": "creditor", "донор": "donor",
    "держав": "power", "угроз": "threat", "получател": "recipient", "импортёр": "trade.exports",
}  # fmt: skip


_NOUN = (
    r"(?:партнер|контрагент|поставщик|импортер|экспортер|покупател|рын(?:ок|ком|ка) сбыта|"
    r"экономик|союзник|инвестор|кредитор|донор|держав|угроз)\w*"
)


_MIDDLE = (
    r"(?:(?:и |торгов\w+ |внешнеторгов\w+ |торгово-экономическ\w+ |экономическ\w+ |"
    r"внешнеэкономическ\w+ |стратегическ\w+ |европейск\w+ |мирово\w+ |зарубежн\w+ |иностранн\w+ "
    r"|отдельн\w+ |значим\w+ |по (?:величине|значимости|объему|обороту|товарообороту|размеру) "
    r"){0,3})"
)


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "noun",
        re.compile(
            rf"(?<!\w)(?P<one>(?:одн\w+|один) из (?:сам\w+ )?)?(?P<place>{_BEST}|{_ORDINAL}) "
            rf"{_MIDDLE}(?P<noun>{_NOUN})(?P<number> номер (?:один|1|два|2|три|3))?"
        ),
    ),
    (
        "noun",
        re.compile(
            r"(?<!\w)(?P<one>)(?P<place>)(?P<noun>партнер\w*|поставщик\w*|покупател\w*|"
            r"союзник\w*)(?P<number> (?:номер|№) ?(?:один|1|два|2|три|3))"
        ),
    ),
    (
        "place",
        re.compile(
            rf"(?<!\w)(?P<place>{_ORDINAL}|[1-9]-е|[1-9]-м) (?:мест[оаеу]|строк[аиуе]|строчк[аиуе]|позици[яиюе])(?!\w)"
        ),
    ),
    (
        "by",
        re.compile(
            rf"(?<!\w)(?P<place>{_ORDINAL}) по (?:обороту|товарообороту|объему торговли|торговле|"
            rf"экспорту|импорту)(?: стран\w+| партнер\w+)?(?!\w)"
        ),
    ),
    (
        "head",
        re.compile(
            r"(?<!\w)(?:возглавля\w+ (?:\w+ )?(?:список|перечень|рейтинг|таблицу)(?: \w+)? партнеров|"
            r"первенств\w+|лидиру\w+|вышл?[аио]? в лидеры)(?!\w)"
        ),
    ),
    (
        "next",
        re.compile(
            r"(?<!\w)(?:следом|за (?:ней|ним|ними)|далее|затем) (?:идет|идут|следует|следуют|расположил\w+)(?!\w)"
        ),
    ),
    (
        "most",
        re.compile(
            r"(?<!\w)(?:больше всех|больше всего|активнее всех) (?:с \w+ )?(?:торговал\w*|"
            r"торгует)(?!\w)|никто (?:другой )?(?:\w+ )?не торгует с \w+ (?:столько|больше)[^.;]{0,20}"
        ),
    ),
    ("ahead", re.compile(r"(?<!\w)(?:пропустив|пропустила|пропустил) вперед(?!\w)")),
    (
        "chain",
        re.compile(
            rf"(?<!\w)(?P<place>{_ORDINAL})(?= (?:же )?(?:–|—|-|,|стал\w*|оказал\w*|идет|значит\w*|"
            rf"замыка\w+)|[,.;]| же)"
        ),
    ),
)


PLACES = {
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четверт": 4,
    "пят": 5,
    "шест": 6,
    "седьм": 7,
    "восьм": 8,
    "девят": 9,
    "десят": 10,
}


_NUMBERS = {"один": 1, "1": 1, "два": 2, "2": 2, "три": 3, "3": 3}


_BY = re.compile(r"по (?:\w+ )?(оборот|товарооборот|экспорт|импорт|торговл|ввп|населени)\w*")


_AMONG = re.compile(r"среди (?:\w+ )?(поставщик|покупател|экспортер|импортер|отдельн|партнер|стран|союзник)\w*")


STREAK = re.compile(rf"({_ORDINAL}) год подряд")


NEGATED = re.compile(
    r"(?<!\w)(?:не|вовсе не|отнюдь не|никогда не) (?:явля|стал|стан|был|оста|счита|назва|вход|"
    r"занима|занял)\w* (?:\w+ ){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Last:
    """The rank before, for an ordinal that goes on from it."""

    rank: int
    metric: str
    of: str | None
    period: Period | None
    sentence: int


def place_said(kind: str, groups: dict[str, str | None], last: Last | None) -> int | None:
    if kind in ("head", "most"):
        return 1
    if kind == "next":
        return last.rank + 1 if last is not None else None
    if kind == "ahead":
        return last.rank - 1 if last is not None and last.rank > 1 else None
    if groups.get("one"):
        return None
    if groups.get("number"):
        return next(n for word, n in _NUMBERS.items() if (groups["number"] or "").endswith(word))
    word = groups.get("place") or ""
    if word[:1].isdigit():
        return int(word[0])
    return next((n for stem, n in PLACES.items() if word.startswith(stem)), 1)


def metric_said(
    kind: str, groups: dict[str, str | None], text: str, m: re.Match[str], last: Last | None, topic: Topic
) -> str | None:
    around = text[max(0, m.start() - 60) : m.end() + 70]
    among, by = _AMONG.search(around), _BY.search(_clause_of(text, m, 45))
    named = {
        "оборот": "trade.turnover",
        "товарооборот": "trade.turnover",
        "торговл": "trade.turnover",
        "экспорт": "trade.exports",
        "импорт": "trade.imports",
        "ввп": "gdp",
        "населени": "population",
    }
    if kind == "noun":
        noun = groups.get("noun") or ""
        metric = next(metric for stem, metric in _NOUNS.items() if noun.startswith(stem))
        if metric == "partner" and by is not None:
            return named[by[1]]
        return metric
    if kind == "most":
        return "trade.turnover" if "больше" in m.group() else "partner"
    if kind == "head":
        return named[by[1]] if by is not None else "partner"
    if by is not None:
        return named[by[1]]
    if among is not None and among[1] in ("поставщик", "экспортер", "покупател", "импортер"):
        return "trade.imports" if among[1] in ("поставщик", "экспортер") else "trade.exports"
    if kind == "place" and re.search(r"партнер", around):
        return "partner"
    if last is not None:
        return last.metric
    return None


def _clause_of(text: str, m: re.Match[str], reach: int) -> str:
    """The text round a match, cut at the nearest commas and stronger signs."""
    left = re.split(r"[,;:–—]", text[max(0, m.start() - reach) : m.start()])[-1]
    return left + m.group() + re.split(r"[,;:–—]", text[m.end() : m.end() + reach])[0]


NEVER = re.compile(r"(?<!\w)не (?:был|явля|стал|оста)\w*(?!\w)")
