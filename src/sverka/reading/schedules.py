"""Schedules: whether a clause tells what is still to come – «намечен на июнь», «должны пройти», «увидится»."""

from sverka.reading.clauses import Clause
from sverka.reading.document import Token
from sverka.reading.scenes import Scene
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

#: What is set for a day: «выборы назначены | на 2 октября», «визит отложили на осень».
_SETTING = words(
    """назначить назначать наметить намечать намечаться запланировать планировать планироваться отложить откладывать
    перенести переносить сдвинуть отодвинуть рассчитать"""
)
#: What is owed or meant: with an infinitive, still to be done.
_OWING = frozenset({"должен", "должна", "должно", "должны", "намерен", "намерена", "намерены", "готов", "готовы"})
_MEANING = words("предстоять планировать намереваться собираться рассчитывать готовиться хотеть ожидаться мочь смочь")
_WAS = frozenset({"был", "была", "было", "были"})
_WILL = frozenset({"будет", "будут", "буду", "будем"})


def is_future(token: Token) -> bool:
    """A finite verb of the future; no past ends in «т», whatever the tagger says of «увидится»."""
    if token.feats.get("Tense") == "Fut":
        return True
    ending = token.text.lower().endswith(("т", "тся"))
    return (
        ending
        and token.feats.get("Tense") == "Past"
        and token.feats.get("Aspect") == "Perf"
        and verb_form(token) == "fin"
    )


def scheduled(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a date is the one something is set for: «намечен | на июнь», unless it once was."""
    tokens = scene.sentence.tokens
    if at < 1 or "на" not in (tokens[at].text.lower(), tokens[at - 1].text.lower()):
        return False
    if scene.sentence.lemmas.isdisjoint(_SETTING):
        return False
    return any(tokens[k].lemma in _SETTING and k < at for k in clause.tokens) and not _once(scene, clause)


def owed(scene: Scene, clause: Clause) -> bool:
    """«Должны встретиться», «предстоит подписать», «намерен посетить»: not what was meant once."""
    tokens = scene.sentence.tokens
    if _once(scene, clause):
        return False
    for k in clause.tokens:
        token = tokens[k]
        meant = token.lemma in _MEANING and token.feats.get("Tense") in ("Pres", "Fut")
        if meant or token.text.lower() in _OWING:
            return any(verb_form(tokens[j]) == "inf" for j in clause.tokens)
    return False


def is_ahead(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells what will be: «в декабре будет подписан», «посетит в мае», «должны пройти»."""
    tokens = scene.sentence.tokens
    if clause.predicate >= 0 and is_future(tokens[clause.predicate]):
        return True
    return any(tokens[k].text.lower() in _WILL for k in clause.tokens) or owed(scene, clause)


def _once(scene: Scene, clause: Clause) -> bool:
    return any(scene.sentence.tokens[k].text.lower() in _WAS for k in clause.tokens)
