"""What was founded where grammar does not show it: a short name the tagger has in another case, «эта организация»."""

from sverka.reading.clauses import Clause
from sverka.reading.coordination import Actor
from sverka.reading.scenes import BODIES, Role, Scene
from sverka.reading.spoken_bodies import COMMON, body_from
from sverka.reading.wordlists import words

#: What stands between an anniversary and what it is of: «годовщина со дня основания …».
_SINCE = words("со с день момент создание основание образование учреждение рождение подписание")
_FAR = 5
_PAPERS = words(
    """договор соглашение декларация протокол конвенция хартия пакт меморандум акт указ закон решение резолюция
    постановление документ договоренность"""
)
_SIGNED = words("подписать подписывать подписаться заключить заключать")


def founded_before(scene: Scene, clause: Clause) -> Role:
    """The body a passive verb follows: «ШОС основана», «организация МЕРКОСУР создана», «блок был учреждён»."""
    tokens, verb = scene.sentence.tokens, clause.predicate
    inside = [a for a in scene.within(clause) if a.last < verb and a.kind in BODIES and not a.prep]
    if inside and (tokens[inside[-1].head].text.isupper() or inside[-1].case == "Nom"):
        last = inside[-1]
        kind = not last.after_noun or (scene.lemma(last.first - 1) in COMMON and _nominative(scene, last.first - 1))
        return Role((last,), 0.8) if kind else Role()
    nouns = [k for k in clause.tokens if k < verb and scene.lemma(k) in COMMON and _nominative(scene, k)]
    others = [k for k in clause.tokens if k < verb and tokens[k].pos in ("NOUN", "PROPN") and _nominative(scene, k)]
    if len(nouns) == 1 and others == nouns:
        return spoken_body(scene, nouns[0])
    return Role()


def spoken_body(scene: Scene, k: int) -> Role:
    """The body of a common noun: «блок был учреждён», «создание регионального блока»."""
    meant = body_from(scene, k)
    return Role((meant.body,), meant.sure) if meant is not None and not meant.named else Role()


def celebrated_after(scene: Scene, index: int) -> tuple[Actor | None, float]:
    """The body an anniversary is of, over «со дня основания»: «годовщина со дня основания этой организации»."""
    tokens, k = scene.sentence.tokens, index + 1
    while k < len(tokens) and k <= index + _FAR and tokens[k].lemma in _SINCE:
        k += 1
    meant = body_from(scene, k) if k < len(tokens) and (k > index + 1 or tokens[k].feats.get("Case") == "Gen") else None
    return (meant.body, 0.9 * meant.sure) if meant is not None else (None, 0.0)


def _nominative(scene: Scene, k: int) -> bool:
    return scene.sentence.tokens[k].feats.get("Case") == "Nom"


def in_title(scene: Scene, clause: Clause, k: int) -> bool:
    """«Ратифицировала соглашение о создании Х»: a part of a paper's name; only who signs it founds."""
    tokens = scene.sentence.tokens
    if k < 2 or tokens[k - 1].text.lower() not in ("о", "об") or scene.lemma(k - 2) not in _PAPERS:
        return False
    verb = scene.lemma(clause.predicate) if clause.predicate >= 0 else "подписать"
    return verb not in _SIGNED
