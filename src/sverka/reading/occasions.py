"""Visits and meetings: «в преддверии визита» is yet to come; «встреча с послом» is no meeting of states' heads."""

from collections.abc import Sequence

from sverka.claims import Period
from sverka.claims.vocabulary import Modality
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.modality import of_clause, of_noun
from sverka.reading.scenes import Scene
from sverka.reading.wordlists import words

#: Before a noun these say that it had not come about when the rest did.
_FACING = words("преддверие канун ожидание")
_AHEAD_OF = words("накануне перед до")
#: Between a preposition and the noun of an occasion: «в ходе», «по итогам», «в рамках».
_DURING = words("на ход время рамка итог исход после")
_LIKELY = words("возможный вероятный маловероятный реальный")
_EXPECTING = words("рассчитывать надеяться ожидать ждать планировать намереваться предполагать намерен")
#: Who acts for a state without being its head or minister.
_LOWER = words(
    """посол консул атташе посланник спецпосланник посланец спецпредставитель представитель уполномоченный эмиссар
    переговорщик сопредседатель делегация миссия депутат сенатор конгрессмен парламентарий губернатор мэр градоначальник
    заместитель помощник советник чиновник директор начальник руководитель эксперт бизнесмен предприниматель генерал
    командующий дипломат спецпосланница замглавы управляющий аким"""
)
_DEPUTY = ("вице-", "зам", "экс-")
#: What a meeting or journey of such people is worth: too little for a verdict about their states.
_SLIGHT = 0.2


def of_occasion(scene: Scene, clause: Clause, k: int, period: Period | None) -> Modality:
    """The modality of a visit or meeting named at a token, with when it is said to have been."""
    found = of_noun(scene, k)
    if period is not None and found == "asserted" and period.begins_after(scene.published):
        return "planned"
    short = (j for j in clause.tokens if scene.lemma(j) in _LIKELY)
    if any(scene.sentence.tokens[j].feats.get("Variant") == "Short" for j in short):
        return "hypothetical"  # «встреча возможна»
    end = period.end if period is not None else None
    if found != "asserted" or (end is not None and scene.published is not None and end < scene.published):
        return found
    before = [scene.lemma(j) for j in range(max(0, k - 4), k)]
    genitive = scene.sentence.tokens[k].feats.get("Case") in ("Gen", "Ins")
    if not _FACING.isdisjoint(before) or (genitive and not _AHEAD_OF.isdisjoint(before[-2:])):
        return "planned"
    if clause.predicate < 0 or _DURING.isdisjoint(before):
        return found
    expected = scene.lemma(clause.predicate) in _EXPECTING or of_clause(scene, clause) == "planned"
    return "planned" if expected else found


def foreseen(scene: Scene, k: int, period: Period | None, told: Modality) -> Modality:
    """«Завтра едет в Осло»: the present of what is dated after publication tells a plan."""
    now = scene.sentence.tokens[k].feats.get("Tense") == "Pres" and told == "asserted"
    return "planned" if now and period is not None and period.begins_after(scene.published) else told


def standing(scene: Scene, actors: Sequence[Actor]) -> float:
    """How much it says of two states that these people met: little of ambassadors, deputies, heads of lesser bodies."""
    tokens, lesser = scene.sentence.tokens, _lesser(scene.bundle)
    low = (
        a.lemma in _LOWER or a.lemma.startswith(_DEPUTY)
        or (a in scene.actors and a.kind == "person" and tokens[a.head].start in lesser)
        for a in actors
    )  # fmt: skip
    return _SLIGHT if any(low) else 1.0


def _lesser(analysis: Analysis) -> set[int]:
    """Where the titles stand that are no head's and no minister's of those the record keeps."""
    if "lesser" not in analysis.memo:
        sentences = zip(analysis.document.sentences, analysis.titles, strict=False)
        heads = {s.tokens[t.head].start for s, said in sentences for t in said if t.office.startswith("other:")}
        analysis.memo["lesser"] = heads
    found: set[int] = analysis.memo["lesser"]
    return found
