"""«Соответственно»: of things told in one breath the first goes with the first, the second with the second.

«Торговля с Чили и Перу составила 2 и 3 млрд долларов соответственно»: each amount is of the state, the flow or the
year in its own place of the row before.
"""

import re
from collections.abc import Sequence
from typing import Literal

from sverka.claims import Change, Figure, Mention
from sverka.claims.period import Period, Point
from sverka.reading.bundle import Analysis
from sverka.reading.dates import When
from sverka.reading.document import Name, Sentence
from sverka.reading.quantities import Amount

Flow = Literal["trade.exports", "trade.imports"]
_WORD = re.compile(r"(?<!\w)соответственно(?!\w)", re.IGNORECASE)
#: Between two members of a row; and between the last and the word.
_JOINED = re.compile(r"(?:,|,? и|;) (?:(?:с|со|на|до|в|из|около|почти|более) )?")
_CLOSE = re.compile(r"[\s,(]*")
_FLOWS = re.compile(
    r"(?<!\w)(?:(экспорт|вывоз)|(импорт|ввоз))\w* и (?:(экспорт|вывоз)|(импорт|ввоз))\w*", re.IGNORECASE
)


def respectively(analysis: Analysis, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of a row each with the party or the flow in its own place."""
    text = analysis.document.text
    out = list(mentions)
    for word in _WORD.finditer(text):
        sentence = analysis.document.sentence_at(word.start())
        if sentence is None:
            continue
        row = _row(text, analysis.amounts_in(sentence), word.start())
        if len(row) < 2:
            continue
        names = _names(analysis, sentence, row)
        flows = [] if names else _flows(text[sentence.start : row[0].start])
        years = _years(analysis, sentence, row)
        lead = next((m for m in out if m.span[0] < row[0].end and row[0].start < m.span[1]), None)
        for place, amount in enumerate(row):
            for i, mention in enumerate(out):
                if mention.span[0] < amount.end and amount.start < mention.span[1]:
                    mention = _of_kind(mention, lead)
                    told = _of_party(mention, names, place) if names else _of_flow(mention, flows, place)
                    out[i] = _of_year(told, years[place]) if years else told
    return out


def _row(text: str, amounts: Sequence[Amount], end: int) -> list[Amount]:
    """The amounts joined to one another right before an offset, the first of them first."""
    row: list[Amount] = []
    for amount in reversed([a for a in amounts if a.end <= end]):
        between = text[amount.end : row[0].start if row else end]
        if not (_JOINED.fullmatch(between) if row else _CLOSE.fullmatch(between)):
            break
        row.insert(0, amount)
    return row


def _names(analysis: Analysis, sentence: Sentence, row: Sequence[Amount]) -> list[str]:
    """The states of the nearest row of names before the amounts that has as many members as they."""
    text, found = analysis.document.text, list[Name]()
    for name in reversed(analysis.names_in(sentence.start, row[0].start)):
        if name.kind != "state" or name.form in ("adjective", "prefix"):
            continue
        if found and not _JOINED.fullmatch(text[name.end : found[0].start]):
            if len(found) == len(row):
                break
            found = []
        found.insert(0, name)
    return [n.id for n in found] if len(found) == len(row) else []


def _of_kind(mention: Mention, lead: Mention | None) -> Mention:
    """«вырос на 2 % и 1 % соответственно»: what the first of a row is, a change, all are."""
    claim, first = mention.proposition, lead.proposition if lead is not None else None
    if not isinstance(claim, Figure) or not isinstance(first, Change) or claim.unit != first.unit:
        return mention
    own = {"low": claim.low, "high": claim.high, "bound": claim.bound, "tolerance": claim.tolerance}
    return mention.model_copy(update={"proposition": first.model_copy(update=own)})


def _years(analysis: Analysis, sentence: Sentence, row: Sequence[Amount]) -> list[Point]:
    """The nearest row of years before the amounts that has as many members as they: «в 2014 и 2015 годах»."""
    found: list[When] = []
    for when in reversed([w for w in analysis.dates_in(sentence) if w.end <= row[0].start]):
        if found and not _JOINED.fullmatch(analysis.document.text[when.end : found[0].start]):
            break
        found.insert(0, when)
    points = [w.period.first for w in found if w.period is not None and w.period.first == w.period.last]
    years = [p for p in points if p is not None and p.grain == "year"]
    return years if len(years) == len(found) == len(row) else []


def _of_year(mention: Mention, year: Point) -> Mention:
    claim = mention.proposition
    if not isinstance(claim, Figure | Change):
        return mention
    period = Period(year, year) if isinstance(claim, Figure) else Period(Point(year.year - 1), year)
    return mention.model_copy(update={"proposition": claim.model_copy(update={"period": period})})


def _flows(text: str) -> list[Flow]:
    said = _FLOWS.search(text)
    if said is None:
        return []
    first: Flow = "trade.exports" if said[1] else "trade.imports"
    second: Flow = "trade.exports" if said[3] else "trade.imports"
    return [first, second] if first != second else []


def _of_party(mention: Mention, names: Sequence[str], place: int) -> Mention:
    claim = mention.proposition
    if not isinstance(claim, Figure | Change):
        return mention
    others = [p for p in claim.parties if p not in names]
    at = next((i for i, p in enumerate(claim.parties) if p in names), None)
    if at is None or len(others) > 1:
        return mention
    parties = [*others, names[place]] if at or not others else [names[place], *others]
    return mention.model_copy(update={"proposition": claim.model_copy(update={"parties": tuple(parties)})})


def _of_flow(mention: Mention, flows: Sequence[Flow], place: int) -> Mention:
    claim = mention.proposition
    if not isinstance(claim, Figure | Change) or len(flows) <= place or not claim.metric.startswith("trade."):
        return mention
    return mention.model_copy(update={"proposition": claim.model_copy(update={"metric": flows[place]})})
