"""Flows: who trades with whom around a cue – «поставки из Китая», «украинский экспорт на восток», «с Казахстаном наторговали».

`arguments` collects the names around a cue by the roles Russian gives them; `parties` turns roles into
[reporter, partner] with the help of the text's own country and of what was spoken of before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sverka.reading.document import Name, Sentence
from sverka.reading.metrics import Cue

_WITH = {"с", "со"}
_TO = {"в", "на", "во", "для"}
_FROM = {"из", "от", "изо"}
_MARKETS = ("рын", "направл", "сторон", "покупат", "потребит")
_GOODS = ("товар", "продукц", "нефт", "газ", "угл", "зерн", "металл", "вин", "поставок", "импорт")
_WINDS = {"восток", "запад", "север", "юг", "востоке", "западе", "севере", "юге"}
_REACH = 12


@dataclass(slots=True)
class Arguments:
    """Names around a cue by role; `tokens` are the indices used, `away` is set by «на восток», `back` by «обратно»."""

    owner: list[str] = field(default_factory=list)
    partner: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    subject: list[str] = field(default_factory=list)
    goods: list[str] = field(default_factory=list)
    tokens: set[int] = field(default_factory=set)
    away: bool = False
    thence: bool = False
    back: bool = False
    world: bool = False
    wind: bool = False
    recent: tuple[str, ...] = ()

    def everyone(self) -> list[str]:
        """All names, each once."""
        every = self.owner + self.subject + self.partner + self.target + self.source + self.goods
        return list(dict.fromkeys(every))


def by_token(sentence: Sentence, names: Sequence[Name]) -> dict[int, list[Name]]:
    """States, organizations and groups of a sentence by the index of the token they begin at."""
    out: dict[int, list[Name]] = {}
    for name in names:
        if name.kind in ("state", "organization", "group") and sentence.start <= name.start < sentence.end:
            out.setdefault(sentence.index_at(name.start), []).append(name)
    return out


def arguments(sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]], barred: set[int]) -> Arguments:
    """Names in the phrase of a cue. `barred` are tokens of amounts, where the phrase ends."""
    found = Arguments()
    tokens = sentence.tokens
    _left(found, sentence, cue, at)
    _right(found, sentence, cue, at, barred)
    head = tokens[cue.first]
    verbal = head.pos == "VERB"
    if verbal or (not found.everyone() and head.pos != "VERB"):
        _clause(found, sentence, cue, at, subjects=verbal)
    text = tokens[cue.first].text.lower()
    before = tokens[cue.first - 1].text.lower() if cue.first else ""
    if found.away or found.thence:
        found.recent = _recent(cue, at)
    found.world = before.startswith(("внешн", "мировой")) or text.startswith("внешнеторг")
    return found


def _recent(cue: Cue, at: Mapping[int, list[Name]]) -> tuple[str, ...]:
    """The names before the cue, the last first: what «туда» and «оттуда» may point to."""
    return tuple(n.id for i in sorted((i for i in at if i < cue.first), reverse=True) for n in at[i])


def _left(found: Arguments, sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]]) -> None:
    """Adjectives before the cue: «российско-германская», «взаимный», «китайского импорта»."""
    tokens = sentence.tokens
    i = cue.first - 1
    while i >= max(0, cue.first - 5):
        names = [n for n in at.get(i, ()) if n.form in ("adjective", "prefix", "demonym")]
        if names:
            found.owner[:0] = [n.id for n in names]
            found.tokens.add(i)
        elif tokens[i].pos not in ("ADJ", "DET", "PART") and tokens[i].text.lower() not in {"весь", "всего", "и"}:
            break
        if tokens[i].text.lower().startswith("внешн"):
            found.world = True
        i -= 1
    if i >= 0 and tokens[i].text.lower() in {"обратно"}:
        found.back = True


def _right(found: Arguments, sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]], barred: set[int]) -> None:
    tokens = sentence.tokens
    preposition = ""
    i = cue.stop
    while i < min(len(tokens), cue.stop + _REACH) and i not in barred:
        token = tokens[i]
        low = token.text.lower()
        if token.pos == "ADP" or low in _WITH | _TO | _FROM | {"между", "внутри"}:
            preposition = low
        elif low == "," and i + 1 in at and found.tokens and i - 1 in found.tokens:
            pass
        elif low in {";", ".", ":", "—", "–", ",", "(", ")"} or (
            token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
        ):
            break
        elif low in {"туда", "сюда"}:
            found.away = True
        elif low == "оттуда":
            found.thence = True
        elif low in _WINDS and preposition in _TO:
            found.wind = True
        elif i in at:
            for name in at[i]:
                _place(found, sentence, i, name, preposition)
            found.tokens.add(i)
        i += 1


def _place(found: Arguments, sentence: Sentence, i: int, name: Name, preposition: str) -> None:
    adjective = name.form in ("adjective", "prefix")
    after = sentence.tokens[i + 1].text.lower() if i + 1 < len(sentence.tokens) else ""
    if adjective and after.startswith(_GOODS):
        found.goods.append(name.id)
    elif preposition in _WITH:
        found.partner.append(name.id)
    elif preposition in _TO:
        if not adjective or after.startswith(_MARKETS) or name.form != "adjective":
            found.target.append(name.id)
    elif preposition in _FROM:
        found.source.append(name.id)
    elif preposition in {"", "между", "внутри"}:
        found.owner.append(name.id)


def _clause(found: Arguments, sentence: Sentence, cue: Cue, at: Mapping[int, list[Name]], *, subjects: bool) -> None:
    """Names left of the cue in its clause: subjects of verbs, and «с Казахстаном наторговали»."""
    tokens = sentence.tokens
    i = cue.first - 1
    commas = 0
    while i >= max(0, cue.first - 14):
        low = tokens[i].text.lower()
        if low in {";", ":", "—", "–"}:
            break
        if low == ",":
            commas += 1
            if commas > 2 or (
                commas == 1 and not subjects and tokens[cue.first].feats.get("VerbForm") not in ("Part", "Conv")
            ):
                break
        if tokens[i].pos == "VERB" and tokens[i].feats.get("VerbForm") == "Fin":
            break
        if i in at and i not in found.tokens:
            preposition = _preposition(sentence, i)
            for name in at[i]:
                if preposition in _WITH:
                    found.partner.append(name.id)
                elif preposition in _FROM:
                    found.source.append(name.id)
                elif preposition in _TO and name.form != "adjective":
                    found.target.append(name.id)
                elif not preposition and subjects and name.form != "adjective":
                    found.subject.append(name.id)
            found.tokens.add(i)
        i -= 1


def _preposition(sentence: Sentence, i: int) -> str:
    """The preposition that governs token `i`, looking left over adjectives and coordinated names."""
    for k in range(i - 1, max(-1, i - 4), -1):
        token = sentence.tokens[k]
        if token.pos == "ADP":
            return token.text.lower()
        if token.pos not in ("ADJ", "DET", "PROPN", "CCONJ") and token.text.lower() != "и":
            return ""
    return ""


preposition_of = _preposition


@dataclass(frozen=True, slots=True)
class Flow:
    """A trade relation: metric and parties, [reporter, partner] when directed; `sure` is False where a party was guessed."""

    metric: str
    parties: tuple[str, ...]
    sure: bool = True


def flow(
    cue: Cue, said: Arguments, home: str | None, before: Flow | None, verb: bool, recent: tuple[str, ...] = ()
) -> Flow | None:
    """Metric and parties of a trade cue; None if not even one party is known.

    `home` is the text's own country, `before` the relation spoken of last, `verb` True if the cue is a finite verb, `recent` the
    two states named last.
    """
    pair = _Pair(home, before, recent)
    if cue.way == "place":
        return None if home is None else Flow(cue.metric, (home,), sure=False)
    if cue.way == "back" or said.back:
        return _reversed(said, before, pair)
    if cue.way in ("both", "direction"):
        return _both(cue, said, home, before, pair)
    out = cue.way == "out"
    seller = (said.owner + said.subject if out and not said.goods else []) + said.source + said.goods
    buyer = list(said.target)
    if out:
        buyer += said.partner
    elif cue.way == "buy":
        seller += said.target if (said.owner or said.subject or not said.source) else []
        buyer = said.owner + said.subject
        seller += said.partner
    else:
        for id_ in said.owner + said.subject:
            ours = id_ == home or bool(said.source or said.goods) or (home is None) or said.target == [id_]
            (buyer if ours else seller).append(id_)
        seller += said.partner
    if out and said.goods and said.subject and not buyer:
        buyer = said.subject
    far = next((id_ for id_ in said.recent if id_ not in (*seller, *buyer, home)), None)
    if far is not None:
        (buyer if said.away else seller).append(far)
    first_seller, first_buyer = (seller or [None])[0], (buyer or [None])[0]
    sure = True
    if first_seller is None and first_buyer is None:
        if said.wind or said.away or said.thence or (before is not None and len(before.parties) == 2):
            directed = before is not None and before.metric != "trade.turnover"
            ours = before.parties[0] if before is not None and (directed or home not in before.parties) else home
            if ours is None:
                return None
            other = pair.other(ours)
            first_seller, first_buyer = (ours, other) if out else (other, ours)
            sure = said.wind or said.away or said.thence
    elif first_seller is None:
        first_seller, sure = pair.other(first_buyer), said.thence or said.target != []
    elif first_buyer is None:
        first_buyer, sure = (
            pair.other(first_seller),
            said.away or said.wind or len(said.source) > 0 or len(said.owner) > 0,
        )
    if first_seller == first_buyer:
        first_buyer = None if out else first_buyer
        first_seller = first_seller if out else None
    reporter, partner = (first_seller, first_buyer) if out else (first_buyer, first_seller)
    metric = "trade.exports" if out else "trade.imports"
    if verb and partner == home and reporter != home and reporter is not None and partner is not None:
        reporter, partner = partner, reporter
        metric = "trade.imports" if out else "trade.exports"
    if reporter is None:
        return Flow(metric, (partner,), sure=False) if partner else None
    if partner is None:
        abroad = said.world or said.owner == [reporter] or (before is not None and "WLD" in before.parties)
        return Flow(metric, (reporter, "WLD") if abroad else (reporter,), sure=False)
    return Flow(metric, (reporter, partner), sure)


@dataclass(frozen=True, slots=True)
class _Pair:
    home: str | None
    before: Flow | None
    recent: tuple[str, ...] = ()

    def other(self, id_: str | None) -> str | None:
        """Whoever stands opposite `id_`: in the relation spoken of before, else the text's own country."""
        if self.before is not None and id_ in self.before.parties and len(self.before.parties) == 2:
            rest = next(p for p in self.before.parties if p != id_) if len(set(self.before.parties)) == 2 else None
            if rest != "WLD" and rest is not None:
                return rest
        return self.home if self.home != id_ else None


def _both(cue: Cue, said: Arguments, home: str | None, before: Flow | None, pair: _Pair) -> Flow | None:
    ids = said.everyone()
    if cue.way == "direction" and len(ids) != 1:
        return None
    if said.world and len(ids) < 2:
        one = ids[0] if ids else home
        return None if one is None else Flow("trade.turnover", (one, "WLD"), sure=bool(ids))
    if len(ids) >= 2:
        return Flow("trade.turnover", tuple(ids[:5]))
    if len(ids) == 1:
        if len(ids[0]) != 3 and said.owner:
            return Flow("trade.turnover", (ids[0],))
        other = home if ids[0] != home else pair.other(ids[0])
        if other is None:
            return Flow("trade.turnover", (ids[0],), sure=False)
        return Flow("trade.turnover", (other, ids[0]), sure=bool(said.partner) or ids[0] == home)
    if before is not None and len(before.parties) >= 2:
        return Flow("trade.turnover", before.parties)
    if len(pair.recent) == 2:
        return Flow("trade.turnover", pair.recent)
    return None if home is None else Flow("trade.turnover", (home,), sure=False)


def _reversed(said: Arguments, before: Flow | None, pair: _Pair) -> Flow | None:
    if before is None or len(before.parties) != 2:
        return None
    if before.metric == "trade.imports":
        return Flow("trade.exports", before.parties)
    if before.metric == "trade.exports":
        return Flow("trade.exports", (before.parties[1], before.parties[0]))
    return None


def aimed(before: Flow, new: str, home: str | None) -> Flow | None:
    """The same relation with another partner: «с Узбекистаном – на 700 млн»."""
    if home is None or new == home or home not in before.parties:
        rest = [p for p in before.parties if p != new]
        if len(rest) != 1 or home == new:
            return None if new not in before.parties else before
        return Flow(before.metric, (rest[0], new))
    if before.metric == "trade.turnover":
        return Flow(before.metric, (home, new))
    ours_first = before.parties[0] == home
    return Flow(before.metric, (home, new) if ours_first else (new, home))
