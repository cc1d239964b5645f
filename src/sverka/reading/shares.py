"""Shares: whose part of whose whole – «доля Китая в обороте», «на Россию приходится треть армянского вывоза».

A share of trade is written trade.share of [whose trade, with whom]; shares of output or energy keep their own metric.
"""

import re
from collections.abc import Mapping

from sverka.reading.context import clauses
from sverka.reading.document import Name, Sentence
from sverka.reading.flows import Flow
from sverka.reading.metrics import TRADE, Cue, share_word
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of

_OF_WHOLE = re.compile(
    r"^ (?!и |а |но )(?:\w+ ){0,2}?(?:от |в |во |из )?(?:(?:всего|всей|общего|общей|этой|этого|их|его|ее|"
    r"своего|своей|\w+ского|\w+ской|\w+ого|\w+ей|внешней|внешнеторгового) ){0,3}(?:экспорт|"
    r"импорт|вывоз|ввоз|оборот|товарооборот|торговл|поставок|поставк|закупок|внешнеторгов)\w*"
)
_OF_SUM = re.compile(r"^ (?:всей |от )?эт(?:ой|ого) (?:суммы|объема|оборота|показателя)")
_HIS = re.compile(r"(?<!\w)(?:его|ее|их|его же) дол[яи]")
#: A name beyond this boundary after its share is in the next clause.
_NEXT = 3.5
#: «на Китай – 18 %», «Китай (18 %»: the name stands before its number.
LISTED = re.compile(r"[^\W\d_](?: ?\(| [–—-] ?)(?:около |почти |более |еще |лишь )*$")

_BESIDE = re.compile(r" ?[(–—-] ?(?:(?:около|почти|более|еще|лишь|уже|только|примерно) )?")


def share_parties(
    text: str, sentence: Sentence, amount: Amount, kind: str, cue: Cue | None, token: int,
    at: Mapping[int, list[Name]], home: str | None, before: Flow | None, traded: bool = False,
) -> tuple[str, tuple[str, ...], bool] | None:  # fmt: skip
    """Metric, parties and sureness if the amount is a share, else None."""
    if amount.kind not in ("percent", "fraction") or kind != "figure":
        return None
    right = text[amount.core[1] - sentence.start :][:90]
    ids = [(i, n) for i, ns in sorted(at.items()) for n in ns]
    lines = clauses(sentence)
    whole_cue = traded or (cue is not None and cue.metric in TRADE)
    summed = _OF_SUM.match(right) is not None and before is not None
    trade = _OF_WHOLE.match(right) is not None
    share = share_word(text[max(0, amount.start - sentence.start - 140) : amount.end - sentence.start + 60])
    if not trade and not (share and whole_cue) and not summed:
        return None
    whole = _after(ids, amount, sentence, limit=len(_OF_WHOLE.match(right).group()) + 25 if trade else 40)  # type: ignore[union-attr]
    named_first = LISTED.search(text[max(0, amount.start - sentence.start - 60) : amount.start - sentence.start])
    whole = [] if summed or (named_first is not None and not trade) else whole
    if not whole and cue is not None and not summed:  # «доля торговли Киргизии»
        whole = [n.id for i, n in ids if i == cue.stop and sentence.tokens[i].feats.get("Case") == "Gen"]
    if not whole and cue is not None:  # «её доля в швейцарском импорте»
        whole = [n.id for i, n in ids if cue.first - 2 <= i < cue.first and n.form == "adjective"]
    if before is not None and not whole and home is None and len(before.parties) == 2:
        whole = [before.parties[0]]
    parts = _part_in_whole(sentence, token, at)
    beside = [n.id for _, n in ids if _BESIDE.fullmatch(text, n.end - sentence.start, amount.start - sentence.start)]
    if parts is not None and beside and beside[-1] != parts[1]:  # «доля Чили – 63 процента, Перу – 9»
        parts = (beside[-1], parts[1])
    if parts is not None and not trade:
        return "trade.share", (parts[1] or home, parts[0]), parts[1] is not None  # type: ignore[return-value]
    directed = before is not None and before.metric != "trade.turnover"
    if trade and not whole and directed and _HERS.match(right):
        one = _mover(before, right)
        other = next((p for p in before.parties if p != one), None) if before is not None else None
        return ("trade.share", (one, other), True) if one and other else (None, (), False)  # type: ignore[return-value]
    owner = whole[0] if whole else home
    partner = None
    listed = named_first is not None
    for i, name in ids:
        if name.id == owner or lines.between(i, token) > (12 if _HIS.search(text) else 5.9):
            continue
        if name.start > amount.end and (listed or lines.between(token, i) > _NEXT):
            continue
        partner = (
            name.id
            if partner is None or lines.between(i, token) <= lines.between(_index(ids, partner), token)
            else partner
        )
    sure = partner is not None and owner is not None
    if partner is None and re.search(r"европейск\w{1,4} (?:рын|направл)", text):
        partner, sure = "EU", owner is not None
    if partner is None and before is not None and owner in before.parties:
        partner = next((p for p in before.parties if p not in (owner, "WLD")), None)
    if owner is None or partner is None:
        return None
    if any(n.kind != "state" and n.id not in (owner, partner) and preposition_of(sentence, i) in _WITH for i, n in ids):
        return "other", (owner, partner), False  # «доля в торговле со странами ЕС»: of a part, not of all trade
    return "trade.share", (owner, partner), sure


_WITH = ("с", "со")
_HERS = re.compile(r"^ (?:\w+ ){0,2}?(?:ее|его|их|своего|своей) ")


def _mover(before: Flow | None, right: str) -> str | None:
    """Whose «её экспорт» is: of the seller of the flow just spoken of; «её импорт» of the buyer."""
    if before is None or len(before.parties) != 2 or before.metric not in ("trade.exports", "trade.imports"):
        return None
    sells = re.search(r"экспорт|вывоз|поставок|продаж", right[:60]) is not None
    return before.parties[0 if (before.metric == "trade.exports") == sells else 1]


def _part_in_whole(sentence: Sentence, token: int, at: Mapping[int, list[Name]]) -> tuple[str, str | None] | None:
    """Part and whole of «доля Китая в импорте Киргизии», «доля КНР в товарообороте»; None without such a phrase."""
    tokens = sentence.tokens
    for s in range(len(tokens)):
        if tokens[s].lemma != "доля" or abs(s - token) > 22:
            continue
        into = next((k for k in range(s + 1, min(s + 7, len(tokens))) if tokens[k].text.lower() in ("в", "во")), None)
        if into is None:
            continue
        part = [n.id for k in range(s + 1, into) for n in at.get(k, ())]
        stop = next(
            (
                k
                for k in range(into, min(into + 8, len(tokens)))
                if tokens[k].text in ",;:–—" or tokens[k].feats.get("VerbForm") == "Fin"
            ),
            min(into + 8, len(tokens)),
        )
        whole = [n.id for k in range(into + 1, stop) for n in at.get(k, ()) if k != token]
        if part:
            return part[0], whole[0] if whole else None
    return None


def _index(ids: list[tuple[int, Name]], id_: str) -> int:
    return next(i for i, n in ids if n.id == id_)


def _after(ids: list[tuple[int, Name]], amount: Amount, sentence: Sentence, limit: int = 70) -> list[str]:
    """Names in the phrase that follows the amount, up to the next comma or stronger sign."""
    end = next((t.start for t in sentence.tokens if t.start >= amount.core[1] and t.text in ",;:–—"), sentence.end)
    return [n.id for i, n in ids if amount.core[1] <= n.start <= min(amount.core[1] + limit, end)]


def share_noun(text: str) -> bool:
    """True if a sentence says «доля»."""
    return re.search(r"(?<!\w)дол(?:я|и|е|ю|ей)(?!\w)", text) is not None
