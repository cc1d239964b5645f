"""Nearby names: those in one row with a name, right after a number, between «доля» and its whole."""

from collections.abc import Sequence

from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene

BREAKS = frozenset(",;:–—()")


def part_of(scene: Scene, token: int) -> list[str]:
    """Whose part: «доля Германии в финансировании бюджета»."""
    tokens = scene.sentence.tokens
    for s in range(token - 1, max(-1, token - 22), -1):
        if tokens[s].lemma == "доля":
            stop = next((k for k in range(s + 1, token) if tokens[k].text.lower() in ("в", "во", ",")), token)
            return [n.id for k in range(s + 1, stop) for n in scene.at.get(k, ())]
    return []


def right_of(scene: Scene, amount: Amount) -> list[str]:
    """Names in the words right after the amount: «10 % ВВП ЕС»."""
    tokens = scene.sentence.tokens
    out: list[str] = []
    for i in range(scene.sentence.index_at(amount.core[1] - 1) + 1, len(tokens)):
        if tokens[i].text in BREAKS or i in scene.barred or tokens[i].pos == "VERB" or tokens[i].pos == "ADP":
            break
        out += [n.id for n in scene.at.get(i, ())]
    return out


def row_of(scene: Scene, ids: Sequence[str]) -> list[str]:
    """What stands in one row with a name: «ЕАЭС, Индию, АСЕАН с общим рынком …», «стран ЕС и США»."""
    tokens = scene.sentence.tokens
    places = sorted((i, n) for i, ns in scene.at.items() for n in ns[:1] if n.form not in ("adjective", "prefix"))
    out: list[str] = []
    for at, (i, name) in enumerate(places):
        if name.id not in ids:
            continue
        for step in (-1, 1):
            k, here = at + step, i
            while 0 <= k < len(places):
                low, high = sorted((here, places[k][0]))
                between = [t.text.lower() for t in tokens[low + 1 : high]]
                item = tokens[places[k][0] + 1].text if places[k][0] + 1 < len(tokens) else ""
                if item in ("–", "—") or between not in ([","], ["и"]) or not _alike(scene, here, places[k][0]):
                    break
                out.append(places[k][1].id)
                here, k = places[k][0], k + step
    return out


def _alike(scene: Scene, i: int, k: int) -> bool:
    cases = {scene.sentence.tokens[x].feats.get("Case", "") for x in (i, k)} - {""}
    return len(cases) < 2 or any(scene.sentence.tokens[x].text.isupper() for x in (i, k))


def behind(scene: Scene, amount: Amount) -> tuple[int, int] | None:
    """The stretch of the name that a dash gives a number to: «40 млрд – Китай, 100 млрд – Япония»."""
    tokens = scene.sentence.tokens
    dash = scene.sentence.index_at(amount.end - 1) + 1
    if dash + 1 >= len(tokens) or tokens[dash].text not in ("–", "—", "-") or amount.preposition:
        return None
    names = [n for n in scene.at.get(dash + 1, ()) if n.form == "noun"]
    if not names:
        return None
    stop = next((k for k in range(dash + 1, len(tokens)) if tokens[k].start >= names[0].end), len(tokens))
    ends = stop >= len(tokens) or tokens[stop].text in ",;.)" or tokens[stop].text.lower() == "и"
    return (dash + 1, stop) if ends else None


def item_with(scene: Scene, amount: Amount) -> str | None:
    """Whose number it is in a list of «Перу с 13 млрд и Чили с 9»: the name right before «с»."""
    if amount.preposition not in ("с", "со"):
        return None
    first = scene.sentence.index_at(amount.start)
    tokens = scene.sentence.tokens
    at = first - 1 if tokens[first].text.lower() in ("с", "со") else first - 2
    while at >= 0 and tokens[at].text in CLOSING:
        at -= 1
    if at < 0:
        return None
    for k in range(at, max(-1, at - 4), -1):
        for name in scene.at.get(k, ()):
            if name.form in ("noun", "capital") and name.end >= tokens[at].end and tokens[k].feats.get("Case") != "Gen":
                return name.id
    return None


def with_its(scene: Scene, token: int) -> str | None:
    """Whose number «обошёл Чили с её | 7 млрд», «США со своими | 39» tells: the name right before «с»."""
    tokens = scene.sentence.tokens
    if token < _ITS or tokens[token - 1].text.lower() not in _OWN or tokens[token - 2].text.lower() not in ("с", "со"):
        return None
    return next((n.id for n in scene.at.get(token - _ITS, ()) if n.form in ("noun", "capital")), None)


#: «с её 7 млрд»: how many words after the name the number stands.
_ITS = 3
_OWN = frozenset({"ее", "её", "его", "их", "своими", "своим"})
CLOSING = frozenset('»"”)')


def from_to(scene: Scene, token: int) -> tuple[str, str] | None:
    """Seller and buyer of an item that names both: «чешские товары – в Перу на 4 млрд, | перуанские в Чехию – на 8»."""
    tokens = scene.sentence.tokens
    first = token - 1
    while first > 0 and tokens[first].text not in ",;:." and token - first < _ITEM:
        first -= 1
    named = [(i, n) for i in range(first, token) for n in scene.at.get(i, ())]
    if len(named) != _TWO or first in scene.barred:
        return None
    (_, made), (to, buyer) = named
    sold = made.form == "adjective" and preposition_of(scene.sentence, named[0][0]) in ("", "из")
    bought = buyer.form in ("noun", "capital") and preposition_of(scene.sentence, to) in ("в", "во", "на")
    return (made.id, buyer.id) if sold and bought and made.id != buyer.id else None


#: How many words an item of a list has at most; two parties.
_ITEM, _TWO = 9, 2
