"""Standing: which names stand round an amount – in its stretch of the sentence – and under what mark each does."""

from collections.abc import Iterator, Mapping, Sequence

from sverka.reading.context import SAYS
from sverka.reading.document import Name
from sverka.reading.nearby import BREAKS
from sverka.reading.pointers import sourced
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene
from sverka.reading.wordlists import words

_MARKS = {
    "из": "source", "от": "source", "изо": "source", "в": "place", "во": "place", "на": "place", "у": "place",
    "для": "target", "к": "target", "ко": "target", "перед": "target", "против": "target", "по": "target",
    "о": "target", "об": "target", "с": "companion", "со": "companion", "между": "companion", "за": "target",
}  # fmt: skip
_CASES = {"Nom": "subject", "Gen": "owner", "Dat": "receiver", "Acc": "object", "Ins": "companion"}
#: «в экономику Белоруссии», «на рынке Китая»: the preposition is the name's own.
_RELAYS = words("экономика рынок территория предел граница адрес сторона бюджет хозяйство отношение столица")
_OPENERS = BREAKS | {"и", "а", "но"}
#: How many words a name has at most.
_MOST = 5


def stretch(scene: Scene, amount: Amount, token: int) -> tuple[int, int]:
    """The tokens that belong to an amount: from the sign after the amount before it to the sign after itself."""
    tokens = scene.sentence.tokens
    last = scene.sentence.index_at(amount.core[1] - 1)
    before = scene.sentence.index_at(amount.core[0]) - 1
    while before >= 0 and before not in scene.barred:
        before -= 1
    start = 0
    if before >= 0:
        start = before + 1
        while start < token and tokens[start].text.lower() not in _OPENERS:
            start += 1
        start = _next_item(scene, start, token)
    for i in range(start, token):
        if tokens[i].text in (";", "("):
            start = _before_bracket(scene, i) if tokens[i].text == "(" else i + 1
    stop = last + 2 if _place_behind(scene, last + 1) else last + 1
    while stop < len(tokens) and tokens[stop].text not in BREAKS and stop not in scene.barred:
        stop += 1
    return start, stop


def _place_behind(scene: Scene, dash: int) -> bool:
    """«15 % – в Чили,»: a dash that gives the number before it to the place behind it."""
    tokens = scene.sentence.tokens
    if dash + 2 >= len(tokens) or tokens[dash].text not in DASHES or tokens[dash + 1].text.lower() not in _PLACING:
        return False
    end = dash + 2
    while end < len(tokens) and tokens[end].text not in BREAKS and tokens[end].text not in (".", "и"):
        if end in scene.barred:
            return False
        end += 1
    return True


def _next_item(scene: Scene, start: int, token: int) -> int:
    """Where the item after «15 % – в Чили» begins."""
    tokens = scene.sentence.tokens
    if not _place_behind(scene, start):
        return start
    k = start + 1
    while k < token and tokens[k].text.lower() not in _OPENERS:
        k += 1
    return k if k < token else start


DASHES = frozenset({"–", "—", "-"})
_PLACING = frozenset({"в", "во", "на", "у"})


def _before_bracket(scene: Scene, i: int) -> int:
    """«Перу (9 млрд)»: the name right before a bracket, whose number it is, else what the bracket opens with."""
    opened = scene.sentence.tokens[i].start
    near = range(max(0, i - _MOST), i)
    return next((k for k in near if any(0 <= opened - n.end <= 1 for n in scene.at.get(k, ()))), i + 1)


def named(
    scene: Scene, amount: Amount, token: int, start: int, stop: int, view: Mapping[int, Sequence[Name]] | None = None
) -> Iterator[tuple[str, str]]:
    """Names of a stretch with their marks, in order; none of an aside, of a speaker's or of an unknown body."""
    view = scene.at if view is None else view
    for i in range(start, stop):
        for name in view.get(i, ()):
            if name.id.startswith("org:") or scene.lines.aside(i, token) or speaks(scene, i) or sourced(scene, name):
                continue
            if name.kind == "organization" and _one_of(scene, i):
                continue
            yield name.id, mark(scene, i, name, amount)


def _one_of(scene: Scene, i: int) -> bool:
    """«первая страна | Евросоюза, допустившая просрочку»: of whom it is one, not who did it."""
    before = scene.sentence.tokens[i - 1] if i else None
    return before is not None and before.lemma in _MEMBER and before.feats.get("Number") == "Sing"


_MEMBER = words("страна государство член участник участница экономика держава республика")


def mark(scene: Scene, i: int, name: Name, amount: Amount | None = None) -> str:
    """Under what mark a name stands at token `i`."""
    tokens = scene.sentence.tokens
    if name.form == "demonym" or (amount is not None and amount.kind == "persons" and _inside(amount, name)):
        return "people"
    if name.kind == "person":
        return "target"
    if name.form in ("adjective", "prefix"):
        return "target" if tokens[i].text.lower().startswith("анти") else "owner"
    preposition = preposition_of(scene.sentence, i)
    case = tokens[i].feats.get("Case", "")
    if not preposition and case == "Gen" and i and tokens[i - 1].lemma in _RELAYS:
        preposition = preposition_of(scene.sentence, i - 1)
    if preposition in ("с", "со") and case == "Gen":
        return "source"
    # no locative goes without a preposition: the tagger guesses at «США»
    return _MARKS.get(preposition) or ("subject" if case == "Loc" else _CASES.get(case, "owner"))


def opinion_end(scene: Scene, stop: int) -> int:
    """Where the words of an opinion end that «считают, что …» brings in after the number."""
    tokens = scene.sentence.tokens
    if stop + 1 >= len(tokens) or tokens[stop].text != "," or tokens[stop + 1].lemma not in ("что", "чтобы"):
        return stop
    stop += 1
    while stop < len(tokens) and tokens[stop].text not in BREAKS and stop not in scene.barred:
        stop += 1
    return stop


def _inside(amount: Amount, name: Name) -> bool:
    return amount.start <= name.start < amount.end


def speaks(scene: Scene, i: int) -> bool:
    """True inside «, заявил глава МИД Франции,», «, подсчитали в Мадриде»: words about who says it."""
    tokens = scene.sentence.tokens
    for k in range(i - 1, max(-1, i - 7), -1):
        if tokens[k].text in BREAKS:
            following = tokens[k + 1].lemma if k + 1 < len(tokens) else ""
            return following in SAYS or (following == "как" and tokens[min(k + 2, len(tokens) - 1)].lemma in SAYS)
    return False
