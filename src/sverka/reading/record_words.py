"""Words of records without «рекорд»: «такого спада не было с 2009 года», «столько не вывозили», «худший за 20 лет».

What a record is over – a time, a history – has to be said: «такого не было» alone says nothing of any series.
"""

import re

from sverka.claims.vocabulary import Extremum

#: Over what a record is one: «за всю историю», «за полтора десятилетия», «с 2001-го», «со времён войны».
SCOPE = (
    r"(?:за (?:вс[юе]|последн\w+)|за (?:\w+ ){0,3}(?:год|лет|года|десятилети\w+|столети\w+|век\w*|полвека|поколени\w+)|"
    r"за (?:врем\w+|годы|период) (?:\w+ )?(?:независим|существован|наблюден|правлен|ведени|исследован)\w+|"
    r"в (?:\w+ )?истории|с (?:\w+ ){0,3}\d{4}|с (?:начала|конца|середины|тех пор|момента)|со? времен|со дня|"
    r"с (?:\w+ )?(?:девяностых|восьмидесятых|семидесятых|нулевых|двухтысячных)|когда-либо)"
)
#: A time that a negation makes long: «не резали 26 лет», «не видели никогда».
_LONG = r"(?:никогда|ни разу|прежде|раньше|давно|\w{1,20} (?:лет|года|века|десятилети\w)(?!\w))"
_OVER = rf"(?:{SCOPE}|{_LONG})"
_SEEN = (
    r"(?:было|бывал\w{0,2}|знал\w?|вид(?:ел|ал)\w?|случал\w{2,4}|наблюдал\w{2,4}|помн\w{1,3}|отмечал\w{2,4}|"
    r"фиксировал\w{0,3}|показывал\w?|переживал\w?|испытывал\w?|происходил\w?|встречал\w{0,3})"
)
_UNHEARD = re.compile(
    rf"(?<!\w)так(?:ого|ой|их|ую|ие|ая)(?: [^\W\d_]{{1,20}}){{1,4}}? не {_SEEN}[^.;:]{{0,40}}? {_OVER}|"
    rf"(?<!\w)так(?:ого|их)(?: [^\W\d_]{{1,20}}){{0,4}} не {_SEEN} {_OVER}|"
    r"(?<!\w)никогда (?:еще|ещё|прежде|раньше)[^.;:]{0,60}? не [^.;:,]{1,40}? так(?:ого|ой|их|ую|ие|ом)(?!\w)|"
    r"(?<!\w)чего (?:прежде|раньше|никогда|еще|ещё)(?: [^\W\d_]{1,12}){0,2} не (?:было|бывало|случалось)(?!\w)|"
    rf"(?<!\w)чего не (?:было|бывало|случалось) {_OVER}",
    re.IGNORECASE,
)
_SO_MUCH = re.compile(
    r"(?<!\w)(?:столько|стольких|"
    r"так (?:много|высоко|дорого|глубоко|быстро|сильно|часто|(?P<low>мало|низко|дешево|редко)))"
    rf"(?!\w)[^.;:]{{0,70}}? (?:не [^.;:]{{1,40}}? {_OVER}|как (?:никогда|ни разу))",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"(?<!\w)(?:сам(?:ый|ая|ое|ого|ую|ым|ой|ом|ые|ых) (?P<word>[^\W\d_]{3,20})|(?P<bad>(?:наи)?худш\w{2,3})|"
    r"(?P<good>(?:наи)?лучш\w{2,3})|(?P<most>[^\W\d_]{3,15}(?:ейш|айш)(?:ий|ая|ее|его|ей|им|ую|ем|ие|их)))"
    rf"(?!\w)(?: [^.;,:]{{0,50}}?)? {SCOPE}",
    re.IGNORECASE,
)
_LITTLE = re.compile(r"низк|маленьк|мал[оыа]|слаб|скромн|медленн|вял|беднейш|слабейш|мельчайш|низш")
#: What is the worse the higher it is.
_BURDENS = frozenset({"debt", "inflation", "jobs", "casualties", "price", "tariff", "migration"})
_NOT = frozenset({"не"})
_HINTS = ("сам", "худш", "лучш", "наиху", "наилу")
#: Letters that every superlative has; looked for first, as most sentences have none of them.
_LETTERS = ("сам", "учш", "удш", "ейш", "айш")


def unheard_of(text: str, words: tuple[str, ...] | list[str]) -> list[tuple[Extremum, re.Match[str]]]:
    """The records a sentence tells by saying that nothing of the kind was before."""
    if _NOT.isdisjoint(words) and "ни" not in words and "как" not in words:
        return []
    low = text.lower()
    if "так" not in low and "столь" not in low and "чего" not in low:
        return []
    found: list[tuple[Extremum, re.Match[str]]] = [("max", m) for m in _UNHEARD.finditer(text)]
    found += [("min" if m["low"] else "max", m) for m in _SO_MUCH.finditer(text)]
    return found


def superlatives_over(text: str, words: tuple[str, ...] | list[str]) -> list[re.Match[str]]:
    """Superlatives with the time they are so over: «худший результат за десять лет», «самый быстрый рост с 2004-го»."""
    low = text.lower()
    if not any(letters in low for letters in _LETTERS) or not any(
        w.startswith(_HINTS) or "ейш" in w or "айш" in w for w in words
    ):
        return []
    return list(_SUPERLATIVE.finditer(text))


def extremum(m: re.Match[str], metric: str) -> Extremum:
    """Whether a superlative says the most or the least: the worst inflation is the highest, the worst growth not."""
    if m["bad"] or m["good"]:
        return "max" if bool(m["bad"]) == (metric in _BURDENS) else "min"
    return "min" if _LITTLE.match((m["word"] or m["most"] or "").lower()) else "max"
