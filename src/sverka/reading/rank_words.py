"""The words of ranks: which place is meant, and by what measure."""

import re
from dataclasses import dataclass

from sverka.claims.period import Period
from sverka.reading.rank_lists import clause_round, list_said
from sverka.reading.scene import Topic

_BEST = (
    r"(?:сам(?:ый|ая|ое|ого|ой|ым|ую) (?:крупн|больш|главн|важн|значим|надежн|щедр)\w+|"
    r"(?:наи)?(?:крупнейш|главн|основн|ведущ|важнейш|ключев|ближайш|лучш|первостепенн|больш(?=ий|ого|им))\w+)"
)


_ORDINAL = (
    r"(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)(?:ый|ой|ая|ое|ые|ого|ому|ым|"
    r"ом|ую|ых|ий|ья|ье|ьего|ьей|ьим|ью|ьему|ьем)"
)


_NOUNS = {
    "партнер": "partner", "контрагент": "partner", "поставщик": "trade.imports", "импортер": "trade.exports",
    "экспортер": "trade.imports", "покупател": "trade.exports", "рынок сбыта": "trade.exports",
    "рынком сбыта": "trade.exports",
    "продавц": "trade.imports", "продавец": "trade.imports", "потребител": "trade.exports",
    "экономик": "economy", "союзник": "ally", "инвестор": "investment", "кредитор": "debt", "донор": "donor",
    "держав": "power", "угроз": "threat", "получател": "recipient", "импортёр": "trade.exports",
}  # fmt: skip


_NOUN = (
    r"(?:партнер|контрагент|поставщик|импортер|экспортер|покупател|продав(?:е?ц)|потребител|рын(?:ок|ком|ка) сбыта|"
    r"экономик|союзник|инвестор|кредитор|донор|держав|угроз)\w*"
)


_MIDDLE = (
    r"(?:(?:и |торгов\w+ |внешнеторгов\w+ |торгово-экономическ\w+ |экономическ\w+ |"
    r"внешнеполитическ\w+ |политическ\w+ |инвестиционн\w+ |энергетическ\w+ |"
    r"внешнеэкономическ\w+ |стратегическ\w+ |европейск\w+ |мирово\w+ |зарубежн\w+ |иностранн\w+ "
    r"|отдельн\w+ |значим\w+ |по (?:величине|значимости|важности|счету|объему|обороту|товарообороту|размеру) "
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
            rf"(?<!\w)(?P<place>{_ORDINAL}|[1-9]-(?:е|м|ом|ем|я|ю|й|ей)) (?:мест[оаеу]|"
            r"строк[аиуе]|строчк[аиуе]|позици[яиюе])(?!\w)"
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
            r"(?<!\w)(?:возглав(?:ля|и)\w+ (?:\w+ )?(?:список|перечень|рейтинг|таблицу)(?: \w+){0,2} партнеров|"
            r"выш(?:ел|ла|ло|ли) в лидеры)(?!\w)"
        ),
    ),
    (
        "close",
        re.compile(
            r"(?<!\w)(?:замыка|замкну)\w+ (?:\w+ )?(?P<place>тройк|четверк|пятерк|десятк)\w+|"
            r"(?<!\w)(?P<place2>тройк|четверк|пятерк|десятк)\w+ (?:\w+ ){0,3}(?:замыка|замкну)\w+"
        ),
    ),
    (
        "lead",
        re.compile(
            r"(?<!\w)(?:лидер(?:|а|у|ом|е|ы)|лидерств\w+|первенств\w+|пальм\w+ первенства|лидиру\w+|"
            r"(?:возглавля|возглави)\w+|во главе (?=списка|перечня|рейтинга|таблицы))(?!\w)"
        ),
    ),
    (
        "next",
        re.compile(
            r"(?<!\w)(?:следом|за (?:ней|ним|ними)|далее|затем) (?:идет|идут|следует|следуют|расположил\w+)(?!\w)|"
            r"(?<!\w)сразу (?:следом|за (?:ней|ним|ними))(?!\w)"
        ),
    ),
    (
        "most",
        re.compile(
            r"(?<!\w)(?:больше всех|больше всего|активнее всех) (?:с \w+ )?(?:торговал\w*|"
            r"торгует)(?!\w)|(?<!\w)никто (?:другой )?(?:\w+ )?не торгует с \w+ (?:столько|больше)[^.;]{0,20}"
        ),
    ),
    ("ahead", re.compile(r"(?<!\w)(?:пропустив|пропустила|пропустил) вперед(?!\w)")),
    ("ordinal", re.compile(rf"(?<!\w)(?P<place>{_ORDINAL}|[1-9]-(?:я|й|е|м|ей|ой))(?![\w-])")),
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


_ENDS = {"тройк": 3, "четверк": 4, "пятерк": 5, "десятк": 10}
_NUMBERS = {"один": 1, "1": 1, "два": 2, "2": 2, "три": 3, "3": 3}


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
    here: bool = False
    said: bool = False


def place_said(kind: str, groups: dict[str, str | None], last: Last | None) -> int | None:
    if kind in ("head", "most", "lead"):
        return 1
    if kind == "close":
        return _ENDS[groups.get("place") or groups.get("place2") or ""]
    if kind == "next":
        return last.rank + 1 if last is not None else None
    if kind == "ahead":
        return last.rank - 1 if last is not None and last.rank > 1 else None
    if groups.get("one"):
        return None
    if groups.get("number"):
        return next(n for word, n in _NUMBERS.items() if (groups["number"] or "").endswith(word))
    word = groups.get("place") or ""
    if word[:1].isdecimal():
        return int(word[0])
    return next((n for stem, n in PLACES.items() if word.startswith(stem)), 1)


def metric_said(
    kind: str, groups: dict[str, str | None], text: str, m: re.Match[str], last: Last | None, topic: Topic
) -> str | None:
    """What a place is a place in: by its noun, by the list its clause names, or as the rank before it."""
    clause = clause_round(text, m.start(), m.end())
    said = list_said(clause, topic.metric if topic.metric.startswith("trade.") else "")
    if kind == "noun":
        noun = groups.get("noun") or ""
        metric = next(metric for stem, metric in _NOUNS.items() if noun.startswith(stem))
        return said if metric == "partner" and said is not None and said.startswith("trade") else metric
    if kind == "most":
        return "trade.turnover" if "больше" in m.group() else "partner"
    if kind == "head":
        return said or "partner"
    if said is not None:
        return said
    if kind == "ordinal" and last is not None:
        return last.metric
    if kind in ("lead", "ordinal"):
        return None
    if last is not None and last.here:
        return last.metric
    around = text[max(0, m.start() - 60) : m.end() + 70]
    if kind == "place" and re.search(r"партнер", around):
        return "partner"
    return last.metric if last is not None else None


NEVER = re.compile(r"(?<!\w)не (?:был|явля|стал|оста)\w*(?!\w)")
