"""Suppliers and buyers: the other end of a delivery of fuel – told of before, or the other of two a text is about.

«Газопровод из Туркмении … Китайцы собирались получать 30 млрд кубометров»: bought from whom, the words before say.
What a state digs, burns or keeps is its own, and what it sells to nobody named goes to more than one.
"""

from sverka.reading.context import clause_span
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.wordlists import words

_DELIVERED = words(
    """поставка поставлять поставить поставляться поставленный поступать поступить получать получить полученный закупать
    закупить закупка закупаться закупленный покупать купить покупка продавать продать продажа продаваться проданный
    прокачивать прокачать прокачиваться прокачка качать перекачать перекачивать подавать подать отправлять отправить
    отгружать отгрузить экспортировать импортировать экспорт импорт приобретать приобрести уходить уйти идти пойти
    приходить прийти забирать забрать взять брать обещать обещанный отбирать отобрать выбрать"""
)
_OWN = words(
    """добыча добывать добыть добытый потребление потреблять потребить расходовать запас мощность месторождение резерв
    производство производить вырабатывать выработать выработка хранилище залежь недра сжигать сжечь потребность
    нуждаться планета мир дефицит извлекать"""
)
#: How long the id of a state is.
_STATE = 3


def both_ends(
    scene: Scene, token: int, parties: tuple[str, ...], told: tuple[str, ...], topic: Topic
) -> tuple[str, ...]:
    """The parties of a number of fuel, with whoever stands at the other end; `told` are those of the one before."""
    found = tuple(p for p in parties if p != "WLD") or parties
    passed = _passed(scene)
    if not passed.isdisjoint(found):
        found = tuple(p for p in found if p not in passed) or (told if passed.isdisjoint(told) else ()) or found
    if len(found) == 2 and _its_own(scene, token):
        near = [n.id for i, ns in sorted(scene.at.items()) if i < token for n in ns if n.id in found]
        return (near[-1],) if near else found[:1]
    other = _other_end(scene, token, found[0], told, topic) if len(found) == 1 else None
    if other is None:
        return found
    topic.doubts += 1
    topic.parties = (*found, other)
    return topic.parties


def _passed(scene: Scene) -> set[str]:
    """The states a pipe goes through: «по трубе через Иран и Турцию»."""
    if "через" not in scene.sentence.words:
        return set()
    return {n.id for i, ns in scene.at.items() for n in ns if preposition_of(scene.sentence, i) == "через"}


def _its_own(scene: Scene, token: int) -> bool:
    """True where a clause that names nobody tells what is dug or burnt: «…, вся страна потребляет 13 млрд»."""
    first, stop = clause_span(scene.sentence, token)
    lemmas = {t.lemma for t in scene.sentence.tokens[first:stop]}
    if lemmas.isdisjoint(_OWN) or not lemmas.isdisjoint(_DELIVERED):
        return False
    return not any(n.form != "pronoun" for i in range(first, stop) for n in scene.at.get(i, ()))


def _other_end(scene: Scene, token: int, party: str, told: tuple[str, ...], topic: Topic) -> str | None:
    """Who stands at the other end of what `party` sells or buys."""
    if len(party) != _STATE or scene.sentence.lemmas.isdisjoint(_DELIVERED):
        return None
    first, stop = clause_span(scene.sentence, token)
    lemmas = {t.lemma for t in scene.sentence.tokens[first:stop]}
    if lemmas.isdisjoint(_DELIVERED) or not lemmas.isdisjoint(_OWN):
        return None
    for pair in (topic.pair, told, topic.recent):
        if party in pair and len(set(pair)) == 2 and "WLD" not in pair:
            return pair[0] if pair[1] == party else pair[1]
    return told[0] if len(told) == 1 and told[0] != party and len(told[0]) == _STATE else None
