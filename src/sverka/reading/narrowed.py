"""The set in which a place is taken: «в СНГ», «среди стран ЕАЭС», «на постсоветском пространстве» – not among all.

A set that no id stands for («среди арабских стран») is kept by its words: nobody can say who is in it.
"""

import re
from collections.abc import Sequence

from sverka.claims import Mention, Rank
from sverka.reading.bundle import Analysis
from sverka.reading.document import Name
from sverka.reading.regions import is_region, states_of

_COUNTRIES = r"(?:стран|государств|республик|держав|экономик|членов|участник|участниц|сосед|союзник)\w{0,9}"
_WORD = r"[^\W\d_]{1,30}"
#: What stands between «в», «среди» and the name of the set.
_INTO = re.compile(
    r"(?<!\w)(?:(?:среди|из|между|внутри|в рамках|в пределах|по линии|со? странами)"
    r"(?: всех| остальных| других| прочих)?"
    rf"(?: \d{{1,3}})?(?: {_WORD}(?:-{_WORD})?){{0,2}}"
    rf"|(?:торговл\w{{1,4}}|\w{{0,10}}оборот\w{{0,3}}|экспорт\w{{0,3}}|импорт\w{{0,3}}) со?"
    rf"|(?:в|во|на|по)(?: {_COUNTRIES})?) (?:{_WORD}(?:ой|ом|ем|ей|их|ых|его|ого) )?$",
    re.IGNORECASE,
)
#: Who joins, leaves or is in an organization is not ranked in it by these words.
_BELONGS = re.compile(
    r"(?<!\w)(?:вступ|войт|вош[её]?л|вход|прин[яи]|член|участ|состо|приглас|стрем|поехал|прибы|визит|саммит)\w{0,12}"
    rf"(?: {_WORD}){{0,2}} (?:в|во|на|из|среди) $",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:.!?()]|, ")
#: «Содружества Независимых Государств (СНГ)»: its short name parts nothing.
_SHORT = re.compile(r" \([^\W\d_]{2,10}\)")
_OWN = re.compile(
    r"(?<!\w)(?:на|в) постсоветск\w+ пространств\w+"
    r"|(?<!\w)(?:среди|из) (?:всех )?(?:постсоветск|бывш\w+ советск)\w+ (?:стран|государств|республик)"
    r"|(?<!\w)(?:среди|из) (?:стран|государств|республик) бывш\w+ (?:СССР|Советск\w+ Союз\w*)",
    re.IGNORECASE,
)
#: «среди арабских стран», «в регионе»: a set without a name; not «среди стран мира», «среди торговых партнёров».
_UNNAMED = re.compile(
    r"(?<!\w)(?:среди|из) (?:всех )?((?!торгов|отдельн|остальн|други|прочи|внешн|зарубеж|иностран|основн|главн|крупн)"
    r"[^\W\d_]+(?:их|ых)(?:-[^\W\d_]+)? (?:стран|государств|республик|соседей|экономик))(?! мира)"
    r"|(?<!\w)(?:в|по) (?:этом |сво[её]м |нашем |наш\w+ )?(регион[еу])(?!\w)",
    re.IGNORECASE,
)
#: «Крупнейший европейский партнёр», «среди азиатских поставщиков»: so many of them as the adjective says.
_KIN = re.compile(
    r"(?<!\w)(?:не)?(?:европейск|азиатск|африканск|латиноамериканск|южноамериканск|североамериканск|арабск|ближневосточн|"
    r"центральноазиатск|среднеазиатск|закавказск|прибалтийск|балканск|скандинавск|постсоветск|тихоокеанск|"
    r"восточноевропейск|западноевропейск|южноазиатск|соседн|исламск|мусульманск|развивающ|развит|тюркск|славянск)"
    r"(?:ий|ой|им|ому?|ого|их|ими|ые|ый|ым|ых|ийся|имся|ихся|егося|ую|ая)"
    r"(?: торгов\w{1,6}| внешнеторгов\w{1,6}| экономическ\w{1,6})?"
    r" (?:партн[её]р|поставщик|покупател|контрагент|импорт[её]р|экспорт[её]р)\w{0,4}",
    re.IGNORECASE,
)
_SOVIET = "place:постсоветское пространство"
#: How far from the words of the place the set may stand, in characters.
_REACH = 120
#: How far to the left of a set the words that lead to it are looked for.
_LEFT = 60


def narrowed(analysis: Analysis, mention: Mention) -> Mention:
    """The mention, a place in a set with that set."""
    claim = mention.proposition
    if not isinstance(claim, Rank) or claim.among is not None:
        return mention
    among = _among(analysis, mention, claim)
    if among is None:
        return mention
    return mention.model_copy(update={"proposition": claim.model_copy(update={"among": among})})


def in_sets(analysis: Analysis, found: Sequence[Mention]) -> list[Mention]:
    """Places of a text with their sets: a place told right after another, of a list it does not name, is in its set."""
    out: list[Mention] = []
    for mention in found:
        said = narrowed(analysis, mention)
        claim = said.proposition
        before = out[-1].proposition if out else None
        if isinstance(claim, Rank) and isinstance(before, Rank) and claim.among is None and before.among is not None:
            same = (claim.of, claim.metric) == (before.of, before.metric) and claim.rank != before.rank
            if same and _goes_on(analysis, out[-1], mention, str(claim.of)):
                said = said.model_copy(update={"proposition": claim.model_copy(update={"among": before.among})})
        out.append(said)
    return out


def _goes_on(analysis: Analysis, earlier: Mention, mention: Mention, owner: str) -> bool:
    """Whether a place stands in the sentence of the one before or in the next, and nobody's list is named anew."""
    one, other = (analysis.document.sentence_at(m.span[0]) for m in (earlier, mention))
    if one is None or other is None or analysis.document.text[one.end : other.start].strip():
        return False
    first = earlier.span[1] if one is other else other.start
    return all(n.id != owner for n in analysis.names_in(first, other.end))


def _among(analysis: Analysis, mention: Mention, claim: Rank) -> tuple[str, ...] | None:
    text, sentence = analysis.document.text, analysis.document.sentence_at(mention.span[0])
    if sentence is None:
        return None
    first, stop = max(sentence.start, mention.span[0] - _REACH), min(sentence.end, mention.span[1] + _REACH)
    for name in analysis.names_in(first, stop):
        if name.id not in (claim.subject, claim.of) and _is_set(name) and _beside(text, name.start, name.end, mention):
            before = text[max(first, name.start - _LEFT) : name.start]
            if _INTO.search(before) and not _BELONGS.search(before):
                return states_of(name.id) or (name.id,)
    for pattern in (_OWN, _UNNAMED):
        for said in pattern.finditer(text, first, stop):
            if _beside(text, said.start(), said.end(), mention):
                return states_of(_SOVIET) if pattern is _OWN else (f"place:{said[1] or said[2]}",)
    kin = _KIN.search(text, first, stop)
    if kin is not None and (mention.span[0] <= kin.start() < mention.span[1] or _beside(text, *kin.span(), mention)):
        return (f"place:{kin[0]}",)
    return None


def _is_set(name: Name) -> bool:
    return name.kind in ("organization", "group") or (name.kind == "place" and is_region(name.id))


def _beside(text: str, start: int, end: int, mention: Mention) -> bool:
    """Whether nothing but words stands between a stretch and the words of the place."""
    low, high = mention.span
    between = text[end:low] if end <= low else text[high:start] if high <= start else ""
    return _BREAK.search(_SHORT.sub("", between)) is None
