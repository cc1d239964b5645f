"""Who holds a place, and in whose list: the subject of a rank and its owner, as grammar places them."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sverka.reading.document import Name, Sentence
from sverka.reading.rank_words import Last
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic

_STATES = ("state", "organization", "group")
_FIRMS = re.compile(
    r"(?:компани|фирм|корпораци|поставщик|экспортер|импортер|производител|предприяти|бизнес|покупател|товар)\w*"
)
_PARENTHESES = re.compile(r", [^,;:–—]{4,40}, (?:\w+ ){0,2}$")
_PRONOUNS = {"он", "она", "оно", "они", "это", "тот", "та"}
_STANDINS = {"страна", "сосед", "соседка", "республика", "королевство"}
_DASH = re.compile(r"(?: [–—])? (?:на )?")
_IS = re.compile(r"(?: теперь| снова| по-прежнему| все еще)? [–—] ")
_COPULA = re.compile(
    r"(?:,| –| —|, –)? (?:(?:уже|теперь|лишь|только|всего лишь|всего|все еще|по-прежнему|же|остается|была|был|стала|"
    r"стал|стали|снова|опять|оказалась|оказался) ){0,2}(?:на )?"
)
_BESIDE = re.compile(r"(?:,| –| —| -)? ")
_SHARE = re.compile(r"(?<!\w)дол[яиюе]\w{0,2} $")
_SHARED = re.compile(r" во? (?:\w+ ){0,3}(?:\w*оборот|торговл|экспорт|импорт)\w* ")
_THIS = re.compile(r"(?:,| –| —| -|, –| и| составила [^.;]{1,20},) (?:а )?(?:это |что )(?:\w+ ){0,3}")
_LISTS = re.compile(
    r"(?:списк|перечн|рейтинг|таблиц|торговл|экспорт|импорт|внешнеторгов|внешн|товар|вывоз|ввоз|рейтинг|оборот|"
    r"поставщик|партнер|покупател|контрагент|закуп|рын|статистик|тройк|пятерк|десятк)\w*"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the place: id, the token it stands at, whether it is named in the clause."""

    id: str
    at: int | None
    named: bool


def named_states(scene: Scene) -> list[tuple[int, Name]]:
    """States and bodies of a sentence with their tokens."""
    return [(i, n) for i, ns in sorted(scene.at.items()) for n in ns if n.kind in _STATES]


def holder(scene: Scene, start: int, end: int, kind: str, topic: Topic, owner: str | None = None) -> Holder | None:
    """Who holds the place: the nominative name nearest in grammar, leftward for nouns, rightward for places.

    A pronoun, or a clause that says it of the partner spoken of, stands for the other of the two states in view.
    Nobody holds a place in a list of his own (`owner`).
    """
    sentence = scene.sentence
    first, stop = sentence.index_at(start), sentence.index_at(end - 1)
    sharing = share_of(scene, first)
    if sharing is not None:
        return Holder(sharing[0].id, sentence.index_at(sharing[0].start), True)
    best: tuple[float, str, int] | None = None
    for i, name in named_states(scene):
        if name.id == owner or (start <= name.start < end and kind != "lead"):
            continue
        cost = _cost(scene, i, name, first, stop, kind)
        if cost is None:
            continue
        if kind == "noun" and stop < i <= stop + 2 and scene.lines.between(stop, i) < 0.3 and not _nominative(scene, i):
            continue
        between = scene.text[name.end - sentence.start : start - sentence.start] if name.end <= start else " x"
        beyond = scene.text[end - sentence.start : name.start - sentence.start] if name.start >= end else ""
        cost -= 3.0 if _IS.fullmatch(beyond) else 0.0
        cost -= 3.0 if _DASH.fullmatch(between) else 2.0 if _COPULA.fullmatch(between) else 0.0
        if cost < 9 and (best is None or cost < best[0]):
            best = (cost, name.id, i)
    pronoun = _pronoun(scene, first, stop, kind)
    if best is not None and (pronoun is None or scene.lines.between(best[2], first) < 1.9):
        return Holder(best[1], best[2], True)
    if pronoun is None:
        return None
    other = _meant(scene, sentence.tokens[pronoun].text.lower(), first, topic)
    return Holder(other, None, False) if other is not None else None


def _cost(scene: Scene, i: int, name: Name, first: int, stop: int, kind: str) -> float | None:
    """How far a name is from being the subject; None if it cannot be."""
    sentence = scene.sentence
    token = sentence.tokens[i]
    governed = preposition_of(sentence, i)
    case = token.feats.get("Case", "")
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    if _yielded(scene, first, stop) and not governed and case == "Dat" and scene.lines.between(i, stop) < 1.9:
        return -3.0
    if kind == "lead" and governed == "за" and case == "Ins" and scene.lines.between(i, stop) < 1.9:
        return -3.0
    if name.form in ("adjective", "prefix"):
        firms = after is not None and _FIRMS.fullmatch(after.text.lower().replace("ё", "е")) is not None
        plain = after is not None and after.feats.get("Case") in ("Nom", "Acc") and case in ("Nom", "Acc", "")
        if not (firms and plain) or governed or first <= i <= stop:
            return None
        case = "Nom"
    elif governed or (kind != "ahead" and case != "Nom" and passed(sentence, i)):
        return None
    if name.form == "pronoun" and sentence.tokens[i].feats.get("Number") == "Plur":
        return None
    noun_before = i > 0 and sentence.tokens[i - 1].pos == "NOUN"
    if not (token.text.isupper() and not noun_before) and (
        case not in ("Nom", "")
        and not (kind == "ahead" and case == "Acc")
        and not (token.feats.get("Animacy") == "Inan" and case == "Acc")
    ):
        return None
    cost = scene.lines.between(i, first if i < first else stop) + 0.1 * min(abs(i - first), abs(i - stop))
    cost += 1.5 if case == "Acc" and kind != "ahead" else 0.0
    if kind in ("place", "chain", "next", "ahead", "by") and i < first:
        cost += 3.0 if kind == "chain" else 1.0
    return cost


def _yielded(scene: Scene, first: int, stop: int) -> bool:
    """«Германия уступила Китаю первое место»: the place is with whom it was left to."""
    near = scene.sentence.tokens[max(0, first - 6) : stop + 5]
    return any(t.lemma in ("уступить", "уступать", "отдать") and t.feats.get("VerbForm") != "Part" for t in near)


def passed(sentence: Sentence, i: int) -> bool:
    """«Опередив Чехию, …», «потеснив соседнюю Чехию»: the object of a converb did not take the place."""
    tokens = sentence.tokens
    at = i - 1
    while at > 0 and tokens[at].pos in ("ADJ", "DET", "ADV"):
        at -= 1
    return at >= 0 and tokens[at].feats.get("VerbForm") == "Conv"


def _nominative(scene: Scene, i: int) -> bool:
    return scene.sentence.tokens[i].feats.get("Case", "") == "Nom"


def _pronoun(scene: Scene, first: int, stop: int, kind: str) -> int | None:
    """The pronoun that is the subject of the clause of a rank: «она всё ещё первая», «это пятый партнёр»."""
    tokens = scene.sentence.tokens
    for i in range(first - 1, max(-1, first - 9), -1):
        if scene.lines.between(i, first) >= 4.1 or tokens[i].text in ";:–—()":
            return None
        if tokens[i].text == "," and not _PARENTHESES.search(scene.text[: tokens[first].start - scene.sentence.start]):
            return None
        low = tokens[i].text.lower()
        if low in _PRONOUNS | _STANDINS and tokens[i].feats.get("Case", "Nom") in ("Nom", ""):
            following = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
            return None if following in ("место", "значит") else i
    return None


def _meant(scene: Scene, pronoun: str, first: int, topic: Topic) -> str | None:
    """Whom a pronoun means: the state named before it in the sentence, else the other of the two spoken of."""
    own = topic.home
    before = [n.id for i, n in named_states(scene) if i < first and n.id != own and n.form != "adjective"]
    near = [n.id for i, n in named_states(scene) if i < first and n.id != own]
    if len(set(before or near)) == 1:
        return (before or near)[0]
    if before or pronoun == "они" or topic.flow is None or "WLD" in topic.flow.parties:
        return None
    others = [p for p in topic.flow.parties if p != own]
    return others[0] if len(others) == 1 and len(topic.flow.parties) == 2 else None


def whose(
    scene: Scene, start: int, end: int, kind: str, subject: str | None, topic: Topic, last: Last | None
) -> tuple[str | None, bool]:
    """Whose list it is: «партнёр Казахстана», «для Украины», «в казахстанском списке», else the text's own country."""
    sentence = scene.sentence
    stop = sentence.index_at(end - 1)
    first = sentence.index_at(start)
    sharing = share_of(scene, first)
    if sharing is not None:
        return sharing[1].id, True
    for i, name in named_states(scene):
        if name.id == subject or name.kind == "group":
            continue
        governed = preposition_of(sentence, i)
        near = scene.lines.between(i, first if i < first else stop) < 2.5
        beside = stop < i <= stop + 3 and not governed and scene.lines.between(stop, i) < 1
        case = sentence.tokens[i].feats.get("Case")
        beside = beside and not (case == "Nom" and any(t.pos == "VERB" for t in sentence.tokens[stop + 1 : i]))
        cases = ("Gen", None) if kind == "lead" else ("Gen", None, "Nom", "Dat")
        genitive = case in cases or name.form == "adjective"
        if kind in ("noun", "head", "lead") and beside and genitive:
            return name.id, True
        if governed == "для" and abs(i - first) < 12:
            return name.id, True
        if governed == "у" and near and case in ("Gen", None):
            return name.id, True
        if kind == "most" and governed in ("с", "со") and first - 2 <= i <= stop + 3:
            return name.id, True
        if first <= i <= stop and name.form in ("adjective", "noun") and kind in ("noun", "head", "lead"):
            return name.id, True
        if near and kind != "most" and _owns(scene, i, name, governed):
            return name.id, True
        if (
            near
            and governed in ("в", "во", "на")
            and re.search(
                r"(?:поставк|поставок|продаж|экспорт|вывоз)\w{0,20} (?:\w+ )?(?:в|во|на) $",
                scene.text[: name.start - sentence.start][-30:],
            )
        ):
            return name.id, True
    if kind in ("noun", "place") and re.search(
        r"(?<!\w)(?:миров\w+|мира|в мире|планет\w+)(?!\w)",
        scene.text[start - sentence.start : end - sentence.start + 20],
    ):
        return "WLD", True
    if last is not None and last.said and last.of != subject:
        return last.of, True
    if last is not None and kind in ("chain", "next", "ahead", "place", "by", "ordinal") and last.of != subject:
        return last.of, False
    if topic.home is not None and topic.home != subject:
        return topic.home, False
    if topic.flow is not None and subject in topic.flow.parties and len(topic.flow.parties) == 2:
        other = next((p for p in topic.flow.parties if p != subject), None)
        return (other, False) if other != "WLD" else (None, False)
    return None, False


def owner_before(scene: Scene, start: int) -> str | None:
    """Whose «свой» is: the subject before it."""
    named = [(i, n) for i, n in named_states(scene) if n.end <= start and n.form not in ("adjective", "prefix")]
    ruled = [n.id for i, n in named if _nominative(scene, i) and not preposition_of(scene.sentence, i)]
    return ruled[-1] if ruled else None


def theirs(scene: Scene, end: int, owner: str | None, above: Scene | None) -> tuple[str | None, bool]:
    """«Перу потеряла своего главного покупателя – Китай»: who is the owner's, and whether he is named beside it.

    Where nobody is, somebody spoken of in the sentence above is meant, if that names but one other.
    """
    start = scene.sentence.start
    for _, name in named_states(scene):
        if name.id != owner and name.start > end and _BESIDE.fullmatch(scene.text[end - start : name.start - start]):
            return name.id, True
    others = {n.id for _, n in named_states(above) if n.id != owner} if above is not None else set()
    return (others.pop(), False) if len(others) == 1 else (None, False)


def share_of(scene: Scene, first: int) -> tuple[Name, Name] | None:
    """«22 % – доля Чили в обороте Перу, это первое место»: who has the share, and of whose trade, before a place."""
    text, start = scene.text, scene.sentence.start
    near = [n for i, n in named_states(scene) if i < first]
    for one, other in pairwise(near):
        between = text[one.end - start : other.start - start]
        told = text[other.end - start : scene.sentence.tokens[first].start - start]
        if _SHARE.search(text[max(0, one.start - start - 40) : one.start - start]) and _SHARED.fullmatch(between):
            return (one, other) if _THIS.fullmatch(told) else None
    return None


def _owns(scene: Scene, i: int, name: Name, governed: str) -> bool:
    """«среди партнёров Казахстана», «в российском списке», «казахстанского экспорта», «торговли Перу»."""
    sentence = scene.sentence
    text = scene.text
    if name.form in ("adjective", "prefix"):
        after = text[name.end - sentence.start : name.end - sentence.start + 30].split()
        words = [w.strip(".,;:!?") for w in after[:2]]
        return any(_LISTS.fullmatch(w) for w in words[:1]) or (
            len(words) == 2 and re.fullmatch(r"\w+(?:ом|ой|ых|их|ого|ей)", words[0]) is not None
            and _LISTS.fullmatch(words[1]) is not None
        )  # fmt: skip
    if governed and governed not in ("среди", "из", "в", "по"):
        return False
    before = text[: name.start - sentence.start].split()
    case = sentence.tokens[i].feats.get("Case")
    return bool(before) and _LISTS.fullmatch(before[-1]) is not None and case in ("Gen", None, "")
