"""What a place is a place in: «среди поставщиков», «по обороту», «в списке партнёров», «по поставкам в республику»."""

import re

_WORDS = (
    (r"(?:взаимн\w+ |внешнеторгов\w+ )?(?:товарооборот|оборот|торговл)\w*", "trade.turnover"),
    (r"(?:объем\w*|размер\w*|масштаб\w*) (?:взаимной |двусторонней |внешней )?торговл\w*", "trade.turnover"),
    (r"(?:объем\w* )?экспорт\w*|(?:объем\w* )?вывоз\w*", "trade.exports"),
    (r"(?:объем\w* )?импорт\w*|(?:объем\w* )?ввоз\w*", "trade.imports"),
    (r"(?:объем\w* )?закупк\w*|(?:объем\w* )?закупок|(?:объем\w* )?покупк\w*|(?:объем\w* )?покупок", "trade.exports"),
    (r"(?:объем\w* )?поставк\w*|(?:объем\w* )?поставок|(?:объем\w* )?продаж\w*", "trade.imports"),
    (r"(?:номинальн\w+ |валов\w+ |объем\w* |размер\w* )?ввп", "gdp"),
    (r"(?:объем\w* |размер\w* )?экономик\w*", "gdp"),
    (r"(?:числ\w* |численност\w+ )?(?:населени|жител)\w*", "population"),
)
_LEAD = r"(?<!\w)(?:по|если брать|если считать|судя по) (?:(?:их |его |ее |общ\w+ |взаимн\w+ |своем\w+ ){0,2})"
_BY = tuple((re.compile(rf"{_LEAD}(?:{words})(?!\w)"), metric) for words, metric in _WORDS)
_ROLES = (
    (r"поставщик\w*|экспортер\w*|продавц\w*|импортн\w+ партнер\w*", "trade.imports"),
    (
        r"покупател\w*|импортер\w*|рынк\w+ сбыта|потребител\w*|экспортн\w+ (?:рынк|партнер|направлени)\w*",
        "trade.exports",
    ),
    (r"(?:\w+ )?(?:партнер|контрагент)\w*|отдельн\w+ (?:стран|государств)\w*", "partner"),
    (r"(?:\w+ )?инвестор\w*", "investment"),
    (r"(?:\w+ )?кредитор\w*", "debt"),
    (r"(?:\w+ )?экономик\w*", "economy"),
)
_AMONG = tuple(
    (
        re.compile(
            rf"(?<!\w)(?:среди|из|в (?:\w+ )?(?:списке|перечне|рейтинге|таблице|числе|ряду|иерархии|тройке|пятерке|"
            rf"десятке)|список|перечень|списка|перечня|рейтинга|рейтинг|таблицу|тройку|пятерку|десятку|четверку) "
            rf"(?:(?:всех |(?!отдельн)\w+их |(?!отдельн)\w+ых |\w+ой |стран-|стран |государств ){{0,3}})"
            rf"(?:{words})(?!\w)"
        ),
        metric,
    )
    for words, metric in _ROLES
)
_SAME = re.compile(
    r"(?<!\w)по (?:этому|тому же|данному) (?:показателю|признаку|критерию|параметру)(?!\w)|(?<!\w)(?:здесь|тут)(?!\w)"
)
#: Goods that go from the owner of the list, or to it.
_INTO = re.compile(r"(?:экспорт|вывоз)\w{0,20} (?:в|на|во) ")
_OUT_OF = re.compile(r"(?:импорт|ввоз)\w{0,20} (?:из|с|от) ")


def list_said(clause: str, topic: str) -> str | None:
    """The metric of the list a clause names; `topic` is the metric spoken of, for «по этому показателю»."""
    for pattern, metric in _BY:
        m = pattern.search(clause)
        if m is not None:
            if metric == "trade.exports" and _INTO.search(clause, m.start()):
                return "trade.imports"
            if metric == "trade.imports" and _OUT_OF.search(clause, m.start()):
                return "trade.exports"
            return metric
    for pattern, metric in _AMONG:
        if pattern.search(clause):
            return metric
    return topic if topic and _SAME.search(clause) else None


def clause_round(text: str, start: int, end: int, reach: int = 70) -> str:
    """The text round a stretch, cut at the nearest commas and stronger signs."""
    pieces = re.split(r"[,;:–—.!?()]", text[max(0, start - reach) : start])
    left = pieces[-1] if pieces[-1].strip() or len(pieces) < 2 or text[:start].rstrip()[-1:] not in "–—" else pieces[-2]
    return (
        left + " " * (not left[-1:].isspace()) + text[start:end] + re.split(r"[,;:–—.!?()]", text[end : end + reach])[0]
    )
