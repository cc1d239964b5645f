"""Flows: who trades with whom – «поставки из Китая», «украинский экспорт на восток», «с Казахстаном наторговали».

`arguments` collects the names around a cue by the roles Russian gives them; `parties` turns roles into
[reporter, partner] with the help of the text's own country and of what was spoken of before.
"""

from dataclasses import dataclass

from sverka.reading.metrics import Cue
from sverka.reading.roles import Arguments

#: How long the id of a state is.
_STATE = 3
_TWO = 2


@dataclass(frozen=True, slots=True)
class Flow:
    """A trade relation: metric and parties, [reporter, partner] when directed; not `sure` where a party was guessed.

    `led`: turnover told of the first party («оборот Грузии с Ираном»), whose exports and imports are meant later.
    """

    metric: str
    parties: tuple[str, ...]
    sure: bool = True
    led: bool = False


def flow(
    cue: Cue,
    said: Arguments,
    home: str | None,
    before: Flow | None,
    verb: bool,
    recent: tuple[str, ...] = (),
    text: tuple[str, ...] = (),
    bloc: str | None = None,
) -> Flow | None:
    """Metric and parties of a trade cue; None if not even one party is known.

    `home` is the text's own country, `before` the relation spoken of last, `verb` True if the cue is a finite verb,
    `recent` the two states named last, `text` the two that the text is about, `bloc` the union it names.
    """
    pair = _Pair(home, before, recent, text, bloc)
    if said.standins and not _resolved(said, pair):
        return None
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
            buying = id_ == home or bool(said.source or said.goods) or (home is None) or said.target == [id_]
            buying = buying or (verb and id_ in said.subject and not said.target)  # «Эстония ввозит на 2 млрд»
            (buyer if buying else seller).append(id_)
        seller += said.partner
    if out and said.goods and said.subject and not buyer:
        buyer = said.subject
    far = next((id_ for id_ in said.recent if id_ not in (*seller, *buyer, home)), None)
    if far is not None and (said.away or said.thence):
        (buyer if said.away else seller).append(far)
    first_seller: str | None = seller[0] if seller else None
    first_buyer: str | None = buyer[0] if buyer else None
    sure = True
    if said.world and (first_seller if out else first_buyer) is not None and None in (first_seller, first_buyer):
        first_seller, first_buyer = first_seller or "WLD", first_buyer or "WLD"
    if first_seller is None and first_buyer is None:
        if said.world and home is not None:
            first_seller, first_buyer = (home, "WLD") if out else ("WLD", home)
        elif said.wind or said.away or said.thence or (before is not None and len(before.parties) == 2):
            directed = before is not None and (before.led or before.metric != "trade.turnover")
            ours = before.parties[0] if before is not None and (directed or home not in before.parties) else home
            if ours is None:
                return None
            other = pair.other(ours)
            first_seller, first_buyer = (ours, other) if out else (other, ours)
            sure = said.wind or said.away or said.thence
        elif home is not None:  # «экспорт за год упал»: of the text's own country, to everyone
            first_seller, first_buyer, sure = (home, "WLD", False) if out else ("WLD", home, False)
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
        plainly = said.owner == [reporter] or (before is None and not said.everyone() and reporter == home)
        abroad = said.world or plainly or (before is not None and "WLD" in before.parties)
        alone = said.owner == [reporter] and (said.world or (before is None and not text))
        return Flow(metric, (reporter, "WLD") if abroad else (reporter,), sure=alone)
    return Flow(metric, (reporter, partner), sure)


@dataclass(frozen=True, slots=True)
class _Pair:
    home: str | None
    before: Flow | None
    recent: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    bloc: str | None = None

    def facing(self, named: list[str]) -> str | None:
        """Whom «сосед» or «партнёр» means beside the states named with it: the other of the pair spoken of."""
        one = named[0] if named else self.home
        for pool in (self.before.parties if self.before is not None else (), self.text, self.recent):
            if len(set(pool)) == 2 and "WLD" not in pool and one in pool:
                return pool[1] if pool[0] == one else pool[0]
        return None

    def other(self, id_: str | None) -> str | None:
        """Whoever stands opposite `id_`: in the relation spoken of before, else the text's own country."""
        if self.before is not None and id_ in self.before.parties and len(self.before.parties) == 2:
            rest = next(p for p in self.before.parties if p != id_) if len(set(self.before.parties)) == 2 else None
            if rest != "WLD" and rest is not None:
                return rest
        if id_ in self.text:
            return next(p for p in self.text if p != id_)
        return self.home if self.home != id_ else None


def _resolved(said: Arguments, pair: _Pair) -> bool:
    """Put the state a stand-in means in its role; False if nobody can tell which it is."""
    if len(said.everyone()) >= 2:
        return True
    last = [id_ for id_ in said.recent if id_ != pair.home and id_ not in said.everyone()] if said.pronoun else []
    other = last[0] if last and pair.home is not None else pair.facing(said.everyone())
    if other is None:
        return False
    if other not in said.everyone():
        getattr(said, said.standins[0]).append(other)
    return True


def _both(cue: Cue, said: Arguments, home: str | None, before: Flow | None, pair: _Pair) -> Flow | None:
    ids = said.everyone()
    if cue.way == "direction" and len(ids) != 1:
        return None
    if said.world and len(ids) < 2:
        one = ids[0] if ids else home
        return None if one is None else Flow("trade.turnover", (one, "WLD"), sure=bool(ids))
    if len(ids) >= 2 and ids == said.partner:  # «с Чили и Перу»: each trades with whoever is spoken of
        other = home if home not in ids else None
        other = other or next((p for p in (before.parties if before is not None else ()) if p not in ids), None)
        return None if other in (None, "WLD") else Flow("trade.turnover", (str(other), ids[0]), sure=False)
    if len(ids) >= 2:
        led = len(said.owner) == 1 and said.owner == ids[:1] and len(said.partner) == 1
        return Flow("trade.turnover", tuple(ids[:5]), led=led)
    if len(ids) == 1:
        if len(ids[0]) != 3 and said.owner:
            return Flow("trade.turnover", (ids[0],))
        other = home if ids[0] != home else pair.other(ids[0])
        if other is None:
            return Flow("trade.turnover", (ids[0],), sure=False)
        return Flow("trade.turnover", (other, ids[0]), sure=bool(said.partner) or ids[0] == home)
    if said.mutual and pair.bloc is not None and before is None:
        return Flow("trade.turnover", (pair.bloc,), sure=False)
    if said.mutual and before is not None and len(before.parties) == 1 and len(before.parties[0]) != _STATE:
        return before  # «взаимная торговля» goes on inside the union it was told of
    if before is not None and len(before.parties) >= 2:
        return Flow("trade.turnover", before.parties, sure=before.sure or "WLD" not in before.parties)
    if len(pair.recent) == 2:
        return Flow("trade.turnover", pair.recent)
    if len(pair.text) == 2:
        return Flow("trade.turnover", pair.text, sure=False)
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
    if len(before.parties) == _TWO and "WLD" in before.parties and new not in before.parties:
        first, second = (new if p == "WLD" else p for p in before.parties)
        return Flow(before.metric, (first, second), before.sure)  # «наш оборот – 120 млрд, а с Чили – два»
    if len(before.parties) == 1 and (home is None or home == new):
        return Flow(before.metric, (new,), sure=False)
    if home is None or new == home or home not in before.parties:
        rest = [p for p in before.parties if p != new]
        if len(rest) != 1 or home == new:
            return None if new not in before.parties else before
        return Flow(before.metric, (rest[0], new), sure=len(before.parties) == 2)
    sure = len(before.parties) == 2 and (before.sure or "WLD" not in before.parties)
    if before.metric == "trade.turnover":
        return Flow(before.metric, (home, new), sure)
    ours_first = before.parties[0] == home
    return Flow(before.metric, (home, new) if ours_first else (new, home), sure)
