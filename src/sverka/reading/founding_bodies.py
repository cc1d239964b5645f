"""What was founded where grammar does not show it: a short name the tagger has in another case, «эта организация»."""

from sverka.claims import Mention, Period
from sverka.claims.ids import prefix_of
from sverka.claims.vocabulary import Modality
from sverka.reading.clauses import Clause
from sverka.reading.clausetime import starting
from sverka.reading.coordination import Actor
from sverka.reading.drafts import mention
from sverka.reading.scenes import BODIES, Role, Scene
from sverka.reading.spoken_bodies import COMMON, body_from
from sverka.reading.wordlists import words

BODY_NOUNS = words("комиссия комитет совет союз лига фонд институт клуб группа форум банк академия")
#: What a body may be called beside its own name.
KINDS = BODY_NOUNS | words("организация альянс блок содружество объединение сообщество пространство зона ассоциация")
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
    paper = next((a for a in scene.actors if a.first == k and a.kind == "treaty" and a.case == "Gen"), None)
    if paper is not None and k > index + 1:  # «двадцатилетие со дня подписания Хартии ШОС»
        return paper, 0.85
    paper = next((a for a in scene.actors if a.first == k and a.kind == "treaty" and a.case == "Gen"), None)
    if paper is not None and k > index + 1:  # «двадцатилетие со дня подписания Хартии ШОС»
        return paper, 0.85
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


def founded(
    scene: Scene, actor: Actor, period: Period | None, span: tuple[int, int], modality: Modality, sure: float
) -> Mention | None:
    if _of_another(scene, actor):
        return None
    said = starting(period)
    fields = {"kind": "founding", "what": actor.ids[0], "period": None if said is None else str(said)}
    return mention(scene.bundle, fields, span, modality, sure)


def nameable(actor: Actor) -> bool:
    """Not «договор» alone, and no ministry or newspaper found by the tagger only in part."""
    alone = len(actor.ids[0].split()) == 1
    if actor.kind == "organization":
        return not (alone and actor.ids[0].removeprefix("org:").lower() in KINDS)
    return actor.kind != "treaty" or not alone or not actor.ids[0].startswith("treaty:")


def _of_another(scene: Scene, actor: Actor) -> bool:
    """«Учреждена администрация | ООН», «Турецкая республика | Северного Кипра»: a part of a body, a part of a name."""
    tokens, head = scene.sentence.tokens, scene.sentence.tokens[actor.head]
    named = [n for n in scene.bundle.names_in(head.start, tokens[actor.last].end) if n.id == actor.ids[0]]
    after = tokens[actor.last + 1] if actor.last + 1 < len(tokens) else None
    goes_on = after is not None and after.text[:1].isupper() and after.feats.get("Case") == "Gen"
    bracketed = bool(named) and scene.text[named[0].start - 1] == "("  # «партнёрство (РВЭП)» is one
    part = bool(named) and named[0].start > head.end and not bracketed and actor.lemma not in KINDS
    if actor.kind == "organization":
        return part and not prefix_of(actor.ids[0])
    return actor.kind == "state" and goes_on
