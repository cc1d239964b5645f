"""For whom votes were cast: who gained them, whom a chamber supported, which party got the seats – by name or by «он».

The winner stands in the part of the sentence that an amount has for its own: as the subject of «набрал», behind «за»,
as the one whose «кандидатуру» a chamber supports, right before a dash or a bracket. Where only a pronoun or the bare
verb says who it was, it is the person named last.
"""

import re
from collections.abc import Iterator, Sequence

from sverka.reading.ballot_items import bound
from sverka.reading.document import Name, Token
from sverka.reading.nearby import CLOSING
from sverka.reading.party_nouns import party_nouns
from sverka.reading.pointers import sourced
from sverka.reading.quantities import Amount
from sverka.reading.roles import preposition_of
from sverka.reading.scene import Scene, Topic
from sverka.reading.standing import speaks, stretch
from sverka.reading.wordlists import words

#: What one does who gains votes or seats, in any form of the verb.
GAINING = words(
    """набрать набирать получить получать собрать собирать завоевать завоевывать взять заручиться заручаться выиграть
    сохранить удержать провести довольствоваться занять победить побеждать лидировать одержать опередить увеличить"""
)
_GAINED = words("набравший получивший собравший завоевавший взявший занявший проведший")
#: What seats do for somebody.
_FALLING = words("достаться доставаться отойти отходить принадлежать причитаться перейти полагаться")
#: What voters do for somebody.
_GIVING = words("поддержать поддерживать утвердить утверждать избрать избирать одобрить назначить выбрать")
CAST = words("проголосовать голосовать высказаться высказываться отдать отдавать выступить")
#: What is said of a person that a chamber decides on.
_STANDING = words("кандидатура назначение избрание утверждение выдвижение переизбрание отставка импичмент")
_PARTY = words(
    """партия блок коалиция альянс движение фронт объединение союз фракция список тори лейборист консерватор демократ
    республиканец социалист либерал"""
)
_PARTYLIKE = re.compile(
    r"парти|блок|коалици|альянс|движени|фронт|союз|фракци|демократ|республикан|социал|консерват|лейборист|либерал|"
    r"радикал|народ|единств|национал|родин|справедлив|будущ|надежд|свобод|коммунист|"
    r"центрист|аграри|реформист|монархист|исламист|популист|прогрессист|юнионист|единоросс|эсер|трудовик|маоист|перонист"
)
#: Who counts votes or tells of them is no winner.
_COUNTING = re.compile(
    r"избирком|комисси|агентств|комитет|издани|газет|телекана|организаци|министерств|совет|суд|институт|фонд|центр"
)
_OTHERS = words("соперник соперница конкурент конкурентка оппонент")
#: Common words for a person who runs.
_RUNNER = words(
    "президент политик кандидат лидер премьер премьер-министр глава победитель претендент канцлер спикер депутат он она"
)
_AGAINST = frozenset({"против", "воздержаться", "воздерживаться", "воздержавшийся"})
#: What binds a name to the number behind it: «Х – 12 %», «„Х“ (12 %)», «Х с 12 %».
_BOUND = frozenset({"–", "—", "-", "(", ":", "с", "со"})
#: What is said of votes without a winner.
_TURNOUT = words("явка участие порог барьер бюллетень участок протокол")
#: What is counted, told before the number.
_COUNTED = words("депутат голос сенатор место мандат кресло человек избиратель большинство результат парламентарий")
#: How many words a name or what describes it may take before «набрал».
_REACH = 8
#: How far back the person named last may stand, in characters.
_CLOSE = 350
#: How many share their votes at most.
_MOST = 2


def winners(scene: Scene, amount: Amount, token: int, topic: Topic) -> tuple[list[str], bool]:
    """Ids of those for whom the votes were cast, and whether the words leave no doubt."""
    first, stop = stretch(scene, amount, token)
    tokens = scene.sentence.tokens
    runners = list(_runners(scene))
    item = bound(scene, runners, token)
    if item is not None and (item[1].kind == "person" or is_party(scene, *item)):
        return [item[1].id], True
    if any(t.lemma in _TURNOUT for t in tokens[first:token]):
        return [], False
    here = [(i, n) for i, n in runners if first <= i < stop]
    verb = _verb(scene, first, stop, token)
    told = [(i, n) for i, n in here if _wins(scene, i, n, verb, token)]
    if told:
        return _row(scene, told, token), True
    fallen = [n for i, n in runners if i < first and tokens[i].feats.get("Case") == "Dat"]
    if fallen and any(t.lemma in _FALLING for t in tokens[first:token]):
        return [fallen[-1].id], True  # «коммунистам, набравшим 39 %, достанутся 42 кресла»
    if any(_points(tokens, k) for k in range(first, token)):
        meant = [n.id for i, n in runners if i < token and n.kind == "person"]
        return (meant[:1], len(meant) == 1) if meant else _known(scene, topic)
    if verb is None and first == 0:
        verb = _verb(scene, 0, len(tokens), token)
    if verb is not None and tokens[verb].lemma in GAINING and not _of_others(tokens, first, verb):
        subject = [(i, n) for i, n in runners if i < token and _wins(scene, i, n, verb, token) and verb - i < _REACH]
        if subject and not _amount_between(scene, subject[-1][0], token):
            return [subject[-1][1].id], True
        if (pointed := _by_pronoun(tokens, runners, first, verb)) is not None:
            return pointed
        if not here and not any(i < token for i, _ in runners):
            return _meant(scene, topic, tokens[:token])
    if _AGAINST & {t.lemma for t in tokens[max(0, token - 3) : token + 4]} or verb is None:
        before = [(i, n) for i, n in runners if i < token and _supported(scene, i, n)]
        return ([before[-1][1].id], False) if before else ([], False)
    return [], False


def others_told(scene: Scene, amount: Amount, token: int) -> bool:
    """True for «консерваторы – 331»: of others than those named before, whoever they are."""
    first, _ = stretch(scene, amount, token)
    return first > 0 and any(
        t.pos in ("NOUN", "PROPN") and t.feats.get("Case") == "Nom" and t.lemma not in _COUNTED
        for t in scene.sentence.tokens[first:token]
    )


def _runners(scene: Scene) -> Iterator[tuple[int, Name]]:
    """Persons and parties of a sentence by token; none who only tells of the votes."""
    found = [(i, n) for i, n in scene.others if n.kind == "person" and n.form == "noun"]
    for i, names in scene.at.items():
        found += [(i, n) for n in names if n.id.startswith("org:") and not _COUNTING.search(n.id.lower())]
    found += [(i, n) for i, n in party_nouns(scene.sentence) if not any(n.start <= o.start < n.end for _, o in found)]
    for i, name in sorted(found, key=lambda f: f[0]):
        if not speaks(scene, i) and not sourced(scene, name):
            yield i, name


def is_party(scene: Scene, i: int, name: Name) -> bool:
    """True for an organization that runs for seats: by its name, or by the word before it."""
    before = scene.sentence.tokens[max(0, i - 3) : i]
    return _PARTYLIKE.search(name.id.lower()) is not None or any(t.lemma in _PARTY for t in before)


def _verb(scene: Scene, first: int, stop: int, token: int) -> int | None:
    """The verb of gaining or casting that is nearest to the amount."""
    tokens = scene.sentence.tokens
    near = [
        k
        for k in range(first, min(stop + 3, len(tokens)))
        if tokens[k].pos in ("VERB", "ADJ") and tokens[k].lemma in GAINING | _GIVING | CAST
    ]
    return min(near, key=lambda k: abs(k - token)) if near else None


def _wins(scene: Scene, i: int, name: Name, verb: int | None, token: int) -> bool:
    """True where a name stands as whoever gains the votes or is voted for."""
    tokens = scene.sentence.tokens
    if _supported(scene, i, name):
        return True
    preposition = preposition_of(scene.sentence, i)
    if preposition == "у":
        return True
    if not preposition and i < token and _falls_to(tokens, scene.sentence.index_at(name.end - 1), token):
        return True
    case = tokens[i].feats.get("Case", "")
    bare = not preposition and (case in ("Nom", "") or tokens[i].pos in ("PROPN", "X"))
    last = scene.sentence.index_at(name.end - 1)
    behind = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text in CLOSING else last + 1
    following = tokens[behind].text if behind < len(tokens) else ""
    if bare and last < token and following in _BOUND and token - last < _REACH:
        return case != "Gen"
    if name.id.startswith("org:") and not is_party(scene, i, name) and (verb is None or tokens[verb].lemma in CAST):
        return False
    if verb is None:
        return bare and case == "Nom" and i < token
    if tokens[verb].lemma in GAINING:
        if name.id.startswith("org:") and _of_party(tokens, i, case):
            return True
        return not preposition and case in ("Nom", "")
    if tokens[verb].lemma in _GIVING:
        return not preposition and case in ("Acc", "Gen") and i < verb
    return False


def _falls_to(tokens: Sequence[Token], i: int, token: int) -> bool:
    """«Коммунистам, набравшим 39 %, достанутся 42 кресла», «консерваторам отошло 120 мест»."""
    if i + 2 < len(tokens) and tokens[i + 1].text == "," and tokens[i + 2].lemma in GAINING | _GAINED:
        return True
    return tokens[i].feats.get("Case") == "Dat" and any(t.lemma in _FALLING for t in tokens[i + 1 : token])


def _of_party(tokens: Sequence[Token], i: int, case: str) -> bool:
    """«Партия „Х“», «коалиция партии Х и партии Y»: named behind the word for what it is."""
    return case != "Ins" and any(t.lemma in _PARTY for t in tokens[max(0, i - 3) : i])


def _supported(scene: Scene, i: int, name: Name) -> bool:
    """«За Х проголосовали», «кандидатуру Х поддержали», «против назначения Х»."""
    tokens = scene.sentence.tokens
    if preposition_of(scene.sentence, i) == "за":
        return any(t.lemma in CAST for t in tokens)
    owned = tokens[max(0, i - 3) : i]
    return name.kind == "person" and any(t.lemma in _STANDING for t in owned)


def _row(scene: Scene, told: list[tuple[int, Name]], token: int) -> list[str]:
    """All of a row («партии Х и партии Y»), or the one nearest before the number."""
    tokens = scene.sentence.tokens
    last = told[-1][0]
    ids = [told[-1][1].id]
    for (i, name), (k, _) in zip(told[-2::-1], told[:0:-1], strict=False):
        between = {t.text.lower() for t in tokens[i + 1 : k]}
        if "и" not in between or k - i > _REACH or last > token:
            break
        ids.insert(0, name.id)
    return list(dict.fromkeys(ids))[:_MOST]


def _amount_between(scene: Scene, i: int, token: int) -> bool:
    return any(i < k < token for k in scene.barred)


def _of_others(tokens: Sequence[Token], first: int, verb: int) -> bool:
    return any(t.lemma in _OTHERS for t in tokens[first:verb])


def _meant(scene: Scene, topic: Topic, before: Sequence[Token]) -> tuple[list[str], bool]:
    """The person named last, where the subject is a pronoun, a common word for one who runs, or left out."""
    subject = [t for t in before if t.feats.get("Case") == "Nom" and t.pos in ("NOUN", "PROPN", "PRON")]
    if any(t.lemma not in _RUNNER for t in subject) or any(t.lemma == "явка" for t in before):
        return [], False
    plural = any(t.text.lower() == "они" for t in subject)
    return ([], False) if plural else (_known(scene, topic)[0], bool(subject))


def _points(tokens: Sequence[Token], k: int) -> bool:
    """«За него», «его кандидатуру», «против её назначения»."""
    word = tokens[k].text.lower()
    if word in ("него", "нее", "неё"):
        return k > 0 and tokens[k - 1].text.lower() == "за"
    return word in ("его", "ее", "её") and k + 1 < len(tokens) and tokens[k + 1].lemma in _STANDING


def _by_pronoun(
    tokens: Sequence[Token], runners: Sequence[tuple[int, Name]], first: int, verb: int
) -> tuple[list[str], bool] | None:
    """«Победила Икс: она набрала 51 %»: the person whom a pronoun in the same sentence points back to."""
    at = next((k for k in range(first, verb) if tokens[k].text.lower() in ("он", "она")), None)
    if at is None:
        return None
    persons = [n.id for i, n in runners if i < at and n.kind == "person"]
    return (persons[-1:], len(set(persons)) == 1) if persons else None


def _known(scene: Scene, topic: Topic) -> tuple[list[str], bool]:
    """The person told of in the sentences before."""
    near = topic.runner is not None and scene.sentence.start - topic.runner_end <= _CLOSE
    return ([topic.runner], True) if near and topic.runner is not None else ([], False)


def note_runner(scene: Scene, topic: Topic) -> None:
    """Remember the person a sentence is about, for the next ones."""
    topic.runner, topic.runner_end = topic.about, topic.about_end
    persons = [(i, n) for i, n in scene.others if n.kind == "person" and n.form == "noun" and not speaks(scene, i)]
    if not persons:
        return
    tokens = scene.sentence.tokens
    leading = [n for i, n in persons if tokens[i].feats.get("Case") == "Nom" and not preposition_of(scene.sentence, i)]
    single = {n.id for _, n in persons}
    chosen = leading[0].id if leading else next(iter(single)) if len(single) == 1 else None
    if chosen is not None:
        topic.about, topic.about_end = chosen, scene.sentence.end
